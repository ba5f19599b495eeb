"""Headings of an article: the title is the only one at the top, none skips a step, and none is far from the next."""

from collections.abc import Iterator
from itertools import zip_longest

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.words.passages import Passage, passages

MOST_WITHOUT_HEADING = 150
RULES = (
    Rule("heading-title", "problem", "no second title inside the text"),
    Rule("heading-order", "problem", "headings step down one at a time"),
    Rule("heading-empty", "problem", "every heading has words, and something below it"),
    Rule("heading-gap", "advice", f"a heading at least every {MOST_WITHOUT_HEADING} words"),
)


def check_headings(library: Library) -> Iterator[Problem]:
    for source in library.pages.values():
        body = list(passages(source.body, source.tree.path, source.body_line))
        if source.article and not body:
            at = Position(source.body_line)
            what = "the page has no text"
            yield problem_at(source.tree.path, at, what, "write it below the second line of ---", "heading-empty")
        headings = [passage for passage in body if passage.kind == "heading"]
        yield from second_titles(headings)
        yield from skipped_levels(headings)
        yield from empty_headings(body)
        if source.article and source.audience == "client":
            yield from long_gaps(body)


def second_titles(headings: list[Passage]) -> Iterator[Problem]:
    """Yield headings of the first level: the page shows the title of its front matter as its one such heading."""
    for heading in headings:
        if heading.level == 1:
            what = "a second title stands inside the text"
            yield problem_at(heading.path, heading.start, what, "begin the heading with ##", "heading-title")


def skipped_levels(headings: list[Passage]) -> Iterator[Problem]:
    above = 1
    for heading in headings:
        if heading.level > above + 1:
            what = f"a heading of level {heading.level} follows one of level {above}"
            yield problem_at(heading.path, heading.start, what, f"begin it with {'#' * (above + 1)}", "heading-order")
        above = heading.level


def empty_headings(body: list[Passage]) -> Iterator[Problem]:
    """Yield headings without words, or with nothing under them before the next one of their level or a higher one."""
    for passage, below in zip_longest(body, body[1:]):
        if passage.kind != "heading":
            continue
        words = passage.title
        if not words:
            yield problem_at(
                passage.path, passage.start, "a heading has no words", "write some, or take it out", "heading-empty"
            )
        elif below is None or (below.kind == "heading" and below.level <= passage.level):
            what = f"nothing stands below the heading “{words}”"
            yield problem_at(passage.path, passage.start, what, "write its text, or take it out", "heading-empty")


def long_gaps(body: list[Passage]) -> Iterator[Problem]:
    """Yield one Advice for each stretch without a heading, where its words run over."""
    words = 0
    for passage in body:
        before = words
        words = 0 if passage.kind == "heading" else words + len(passage.text.split())
        if before <= MOST_WITHOUT_HEADING < words:
            what = f"more than {MOST_WITHOUT_HEADING} words stand here without a heading"
            yield problem_at(
                passage.path, passage.start, what, "begin a new section before this, with ##", "heading-gap"
            )
