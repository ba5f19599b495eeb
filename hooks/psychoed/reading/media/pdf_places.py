"""The words of a PDF as they stand on its pages, in whatever order a program drew them: line after line, and down each column.

Whoever looks for words in a PDF that people made asks here beside what it holds as text.
"""

from collections.abc import Iterable, Iterator
from ctypes import byref, c_double
from itertools import groupby, pairwise
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

WIDE_GAP = 1.0
"""Heights of a letter between what stands in two columns."""
MOST_PLACED = 20_000
"""Letters of a page that are placed: more stand on none that somebody reads."""


class PlacedLetter(NamedTuple):
    """A letter on a page, in points from its lower left corner."""

    sign: str
    left: float
    right: float
    base: float
    height: float


class Stretch(NamedTuple):
    """Letters of one line that stand close to each other."""

    text: str
    left: float
    base: float
    height: float


def words_on_pages(data: bytes) -> Iterator[str]:
    """Yield for each page its words line after line, then column after column; nothing of what is no PDF."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    with document:
        for page in document:
            lines = [*lines_on_page(letters_of(page.get_textpage()))]
            in_lines = "\n".join(" ".join(piece.text for piece in line) for line in lines)
            yield "\n\n".join([in_lines, *columns_of(piece for line in lines for piece in line)])


def letters_of(text: pypdfium2.PdfTextPage) -> list[PlacedLetter]:
    found = (letter_at(text, at) for at in range(min(text.count_chars(), MOST_PLACED)))
    return [one for one in found if one and not one.sign.isspace()]


def letter_at(text: pypdfium2.PdfTextPage, at: int) -> PlacedLetter | None:
    """Return a letter with its place; None for a sign that is not drawn."""
    left, right, bottom, top, along, base = (c_double() for _ in range(6))
    code = raw.FPDFText_GetUnicode(text, at)
    if not raw.FPDFText_GetCharBox(text, at, byref(left), byref(right), byref(bottom), byref(top)) or code < ord(" "):
        return None
    raw.FPDFText_GetCharOrigin(text, at, byref(along), byref(base))
    height = max(raw.FPDFText_GetFontSize(text, at), top.value - bottom.value, 1)
    return PlacedLetter(chr(code), left.value, right.value, base.value, height)


def lines_on_page(letters: list[PlacedLetter]) -> Iterator[list[Stretch]]:
    """Yield the lines from the top down, each in the pieces between which there is more than a space."""
    line: list[PlacedLetter] = []
    for one in sorted(letters, key=lambda one: -one.base):
        if line and line[0].base - one.base > line[0].height / 3:
            yield [*stretches_in(line)]
            line = []
        line.append(one)
    yield [*stretches_in(line)]


def stretches_in(line: list[PlacedLetter]) -> Iterator[Stretch]:
    ordered = sorted(line, key=lambda one: one.left)
    piece: list[PlacedLetter] = ordered[:1]
    for before, one in pairwise(ordered):
        gap = one.left - before.right
        if gap > WIDE_GAP * before.height:
            yield stretch_of(piece)
            piece = []
        elif gap > before.height / 6:
            piece.append(one._replace(sign=f" {one.sign}"))
            continue
        piece.append(one)
    if piece:
        yield stretch_of(piece)


def stretch_of(letters: list[PlacedLetter]) -> Stretch:
    first = letters[0]
    return Stretch("".join(one.sign for one in letters), first.left, first.base, first.height)


def columns_of(pieces: Iterable[Stretch]) -> Iterator[str]:
    """Yield what stands below each other: pieces that begin nearly alike, from the top down."""
    number, before = 0, None
    placed: list[tuple[int, Stretch]] = []
    for one in sorted(pieces, key=lambda one: one.left):
        number += before is not None and one.left - before > one.height
        before = one.left
        placed.append((number, one))
    for _, column in groupby(sorted(placed, key=lambda one: (one[0], -one[1].base)), key=lambda one: one[0]):
        yield "\n".join(piece.text for _, piece in column)
