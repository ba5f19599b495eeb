"""Facts and help lines go out of date on the day that they should, and not a day before."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from psychoed.checks.dates.freshness import advise_on_help_lines, check_freshness
from psychoed.library.load import load_library
from small_site import small_site

CHECKED = date(2026, 3, 1)
FACT = "- id: fact\n  says: It is so.\n  as_of: 2026-03-01\n  sources: [S-SEEN2020]\n"
LINE = """US:
  country: United States
  emergency: "911"
  lines:
    - name: One
      ways: [{say: Call 1, href: "tel:1"}]
      note: day and night
      mark: seen
      enabled: true
      last_checked: 2026-03-01
    - name: Two
      ways: [{say: Call 2, href: "tel:2"}]
      note: not shown
      mark: memory
      enabled: false
"""


@pytest.fixture
def library(tmp_path: Path):
    small_site(tmp_path)
    (tmp_path / "data" / "dated-facts.yml").write_text(FACT, "utf-8")
    (tmp_path / "data" / "help-lines.yml").write_text(LINE, "utf-8")
    library, problems = load_library(tmp_path, tmp_path / "mkdocs.yml", "en")
    assert problems == []
    return library


@pytest.mark.parametrize(
    ("days", "rules"),
    [
        (-2, ["day-to-come", "day-to-come"]),
        (-1, []),
        (90, []),
        (91, ["old-help-line"]),
        (183, ["old-help-line"]),
        (184, ["stale-fact", "stale-help-line"]),
    ],
)
def test_each_grows_old_on_its_day(library, days, rules):
    assert [problem.rule for problem in check_freshness(library, CHECKED + timedelta(days=days))] == rules


def test_messages_stand_at_the_day(library):
    found = list(check_freshness(library, date(2027, 1, 1)))
    assert [(problem.path, problem.line, problem.column) for problem in found] == [
        ("data/dated-facts.yml", 3, 10),
        ("data/help-lines.yml", 10, 21),
    ]


@pytest.mark.parametrize(
    ("day", "rules", "says"),
    [
        (date(2026, 3, 10), [], "It is so. Planned to end: May 10, 2026. (as of March 1, 2026)"),
        (date(2026, 3, 11), ["ending-fact"], "It is so. Planned to end: May 10, 2026. (as of March 1, 2026)"),
        (date(2026, 5, 10), ["ending-fact"], "It is so. Planned to end: May 10, 2026. (as of March 1, 2026)"),
        (date(2026, 5, 11), ["ended-fact"], "It was so. (as of March 1, 2026)"),
    ],
)
def test_a_fact_with_an_end_says_when_and_then_what_follows(tmp_path, day, rules, says):
    small_site(tmp_path)
    fact = f"{FACT}  until: 2026-05-10\n  after: It was so.\n"
    (tmp_path / "data" / "dated-facts.yml").write_text(fact, "utf-8")
    read, _ = load_library(tmp_path, tmp_path / "mkdocs.yml", "en")
    library = replace(read, today=day)
    assert [problem.rule for problem in check_freshness(library, day)] == rules
    assert library.quotes()["fact.fact"] == says


def test_lines_that_nobody_tried_are_counted_once(tmp_path):
    small_site(tmp_path)
    untried = LINE.replace("      last_checked: 2026-03-01\n", "").replace("enabled: false", "enabled: true")
    (tmp_path / "data" / "help-lines.yml").write_text(untried.replace("mark: memory", "mark: seen"), "utf-8")
    library, _ = load_library(tmp_path, tmp_path / "mkdocs.yml", "en")
    assert [str(problem) for problem in advise_on_help_lines(library)] == [
        "data/help-lines.yml:5:13: nobody has tried 2 of the 2 help lines shown yet; dial each, or open its official "
        "page, and write the day as last_checked [untried-help-lines]"
    ]


def test_a_tried_line_needs_no_advice(library):
    assert list(advise_on_help_lines(library)) == []
