"""Which rules there are and how strict each is: a Problem fails a strict build, an Advice is shown and never does."""

from collections.abc import Callable, Container, Iterable, Iterator
from typing import Literal, NamedTuple

from psychoed.library.library import Library
from psychoed.reading.problem import Problem, problem_at, suggestion
from psychoed.reading.versions import is_still_to_come

Level = Literal["problem", "advice", "off", "fixed"]
"""A fixed rule is a Problem whatever the settings say, and no author may make an exception from it."""
LEVELS = ("problem", "advice", "off")
"""What the settings may say under extra.checks in mkdocs.yml."""


class Rule(NamedTuple):
    """A rule that authors keep."""

    id: str
    level: Level
    asks: str
    """What it asks for, in a few words."""
    problem_from: str = ""
    """The version of the package from which on a Problem: before, it is Advice, which announces that."""

    @property
    def announced(self) -> bool:
        return self.level == "problem" and is_still_to_come(self.problem_from)

    @property
    def level_now(self) -> Level:
        return "advice" if self.announced else self.level


class Check(NamedTuple):
    """A function that looks for Problems, and the rules that it looks after."""

    function: Callable[..., Iterable[Problem]]
    rules: tuple[Rule, ...]
    """Its own rules. Where it looks after a fixed one, that stands first, and Problems without a rule break that."""
    reads: tuple[str, ...] = ("library",)
    """What it reads: for a check of sources the parts of registry.Given that it is called with."""
    also: tuple[str, ...] = ()
    """Ids of other checks' rules that it may find broken too."""

    @property
    def ids(self) -> frozenset[str]:
        return frozenset((*self.also, *(rule.id for rule in self.rules)))


def under(rule: Rule, found: Iterable[Problem]) -> Iterator[Problem]:
    """Return Problems that say which rule they break: this one, where they name none."""
    return (one if one.rule else one._replace(rule=rule.id, fixed=rule.level == "fixed") for one in found)


def said_of_fixed(rule: str, what: str) -> tuple[str, str]:
    """Return what is said where somebody would change a fixed rule, and what to do. `what`: a level, an exception."""
    return f"“{rule}” takes no level and no exception", f"take this {what} out, and mend what the rule names"


LEVEL_NAMES = Rule("levels", "fixed", "the settings name rules and levels that there are")


def by_level(found: Iterable[Problem], rules: Iterable[Rule], library: Library) -> tuple[list[Problem], list[Problem]]:
    """Return Problems and Advice. What is off is neither."""
    rules = list(rules)
    levels: dict[str, str] = {rule.id: rule.level_now for rule in rules}
    announced = {rule.id: rule.problem_from for rule in rules if rule.announced}
    levels |= {rule: level.value for rule, level in library.levels.items()}
    problems, advice = list[Problem](), list[Problem]()
    for one in found:
        level = "problem" if one.fixed else levels.get(one.rule, "problem")
        if level == "problem":
            problems.append(one)
        elif level == "advice":
            advice.append(announcing(one, announced.get(one.rule, "")))
    return problems, advice


def announcing(advice: Problem, version: str) -> Problem:
    """Return the Advice, saying from which version on it will be a Problem, where it will."""
    if not version:
        return advice
    return advice._replace(instead=f"{advice.instead}; from version {version} on this is a Problem")


def check_levels(library: Library, rules: Iterable[Rule], fixed: Container[str] = ()) -> Iterator[Problem]:
    """Yield a Problem for each name and level under extra.checks that means nothing. `fixed`: ids of rules that hold
    whatever anybody says."""
    return under(LEVEL_NAMES, wrong_levels(library, {rule.id for rule in rules}, fixed))


def wrong_levels(library: Library, known: set[str], fixed: Container[str]) -> Iterator[Problem]:
    for rule, level in library.levels.items():
        at = (level.at.path, level.at.position(()))
        if rule in fixed:
            yield problem_at(*at, *said_of_fixed(rule, "level"))
        elif rule not in known:
            yield problem_at(*at, f"“{rule}” under extra.checks is not a rule", suggestion(rule, known))
        elif level.value not in LEVELS:
            what = f"“{level.value}” under extra.checks is not a level"
            yield problem_at(*at, what, suggestion(level.value, LEVELS))
