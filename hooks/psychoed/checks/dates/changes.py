"""A change that matters is listed with the day on which it was made."""

from collections.abc import Iterator
from datetime import date

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.today import is_to_come
from psychoed.model.worksheet import Change
from psychoed.reading.problem import Problem, problem_at
from psychoed.reading.yaml.tree import Tree

RULES = (Rule("change-dates", "problem", "a change that matters has a day that is not still to come"),)


def check_changes(library: Library, today: date) -> Iterator[Problem]:
    for source in library.sources():
        yield from changes_to_come(source.tree, source.changes, today)


def changes_to_come(tree: Tree, changes: tuple[Change, ...], today: date) -> Iterator[Problem]:
    for number, change in enumerate(changes):
        if is_to_come(change.on, today):
            at = tree.position(("changes", number, "on"))
            yield problem_at(
                tree.path, at, f"{change.on} is still to come", "write the day of the change", "change-dates"
            )
