"""`pytest --update` writes what the tests expect anew: the messages of tests/problems/ and worksheets/schema.json."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write expected messages and worksheets/schema.json anew")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))
