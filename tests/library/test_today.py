"""The day of a build: what the settings say, else SOURCE_DATE_EPOCH, else the clock."""

from datetime import UTC, date, datetime

import pytest
import yaml

from psychoed.library.today import today
from psychoed.reading.yaml.tree import Tree

EPOCH = {"SOURCE_DATE_EPOCH": "1795392000"}  # 2026-11-23


def read(settings: str, environment: dict[str, str]) -> tuple[date, list[str]]:
    tree = Tree("mkdocs.yml", yaml.compose(settings, Loader=yaml.BaseLoader))
    day, problems, _ = today([tree], environment)
    return day, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("settings", "environment", "day"),
    [
        ("extra: {today: 2026-01-02}", {}, date(2026, 1, 2)),
        ("extra: {today: 2026-01-02}", EPOCH, date(2026, 1, 2)),
        ("extra: {clinic: {}}", EPOCH, date(2026, 11, 23)),
        ("site_name: x", EPOCH, date(2026, 11, 23)),
        ("site_name: x", {"SOURCE_DATE_EPOCH": "0"}, date(1970, 1, 1)),
    ],
)
def test_what_is_said_counts(settings, environment, day):
    assert read(settings, environment) == (day, [])


@pytest.mark.parametrize("environment", [{}, {"SOURCE_DATE_EPOCH": ""}])
def test_otherwise_it_is_the_day_of_the_clock(environment):
    before = datetime.now(UTC).date()
    found, problems = read("site_name: x", environment)
    assert before <= found <= datetime.now(UTC).date()
    assert problems == []


@pytest.mark.parametrize(
    "said", ["tomorrow", "2026-13-40", "'2026-1-2'", "[2026, 1, 2]", "20260102", "2026-01-02 10:00"]
)
def test_a_day_that_is_none_has_its_place_and_the_build_goes_on(said):
    found, problems = read(f"extra:\n  today: {said}\n", EPOCH)
    assert found == date(2026, 11, 23)
    assert [problem.split(": ")[0] for problem in problems] == ["mkdocs.yml:2:10"]


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 30, "-" + "9" * 30])
def test_an_epoch_that_is_none_is_said(epoch):
    _, problems = read("site_name: x", {"SOURCE_DATE_EPOCH": epoch})
    assert len(problems) == 1
    assert "which is no moment in seconds" in problems[0]
