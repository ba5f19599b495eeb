"""Nested rings that come close at their foot, so that each has room to write at its top."""

from math import sqrt
from typing import NamedTuple

from psychoed.model.blocks.drawing import Rings
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import Type, type_of, wrapped
from psychoed.views.drawings.svg import element
from psychoed.views.drawings.target import target_drawing

FOOT = 4.5
"""Between two rings at their foot."""
ABOVE_NEXT_RING = 1.5
"""Between the room to write and the next ring."""


class Ring(NamedTuple):
    """An oval, which is a circle up to the widest that fits."""

    top: float
    width: float
    height: float

    def chord(self, depth: float) -> float:
        """Return how wide it is this far below its top."""
        half = self.height / 2
        return self.width * sqrt(max(0.0, 1 - ((half - depth) / half) ** 2))

    def shape(self, stroke: float) -> str:
        middle, ry = self.top + self.height / 2, self.height / 2
        return element("ellipse", "accent ground", stroke, cx=WIDTH / 2, cy=middle, rx=self.width / 2, ry=ry)


def rings_drawing(block: Rings, *, large: bool) -> Drawing:
    """Draw the rings as high as every one needs for its name and a line of writing."""
    if block.sectors:
        return target_drawing(block, large=large)
    type_ = type_of(large=large)
    for height in range(162 if large else 132, 199, 6):
        drawn = balanced(block, float(height), type_)
        if min(place.height for place in drawn.places.values()) >= type_.pitch:
            break
    return drawn


def balanced(block: Rings, height: float, type_: Type) -> Drawing:
    """Give a ring with a longer name a wider band. Each try sets the names in the bands of the last one."""
    count = len(block.rings)
    tall = height - 1 - FOOT * (count - 1)
    bands = [tall * 0.82 / count] * (count - 1) + [tall * (1 - 0.82 * (count - 1) / count)]
    for _ in range(3):
        drawn = drawn_at(block, height, bands, type_)
        needed = [empty_top(type_) + name.height + type_.pitch + ABOVE_NEXT_RING for name in drawn.words.values()]
        needed[-1] += empty_top(type_) - ABOVE_NEXT_RING
        spare = (tall - sum(needed)) / (count + 1)
        bands = [band + spare for band in needed[:-1]] + [needed[-1] + 2 * spare]
    return drawn


def drawn_at(block: Rings, height: float, bands: list[float], type_: Type) -> Drawing:
    found = nested_rings(bands, height)
    words: dict[str, Rectangle] = {}
    places: dict[str, Rectangle] = {}
    for n, (ring, name) in enumerate(zip(found, block.rings, strict=True), 1):
        foot = found[n].top - ABOVE_NEXT_RING if n < len(found) else ring.top + ring.height - empty_top(type_)
        words[str(n)] = place_of_name(ring, plain_text(name), type_)
        places[str(n)] = room_below(ring, words[str(n)], foot)
    shapes = "".join(ring.shape(0.55 - 0.07 * n) for n, ring in enumerate(found))
    return Drawing(WIDTH, height, shapes, places, words)


def nested_rings(bands: list[float], height: float) -> list[Ring]:
    """Return the rings from the outside in: each begins a band lower than the one around it, and ends a little higher."""
    shape = min(1.0, (WIDTH - 1) / (height - 1))
    tops = [0.5 + sum(bands[:n]) for n in range(len(bands))]
    heights = [height - 0.5 - FOOT * n - top for n, top in enumerate(tops)]
    return [Ring(top, tall * shape, tall) for n, (top, tall) in enumerate(zip(tops, heights, strict=True))]


def place_of_name(ring: Ring, name: str, type_: Type) -> Rectangle:
    width = ring.chord(empty_top(type_)) - 2
    tall = len(wrapped(name, width, type_.size)) * type_.line
    return Rectangle((WIDTH - width) / 2, ring.top + empty_top(type_), width, tall)


def empty_top(type_: Type) -> float:
    """Return what a ring leaves empty at its top, and the inmost one at its foot, since it is narrow there."""
    return type_.size * 1.3


def room_below(ring: Ring, name: Rectangle, foot: float) -> Rectangle:
    """Return the place of the answer, from the name down to the next ring or to the foot of the inmost one."""
    top = name.y + name.height
    width = min(ring.chord(top - ring.top), ring.chord(foot - ring.top)) - 4
    return Rectangle((WIDTH - width) / 2, top, width, foot - top)
