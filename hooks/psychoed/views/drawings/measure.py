"""How many words fit on a line of a drawing, for places that grow with their words and for text in SVG, which does not wrap."""

from typing import NamedTuple

LETTER = 0.56
"""The width of a letter as a share of its size: a little more than that of bold Atkinson Hyperlegible."""


class Type(NamedTuple):
    """Sizes of words and answers in a drawing, in mm."""

    size: float
    line: float
    """From one line of words to the next."""
    pitch: float
    """The height of a line to write on, by hand."""


USUAL = Type(size=4.24, line=6, pitch=9)
"""12 pt on 6 mm, as in overrides/print/look.typ."""
LARGE = Type(size=6.35, line=9, pitch=13.5)
"""18 pt on 9 mm."""


def type_of(*, large: bool) -> Type:
    return LARGE if large else USUAL


def wrapped(text: str, width: float, size: float) -> list[str]:
    """Return the text in lines of at most this width. A word that is wider has a line of its own."""
    room = max(1, int(width / (size * LETTER) + 0.01))  # widths are rounded
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def height_of(text: str, width: float, type_: Type) -> float:
    """Return how high the words are where they have this width. A line may break after a slash."""
    return len(wrapped(text.replace("/", "/ "), width, type_.size)) * type_.line


def width_of(text: str, type_: Type) -> float:
    """Return how wide the words are on one line."""
    return len(text) * type_.size * LETTER
