"""Boxes, what joins them, and rules to write on: what diagrams, roads and ladders are made of."""

from math import hypot
from typing import NamedTuple

from psychoed.views.drawings.drawing import Rectangle
from psychoed.views.drawings.svg import Point, circle, element, line, pair, path

PEN = 0.5
"""The stroke of what joins boxes."""
EDGE = 0.4
"""From the edge of a drawing to a box, so that the whole of its stroke is seen."""
ARROW_HEAD = 2.6
"""How long the head of an arrow is."""
DASHES = ' stroke-dasharray="1.6 1.8"'


class LineLook(NamedTuple):
    """How an arrow looks: where its heads are, and whether its line is broken."""

    heads: str = "end"
    dashed: bool = False


ONE_HEAD = LineLook()


def box(at: Rectangle, colours: str = "ink ground", stroke: float = 0.4, corner: float = 2.5) -> str:
    return element("rect", colours, stroke, x=at.x, y=at.y, width=at.width, height=at.height, rx=corner)


def dot(at: Point) -> str:
    return circle(at, 0.9, "solid")


def head(tip: Point, back: Point) -> str:
    """Return the steps that draw the head of an arrow which comes from `back`."""
    long = hypot(tip[0] - back[0], tip[1] - back[1])
    x, y = ARROW_HEAD * (back[0] - tip[0]) / long, ARROW_HEAD * (back[1] - tip[1]) / long
    one, other = (tip[0] + x + 0.6 * y, tip[1] + y - 0.6 * x), (tip[0] + x - 0.6 * y, tip[1] + y + 0.6 * x)
    return f"M{pair(one)}L{pair(tip)}L{pair(other)}"


def arrow(start: Point, bend: Point, end: Point, look: LineLook = ONE_HEAD) -> str:
    """Draw a curve that leaves its start towards the bend and comes to its end from there."""
    return shaft(f"M{pair(start)}Q{pair(bend)} {pair(end)}", dashed=look.dashed) + tips(
        start, end, bend, bend, look.heads
    )


def straight(start: Point, end: Point, look: LineLook = ONE_HEAD) -> str:
    return shaft(f"M{pair(start)}L{pair(end)}", dashed=look.dashed) + tips(start, end, end, start, look.heads)


def bowed(start: Point, end: Point, reach: float, look: LineLook = ONE_HEAD) -> str:
    """Draw a curve that leaves its start sideways, by `reach`, and comes back to its end."""
    one, other = (start[0] + reach, start[1]), (end[0] + reach, end[1])
    steps = f"M{pair(start)}C{pair(one)} {pair(other)} {pair(end)}"
    return shaft(steps, dashed=look.dashed) + tips(start, end, one, other, look.heads)


def shaft(steps: str, *, dashed: bool) -> str:
    return path(steps, "accent", PEN, DASHES if dashed else "")


def tips(start: Point, end: Point, out: Point, into: Point, heads: str) -> str:
    """Draw the heads of an arrow that leaves its start towards `out` and comes to its end from `into`."""
    steps = (head(end, into) if heads in ("end", "both") else "") + (
        head(start, out) if heads in ("start", "both") else ""
    )
    return path(steps, "accent", PEN) if steps else ""


def rules(at: Rectangle, pitch: float, *, boxed: bool = False) -> str:
    """Draw lines to write on, as many as the place has room for. The last one of a box is its own edge."""
    count = int(at.height / pitch + 0.01) - boxed
    feet = [at.y + (n + 1) * pitch for n in range(count)]
    return "".join(line((at.x, y), (at.x + at.width, y), "soft", 0.25) for y in feet)


def edge(at: Rectangle, toward: Point) -> Point:
    """Return where a line from the middle of the box towards that point leaves it."""
    x, y = middle(at)
    across, down = toward[0] - x, toward[1] - y
    share = min(at.width / 2 / abs(across) if across else 1e9, at.height / 2 / abs(down) if down else 1e9)
    return x + across * share, y + down * share


def middle(at: Rectangle) -> Point:
    return at.x + at.width / 2, at.y + at.height / 2
