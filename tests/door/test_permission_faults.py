"""Files and folders that the system lets nobody read or write: a build says which in one line, and leaves the site as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
    "an old site": (".site.new", 0o555, ".site.new"),
}
"""What is closed, how, and what the message names."""


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
    roots = [closed(folder / case, *CLOSED[case][:2]) for case in CLOSED]
    before = NO_RIGHT_OF_ROOT if os.geteuid() == 0 else ()
    command = [*before, sys.executable, "-c", BUILD_EACH, *map(str, roots)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    for root, case in zip(roots, CLOSED, strict=True):
        (root / CLOSED[case][0]).chmod(0o755)
    lines = (line.split(" | ", 1) for line in done.stdout.splitlines() if " | " in line)
    return dict(lines) or {"": done.stderr}


def closed(root: Path, path: str, mode: int) -> Path:
    root.mkdir()
    small_project(root)
    (root / path).mkdir(parents=True, exist_ok=True) if path.startswith(".") else None
    (root / path / "kept").mkdir() if path == ".site.new" else None
    (root / path).chmod(mode)
    return root


@pytest.mark.parametrize("case", CLOSED)
def test_it_is_named_in_one_line(told, case):
    assert told[case] == (
        f"You may not write to “{CLOSED[case][2]}”, or not read it. The site is as it was; give yourself the right to it, "
        "close programs that hold it, then build again."
    ), told
