"""Exceptions that an author makes from a rule, each with its reason, where the rule is wrong about a line.

In Markdown `<!-- lint-ok: rule-id reason -->`, in YAML and in front matter `# lint-ok: rule-id reason`: at the end of the
line it excuses, or on a line of its own above it.
"""

import re
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from psychoed.checks.rules import Rule, said_of_fixed, under
from psychoed.library.library import Library
from psychoed.library.sources import PageSource, in_body
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.markdown.visible import visible
from psychoed.reading.problem import Position, Problem, problem_at, suggestion
from psychoed.reading.yaml.tree import Tree

RULES = (
    Rule("exceptions", "fixed", "an exception names its rule and its reason"),
    Rule("needless-exception", "advice", "an exception excuses something"),
)
MARKDOWN_COMMENT = re.compile(r"lint-ok:\s*(\S*)\s*(.*)", re.DOTALL)
LISTS_WITH_EXCEPTIONS = ("strings", "dated-facts", "care-lists", "glossary", "sources", "help-lines", "kinds")
"""Lists in which an exception may stand."""
YAML_COMMENT = re.compile(r"(?:^|\s)#\s*lint-ok:\s*(\S*)[ \t]*(.*?)\s*$")


class Allowance(NamedTuple):
    """One exception: the rule it is from, and the lines of the file on which it holds."""

    path: str
    position: Position
    rule: str
    reason: str
    lines: tuple[int, ...]

    def excuses(self, problem: Problem) -> bool:
        return (problem.path, problem.open_rule) == (self.path, self.rule) and problem.line in self.lines


def allowances(library: Library) -> Iterator[Allowance]:
    """Yield every exception of the library, with its place."""
    for page in {**library.pages, **library.headless}.values():
        yield from allowances_in_yaml(page.tree, page.body_line)
        yield from allowances_in_markdown(page)
    for tree in (*library.written(), *library.listed(*LISTS_WITH_EXCEPTIONS)):
        yield from allowances_in_yaml(tree)


def allowances_in_yaml(tree: Tree, end: int | None = None) -> Iterator[Allowance]:
    """Yield the exceptions in a file of YAML. `end`: the line on which the Markdown of a page begins."""
    if "lint-ok" not in tree.text:
        return
    lines = tree.text.split("\n")
    for number, line in enumerate(lines[: end - 1 if end else None], 1):
        if found := YAML_COMMENT.search(line):
            alone = not YAML_COMMENT.sub("", line).strip("# \t")
            holds = excused_lines(number, lines, alone=alone)
            yield Allowance(tree.path, Position(number, found.start() + 1), found[1], found[2], holds)


def allowances_in_markdown(page: PageSource) -> Iterator[Allowance]:
    lines = page.tree.text.split("\n")
    for comment in read_markdown(page.body).comments:
        if found := MARKDOWN_COMMENT.fullmatch(comment.words):
            at = in_body(page, comment.at)
            holds = excused_lines(at.line, lines, alone=not visible(lines[at.line - 1]).strip())
            yield Allowance(page.tree.path, at, found[1], found[2], holds)


def excused_lines(number: int, lines: list[str], *, alone: bool) -> tuple[int, ...]:
    """Return the line of an exception and, where it stands alone there, the next one that says something."""
    below = next((n for n in range(number + 1, len(lines) + 1) if lines[n - 1].strip()), number)
    return (number, below) if alone else (number,)


def apply_exceptions(
    problems: Iterable[Problem],
    library: Library,
    rules: Iterable[str],
    answered: Container[str],
    fixed: Container[str] = (),
) -> list[Problem]:
    """Return the Problems that no exception excuses, and those of the exceptions themselves. `rules`: ids that may be
    named. `answered`: those of which all Problems are here, so that an exception that excuses nothing is known. `fixed`:
    ids of rules from which there is none."""
    found, known = list(allowances(library)), set(rules)
    problems = list(problems)
    kept = [problem for problem in problems if not any(allowance.excuses(problem) for allowance in found)]
    return [*kept, *under(RULES[0], wrong_allowances(found, problems, known, answered, fixed))]


def wrong_allowances(
    found: Iterable[Allowance],
    problems: Sequence[Problem],
    known: Collection[str],
    answered: Container[str],
    fixed: Container[str],
) -> Iterator[Problem]:
    """Return what is wrong with the exceptions themselves."""
    for allowance in found:
        at = (allowance.path, allowance.position)
        if allowance.rule in fixed:
            yield problem_at(*at, *said_of_fixed(allowance.rule, "exception"))
        elif allowance.rule not in known:
            yield problem_at(*at, f"“{allowance.rule}” is not a rule", suggestion(allowance.rule, known))
        elif not allowance.reason:
            yield problem_at(
                *at, f"the exception from “{allowance.rule}” gives no reason", "write the reason after the rule"
            )
        elif allowance.rule in answered and not any(allowance.excuses(problem) for problem in problems):
            what = f"the exception from “{allowance.rule}” excuses nothing here"
            yield problem_at(*at, what, "take it out", "needless-exception")
