"""The blocks of a Markdown text, parted by empty lines, headings and markers of lists, each with its place."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Literal, NamedTuple

from psychoed.reading.markdown.html import ATTRIBUTES
from psychoed.reading.markdown.mask import LIST_MARK, without_comments, without_fences, without_indented_code

TextKind = Literal["heading", "paragraph", "item", "quote", "table", "footnote"]
"""`quote`: marked {.quote}, the words of somebody else."""

HEADING = re.compile(r"(#{1,6})(?:\s+|$)")
UNDERLINED = re.compile(r"[^\n]+\n(=+|-+)[ ]*$")
QUOTED = re.compile(r"\{:?\s*\.quote\b")
TABLE = re.compile(r"^[ \t]*\||^[^\n|]*\|[^\n]*\n[\s|:]*-[-\s|:]*$", re.MULTILINE)
ITEM = re.compile(rf"\s*{LIST_MARK}\s*|:[ ]{{1,3}}(?=\S)")
FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]\n]*\]:")
BESIDE_WORDS = re.compile(rf"^#{{1,6}}(?=\s|$)[ \t]*|[ \t]*{ATTRIBUTES}[ \t]*#*$|(?:[ \t]+|^)#+[ \t]*$|\[\^[^\]]*\]")


class TextBlock(NamedTuple):
    """`raw`: as it is typed, with code and comments blank. `level`: of a heading, 1 to 6, and of all else 0."""

    kind: TextKind
    raw: str
    at: int
    level: int

    @property
    def is_quotation(self) -> bool:
        """Return True if each of its lines begins with “>”."""
        return self.raw.lstrip().startswith(">")

    @property
    def title(self) -> str:
        """Return the Markdown of a heading without what marks it as one, its attributes and its footnotes."""
        return BESIDE_WORDS.sub("", self.raw.strip().split("\n")[0])


def blocks_in(text: str) -> Iterator[TextBlock]:
    lines = without_indented_code(without_comments(without_fences(text))).split("\n")
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    for first, last in parted(lines):
        raw = "\n".join(lines[first:last])
        if raw.strip():
            yield TextBlock(kind_of(raw), raw, starts[first], level_of(raw))


def parted(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the first line of each block, and the one after its last."""
    begin = 0
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        underlined = number - begin == 2 and level_of("\n".join(lines[begin:number]))
        if not line.strip() or HEADING.match(line) or ITEM.match(line) or HEADING.match(above) or underlined:
            yield begin, number
            begin = number if line.strip() else number + 1
    yield begin, len(lines)


def level_of(raw: str) -> int:
    if heading := HEADING.match(raw):
        return len(heading[1])
    underlined = UNDERLINED.match(raw)
    return (1 if underlined[1][0] == "=" else 2) if underlined else 0


def kind_of(raw: str) -> TextKind:
    if FOOTNOTE.match(raw):
        return "footnote"
    if level_of(raw):
        return "heading"
    if QUOTED.search(raw):
        return "quote"
    if ITEM.match(raw):
        return "item"
    return "table" if TABLE.search(raw) else "paragraph"
