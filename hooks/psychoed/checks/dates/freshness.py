"""What goes out of date by itself: facts with the day they were checked, and help lines (C8, T9)."""

from collections.abc import Iterator
from datetime import date, timedelta

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.model.lists import DatedFact, HelpLine
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.yaml.tree import Keys, Tree

RULES = (
    Rule("stale-fact", "problem", "a dated fact was checked in the last 183 days"),
    Rule("ended-fact", "advice", "a dated fact still holds"),
    Rule("stale-help-line", "problem", "a help line was tried in the last 183 days"),
    Rule("old-help-line", "advice", "a help line was tried in the last 90 days"),
    Rule("untried-help-lines", "advice", "somebody has tried each help line"),
    Rule("day-to-come", "problem", "nothing was checked on a day that is still to come"),
)
HALF_A_YEAR = timedelta(days=183)
A_QUARTER = timedelta(days=90)
AHEAD = timedelta(days=1)
"""A day may begin earlier where the author lives than in UTC."""


def check_freshness(library: Library, today: date) -> Iterator[Problem]:
    yield from facts(library, today)
    yield from help_lines(library, today)


def facts(library: Library, today: date) -> Iterator[Problem]:
    tree = library.facts_tree
    if tree is None:
        return
    entries = tree.data()
    for number, entry in enumerate(entries if isinstance(entries, list) else []):
        fact = library.facts.get(entry.get("id", "")) if isinstance(entry, dict) else None
        if fact and str(fact.as_of) == entry.get("as_of"):  # an entry with a Problem of its own is not read
            yield from stale_fact(fact, tree, number, today)


def stale_fact(fact: DatedFact, tree: Tree, number: int, today: date) -> Iterator[Problem]:
    at = (tree.path, tree.position((number, "as_of")))
    if fact.as_of - today > AHEAD:
        yield problem_at(*at, f"{fact.as_of} is still to come", "write the day somebody checked it", "day-to-come")
    if today - fact.as_of > HALF_A_YEAR:
        days = (today - fact.as_of).days
        what = f"the fact “{fact.id}” was last checked {days} days ago, and pages say so"
        yield problem_at(*at, what, "read its source again, then write that day as as_of", "stale-fact")
    if fact.until and today > fact.until:
        place = tree.position((number, "until"))
        what = f"the fact “{fact.id}” held until {fact.until}"
        yield problem_at(tree.path, place, what, "find out what holds now, and write that", "ended-fact")


def help_lines(library: Library, today: date) -> Iterator[Problem]:
    """The lines that the clinic's country shows."""
    for line, keys in shown_lines(library):
        if line.last_checked and library.help_tree:
            at = (library.help_tree.path, library.help_tree.position((*keys, "last_checked")))
            yield from old_line(at, line.name, line.last_checked, today)


def shown_lines(library: Library) -> Iterator[tuple[HelpLine, Keys]]:
    """Each line that pages show, with its place in the list."""
    if library.help and library.clinic:
        for number, line in enumerate(library.help.lines):
            if line.shown:
                yield line, (library.clinic.country, "lines", number)


def advise_on_help_lines(library: Library) -> Iterator[Problem]:
    """One line for all that nobody has tried: a clinic that has just begun is not told about each."""
    shown = list(shown_lines(library))
    untried = [keys for line, keys in shown if line.last_checked is None]
    if untried and library.help_tree:
        tree = library.help_tree
        what = f"nobody has tried {len(untried)} of the {len(shown)} help lines shown yet"
        instead = "dial each, or open its official page, and write the day as last_checked"
        yield problem_at(tree.path, tree.position((*untried[0], "name")), what, instead, "untried-help-lines")


def old_line(at: tuple[str, Position], name: str, checked: date, today: date) -> Iterator[Problem]:
    age = today - checked
    what = f"“{name}” was last tried {age.days} days ago"
    instead = "dial it, or open its official page, and write today as last_checked"
    if -age > AHEAD:
        yield problem_at(*at, f"{checked} is still to come", "write the day somebody tried it", "day-to-come")
    elif age > HALF_A_YEAR:
        yield problem_at(*at, what, instead, "stale-help-line")
    elif age > A_QUARTER:
        yield problem_at(*at, what, instead, "old-help-line")
