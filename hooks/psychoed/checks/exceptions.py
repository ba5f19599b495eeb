"""Exceptions that an author makes from a rule, each with its reason, where the rule is wrong about a line.

In Markdown `<!-- lint-ok: rule-id reason -->`, in YAML and in front matter `# lint-ok: rule-id reason`: at the end of the
line it excuses, or on a line of its own above it.
"""

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from psychoed.library.library import Library
from psychoed.reading.problem import Position, Problem, problem_at, suggestion
from psychoed.reading.yaml.tree import Tree

MARKDOWN = re.compile(r"<!--\s*lint-ok:\s*(\S*)\s*(.*?)\s*-->")
LISTS = ("strings", "dated-facts", "glossary", "sources", "help-lines", "kinds")
"""Lists in which an exception may stand."""
YAML = re.compile(r"(?:^|\s)#\s*lint-ok:\s*(\S*)[ \t]*(.*?)\s*$")


class Allowance(NamedTuple):
    """One exception: the rule it is from, and the lines of the file on which it holds."""

    path: str
    position: Position
    rule: str
    reason: str
    lines: tuple[int, ...]

    def excuses(self, problem: Problem) -> bool:
        return (problem.path, problem.rule) == (self.path, self.rule) and problem.line in self.lines


def allowances(library: Library) -> Iterator[Allowance]:
    for page in {**library.pages, **library.headless}.values():
        yield from in_text(page.tree, page.body_line)
    for tree in (*library.written(), *library.listed(*LISTS)):
        yield from in_text(tree, None)


def in_text(tree: Tree, body_line: int | None) -> Iterator[Allowance]:
    """`body_line`: where the Markdown of a page begins; above it, and in all other files, everything is YAML."""
    if "lint-ok" not in tree.text:
        return
    lines = tree.text.split("\n")
    for number, line in enumerate(lines, 1):
        for pattern in (YAML, MARKDOWN) if body_line and number < body_line else (MARKDOWN if body_line else YAML,):
            for found in pattern.finditer(line):
                alone = not pattern.sub("", line).strip("# \t")
                below = next((n for n in range(number + 1, len(lines) + 1) if lines[n - 1].strip()), number)
                holds = (number, below) if alone else (number,)
                yield Allowance(tree.path, Position(number, found.start() + 1), found[1], found[2], holds)


def apply_exceptions(
    problems: Iterable[Problem], library: Library, rules: Iterable[str], answered: Container[str]
) -> list[Problem]:
    """The Problems that no exception excuses, and those of the exceptions themselves. `rules`: ids that may be
    named. `answered`: those of which all Problems are here, so that an exception that excuses nothing is known."""
    found, known = list(allowances(library)), set(rules)
    problems = list(problems)
    kept = [problem for problem in problems if not any(allowance.excuses(problem) for allowance in found)]
    for allowance in found:
        at = (allowance.path, allowance.position)
        if allowance.rule not in known:
            kept.append(problem_at(*at, f"“{allowance.rule}” is not a rule", suggestion(allowance.rule, known)))
        elif not allowance.reason:
            kept.append(
                problem_at(
                    *at, f"the exception from “{allowance.rule}” gives no reason", "write the reason after the rule"
                )
            )
        elif allowance.rule in answered and not any(allowance.excuses(problem) for problem in problems):
            what = f"the exception from “{allowance.rule}” excuses nothing here"
            kept.append(problem_at(*at, what, "take it out"))
    return kept
