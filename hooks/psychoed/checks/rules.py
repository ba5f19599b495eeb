"""Which rules there are and how strict each is: a Problem fails a strict build, an Advice is shown and never does."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from psychoed.library.library import Library
from psychoed.reading.problem import Problem, problem_at, suggestion

Level = Literal["problem", "advice", "off"]
LEVELS: tuple[Level, ...] = ("problem", "advice", "off")


class Rule(NamedTuple):
    """A rule that the settings may make stricter or looser, under extra.checks in mkdocs.yml."""

    id: str
    level: Level
    asks: str
    """What it asks for, in a few words."""


def by_level(found: Iterable[Problem], rules: Iterable[Rule], library: Library) -> tuple[list[Problem], list[Problem]]:
    """Problems and Advice. What has no rule is always a Problem; what is off is neither."""
    levels: dict[str, str] = {rule.id: rule.level for rule in rules}
    levels |= {rule: level for rule, (level, _, _) in library.levels.items()}
    found = list(found)
    problems = [problem for problem in found if levels.get(problem.rule, "problem") == "problem"]
    return problems, [problem for problem in found if levels.get(problem.rule) == "advice"]


def check_levels(library: Library, rules: Iterable[Rule]) -> Iterator[Problem]:
    """Names and levels under extra.checks that mean nothing."""
    known = {rule.id for rule in rules}
    for rule, (level, path, at) in library.levels.items():
        if rule not in known:
            yield problem_at(path, at, f"“{rule}” under extra.checks is not a rule", suggestion(rule, known))
        elif level not in LEVELS:
            yield problem_at(path, at, f"“{level}” under extra.checks is not a level", suggestion(level, LEVELS))
