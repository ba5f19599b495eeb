"""A wheel of rated sectors: points to tick along each spoke and, in large print, a wheel to color below rows to tick."""

from math import hypot

from psychoed.model.blocks.drawing import Wheel
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import LARGE, LETTER, USUAL, wrapped
from psychoed.views.drawings.svg import Point, circle, line, polar

HUB, RIM, LARGE_RIM = 8.0, 52.0, 42.0
FROM_RIM, WIDEST = 2.5, 46.0
"""Between the rim and a name, and how wide a name may be."""
CLEAR = 5.5
OF_A_STEP = 0.74
"""How much of the way from one point to the next a point takes: a fax must not join them."""
LARGEST_POINT, SMALLEST_NUMBERED = 5.8, 5.2
"""The largest point to tick, and the smallest that has its number inside."""


def wheel_drawing(block: Wheel, *, large: bool) -> Drawing:
    return to_color(block) if large else to_tick(block)


def to_tick(block: Wheel) -> Drawing:
    center, foot, words = names_around(block.sectors)
    step = (RIM - HUB) / len(block.points())
    across = min(LARGEST_POINT, step * OF_A_STEP)
    places = {
        f"{n}={value}": boxed(polar(center, HUB + (k + 0.5) * step, angle), across, across)
        for n, angle in enumerate(middles(len(block.sectors)), 1)
        for k, value in enumerate(block.points())
    }
    if across < SMALLEST_NUMBERED:
        rim = (center[0], center[1] - RIM - USUAL.line / 2 - 1)
        words |= {"from": boxed(center, 10, USUAL.line), "to": boxed(rim, 10, USUAL.line)}
    return Drawing(WIDTH, foot, frame(block, center, RIM), places, words)


def to_color(block: Wheel) -> Drawing:
    """Draw a wheel to color. Its sectors have numbers, since long names in large letters have no room."""
    center, numbers = numbers_around(len(block.sectors))
    return Drawing(WIDTH, 2 * center[1], frame(block, center, LARGE_RIM), {}, numbers)


def numbers_around(sectors: int) -> tuple[Point, dict[str, Rectangle]]:
    """Return the middle of a round drawing in large print, and the places of the numbers of its sectors."""
    center = (WIDTH / 2, LARGE_RIM + 12)
    return center, {
        f"number-{n}": boxed(polar(center, LARGE_RIM + 6.5, angle), 10, LARGE.line)
        for n, angle in enumerate(middles(sectors), 1)
    }


def names_around(sectors: tuple[str, ...]) -> tuple[Point, float, dict[str, Rectangle]]:
    """Return the middle of the wheel, its foot, and the places of the names around it."""
    named = [outside(angle, plain_text(name)) for angle, name in zip(middles(len(sectors)), sectors, strict=True)]
    center = (WIDTH / 2, 1 + max(RIM + USUAL.line + 1, *(-box.y for box in named)))
    foot = center[1] + 1 + max(RIM, *(box.y + box.height for box in named))
    return center, foot, {str(n): box._replace(y=box.y + center[1]) for n, box in enumerate(named, 1)}


def middles(count: int) -> list[float]:
    """Return the angle of the middle of each sector, clockwise from the top."""
    return [-90 + (n + 0.5) * 360 / count for n in range(count)]


def outside(angle: float, name: str) -> Rectangle:
    """Return the box of a name, pushed out until it clears the rim; the middle of the wheel is at the height 0."""
    beside = WIDTH / 2 - RIM - FROM_RIM
    upright = abs(polar((0, 0), 1, angle)[0])
    lines = wrapped(name, beside if upright > 0.75 else WIDEST, USUAL.size)
    wide = min(WIDEST, max(len(words) for words in lines) * USUAL.size * LETTER)
    reach = RIM + FROM_RIM
    while (
        distance_from_middle(box := beside_middle(polar((WIDTH / 2, 0), reach, angle), wide, len(lines) * USUAL.line))
        < RIM + FROM_RIM
    ):
        reach += 0.5
    return box._replace(x=min(max(box.x, 0), WIDTH - wide))


def beside_middle(middle: Point, wide: float, tall: float) -> Rectangle:
    """Return a box that leaves the middle to the number above the rim, and to its neighbor of the other side."""
    box, off = boxed(middle, wide, tall), middle[0] - WIDTH / 2
    if off > 1:
        return box._replace(x=max(box.x, WIDTH / 2 + CLEAR))
    return box._replace(x=min(box.x, WIDTH / 2 - CLEAR - wide)) if off < -1 else box


def boxed(middle: Point, wide: float, tall: float) -> Rectangle:
    return Rectangle(middle[0] - wide / 2, middle[1] - tall / 2, wide, tall)


def distance_from_middle(box: Rectangle) -> float:
    """Measure how far the box is from the middle of the wheel."""
    x = min(max(WIDTH / 2, box.x), box.x + box.width)
    y = min(max(0, box.y), box.y + box.height)
    return hypot(x - WIDTH / 2, y)


def frame(block: Wheel, center: Point, rim: float) -> str:
    """Draw fine rings for the steps, firmer spokes between the sectors, and the rim."""
    count, turn = len(block.points()), 360 / len(block.sectors)
    step = (rim - HUB) / count
    rings = "".join(circle(center, HUB + k * step, "faint", 0.25) for k in range(1, count))
    spokes = "".join(
        line(polar(center, HUB, -90 + n * turn), polar(center, rim, -90 + n * turn), "soft", 0.35)
        for n in range(len(block.sectors))
    )
    return rings + spokes + circle(center, HUB, "accent", 0.35) + circle(center, rim, "accent", 0.6)
