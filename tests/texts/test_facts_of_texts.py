"""The project's own facts go out of date by themselves: a build says so of each, once, from the day it does."""

from datetime import date

import pytest

from fixture import PROJECT
from psychoed.checks.dates.freshness import stale_facts
from psychoed.library.library import Library
from psychoed.library.load import load_library


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(PROJECT, PROJECT / "mkdocs.staff.yml", "en")[0]


def said(library: Library, day: date) -> list[tuple[str, str]]:
    """Return each rule with the fact that its Problem names."""
    return sorted((one.rule, one.what.split("“")[1].split("”")[0]) for one in stale_facts(library, day))


def ended(library: Library, day: date) -> list[tuple[str, str]]:
    facts = (entry.value for entry in library.facts_in_use())
    return sorted(("ended-fact", fact.id) for fact in facts if fact.until and fact.until < day)


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2027, 1, 2)])
def test_each_fact_that_has_ended_has_one_problem(library, day):
    assert ("ended-fact", "telehealth") in said(library, day)
    assert said(library, day) == ended(library, day)


def test_each_fact_that_nobody_has_read_again_has_one_problem(library):
    day = date(2027, 6, 15)
    facts = [entry.value.id for entry in library.facts_in_use()]
    assert said(library, day) == sorted([*ended(library, day), *(("stale-fact", id_) for id_ in facts)])
