"""The project's own texts, built once as both editions. All other tests stand on the fixture library."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from browsing import served
from fixture import OF_THE_PROJECT, PROJECT, TEXTS
from psychoed.library.library import Library
from psychoed.library.load import load_library
from sites import STAFF, Build, Shared, built


def copied_project(to: Path) -> Path:
    """A copy of the project. What the last builds of the project printed is printed again only where it differs."""
    to.mkdir(parents=True)
    for part in (*OF_THE_PROJECT, *TEXTS, ".cache"):
        if (PROJECT / part).is_dir():
            shutil.copytree(PROJECT / part, to / part, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    for settings in PROJECT.glob("mkdocs*.yml"):
        shutil.copy(settings, to)
    return to


@pytest.fixture(scope="session")
def public_texts(shared: Shared) -> Build:
    return shared.once("texts", lambda root: built(copied_project(root), "--strict"))


@pytest.fixture(scope="session")
def staff_texts(shared: Shared) -> Build:
    return shared.once("staff-texts", lambda root: built(copied_project(root), "--strict", *STAFF))


@pytest.fixture(scope="session")
def library(public_texts: Build) -> Library:
    """What both sites were made from."""
    library, problems = load_library(public_texts.root, public_texts.root / "mkdocs.yml", "en")
    assert not problems
    return library


@pytest.fixture(scope="session")
def origin(public_texts: Build) -> Iterator[str]:
    with served(public_texts.site) as address:
        yield address
