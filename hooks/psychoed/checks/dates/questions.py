"""Questions to the clinician who reviews a text: the words that each is about still stand there."""

import re
from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import PageSource, SheetSource
from psychoed.model.worksheet import ReviewQuestion
from psychoed.reading.problem import Problem, problem_at

RULES = (Rule("review-question", "problem", "a question to the reviewer names words of the text"),)


def check_review_questions(library: Library) -> Iterator[Problem]:
    sources: tuple[PageSource | SheetSource, ...] = (*library.articles(), *library.sheets.values())
    for source in sources:
        for number, question in enumerate(source.ask_reviewer):
            if question.at and not line_asked_of(question, source):
                at = source.tree.position(("ask_reviewer", number, "at"))
                what = f"“{question.at}” does not stand in the text"
                instead = "copy words of the text as they are now, or take `at` or the question out"
                yield problem_at(source.tree.path, at, what, instead)


def line_asked_of(question: ReviewQuestion, source: PageSource | SheetSource) -> int:
    """Return the line of the file on which the words of a question begin, beside those of questions; 0 for none."""
    text = lines_for_readers(source)
    words = re.compile(r"\s+".join(map(re.escape, (question.at or "").split())))
    within = {source.tree.position(("ask_reviewer", n, "at")).line for n, _ in enumerate(source.ask_reviewer)}
    lines = (text.count("\n", 0, found.start()) + 1 for found in words.finditer(text) if found[0])
    return next((line for line in lines if line not in within), 0)


def lines_for_readers(source: PageSource | SheetSource) -> str:
    """Return what its readers see, with each line where it stands in the file."""
    return "\n" * (source.body_line - 1) + source.body if isinstance(source, PageSource) else source.tree.text
