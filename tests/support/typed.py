"""What is left of a sheet, and of what somebody typed, once a program has filled in its fields."""

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from typing import NamedTuple

import numpy
import pikepdf
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from printed import printed, sheet_of
from psychoed.views.paper.fonts import form_font
from typing_programs import SCALE, Picture, Values

NAMES = {"polish": "Łukasz Żółw", "russian": "Пример", "greek": "Παράδειγμα", "vietnamese": "Trần Thị"}
STORY = "One evening the old worry came back, and I wrote down what it said to me. "
SHEET = f"""
title: Programs
summary: Short.
when: Any time.
phase: general
minutes: 5
pages: 1
blocks:
  - type: scale
    id: warm
    text: How warm?
    from: 0
    to: 10
  - type: fields
    id: names
    text: Names
    columns: 1
    fields:
{"".join(f"      - label: {name}{chr(10)}" for name in NAMES)}
  - type: lines
    id: story
    text: A story
    lines: 2
  - type: checklist
    id: ready
    text: Ready
    options: [I am ready]
"""
VALUES: Values = {
    **{f"names-{n}": name for n, name in enumerate(NAMES.values(), 1)},
    "ready-1": "/on",
    "warm": "/10",
    "story": STORY,
}
DARK = 128


class Place(NamedTuple):
    left: int
    top: int
    right: int
    bottom: int

    def of(self, picture: Picture) -> Picture:
        return picture[self.top : self.bottom, self.left : self.right]


@cache
def blank_sheet(paper: str) -> bytes:
    return printed(sheet_of(SHEET), paper)


def pages_below_each_other(see: Callable[[bytes, int], Picture], pdf: bytes) -> Picture:
    return numpy.vstack([see(pdf, page) for page in range(len(PdfReader(BytesIO(pdf)).pages))])


def places(pdf: bytes) -> dict[str, Place]:
    """Return where each field lies on the pages below each other, in pixels; a point by its name and value."""

    def named() -> Iterator[tuple[str, Place]]:
        above = 0.0
        for page in PdfReader(BytesIO(pdf)).pages:
            above += float(page.mediabox[3])
            for widget in page["/Annots"]:
                if widget["/Subtype"] == "/Widget":
                    left, bottom, right, top = (float(side) for side in widget["/Rect"])
                    sides = (left, above - top, right, above - bottom)
                    yield name_of(widget), Place(*(round(side * SCALE) for side in sides))

    return dict(named())


def name_of(widget: DictionaryObject) -> str:
    if "/Parent" not in widget:
        return widget["/T"]
    return widget["/Parent"]["/T"] + next(state for state in widget["/AP"]["/N"] if state != "/Off")


def faults_of(blank: bytes, before: Picture, after: Picture, pen: int) -> Iterator[str]:
    """Yield what is wrong with a filled sheet as a program shows it."""
    at = places(blank)
    outside = numpy.ones(before.shape, bool)
    for place in at.values():
        place.of(outside)[:] = False
    if numpy.mean(numpy.abs(before.astype(int) - after)[outside] > 64) > 0.0002:
        yield "the sheet around the fields is not as it was"
    for number, name in enumerate(NAMES.values(), 1):
        place = at[f"names-{number}"]
        dark = numpy.flatnonzero(((place.of(after) < DARK) & (place.of(before) >= DARK)).any(axis=0))
        wanted = width_of(name, pen) * SCALE
        if not dark.size or dark[-1] - dark[0] < wanted / 4:
            yield f"“{name}” is not there"
        elif not 0.85 * wanted < dark[-1] - dark[0] < 1.15 * wanted:
            yield f"“{name}” is {(dark[-1] - dark[0]) / SCALE:.0f} points wide and not {wanted / SCALE:.0f}"
    yield from choices_lost(at, before, after)
    if (at["story"].of(after) < DARK).mean() < 0.01:
        yield "the story is not there"


def choices_lost(at: dict[str, Place], before: Picture, after: Picture) -> Iterator[str]:
    for name in ("ready-1", "warm/10"):
        if (at[name].of(after) < DARK).sum() <= (at[name].of(before) < DARK).sum() + 10:
            yield f"{name} is not chosen"
    digits = middle_of(at["warm/10"])
    if (digits.of(after) < DARK).mean() > 0.6:
        yield "what is chosen hides its number"


def middle_of(place: Place) -> Place:
    across, up = (place.right - place.left) // 4, (place.bottom - place.top) // 4
    return Place(place.left + across, place.top + up, place.right - across, place.bottom - up)


def width_of(name: str, pen: int) -> float:
    """Return how wide a name is in points, as the font of the answers has it."""
    font = form_font()
    glyphs = dict(font.glyphs)
    return sum(font.widths[glyphs[ord(letter)]] for letter in name) * pen / 1000


def sizes_typed(pdf: bytes) -> set[float]:
    """Return the sizes in which a program set what was typed."""
    with pikepdf.open(BytesIO(pdf)) as document:
        looks = [note.AP.N for page in document.pages for note in page.Annots if note.get("/FT") == "/Tx"]
        return {
            float(operands[1])
            for look in looks
            for operands, operator in pikepdf.parse_content_stream(look)
            if str(operator) == "Tf"
        }
