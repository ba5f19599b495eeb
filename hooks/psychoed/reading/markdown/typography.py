"""Typographic quotation marks, apostrophes, dashes and ellipses for the straight ones of a keyboard, seen through emphasis,
links and raw HTML: what stands before a mark and behind it decides, whatever element that is in."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

AS_TYPED = frozenset({"code", "pre", "kbd", "samp", "script", "style", "math"})
FLOWING = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "del",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "var",
        "code",
        "br",
    ]
)  # elements inside a line of words
STASHED = re.compile("\x02([^\x03]*)\x03")
ESCAPED = re.compile("[0-9]+")
STRAIGHT = re.compile("[\"']")
BEGIN_WITH_APOSTROPHE = re.compile(
    r"'(?:tis|twas|twere|til|till|em|n|cause|bout|round|cos|kay|\d\ds?)\b", re.IGNORECASE
)
"""Words that begin with an apostrophe."""
DASHES_AND_DOTS = (
    (re.compile(r"(?<!-)---(?!-)"), "—"),
    (re.compile(r"(?<![-<])--(?![->])"), "–"),
    (re.compile(r"(?<!\.)\.{3}(?!\.)"), "…"),
)
OPENING = ' \t\n\xa0([{<—–-/“‘="'
"""Behind these a mark opens."""


class Piece(NamedTuple):
    """A text of the tree: the words before the children of an element, or those behind it."""

    element: Element
    is_tail: bool

    @property
    def text(self) -> str:
        return (self.element.tail if self.is_tail else self.element.text) or ""

    def write(self, text: str) -> None:
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


class Typography(Treeprocessor):
    """Runs when all of a text is a tree, and escaped characters still are no marks."""

    def run(self, root: Element) -> None:
        for line in lines_in(root):
            set_line(line)


def lines_in(element: Element) -> Iterator[list[Piece]]:
    """Yield the texts that flow in one line of words, for every block."""
    line: list[Piece] = []
    yield from flowing(element, line)
    yield line


def flowing(element: Element, line: list[Piece]) -> Iterator[list[Piece]]:
    """Add the texts of an element to the line, and yield the lines of the blocks in it."""
    line.append(Piece(element, is_tail=False))
    for child in element:
        if child.tag in FLOWING or child.tag in AS_TYPED:
            yield from flowing(child, line)
        else:
            yield from lines_in(child)
        line.append(Piece(child, is_tail=True))


def set_line(line: list[Piece]) -> None:
    texts = [piece.text for piece in line]
    quiet = [not is_set(piece) for piece in line]
    words = "".join(texts)
    if not STRAIGHT.search(words) and "--" not in words and "..." not in words:
        return
    set_words = marks_set(words)
    at = 0
    for piece, text, as_typed in zip(line, texts, quiet, strict=True):
        said = set_words[at : at + len(text)]
        at += len(text)
        if not as_typed and text:
            for pattern, sign in DASHES_AND_DOTS:
                said = pattern.sub(sign, said)
            piece.write(said)


def is_set(piece: Piece) -> bool:
    return piece.is_tail or (piece.element.tag not in AS_TYPED and not isinstance(piece.element.text, AtomicString))


def marks_set(words: str) -> str:
    """Return the words with each straight mark turned; their length stays."""
    seen = STASHED.sub(lambda found: blank_or_sign(found[1], len(found[0])), words)
    letters, turned = list(words), list(seen)
    opened = 0
    for found in STRAIGHT.finditer(seen):
        at = found.start()
        before, after = near(turned, at, -1), near(turned, at, 1)
        if found[0] == '"':
            letters[at] = double(before, after, opened)
            opened += {"“": 1, "”": -1}.get(letters[at], 0)
        else:
            letters[at] = single(seen, at, before, after)
        turned[at] = letters[at]
    return "".join(letters)


def blank_or_sign(inside: str, length: int) -> str:
    """Return what stands for something that is not text: the escaped character, or nothing that counts."""
    sign = chr(int(inside)) if ESCAPED.fullmatch(inside) and int(inside) < 0x110000 else "\x00"
    return (sign if sign not in "\"'" else "x").ljust(length, "\x00")


def near(seen: Sequence[str], at: int, step: int) -> str:
    """Return the next character in this direction that counts, or a space at the end of the line."""
    at += step
    while 0 <= at < len(seen) and seen[at] == "\x00":
        at += step
    return seen[at] if 0 <= at < len(seen) else " "


def double(before: str, after: str, opened: int) -> str:
    if before in OPENING and not after.isspace():
        return "“"
    if before.isdigit() and not opened:
        return "″"
    return "”"


def single(seen: str, at: int, before: str, after: str) -> str:
    if before.isdigit() and (after.isdigit() or after in '"×') and "'" not in seen[:at].split(" ")[-1]:
        return "′"
    if before.isdigit() and re.match(r"'\s?\d+(?:\"|\s*(?:in|tall|long|wide)\b)", seen[at:]):
        return "′"
    if before in OPENING and not after.isspace() and not BEGIN_WITH_APOSTROPHE.match(seen, at):
        return "‘"
    return "’"
