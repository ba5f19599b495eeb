"""What goes out of date by itself: facts with the day they were checked, and help lines (C8, T9)."""

from collections.abc import Iterator
from datetime import date, timedelta

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.today import is_to_come
from psychoed.model.lists import DatedFact, HelpLine
from psychoed.reading.problem import Problem, problem_at
from psychoed.reading.shipped import FOLDER, is_shipped
from psychoed.reading.yaml.tree import Entry, Tree

RULES = (
    Rule("stale-fact", "problem", "a dated fact was checked in the last 183 days"),
    Rule("ended-fact", "problem", "a dated fact still holds"),
    Rule("ending-fact", "advice", "a dated fact holds for 60 days yet"),
    Rule("stale-help-line", "problem", "a help line was tried in the last 183 days"),
    Rule("old-help-line", "advice", "a help line was tried in the last 90 days"),
    Rule("day-to-come", "problem", "nothing was checked on a day that is still to come"),
)
UNTRIED = Rule("untried-help-lines", "advice", "somebody has tried each help line")
HALF_A_YEAR = timedelta(days=183)
A_QUARTER = timedelta(days=90)
TWO_MONTHS = timedelta(days=60)


def check_freshness(library: Library, today: date) -> Iterator[Problem]:
    yield from stale_facts(library, today)
    yield from old_help_lines(library, today)


def stale_facts(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.facts_in_use():
        yield from stale_fact(entry.value, entry.at, today)


def stale_fact(fact: DatedFact, tree: Tree, today: date) -> Iterator[Problem]:
    at = (tree.path, tree.position(("as_of",)))
    if is_to_come(fact.as_of, today):
        yield problem_at(*at, f"{fact.as_of} is still to come", "write the day somebody checked it", "day-to-come")
    if today - fact.as_of > HALF_A_YEAR:
        days = (today - fact.as_of).days
        what = f"the fact “{fact.id}” was last checked {days} days ago, and pages say so"
        yield problem_at(*at, what, f"read its source again, then {how_to_write(tree)} that day as as_of", "stale-fact")
    if fact.until and today + TWO_MONTHS >= fact.until:
        yield end_of_fact(fact, fact.until, tree, today)


def end_of_fact(fact: DatedFact, until: date, tree: Tree, today: date) -> Problem:
    """Return what is said of a fact that ends soon, or has ended: from then on pages say its `after`."""
    place, begin = tree.position(("until",)), how_to_write(tree)
    if fact.ended(today):
        what, rule = f"the fact “{fact.id}” held until {until}, and pages say so", "ended-fact"
        instead = f"find out what holds now, and {begin} that as says, with today as as_of"
    else:
        what, rule = f"the fact “{fact.id}” holds until {until}, {(until - today).days} days from now", "ending-fact"
        instead = f"find out whether it is prolonged, and {begin} the new day, or see that its `after` is right"
    return problem_at(tree.path, place, what, instead, rule)


def old_help_lines(library: Library, today: date) -> Iterator[Problem]:
    """Yield what is wrong with the lines that the clinic's country shows."""
    for line in shown_lines(library):
        if line.value.last_checked:
            yield from old_line(line.at, line.value.name, line.value.last_checked, today)


def shown_lines(library: Library) -> Iterator[Entry[HelpLine]]:
    """Yield each line that pages show."""
    if library.help:
        for number, line in enumerate(library.help.value.lines):
            if line.shown:
                yield Entry(line, library.help.at.piece("lines", number))


def advise_on_help_lines(library: Library) -> Iterator[Problem]:
    """Yield one Advice for all that nobody has tried: a clinic that has just begun is not told about each."""
    shown = list(shown_lines(library))
    untried = [line.at for line in shown if line.value.last_checked is None]
    if untried:
        what = f"nobody has tried {len(untried)} of the {len(shown)} help lines shown yet"
        instead = f"dial each, or open its official page, and {how_to_write(untried[0])} the day as last_checked"
        yield problem_at(untried[0].path, untried[0].position(("name",)), what, instead, UNTRIED.id)


def old_line(line: Tree, name: str, checked: date, today: date) -> Iterator[Problem]:
    at, age = (line.path, line.position(("last_checked",))), today - checked
    what = f"“{name}” was last tried {age.days} days ago"
    instead = f"dial it, or open its official page, and {how_to_write(line)} today as last_checked"
    if is_to_come(checked, today):
        yield problem_at(*at, f"{checked} is still to come", "write the day somebody tried it", "day-to-come")
    elif age > HALF_A_YEAR:
        yield problem_at(*at, what, instead, "stale-help-line")
    elif age > A_QUARTER:
        yield problem_at(*at, what, instead, "old-help-line")


def how_to_write(entry: Tree) -> str:
    """Return how to begin: nobody edits a file of the package, and a list of the clinic's own takes the place of its
    entries."""
    if not is_shipped(entry.path):
        return "write"
    return f"copy the entry into {entry.path.removeprefix(FOLDER)} with"
