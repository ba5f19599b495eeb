"""How a build says what it found, to a person before a screen: grouped by file, counted, and what to do next."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, TextIO

import click

from psychoed.reading.problem import Problem
from psychoed.report.formats import Findings, number

HELP = "“When the build complains” in the README of psychoed explains the rest."
MOST_RULES = 5
MANY_FILES = 5
"""From so many files on, a rule that they break is named once more, with all of them."""
FILES_NAMED = 8
Outcome = Literal["nothing", "the rest", "preview"]
OUTCOMES: dict[Outcome, str] = {
    "nothing": "",
    "the rest": "Pages and sheets with a Problem were left out.",
    "preview": "They stand at the top of each page, and go when you mend them.",
}


def in_color(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Return True if somebody looks who has not asked for no color: https://no-color.org"""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def line_of(problem: Problem, *, color: bool) -> str:
    """Return the line of a Problem, in the same words with and without color, so that editors find the place."""
    if not color:
        return str(problem)
    place = click.style(f"{problem.path}:{problem.line}:{problem.column}:", bold=True)
    rule = click.style(f" [{problem.open_rule}]", dim=True) if problem.open_rule else ""
    return f"{place} {problem.what}; {click.style(problem.instead, fg='green')}{rule}"


def heading_of(path: str, count: int) -> str:
    return click.style(f"{path}: {number(count, 'Problem')}", underline=True)


def closing(found: Findings, outcome: Outcome, *, color: bool) -> list[str]:
    """Return what was found in all, and where to begin; nothing where there is no Problem."""
    if not found.problems:
        return []
    advice = f", and {len(found.advice)} of Advice" if found.advice else ""
    total = click.style(found.summary(), bold=True) if color else found.summary()
    first = min(found.problems)
    begin = f"Begin with {first.path}, line {first.line}: mend it, save, and build again."
    return [f"{total}{advice}{most_often(found)}.", *by_rule(found), f"{OUTCOMES[outcome]} {begin} {HELP}".strip()]


def by_rule(found: Findings) -> Iterator[str]:
    """Yield what is wrong all over the library: each rule that many files break, how often, and what mends it."""
    rules: dict[str, list[Problem]] = {}
    for problem in found.problems:
        rules.setdefault(problem.open_rule, []).append(problem)
    for rule, broken in sorted(rules.items(), key=lambda one: -len(one[1])):
        files = Counter(problem.path for problem in broken)
        instead, times = Counter(problem.instead for problem in broken).most_common(1)[0]
        if rule and len(files) >= MANY_FILES and 2 * times > len(broken):
            named = ", ".join(f"{path} ({count})" for path, count in files.most_common(FILES_NAMED))
            more = f" and {len(files) - FILES_NAMED} more" if len(files) > FILES_NAMED else ""
            yield f"{len(broken)} times in {len(files)} files: {instead} [{rule}]: {named}{more}"


def most_often(found: Findings) -> str:
    """Return the rules that were broken, where a list of them is shorter than what stands above."""
    counts = Counter(problem.open_rule for problem in found.problems if problem.open_rule).most_common(MOST_RULES)
    if len(found.problems) <= MOST_RULES or not counts:
        return ""
    return f" (most often {', '.join(f'{rule}: {count}' for rule, count in counts)})"
