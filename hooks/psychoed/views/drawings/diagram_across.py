"""Arrows across a cycle or a web: each from the side of its box that the other sees, with its words on the way."""

from collections import Counter
from typing import NamedTuple

from psychoed.model.blocks.diagram import Diagram, Joined
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.boxes_and_arrows import bowed, box, middle, straight
from psychoed.views.drawings.diagram_box import look_of
from psychoed.views.drawings.drawing import WIDTH, Rectangle
from psychoed.views.drawings.measure import Type, height_of, width_of
from psychoed.views.drawings.svg import Point

FROM_BOX = 1.2
"""From a box to an arrow."""
BESIDE_EACH_OTHER = 6.0
"""Between two arrows at one side of a box."""
BOW = 20.0
"""How far the arrow between two boxes of one column leaves it."""
WIDEST_LABEL, NARROWEST_LABEL = 32.0, 20.0
SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
"""How far along an arrow its words may stand, the best first."""


class Across(NamedTuple):
    """The arrows as they are drawn, and the places of their words."""

    shapes: str
    words: dict[str, Rectangle]


class FreeWay(NamedTuple):
    """A line from box to box, straight or bowed by `reach` to the side."""

    start: Point
    end: Point
    reach: float = 0

    def at(self, share: float) -> Point:
        """Return the point so far along it."""
        out = 3 * share * (1 - share) * self.reach
        eased = share**2 * (3 - 2 * share) if self.reach else share
        x, y = (a + (b - a) * eased for a, b in zip(self.start, self.end, strict=True))
        return x + out, y

    def meets(self, at: Rectangle) -> bool:
        """Return True if it runs through the inside of a box."""
        points = [self.at(n / 24) for n in range(1, 24)]
        return any(at.x < x < at.x + at.width and at.y < y < at.y + at.height for x, y in points)

    def drawn(self, joined: Joined) -> str:
        look = look_of(joined)
        if self.reach:
            return bowed(self.start, self.end, self.reach, look)
        return straight(self.start, self.end, look)


def across_the_middle(
    block: Diagram, boxes: dict[str, Rectangle], taken: list[Rectangle], type_: Type
) -> Across | None:
    """Draw the further arrows of a cycle or a web; None where one would run through a box or has no room for its words."""
    found, shapes, grounds, words = [*taken], "", "", dict[str, Rectangle]()
    ways = ways_of(block.further(), boxes)
    if ways is None:
        return None
    for joined, way in zip(block.further(), ways, strict=True):
        shapes += way.drawn(joined)
        if joined.text:
            label = label_on(way, plain_text(joined.text), found, type_)
            if label is None:
                return None
            found.append(label)
            words[joined.name] = label
            grounds += box(label, "ground", 0, 0)
    return Across(shapes + grounds, words)


def ways_of(further: tuple[Joined, ...], boxes: dict[str, Rectangle]) -> list[FreeWay] | None:
    """Return a free way for each arrow; several at one side of a box begin beside each other."""
    chosen = [free_sides(boxes[joined.start], boxes[joined.end], boxes) for joined in further]
    at_side = Counter[tuple[str, str]]()
    for joined, sides in zip(further, chosen, strict=True):
        at_side.update([(joined.start, sides[0]), (joined.end, sides[1])] if sides else [])
    used, ways = Counter[tuple[str, str]](), list[FreeWay]()
    for joined, sides in zip(further, chosen, strict=True):
        if sides is None:
            return None
        offs = []
        for end in ((joined.start, sides[0]), (joined.end, sides[1])):
            offs.append((used[end] - (at_side[end] - 1) / 2) * BESIDE_EACH_OTHER)
            used[end] += 1
        ways.append(way_between(boxes[joined.start], boxes[joined.end], sides, (offs[0], offs[1])))
    return ways if all(is_free(way, boxes) for way in ways) else None


def free_sides(one: Rectangle, other: Rectangle, boxes: dict[str, Rectangle]) -> tuple[str, str] | None:
    """Return the sides of two boxes between which nothing stands: straight up or down first, then from side to side."""
    level = ("right", "left") if middle(other)[0] > middle(one)[0] else ("left", "right")
    upright = ("foot", "top") if other.y > one.y else ("top", "foot")
    inward = "right" if middle(one)[0] < WIDTH / 2 else "left"
    tries = [upright, (inward, inward)] if one.x == other.x else [level, (upright[0], level[1]), (level[0], upright[1])]
    return next((sides for sides in tries if is_free(way_between(one, other, sides, (0, 0)), boxes)), None)


def is_free(way: FreeWay, boxes: dict[str, Rectangle]) -> bool:
    return not any(way.meets(at) for at in boxes.values())


def way_between(one: Rectangle, other: Rectangle, sides: tuple[str, str], offs: tuple[float, float]) -> FreeWay:
    start, end = on_side(one, sides[0], offs[0]), on_side(other, sides[1], offs[1])
    return FreeWay(start, end, {"right": BOW, "left": -BOW}.get(sides[0], 0) if sides[0] == sides[1] else 0)


def on_side(at: Rectangle, side: str, off: float) -> Point:
    x, y = middle(at)
    if side in ("top", "foot"):
        return x + off, at.y - FROM_BOX if side == "top" else at.y + at.height + FROM_BOX
    return at.x - FROM_BOX if side == "left" else at.x + at.width + FROM_BOX, y + off


def label_on(way: FreeWay, told: str, taken: list[Rectangle], type_: Type) -> Rectangle | None:
    """Return a place on the way where words cover nothing else; on one from side to side they stay between its ends."""
    low, high = sorted((way.start[0], way.end[0]))
    slanted = high - low >= NARROWEST_LABEL
    wide = min(width_of(told, type_), high - low - 1 if slanted else WIDEST_LABEL, WIDEST_LABEL)
    tall = height_of(told, wide, type_)
    for share in SHARES:
        x, y = way.at(share)
        left = min(max(x - wide / 2, low), high - wide) if slanted else x - wide / 2
        label = Rectangle(left, y - tall / 2, wide, tall)
        if 0 <= left <= WIDTH - wide and not any(meet(label, other) for other in taken):
            return label
    return None


def meet(one: Rectangle, other: Rectangle) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 0 and down > 0
