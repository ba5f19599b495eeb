"""The small valid site of tests/problems/base/ in a folder of its own, and the library of tests/fixture/."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from psychoed.checks.registry import check_library
from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.reading.problem import Problem
from psychoed.views.paper.fonts import printable

BASE = Path(__file__).parents[1] / "problems" / "base"
FIXTURE = Path(__file__).parents[1] / "fixture"
DATA = Path(__file__).parents[2] / "data"


def small_site(root: Path, *, with_lists: bool = False) -> Path:
    """The site as a clinic has it: lists that it does not have are the package's, or all its own, `with_lists`, which are
    then read as its texts are and cost three times as much."""
    if with_lists:
        shutil.copytree(DATA, root / "data", dirs_exist_ok=True)
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    return root


def read(root: Path) -> tuple[Library, list[Problem]]:
    """The library and all its Problems, by the functions that a build calls."""
    library, problems = load_library(root, root / "mkdocs.yml", "en")
    return library, sorted([*problems, *check_library(library, root / "content", printable())])


@cache
def the_library() -> Library:
    """The fixture's own, with the lists of the project."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(DATA, root / "data")
        shutil.copytree(FIXTURE, root, dirs_exist_ok=True)
        library, problems = load_library(root, root / "mkdocs.yml", "en")
    assert [str(problem) for problem in problems] == []
    return library


def faults(problems: list[Problem]) -> list[str]:
    """What no author may make an exception from: Problems of the rules of writing are left out."""
    return [str(problem) for problem in problems if problem.fixed]
