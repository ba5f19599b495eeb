"""The sites that these tests look at. The two editions are built once for all workers."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from browsing import served
from fixture import FOR_STAFF
from framing import Framed, second_clinic
from psychoed.library.library import Library
from psychoed.library.load import load_library
from sites import ADDITIONS, OFFLINE, STAFF, Build, Shared, built, copied, edit

OVERDUE = "review: {by: Dr. Lee, on: 2026-05-01, due: 2026-11-01}\n"
EDITIONS = {"public": (), "staff": STAFF}


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
    """What both sites were made from."""
    library, problems = load_library(public_site.root, public_site.root / "mkdocs.yml", "en")
    assert not problems
    return library


def with_odd_sources(root: Path, build: Build) -> Path:
    """Sources that are unusual and right, and sources of which every text that is for staff holds a marker."""
    copied(root, cache_of=build, adding="odd")
    shutil.copytree(ADDITIONS / "marked", root, dirs_exist_ok=True)
    page = "        - staff/for-clinicians.md\n"
    edit(root / "mkdocs.staff.yml", page, f"{page}        - staff/zq33kept.md\n")
    return root


@pytest.fixture(scope="session")
def odd_site(shared: Shared, public_site: Build) -> Build:
    """The public edition with the sources of additions/odd and additions/marked. Most of their sheets are for staff."""
    return shared.once("odd", lambda root: built(with_odd_sources(root, public_site), "--strict"))


@pytest.fixture(scope="session")
def odd_staff_site(shared: Shared, staff_site: Build) -> Build:
    return shared.once("odd-staff", lambda root: built(with_odd_sources(root, staff_site), "--strict", *STAFF))


@pytest.fixture(scope="session")
def offline_site(shared: Shared, public_site: Build) -> Build:
    return shared.once("offline", lambda root: built(copied(root, cache_of=public_site), "--strict", *OFFLINE))


CHANGES = {
    "content/staff/at-the-desk.md": (
        "audience:",
        "changes:\n  - {on: 2026-11-20, what: The first thing.}\n"
        "  - {on: 2026-11-22, what: What we say on the phone is stricter now.}\naudience:",
    ),
    "worksheets/list-for-the-day.yml": (
        "title: A list for the day",
        "title: A new list for the day\nchanges:\n  - {on: 2026-11-21, what: A line on parking is new.}",
    ),
    "content/self/steady-enough.md": ("group:", f"{OVERDUE}group:"),
    "worksheets/what-is-here.yml": ("blocks:", f"{OVERDUE}blocks:"),
    "mkdocs.yml": ("Do not drive until the next day", "Do not drive until the second day"),
}


@pytest.fixture(scope="session")
def changed_site(shared: Shared, staff_site: Build) -> Build:
    """The staff edition on a later day: an article, a sheet and a rule of the clinic have changed, two reviews are old."""

    def build(root: Path) -> Build:
        copied(root, cache_of=staff_site)
        for path, (old, new) in CHANGES.items():
            edit(root / path, old, new)
        edit(root / "mkdocs.yml", "extra:\n", "extra:\n  today: 2026-11-23\n")
        return built(root, "--strict", *STAFF)

    return shared.once("changed", build)


@pytest.fixture(scope="session")
def broken_site(shared: Shared, public_site: Build) -> Build:
    """The public edition with the sources of additions/broken, which have Problems. Not a strict build."""
    return shared.once("broken", lambda root: built(copied(root, cache_of=public_site, adding="broken")))


@pytest.fixture(scope="session")
def framed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Framed]:
    """The second clinic. Its address is known while it runs only, so that all who ask for it are of one group."""
    folder = tmp_path_factory.mktemp("website")
    with second_clinic(tmp_path_factory.mktemp("second-clinic") / "project", folder) as framed:
        yield framed


@pytest.fixture(scope="session")
def staff_origin(staff_site: Build) -> Iterator[str]:
    """Where every sheet is, also those for the room and the team."""
    with served(staff_site.site) as address:
        yield address


@pytest.fixture(scope="session")
def origin(public_site: Build) -> Iterator[str]:
    with served(public_site.site) as address:
        yield address
