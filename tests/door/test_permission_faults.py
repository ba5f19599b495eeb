"""Files and folders that the system lets nobody read or write: a build says which in one line, and leaves the site as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fixture import PROJECT
from small_project import small_project

BUILD_EACH = """
import os, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
for root in sys.argv[1:]:
    os.chdir(root)
    try:
        build(load_config("mkdocs.yml"))
        print(os.path.basename(root), "| built")
    except SystemExit as error:
        print(os.path.basename(root), "|", error)
"""
CLOSED = {
    "a page": ("content/parts/protectors.md", 0o000, "content/parts/protectors.md"),
    "a folder of pages": ("content/parts", 0o000, "content/parts"),
    "a sheet": ("worksheets/valid.yml", 0o000, "worksheets/valid.yml"),
    "a list": ("data/glossary.yml", 0o000, "data/glossary.yml"),
    "lists": ("data", 0o000, "data"),
    "what is kept": (".cache", 0o555, ".cache"),
    "the whole folder": (".", 0o555, ".cache"),
}
"""What is closed, how, and what the message names."""
CLOSED_SITES = "closed sites"


NO_RIGHT_OF_ROOT = (
    "setpriv",
    "--bounding-set=-dac_override,-dac_read_search",
    "--inh-caps=-dac_override,-dac_read_search",
)
"""Root may read and write everything, but for one who gives up this."""


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> dict[str, str]:
    if sys.platform == "win32":
        pytest.skip("Windows has no such rights")
    folder = tmp_path_factory.mktemp("closed")
    roots = [closed(folder / case, *CLOSED[case][:2]) for case in CLOSED] + [with_closed_sites(folder / CLOSED_SITES)]
    before = NO_RIGHT_OF_ROOT if os.geteuid() == 0 else ()
    command = [*before, sys.executable, "-c", BUILD_EACH, *map(str, roots)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    for root, case in zip(roots, CLOSED, strict=False):
        (root / CLOSED[case][0]).chmod(0o755)
    lines = (line.split(" | ", 1) for line in done.stdout.splitlines() if " | " in line)
    told = dict(lines) or {"": done.stderr}
    left = [one.name for one in roots[-1].glob(".site*")]
    return told | {"left": " ".join(left), "new": str((roots[-1] / "site" / "index.html").is_file())}


def with_closed_sites(root: Path) -> Path:
    """A project whose site, and a half made one beside it, are closed to writing with all that lies in them."""
    root.mkdir()
    small_project(root)
    for name in ("site", ".site.new"):
        (root / name / "parts").mkdir(parents=True)
        (root / name / "parts" / "old.html").write_text("Old.")
        for one in ("parts/old.html", "parts", ""):
            (root / name / one).chmod(0o444 if one.endswith(".html") else 0o555)
    return root


def closed(root: Path, path: str, mode: int) -> Path:
    root.mkdir()
    small_project(root)
    (root / path).mkdir(parents=True, exist_ok=True) if path.startswith(".") else None
    (root / path).chmod(mode)
    return root


def test_a_site_that_is_closed_to_writing_gives_way_to_the_new_one_and_nothing_is_left_of_it(told):
    assert (told[CLOSED_SITES], told["left"], told["new"]) == ("built", "", "True")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_command_that_would_change_what_it_may_not_read_says_so(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nnav:\n  - Home: index.md\n")
    (tmp_path / "mkdocs.yml").chmod(0o000)
    before = NO_RIGHT_OF_ROOT if os.geteuid() == 0 else ()
    command = [*before, sys.executable, "-m", "psychoed", "add", "article", "hello"]
    environment = os.environ | {"PYTHONPATH": str(PROJECT / "hooks")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == (
        "Error: You may not write to “mkdocs.yml”, or not read it; give yourself the right to it, close programs that hold it, "
        "then try again.\n"
    )


@pytest.mark.parametrize("case", CLOSED)
def test_it_is_named_in_one_line(told, case):
    assert told[case] == (
        f"You may not write to “{CLOSED[case][2]}”, or not read it. The site is as it was; give yourself the right to it, "
        "close programs that hold it, then build again."
    ), told
