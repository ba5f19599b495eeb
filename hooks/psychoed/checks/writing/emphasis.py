"""Stars and lines around words that are drawn otherwise than meant: never closed, parted from their words, or meant as
signs."""

import re
from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.reading.markdown.blocks import TextBlock
from psychoed.reading.markdown.dialect import BLANKS
from psychoed.reading.markdown.document import Document
from psychoed.reading.problem import Fault

RULES = (
    Rule("unclosed-emphasis", "problem", "** and __ are closed where their words end, and * that is a sign has a backslash"),
)  # fmt: skip
STRONG = re.compile(r"(?<![*\\])\*{2,3}(?!\*)|(?<![_\\\w])_{2,3}(?=[^\W_])|(?<=[\w.,;:!?)])_{2,3}(?![_\w])")
PARTED = re.compile(r"(?<![*\\])(\*{2,3})(?!\*)([^*\n]+)(?<!\*)\1(?!\*)")
LEANING = re.compile(r"(?<!\*)\*(?![*\s])((?:[^*]|(?<=\s)\*(?=\s))+)(?<!\s)\*(?!\*)")
"""Words between two stars, as Python-Markdown pairs them."""
BACKSLASH = "write a backslash before each sign"


def faults_of_emphasis(found: Document, block: TextBlock, *, linted: bool) -> Iterator[Fault]:
    """Yield what is wrong in a block. In a table each cell is for itself. `linted`: rumdl names ** words ** itself."""
    raw = BLANKS.sub(lambda blank: " " * len(blank[0]), found.bare[block.at : block.at + len(block.raw)])
    ends = [at for at, sign in enumerate(raw) if block.kind == "table" and sign in "|\n"]
    for begin, end in zip([0, *(at + 1 for at in ends)], [*ends, len(raw)], strict=True):
        parted = list(parted_from_words(raw, begin, end, linted=linted))
        yield from (one._replace(at=block.at + one.at) for one in parted or left_open(raw, begin, end))
        yield from (one._replace(at=block.at + one.at) for one in stars_meant(raw, begin, end))


def parted_from_words(raw: str, begin: int, end: int, *, linted: bool) -> Iterator[Fault]:
    """Yield ** words** and **words **, which other programs write and nobody draws."""
    for one in PARTED.finditer(raw, begin, end):
        spaces = one[2][0].isspace() + one[2][-1].isspace()
        if one[2].strip() and spaces and not (linted and spaces == 2):
            what = f"a space parts “{one[1]}” from its words, so that readers see the stars"
            instead = f"write {one[1]}{one[2].strip()}{one[1]}, with the space outside"
            yield Fault(what, instead, "unclosed-emphasis", one.start())


def left_open(raw: str, begin: int, end: int) -> Iterator[Fault]:
    """Yield the last of the marks around strong words where one is left over."""
    marks = [one for one in STRONG.finditer(raw, begin, end) if is_mark(raw, one)]
    for sign in "*_":
        of_sign = [one for one in marks if one[0][0] == sign]
        if len(of_sign) % 2:
            what = f"“{of_sign[-1][0]}” stands here without another"
            instead = "write one on both sides of the words, or a backslash before each sign"
            yield Fault(what, instead, "unclosed-emphasis", of_sign[-1].start())


def is_mark(raw: str, one: re.Match[str]) -> bool:
    """Return True for what touches words."""
    before, after = raw[one.start() - 1 : one.start()], raw[one.end() : one.end() + 1]
    return bool((before and not before.isspace()) or (after and not after.isspace()))


def stars_meant(raw: str, begin: int, end: int) -> Iterator[Fault]:
    """Yield pairs of stars that would vanish and set what stands between them in italics, though the first is a sign behind
    a word (weekdays*) or between two numbers (2*3)."""
    if "***" in raw[begin:end]:
        return
    for one in LEANING.finditer(raw, begin, end):
        before, after = raw[one.start() - 1 : one.start()] if one.start() > begin else "", one[1][0]
        if before.isdigit() and after.isdigit():
            what = "the stars between these numbers would vanish"
            yield Fault(what, "write × between them", "unclosed-emphasis", one.start())
        elif (before.isalnum() or before in tuple(")%’”")) and not after.isalnum():
            what = "this star and the next would vanish, and set the words between them in italics"
            yield Fault(what, BACKSLASH, "unclosed-emphasis", one.start())
