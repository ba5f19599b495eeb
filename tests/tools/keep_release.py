"""Keeps what a clinic has of this version, so that every later one is tried on it: tests/released/<version>.zip.

`python tests/tools/keep_release.py`, once for each version that is released. It holds two folders, as they are where
the package is installed: `begun` is what `psychoed new` makes, `library` is the fixture library, which has every kind of
block, with all of the words of templates as a clinic's own. `rules.txt` lists the rules that are Problems in it.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import yaml

PROJECT = Path(__file__).parents[2]
sys.path += [str(PROJECT / "hooks"), str(PROJECT / "tests" / "support")]

from fixture import FIXTURE, TEXTS
from psychoed import __version__
from psychoed.checks.registry import ALL_RULES

KEPT = PROJECT / "tests" / "released"
OF_THE_PACKAGE = "theme: {name: psychoed}\nplugins: [search, psychoed]\n"
MADE_BY_THE_ENGINE = ("theme", "plugins", "hooks", "watch")
ALWAYS = (1980, 1, 1, 0, 0, 0)


def begun(to: Path) -> None:
    """Make a folder as a publisher does who takes what is offered."""
    command = [sys.executable, PROJECT / "hooks" / "psychoed", "new", to.name, "--yes"]
    subprocess.run(command, cwd=to.parent, check=True, stdout=subprocess.DEVNULL)


def library(to: Path) -> None:
    """Make the fixture library a folder that needs only the package."""
    for part in (*TEXTS, "data"):
        shutil.copytree(FIXTURE / part, to / part)
    shutil.copy(PROJECT / "data" / "strings.en.yml", to / "data")
    for settings in FIXTURE.glob("mkdocs*.yml"):
        (to / settings.name).write_text(as_installed(settings), "utf-8")


def as_installed(file: Path) -> str:
    """Return settings as they are written where the theme and the hook come from the package."""
    text = file.read_text("utf-8")
    if not text.startswith("INHERIT") and "theme:" in text:
        settings = {key: said for key, said in yaml.safe_load(text).items() if key not in MADE_BY_THE_ENGINE}
        text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False) + OF_THE_PACKAGE
    return text


def problem_rules() -> str:
    return "".join(
        f"{rule}\n" for rule in sorted(rule.id for rule in ALL_RULES if rule.level_now in ("problem", "fixed"))
    )


def wording_rules(language: str = "en") -> str:
    entries = yaml.safe_load((PROJECT / "data" / language / "wording.yml").read_text("utf-8"))
    return "".join(f"{entry['id']}\n" for entry in entries if entry["level"] == "problem")


def keep(version: str, to: Path) -> Path:
    """Write the file; the same texts make the same bytes."""
    with TemporaryDirectory() as beside:
        root = Path(beside)
        begun(root / "begun")
        library(root / "library")
        (root / "rules.txt").write_text(problem_rules() + wording_rules(), "utf-8")
        kept = to / f"{version}.zip"
        with ZipFile(kept, "w") as packed:
            for file in sorted(path for path in root.rglob("*") if path.is_file()):
                entry = ZipInfo(file.relative_to(root).as_posix(), ALWAYS)
                packed.writestr(entry, file.read_bytes(), ZIP_DEFLATED, 9)
    return kept


if __name__ == "__main__":
    print(keep(__version__, KEPT).relative_to(PROJECT).as_posix())
