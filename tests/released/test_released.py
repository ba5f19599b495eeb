"""A folder that a released version made goes on building with this one, and nothing new stops it unannounced."""

from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from packaging.version import Version

from fixture import PROJECT
from psychoed import __version__
from psychoed.checks.registry import ALL_RULES, SEEN_IN_SITE, judged, rules_of
from sites import built
from small_site import read

KEPT = sorted(Path(__file__).parent.glob("*.zip"), key=lambda file: Version(file.stem))
OLDER = [file for file in KEPT if Version(file.stem) < Version(__version__)]
OVERRIDES, HOOK = (PROJECT / "overrides").as_posix(), (PROJECT / "hooks" / "events.py").as_posix()


def unpacked(kept: Path, folder: str, to: Path) -> Path:
    """The folder, with the project's theme and hook in place of the package, which is not installed here."""
    with ZipFile(kept) as packed:
        packed.extractall(to, [name for name in packed.namelist() if name.startswith(f"{folder}/")])
    file = to / folder / "mkdocs.yml"
    settings = yaml.safe_load(file.read_text("utf-8"))
    assert settings["plugins"] == ["search", "psychoed"]
    theme = settings["theme"] | {"name": "material", "custom_dir": OVERRIDES}
    file.write_text(yaml.safe_dump(settings | {"theme": theme, "plugins": ["search"], "hooks": [HOOK]}), "utf-8")
    return to / folder


def test_this_version_or_the_one_before_is_kept():
    assert KEPT


@pytest.mark.parametrize("kept", KEPT, ids=lambda file: file.stem)
def test_a_library_with_every_kind_of_block_builds_strictly(kept, tmp_path):
    site = built(unpacked(kept, "library", tmp_path), "--strict")
    assert site.code == 0, site.output


@pytest.mark.parametrize("kept", KEPT, ids=lambda file: file.stem)
def test_the_texts_that_came_with_it_have_no_problem(kept, tmp_path):
    """Its sources are judged as a build judges them, and nothing is printed: that is the dearest part of it."""
    library, found = read(unpacked(kept, "begun", tmp_path))
    problems, _ = judged(library, found, rules_of(library), SEEN_IN_SITE)
    assert [str(problem) for problem in problems] == []


def test_a_new_problem_is_announced_one_version_before():
    stops = {rule.id for rule in ALL_RULES if rule.level_now in ("problem", "fixed") and not rule.problem_from}
    unannounced = {kept.stem: sorted(stops - known_in(kept)) for kept in OLDER}
    assert not any(unannounced.values()), f"give these a `problem_from` that is one version from now: {unannounced}"


def known_in(kept: Path) -> set[str]:
    """The rules that were Problems in a version."""
    with ZipFile(kept) as packed:
        return set(packed.read("rules.txt").decode().split())
