"""A standing person, front and back, without face, clothes or any cue of gender, age or size."""

from psychoed.model.blocks.drawing import Body
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import type_of
from psychoed.views.drawings.svg import Point, curve_through, moved, pair, path

UPPER_BODY: tuple[Point, ...] = (
    (0, 0), (2.9, 0.6), (4.9, 2.7), (5.7, 5.8), (5.5, 8.8), (4.6, 11.3), (3.4, 13.0), (3.0, 14.8), (3.9, 16.5),
    (6.9, 17.7), (10.3, 18.9), (12.5, 21.4), (13.6, 25.8), (14.6, 31.6), (16.1, 37.4), (17.7, 42.6), (19.2, 47.2),
    (20.7, 50.4), (21.8, 53.6), (22.1, 56.6), (21.3, 58.6), (20.0, 58.6), (19.2, 56.8), (18.6, 54.6), (17.9, 55.7),
    (16.9, 55.5), (16.7, 53.2), (16.6, 50.2), (15.6, 46.6), (13.9, 41.8), (12.2, 36.4), (10.6, 30.8), (9.3, 25.6),
)  # fmt: skip
"""From the crown over head, shoulder, arm and hand to the armpit; across from the middle and down, in hundredths of the height."""
LOWER_BODY: tuple[Point, ...] = (
    (9.3, 25.6), (9.2, 30.4), (8.9, 35.6), (8.9, 40.6), (9.4, 45.8), (9.8, 51.4), (9.6, 57.4), (9.0, 63.8),
    (8.3, 69.8), (7.8, 75.2), (7.9, 80.4), (7.3, 87.0), (6.4, 92.6), (6.8, 95.6), (8.4, 97.7), (8.7, 99.3),
    (7.0, 100), (4.5, 100), (3.2, 99.0), (3.0, 96.4), (3.1, 92.6), (3.2, 87.0), (2.8, 80.6), (2.7, 74.8), (2.6, 68.6),
    (2.2, 61.8), (1.3, 56.2), (0, 54.2),
)  # fmt: skip
"""From the armpit down the trunk, around the leg and the foot, and up to the middle."""
MARKS: dict[str, tuple[tuple[Point, ...], ...]] = {
    "front": (((1.6, 19.3), (4.6, 19.7), (7.8, 19.1)),),
    "back": (((3.2, 23.0), (4.9, 26.2), (5.2, 30.0)), ((0, 19.5), (0, 32), (0, 46))),
}
"""Faint lines that tell the front from the back: collar bones; shoulder blades and spine."""
TALL = 96.0
"""How tall a person stands, in mm; also in large print, where the legend below takes the room."""


def body_drawing(block: Body, *, large: bool) -> Drawing:
    type_ = type_of(large=large)
    shapes = ""
    words: dict[str, Rectangle] = {}
    for n, view in enumerate(block.views, 1):
        middle = WIDTH * (0.5 if len(block.views) == 1 else 0.27 if n == 1 else 0.73)
        shapes += person(view, (middle, 0.5), TALL - 1)
        words[view] = Rectangle(middle - 20, TALL + 2, 40, type_.line)
    return Drawing(WIDTH, TALL + 2 + type_.line, shapes, {}, words)


def person(view: str, top: Point, height: float) -> str:
    """Draw the outline as one closed line, and the faint lines of this view."""
    scale = height / 100

    def whole(side: tuple[Point, ...]) -> list[Point]:
        """Return both sides as one line, so that it is smooth where they meet."""
        begin, end = moved(side, top, (scale, scale)), moved(side, top, (-scale, scale))
        return [*reversed(end), *begin[1:]] if side is UPPER_BODY else [*begin, *reversed(end[:-1])]

    over, under = whole(UPPER_BODY), whole(LOWER_BODY)
    faint = [moved(mark, top, (side * scale, scale)) for mark in MARKS[view] for side in (1, -1)]
    return path(f"M{pair(over[0])}{curve_through(over)}{curve_through(under)}Z", "ink ground", 0.45) + "".join(
        path(f"M{pair(mark[0])}{curve_through(mark)}", "faint", 0.35) for mark in faint
    )
