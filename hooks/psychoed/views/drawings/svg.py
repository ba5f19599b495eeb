"""SVG elements that several drawings are made of. Colours are classes (see views.drawing); sizes are in mm."""

from collections.abc import Iterable, Iterator
from math import cos, radians, sin

Point = tuple[float, float]


def number_text(value: float) -> str:
    """Write a number in short, and the same on every machine."""
    return f"{round(value, 2) + 0:g}"


def pair(point: Point) -> str:
    return f"{number_text(point[0])} {number_text(point[1])}"


def polar(center: Point, radius: float, angle: float) -> Point:
    """Return the point at this angle. Degrees run clockwise, from the right."""
    turn = radians(angle)
    return center[0] + radius * cos(turn), center[1] + radius * sin(turn)


def element(name: str, colours: str, stroke: float | None = None, **numbers: float) -> str:
    sizes = "".join(f' {key}="{number_text(value)}"' for key, value in numbers.items())
    return f'<{name} class="{colours}"{sizes}{width(stroke)}/>'


def path(steps: str, colours: str, stroke: float | None = None, more: str = "") -> str:
    return f'<path class="{colours}" d="{steps}"{width(stroke)}{more}/>'


def width(stroke: float | None) -> str:
    return "" if stroke is None else f' stroke-width="{number_text(stroke)}"'


def line(begin: Point, end: Point, colours: str, stroke: float | None = None, more: str = "") -> str:
    return path(f"M{pair(begin)}L{pair(end)}", colours, stroke, more)


def circle(center: Point, radius: float, colours: str, stroke: float | None = None) -> str:
    return element("circle", colours, stroke, cx=center[0], cy=center[1], r=radius)


def curve_through(points: list[Point]) -> str:
    """Draw curves from the first point, where the pen already is, smoothly through all others."""
    return "".join(curves(points))


def curves(points: list[Point]) -> Iterator[str]:
    ends = [points[0], *points, points[-1]]
    for before, begin, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        out = (begin[0] + (end[0] - before[0]) / 6, begin[1] + (end[1] - before[1]) / 6)
        into = (end[0] - (after[0] - begin[0]) / 6, end[1] - (after[1] - begin[1]) / 6)
        yield f"C{pair(out)} {pair(into)} {pair(end)}"


def moved(points: Iterable[Point], to: Point, scale: Point) -> list[Point]:
    return [(to[0] + x * scale[0], to[1] + y * scale[1]) for x, y in points]
