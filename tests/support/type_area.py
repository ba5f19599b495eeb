"""What of a printed page stands where nothing may: out of its type area, in its footer, or over its neighbor."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy
import pymupdf

MILLIMETER = 72 / 25.4
SIDE, SLIP, NUMBER_SLIP = 21 * MILLIMETER, 3, 9
"""The margin at the sides as in overrides/print/look.typ, and how far a letter may lean over it, in points; the number of
the last point of a scale stands in the middle below it."""
HEAD = 18 * MILLIMETER


class Piece(NamedTuple):
    """A word or a field with its box, in points from the upper left corner."""

    what: str
    box: tuple[float, float, float, float]


def words_of(page: pymupdf.Page) -> list[Piece]:
    return [Piece(word[4], word[:4]) for word in page.get_text("words")]


def fields_of_page(page: pymupdf.Page) -> list[Piece]:
    return [Piece(f"field {one.field_name}", tuple(one.rect)) for one in page.widgets()]


def footer_of(pdf: pymupdf.Document, foot: float) -> set[str]:
    """Return the words of the first footer; a page number may be any."""
    page = pdf[0]
    return {word.what for word in words_of(page) if word.box[3] > page.rect.height - foot}


def misplaced(pdf: pymupdf.Document, foot_mm: float) -> Iterator[str]:
    """Yield what stands out of the type area or over its neighbor, with its page. `foot_mm`: the height of the footer."""
    foot = foot_mm * MILLIMETER
    footer = footer_of(pdf, foot)
    for number, page in enumerate(pdf, 1):
        words, fields = words_of(page), fields_of_page(page)
        edge = page.rect.height - foot
        body = [word for word in words if word.box[1] < edge or (word.what not in footer and not word.what.isdigit())]
        pieces = body + fields
        yield from (f"page {number}: {piece.what}" for piece in pieces if is_outside(piece, page.rect.width, edge))
        yield from (f"page {number}: {one} over {other}" for one, other in overlaps(body, fields))


def is_outside(piece: Piece, width: float, edge: float) -> bool:
    left, top, right, bottom = piece.box
    slip = NUMBER_SLIP if piece.what.isdigit() else SLIP
    return left < SIDE - slip or right > width - SIDE + slip or (bottom + top) / 2 > edge or top < 0


def core(pieces: list[Piece]) -> numpy.ndarray:
    """The middle of each box: letters of two lines may share a little of their line boxes."""
    boxes = numpy.array([piece.box for piece in pieces], float).reshape(-1, 4)
    high = boxes[:, 3] - boxes[:, 1]
    return boxes + numpy.stack([0 * high + 0.6, 0.3 * high, 0 * high - 0.6, -0.3 * high], axis=1)


def overlaps(words: list[Piece], fields: list[Piece]) -> Iterator[tuple[str, str]]:
    """Yield words that stand over another word, or in a field to type in."""
    pieces = words + fields
    boxes, over = core(words), core(pieces)
    apart = (boxes[:, None, 2] <= over[None, :, 0]) | (over[None, :, 2] <= boxes[:, None, 0])
    apart |= (boxes[:, None, 3] <= over[None, :, 1]) | (over[None, :, 3] <= boxes[:, None, 1])
    for one, other in zip(*numpy.nonzero(~apart), strict=True):
        if one < other and not is_point(pieces[other]):
            yield pieces[one].what, pieces[other].what


def is_point(piece: Piece) -> bool:
    """A point of a scale holds its number."""
    left, top, right, bottom = piece.box
    return (
        piece.what.startswith("field") and right - left < 14 * MILLIMETER and abs((right - left) - (bottom - top)) < 1
    )


def share_used(page: pymupdf.Page, foot_mm: float) -> float:
    """Return how far down the type area something stands, as a share of its height."""
    edge = page.rect.height - foot_mm * MILLIMETER
    drawn = [drawing["rect"].y1 for drawing in page.get_drawings()]
    feet = [word.box[3] for word in words_of(page)] + drawn + [picture["bbox"][3] for picture in page.get_image_info()]
    lowest = max((y for y in feet if y <= edge + 2), default=HEAD)
    return (lowest - HEAD) / (edge - HEAD)
