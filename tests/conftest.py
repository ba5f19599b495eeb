"""`pytest --update` writes what the tests expect anew: the messages of tests/problems/ and worksheets/schema.json."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from browsing import AS_ROOT, CHROMIUM, QUIET
from sites import Shared

os.environ.setdefault("SOURCE_DATE_EPOCH", "1795392000")  # November 23, 2026: facts and reviews do not age in tests


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write expected messages and worksheets/schema.json anew")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


CALM = {"deadline": None, "suppress_health_check": list(HealthCheck), "print_blob": True}
settings.register_profile("usual", derandomize=True, max_examples=100, database=None, **CALM)
settings.register_profile("nightly", max_examples=450, database=None, **CALM)
settings.register_profile("long", max_examples=10_000, **CALM)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    mine = tmp_path_factory.getbasetemp()
    folder = (mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine) / "shared-sites"
    folder.mkdir(exist_ok=True)
    return Shared(folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "CI has no Chromium: install it, so that nothing is skipped"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET + AS_ROOT)
        yield browser
        browser.close()
