"""Exceptions that authors make, and levels that the settings choose."""

from pathlib import Path

import pytest

from psychoed.checks.registry import FIXED_RULES, OF_SOURCES, ONCE_A_BUILD, Given, judged, rules_of, run_checks
from psychoed.checks.rules import check_levels
from psychoed.library.load import load_library
from psychoed.reading.problem import Problem
from psychoed.views.paper.fonts import printable
from small_site import small_site

SHOUTED = "This is a VERY LOUD line."


def judged_in(root: Path) -> tuple[list[Problem], list[Problem]]:
    """Problems and Advice as a build would show them."""
    library, problems = load_library(root, root / "mkdocs.yml", "en")
    rules = rules_of(library)
    given = Given(library, root / "content", printable())
    found = [*problems, *run_checks((*OF_SOURCES, *ONCE_A_BUILD), given), *check_levels(library, rules, FIXED_RULES)]
    return judged(library, found, rules, {rule.id for rule in rules})


def said(root: Path) -> tuple[list[str], list[str]]:
    """Problems and Advice on capitals, on exceptions and on levels."""
    about = ("all-caps", "exception", "extra.checks", "is not a rule", "no level")
    return tuple([str(one) for one in level if any(word in str(one) for word in about)] for level in judged_in(root))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_site(tmp_path)


def written(root: Path, line: str) -> None:
    page = root / "content" / "parts" / "protectors.md"
    page.write_text(f"{page.read_text('utf-8')}\n{line}\n", "utf-8")


def settled(root: Path, rule: str, level: str) -> None:
    settings = root / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("extra:\n", f"extra:\n  checks:\n    {rule}: {level}\n", 1), "utf-8"
    )


def test_without_an_exception_the_line_is_a_problem(root):
    written(root, SHOUTED)
    problems, advice = said(root)
    assert len(problems) == 1
    assert problems[0].endswith("[all-caps]")
    assert advice == []


@pytest.mark.parametrize("between", [" ", "\n"], ids=["on the line", "on the line above"])
def test_an_exception_with_a_reason_excuses_its_line(root, between):
    comment = "<!-- lint-ok: all-caps the sign in the hall says so -->"
    written(root, f"{SHOUTED} {comment}" if between == " " else f"{comment}\n{SHOUTED}")
    assert said(root) == ([], [])


def test_an_exception_needs_a_reason(root):
    written(root, f"{SHOUTED} <!-- lint-ok: all-caps -->")
    (problem,) = said(root)[0]
    assert problem.endswith("the exception from “all-caps” gives no reason; write the reason after the rule")


def test_an_exception_that_excuses_nothing_is_named_and_stops_nothing(root):
    written(root, "A quiet line. <!-- lint-ok: all-caps it was loud once -->")
    problems, (advice,) = said(root)
    assert problems == []
    assert advice.endswith("the exception from “all-caps” excuses nothing here; take it out [needless-exception]")


def test_an_exception_from_no_rule_suggests_the_nearest(root):
    written(root, f"{SHOUTED} <!-- lint-ok: all-cap the sign says so -->")
    assert any(problem.endswith("“all-cap” is not a rule; did you mean “all-caps”?") for problem in said(root)[0])


def test_in_yaml_an_exception_is_a_comment(root):
    sheet = root / "worksheets" / "valid.yml"
    lines = sheet.read_text("utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("summary:"))
    lines[at] = "summary: A VERY LOUD summary.  # lint-ok: all-caps the sign in the hall says so"
    sheet.write_text("\n".join(lines), "utf-8")
    assert said(root) == ([], [])


@pytest.mark.parametrize(("level", "problems", "advice"), [("problem", 1, 0), ("advice", 0, 1), ("off", 0, 0)])
def test_the_settings_say_how_strict_a_rule_is(root, level, problems, advice):
    written(root, SHOUTED)
    settled(root, "all-caps", level)
    found = said(root)
    assert (len(found[0]), len(found[1])) == (problems, advice)


@pytest.mark.parametrize("rule", ["placeholder", "review-waiting", "untried-help-lines"])
@pytest.mark.parametrize(("level", "problems", "advice"), [("problem", 1, 0), ("advice", 0, 1), ("off", 0, 0)])
def test_the_settings_say_so_too_of_what_is_said_once_a_build(root, rule, level, problems, advice):
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("020 7946 0123", "555-0142"), "utf-8")
    settled(root, rule, level)
    found = [[one for one in level if one.rule == rule] for level in judged_in(root)]
    assert (len(found[0]), len(found[1])) == (problems, advice)


@pytest.mark.parametrize("rule", ["references", "readable"])
def test_a_fixed_rule_is_none_to_the_settings_and_to_an_exception(root, rule):
    settled(root, rule, "off")
    written(root, f"A line. <!-- lint-ok: {rule} it is so -->")
    assert [problem.partition("; ")[0].partition(": ")[2] for problem in said(root)[0]] == [
        f"“{rule}” takes no level and no exception",
        f"“{rule}” takes no level and no exception",
    ]


def test_a_level_that_means_nothing_is_named_where_it_stands(root):
    settled(root, "all-caps", "loud")
    (problem,) = said(root)[0]
    assert "“loud” under extra.checks is not a level; write one of: advice, off, problem" in problem
    assert problem.startswith("mkdocs.yml:")
