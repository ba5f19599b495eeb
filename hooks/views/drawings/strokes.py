"""The strokes that diagrams, roads and ladders are drawn with: boxes, arrows, rules. SVG, in millimetres."""

from math import hypot

from views.drawing import Place

Point = tuple[float, float]
HEAD = 2.6
"""How long the head of an arrow is."""


def box(at: Place, *, classes: str = "ink ground", stroke: float = 0.4, round_: float = 2.5) -> str:
    return (
        f'<rect class="{classes}" x="{at.x:g}" y="{at.y:g}" width="{at.width:g}" height="{at.height:g}"'
        f' rx="{round_:g}" stroke-width="{stroke:g}"/>'
    )


def path(steps: str, *, classes: str = "accent", stroke: float = 0.5, more: str = "") -> str:
    return f'<path class="{classes}" d="{steps}" stroke-width="{stroke:g}"{more}/>'


def line(start: Point, end: Point, *, classes: str = "accent", stroke: float = 0.5) -> str:
    return path(f"M{start[0]:g} {start[1]:g}L{end[0]:g} {end[1]:g}", classes=classes, stroke=stroke)


def dot(at: Point, radius: float = 0.9) -> str:
    return f'<circle class="solid" cx="{at[0]:g}" cy="{at[1]:g}" r="{radius:g}"/>'


def head(tip: Point, back: Point) -> str:
    """The steps that draw the head of an arrow which comes from `back`."""
    long = hypot(tip[0] - back[0], tip[1] - back[1])
    x, y = HEAD * (back[0] - tip[0]) / long, HEAD * (back[1] - tip[1]) / long
    one, other = (tip[0] + x + 0.6 * y, tip[1] + y - 0.6 * x), (tip[0] + x - 0.6 * y, tip[1] + y + 0.6 * x)
    return f"M{one[0]:g} {one[1]:g}L{tip[0]:g} {tip[1]:g}L{other[0]:g} {other[1]:g}"


def arrow(start: Point, bend: Point, end: Point) -> str:
    """A curve that leaves its start towards the bend and comes to its end from there."""
    curve = f"M{start[0]:g} {start[1]:g}Q{bend[0]:g} {bend[1]:g} {end[0]:g} {end[1]:g}"
    return path(curve + head(end, bend))


def straight(start: Point, end: Point) -> str:
    return path(f"M{start[0]:g} {start[1]:g}L{end[0]:g} {end[1]:g}" + head(end, start))


def rules(at: Place, pitch: float, *, boxed: bool = False) -> str:
    """Lines to write on, as many as the place has room for. The last one of a box is its own edge."""
    count = int(at.height / pitch + 0.01) - boxed
    feet = [at.y + (n + 1) * pitch for n in range(count)]
    return "".join(line((at.x, y), (at.x + at.width, y), classes="grey", stroke=0.21) for y in feet)


def edge(at: Place, toward: Point) -> Point:
    """Where a line from the middle of the box towards that point leaves it."""
    x, y = middle(at)
    across, down = toward[0] - x, toward[1] - y
    share = min(at.width / 2 / abs(across) if across else 1e9, at.height / 2 / abs(down) if down else 1e9)
    return x + across * share, y + down * share


def middle(at: Place) -> Point:
    return at.x + at.width / 2, at.y + at.height / 2
