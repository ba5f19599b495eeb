"""A target: rings in equal steps, parted into sectors, with a point to tick where a ring and a sector meet."""

from math import pi, sin

from psychoed.model.blocks.drawing import Rings
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.svg import Point, circle, line, polar
from psychoed.views.drawings.wheel import LARGE_RIM, LARGEST_POINT, RIM, boxed, middles, names_around, numbers_around

APART_IN_TARGET = 0.9
"""Between two points: a fax must not join them."""
IN_INMOST = 0.7
"""How far out the points of the inmost ring stand, as a share of a step."""


def target_drawing(block: Rings, *, large: bool) -> Drawing:
    """Draw points to tick; in large print a target to mark by hand, below which each sector has a row to tick."""
    if large:
        return to_mark(block)
    center, foot, words = names_around(block.sectors)
    step = RIM / len(block.rings)
    inmost = 2 * IN_INMOST * step * sin(pi / len(block.sectors))
    across = min(LARGEST_POINT, (1.5 - IN_INMOST) * step - APART_IN_TARGET, 0.85 * inmost)
    places: dict[str, Rectangle] = {}
    for n, angle in enumerate(middles(len(block.sectors)), 1):
        for ring in range(1, len(block.rings) + 1):
            within = len(block.rings) - ring  # rings that lie inside of it
            reach = (within + 0.5) * step if within else IN_INMOST * step
            places[f"{n}={ring}"] = boxed(polar(center, reach, angle), across, across)
    return Drawing(WIDTH, foot, target(block, center, RIM), places, words)


def to_mark(block: Rings) -> Drawing:
    center, numbers = numbers_around(len(block.sectors))
    return Drawing(WIDTH, 2 * center[1], target(block, center, LARGE_RIM), {}, numbers)


def target(block: Rings, center: Point, rim: float) -> str:
    count, turn = len(block.rings), 360 / len(block.sectors)
    rings = "".join(circle(center, rim * k / count, "soft", 0.3) for k in range(1, count))
    spokes = (line(center, polar(center, rim, -90 + n * turn), "ink", 0.45) for n in range(len(block.sectors)))
    return rings + "".join(spokes) + circle(center, rim, "accent", 0.6)
