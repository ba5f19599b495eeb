"""Nested rings that come close at their foot, so that each has room to write at its top."""

from math import sqrt
from typing import NamedTuple

from library.blocks.drawing import Rings
from library.richtext import plain
from views.drawing import WIDTH, Drawing, Place
from views.drawings.words import Type, type_of, wrapped

FOOT = 2.0
"""Between two rings at their foot."""


class Ring(NamedTuple):
    """An oval, which is a circle up to the widest that fits."""

    top: float
    width: float
    height: float

    def chord(self, depth: float) -> float:
        """How wide it is this far below its top."""
        half = self.height / 2
        return self.width * sqrt(max(0.0, 1 - ((half - depth) / half) ** 2))

    def shape(self, stroke: float) -> str:
        y, rx, ry = self.top + self.height / 2, self.width / 2, self.height / 2
        return f'<ellipse class="accent ground" cx="{WIDTH / 2:g}" cy="{y:g}" rx="{rx:g}" ry="{ry:g}" stroke-width="{stroke:g}"/>'


def rings(block: Rings, *, large: bool) -> Drawing:
    """As high as every ring needs for its name and a line of writing."""
    type_ = type_of(large=large)
    for height in range(132, 199, 6):
        drawn = drawn_at(block, float(height), type_)
        if min(place.height for place in drawn.places.values()) >= type_.pitch:
            break
    return drawn


def drawn_at(block: Rings, height: float, type_: Type) -> Drawing:
    found = nested(len(block.rings), height)
    words: dict[str, Place] = {}
    places: dict[str, Place] = {}
    for n, (ring, name) in enumerate(zip(found, block.rings, strict=True), 1):
        inner = found[n].top if n < len(found) else ring.top + ring.height
        words[str(n)] = name_of(ring, plain(name), type_)
        places[str(n)] = room_below(ring, words[str(n)], inner)
    shapes = "".join(ring.shape(0.55 - 0.07 * n) for n, ring in enumerate(found))
    return Drawing(WIDTH, height, shapes, places, words)


def nested(count: int, height: float) -> list[Ring]:
    """From the outside in. Each step leaves the same band at the top, and the inmost ring a little more."""
    step = (height - 1) * 0.82 / count
    wide = min(height, WIDTH) / height
    heights = [height - 1 - n * step for n in range(count)]
    return [Ring(height - 0.5 - FOOT * n - tall, tall * wide, tall) for n, tall in enumerate(heights)]


def name_of(ring: Ring, name: str, type_: Type) -> Place:
    above = type_.size * 1.3
    width = ring.chord(above) - 2
    tall = len(wrapped(name, width, type_.size)) * type_.line
    return Place((WIDTH - width) / 2, ring.top + above, width, tall)


def room_below(ring: Ring, name: Place, inner: float) -> Place:
    """The answer, from the name down to the next ring or, in the inmost one, to where it narrows again."""
    depth = name.y + name.height - ring.top
    width = ring.chord(min(depth, ring.height / 2)) - 6
    foot = min(inner - 1.5, ring.top + ring.height - depth)
    return Place((WIDTH - width) / 2, name.y + name.height, width, foot - name.y - name.height)
