"""The sites that these tests look at. The two editions are built once for all workers."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from browsing import AS_ROOT, CHROMIUM, QUIET, served
from psychoed.library.library import Library
from psychoed.library.load import load_library
from sites import FOR_STAFF, STAFF, Build, Shared, built, copied

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


@pytest.fixture
def sheet_site(request: pytest.FixtureRequest, sheet: str) -> Build:
    """The edition in which this sheet is handed over."""
    return request.getfixturevalue("staff_site" if sheet in FOR_STAFF else "public_site")


@pytest.fixture(scope="session")
def library(public_site: Build) -> Library:
    """What the public site was made from."""
    library, problems = load_library(public_site.root, public_site.root / "mkdocs.yml", "en")
    assert not problems
    return library


@pytest.fixture(scope="session")
def odd_site(shared: Shared, public_site: Build) -> Build:
    """The public edition with the sources of additions/odd, which are unusual and right. Their sheets are for staff."""
    return shared.once("odd", lambda root: built(copied(root, cache_of=public_site, adding="odd"), "--strict"))


@pytest.fixture(scope="session")
def odd_staff_site(shared: Shared, staff_site: Build) -> Build:
    return shared.once(
        "odd-staff", lambda root: built(copied(root, cache_of=staff_site, adding="odd"), "--strict", *STAFF)
    )


@pytest.fixture(scope="session")
def broken_site(shared: Shared, public_site: Build) -> Build:
    """The public edition with the sources of additions/broken, which have Problems. Not a strict build."""
    return shared.once("broken", lambda root: built(copied(root, cache_of=public_site, adding="broken")))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "CI has no Chromium: install it, so that nothing is skipped"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET + AS_ROOT)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def staff_origin(staff_site: Build) -> Iterator[str]:
    """Where every sheet is, also those for the room and the team."""
    with served(staff_site.site) as address:
        yield address


@pytest.fixture(scope="session")
def origin(public_site: Build) -> Iterator[str]:
    with served(public_site.site) as address:
        yield address
