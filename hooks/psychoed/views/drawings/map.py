"""A map: the Self in the middle like a quiet sun, and bubbles around it on dotted paths that a reader may thicken."""

from math import cos, hypot, radians, sin

from psychoed.model.blocks.drawing import Map
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import type_of
from psychoed.views.drawings.svg import Point, circle, element, line, pair, path, polar

AROUND: dict[int, tuple[Point, ...]] = {
    2: ((-1, 0), (1, 0)),
    3: ((-0.62, -1), (0.62, -1), (0, 1)),
    4: ((-0.8, -1), (0.8, -1), (0.8, 1), (-0.8, 1)),
    5: ((-0.55, -1), (0.55, -1), (1, 0.28), (0, 1), (-1, 0.28)),
    6: ((-0.52, -1), (0.52, -1), (1, 0), (0.52, 1), (-0.52, 1), (-1, 0)),
    7: ((-1, -1), (0, -1), (1, -1), (1, 0), (0.54, 1), (-0.54, 1), (-1, 0)),
    8: ((-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0)),
}
"""Where the bubbles stand, clockwise from the upper left, as shares of the way from the middle to the edge."""
RAYS = (7.6, 4.2, 6.0, 4.2)
"""How far the rays of the sun reach, in turn."""


def map_drawing(block: Map, *, large: bool) -> Drawing:
    type_ = type_of(large=large)
    wide, tall = (52.0, 47.0) if large else (50.0, 35.0)
    sun = 19.0 if large else 15.5
    rows = 2 * sun + (30 if large else 22) + (0 if block.parts == 2 else 2 * tall)
    center = (WIDTH / 2, rows / 2)
    at = [
        (center[0] + x * (WIDTH - wide - 1) / 2, center[1] + y * (rows - tall - 1) / 2) for x, y in AROUND[block.parts]
    ]
    shapes = [block.shapes[n % len(block.shapes)] for n in range(block.parts)]
    paths = "".join(dotted(center, spot, sun + 9) for spot in at)
    bubbles = "".join(bubble(shape, spot, wide, tall) for shape, spot in zip(shapes, at, strict=True))
    words = {"middle": Rectangle(center[0] - sun * 0.86, center[1] - sun * 0.5, sun * 1.72, sun)}
    places = {}
    for n, (x, y) in enumerate(at, 1):
        top = y - tall * 0.37
        words[str(n)] = Rectangle(x - 8, top, 16, type_.line)
        foot = y + tall * 0.36
        places[str(n)] = Rectangle(x - wide * 0.35, top + type_.line, wide * 0.7, foot - top - type_.line)
    return Drawing(WIDTH, rows, paths + sun_at(center, sun) + bubbles, places, words)


def dotted(center: Point, spot: Point, begin: float) -> str:
    """Draw the way from the tips of the rays to the bubble, which covers its end."""
    way = hypot(spot[0] - center[0], spot[1] - center[1])
    start = tuple(c + (s - c) * begin / way for c, s in zip(center, spot, strict=True))
    return line((start[0], start[1]), spot, "soft", 0.65, ' stroke-dasharray="0 2.6"')


def sun_at(center: Point, radius: float) -> str:
    ground = circle(center, radius + 9, "ground")
    rays = "".join(
        line(polar(center, radius + 2, n * 5), polar(center, radius + RAYS[n % len(RAYS)], n * 5), "accent", 0.22)
        for n in range(72)
    )
    return ground + rays + circle(center, radius, "accent ground", 0.55) + circle(center, radius - 1.2, "accent", 0.18)


def bubble(shape: str, spot: Point, wide: float, tall: float) -> str:
    x, y = spot
    if shape == "square":
        return element(
            "rect", "ink ground", x=x - wide * 0.47, y=y - tall * 0.47, width=wide * 0.94, height=tall * 0.94, rx=2.5
        )
    if shape == "cloud":
        return path(cloud(spot, wide, tall), "ink ground")
    return element("ellipse", "ink ground", cx=x, cy=y, rx=wide / 2 - 0.3, ry=tall / 2 - 0.3)


def cloud(spot: Point, wide: float, tall: float, bulges: int = 9) -> str:
    """Draw a closed curve of bulges around an oval; they differ a little, as a hand would draw."""

    def at(turn: float, reach: float) -> Point:
        return spot[0] + wide / 2 * reach * cos(radians(turn)), spot[1] + tall / 2 * reach * sin(radians(turn))

    def end(n: int) -> float:
        return (n + 0.4 + 0.16 * sin(radians(n % bulges * 137))) * 360 / bulges

    steps = f"M{pair(at(end(0), 0.86))}"
    for n in range(bulges):
        a, z = end(n), end(n + 1)
        steps += f"C{pair(at(a + (z - a) * 0.2, 1.06))} {pair(at(z - (z - a) * 0.2, 1.06))} {pair(at(z, 0.86))}"
    return steps + "Z"
