"""A fax and a cheap copier know black and white only: every rule, edge and ring of a sheet is still there."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy
import pymupdf
import pytest

from printed import printed, sheet_of
from psychoed.model.guide import SHEET_HEAD
from small_site import the_library

LEAST = 20 * 72 / 25.4
"""Points: of rules as long as this every piece is looked for; of shorter strokes one."""
BLACK, WHITE = 128, 240
EDGE = 2
"""Pixels beside a stroke in which a printer may have set it."""


class Stroke(NamedTuple):
    """A level or upright line of a drawing, in points."""

    page: int
    box: tuple[float, float, float, float]

    def kept(self, picture: numpy.ndarray, scale: float) -> float:
        """Return which share of what can be seen of it is black; the rest may lie below something else."""
        left, top, right, bottom = (round(side * scale) for side in self.box)
        area = picture[max(top - EDGE, 0) : bottom + EDGE + 1, max(left - EDGE, 0) : right + EDGE + 1]
        darkest = area.min(axis=0 if right - left > bottom - top else 1)
        return float((darkest < BLACK).sum() / max((darkest < WHITE).sum(), 1))


@cache
def every_kind() -> pymupdf.Document:
    examples = "".join(kind.value.example for kind in the_library().kinds.values())
    return pymupdf.open(stream=printed(sheet_of(SHEET_HEAD + examples), "letter"))


def strokes() -> Iterator[Stroke]:
    for page in every_kind():
        for drawing in page.get_drawings():
            pale = drawing["color"] is None or min(drawing["color"]) > 0.8
            if drawing["type"] == "f" or pale or "[]" not in drawing["dashes"]:
                continue
            for kind, *points in drawing["items"]:
                box = pymupdf.Rect(points[0], points[-1]).normalize() if kind == "l" else None
                if box and max(box.width, box.height) >= LEAST and min(abs(box.width), abs(box.height)) < 0.1:
                    yield Stroke(page.number, (box.x0, box.y0, box.x1, box.y1))


@pytest.mark.parametrize("dots_per_inch", [150, 200, 300])
def test_every_rule_is_there_in_black_and_white(dots_per_inch):
    pictures = [page.get_pixmap(dpi=dots_per_inch, colorspace=pymupdf.csGRAY) for page in every_kind()]
    seen = [numpy.frombuffer(one.samples, numpy.uint8).reshape(one.height, one.width) for one in pictures]
    found = {stroke: stroke.kept(seen[stroke.page], dots_per_inch / 72) for stroke in strokes()}
    assert len(found) > 100
    assert {stroke: share for stroke, share in found.items() if share < 0.7} == {}


def test_no_stroke_of_a_drawing_is_pale():
    colors = {
        drawing["color"]
        for page in every_kind()
        for drawing in page.get_drawings()
        if drawing["color"] and drawing["type"] != "f" and min(drawing["color"]) < 0.8
    }
    assert {color for color in colors if 0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2] > 0.4} == set()
