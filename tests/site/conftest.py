"""The sites that these tests look at. The two editions are built once for all workers."""

import os
from pathlib import Path

import pytest
from library.library import Library
from library.load import load_library
from sites import STAFF, Build, Shared, built, copied

EDITIONS = {"public": (), "staff": STAFF}


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    mine = tmp_path_factory.getbasetemp()
    folder = (mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine) / "shared-sites"
    folder.mkdir(exist_ok=True)
    return Shared(folder)


def edition(shared: Shared, name: str) -> Build:
    """One edition. A worker that would only wait for it makes the other one meanwhile."""
    for one in sorted(EDITIONS, key=lambda other: other != name):
        if shared.make(one, lambda root, one=one: built(copied(root), "--strict", *EDITIONS[one])):
            break
    return shared.wait(name)


@pytest.fixture(scope="session")
def public_site(shared: Shared) -> Build:
    return edition(shared, "public")


@pytest.fixture(scope="session")
def staff_site(shared: Shared) -> Build:
    return edition(shared, "staff")


@pytest.fixture(scope="session")
def library(public_site: Build) -> Library:
    """What the public site was made from."""
    library, problems = load_library(public_site.root, public_site.root / "mkdocs.yml", "en")
    assert not problems
    return library


@pytest.fixture
def project(tmp_path: Path, public_site: Build) -> Path:
    """A copy of the project to change and build."""
    return copied(tmp_path / "project", cache_of=public_site.root)
