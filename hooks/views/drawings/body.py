"""A standing person, front and back, without face, clothes or any cue of gender, age or size."""

from library.blocks.drawing import Body
from views.drawing import WIDTH, Drawing, Place
from views.drawings.shapes import Point, moved, pair, path, through
from views.drawings.words import type_of

SIDE: tuple[tuple[Point, ...], ...] = (
    # from the crown over head, neck, shoulder, arm and hand up to the armpit
    ((0, 0), (3.6, 0.8), (5.7, 3.9), (5.7, 7.6), (4.4, 10.9), (2.9, 12.9), (2.7, 15.0), (3.7, 16.7), (7.2, 17.8),
     (10.6, 18.9), (12.7, 21.6), (13.6, 26.4), (14.8, 32.2), (16.4, 38.0), (18.2, 43.6), (19.8, 48.6), (21.2, 51.6),
     (22.1, 54.8), (21.9, 57.8), (20.6, 59.2), (19.2, 58.2), (18.2, 55.4), (17.0, 51.0), (15.0, 46.0), (12.9, 40.4),
     (11.2, 34.4), (10.0, 28.6), (9.3, 25.4)),
    # down the trunk and the outside of the leg, around the foot, up the inside
    ((9.3, 25.4), (9.1, 29.4), (8.7, 34.4), (8.7, 39.6), (9.3, 45.0), (9.9, 50.4), (9.9, 56.4), (9.3, 63.0),
     (8.5, 69.4), (7.9, 75.0), (8.0, 80.4), (7.4, 87.0), (6.5, 92.4), (6.8, 95.2), (8.6, 97.6), (8.9, 99.3),
     (7.2, 100), (4.6, 100), (3.2, 99.2), (2.9, 96.8), (3.0, 92.8), (3.1, 87.0), (2.7, 80.6), (2.6, 74.8), (2.4, 68.6),
     (1.8, 61.6), (1.0, 56.2), (0, 54.4)),
)  # fmt: skip
"""Half the outline: across from the middle line and down from the crown, in hundredths of the height."""
HALF = 23.0
MARKS: dict[str, tuple[tuple[Point, ...], ...]] = {
    "front": (((2.2, 18.6), (5.2, 19.5), (8.2, 19.4)),),
    "back": (((2.9, 23.0), (4.6, 26.4), (5.6, 30.6), (3.6, 31.0)), ((0, 17.5), (0, 30), (0, 46))),
}
"""Faint lines that tell the front from the back: collar bones; shoulder blades and spine."""


def body(block: Body, *, large: bool) -> Drawing:
    type_ = type_of(large=large)
    height = 150.0 if large else 118.0
    shapes = ""
    words: dict[str, Place] = {}
    for n, view in enumerate(block.views, 1):
        middle = WIDTH * n / (len(block.views) + 1) + (n - 1.5 if len(block.views) > 1 else 0) * 10
        shapes += person(view, (middle, 0.5), height - 1)
        words[view] = Place(middle - 20, height + 2, 40, type_.line)
    return Drawing(WIDTH, height + 2 + type_.line, shapes, {}, words)


def person(view: str, top: Point, height: float) -> str:
    """The outline as one closed line, and the faint lines of this view."""
    scale = height / 100
    right = [moved(part, top, (scale, scale)) for part in SIDE]
    left = [moved(reversed(part), top, (-scale, scale)) for part in reversed(SIDE)]
    outline = f"M{pair(right[0][0])}" + "".join(through(part) for part in right + left) + "Z"
    faint = [moved(mark, top, (side * scale, scale)) for mark in MARKS[view] for side in (1, -1)]
    return path(outline, "ink ground", 0.45) + "".join(
        path(f"M{pair(mark[0])}{through(mark)}", "faint", 0.35) for mark in faint
    )
