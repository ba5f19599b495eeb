"""A cycle that goes round: a column of boxes on each side and, for most numbers, one between them at the top or foot."""

from psychoed.model.blocks.diagram import Diagram, Joined
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.boxes_and_arrows import EDGE, arrow, box, straight
from psychoed.views.drawings.diagram_across import across_the_middle
from psychoed.views.drawings.diagram_box import box_of, height_in, look_of
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import Type, height_of, width_of
from psychoed.views.drawings.svg import Point

CYCLE_WIDE = 66.0
LEFT, CENTER, RIGHT = EDGE, (WIDTH - CYCLE_WIDE) / 2, WIDTH - CYCLE_WIDE - EDGE
FROM_CYCLE_BOX = 1.5
"""From a box to its arrow."""
BETWEEN_COLUMNS = RIGHT - LEFT - CYCLE_WIDE - 2 * FROM_CYCLE_BOX
"""The room for words between the columns."""
BESIDE_CORNER = CYCLE_WIDE / 2 - 2
"""The room for words outside of an arrow that goes round a corner."""
BESIDE_COLUMN = 46.0
"""The room for words beside an arrow along a column."""


def spots(count: int) -> list[tuple[float, int]]:
    """Return where each box stands, clockwise: its left edge and its row."""
    top, foot = 3 <= count <= 7, count in (4, 6)
    side = (count - top - foot) // 2
    rows = [row + top for row in range(side)]
    right, left = [(RIGHT, row) for row in rows], [(LEFT, row) for row in reversed(rows)]
    if not top:
        return [left.pop(), *right, *left]
    return [(CENTER, 0), *right, *([(CENTER, side + 1)] if foot else []), *left]


def cycle(block: Diagram, type_: Type) -> Drawing | None:
    """Draw the cycle; None where an arrow across it finds no way."""
    boxes = cycle_boxes(block, type_)
    words: dict[str, Rectangle] = {}
    places: dict[str, Rectangle] = {}
    arrows, shapes = "", ""
    for n, (at, joined) in enumerate(zip(boxes, block.joined(), strict=True), 1):
        inside, ruled = box_of(block, str(n), at, type_)
        shapes += box(at) + ruled
        words, places = words | inside.words, places | inside.places
        drawn, told = between(at, boxes[n % len(boxes)], joined, type_)
        arrows += drawn
        words |= {joined.name: told} if joined.text else {}
    taken = [*boxes, *(at for name, at in words.items() if name.startswith("arrow-"))]
    further = across_the_middle(block, {str(n): at for n, at in enumerate(boxes, 1)}, taken, type_)
    if further is None:
        return None
    height = max(at.y + at.height for at in [*boxes, *words.values()]) + EDGE
    return Drawing(WIDTH, height, further.shapes + arrows + shapes, places, words | further.words)


def cycle_boxes(block: Diagram, type_: Type) -> list[Rectangle]:
    """Return the boxes. A row is as high as its boxes and the words of an arrow across it or round its corner need."""
    at = spots(len(block.flat))
    rows = [0.0] * (max(row for _, row in at) + 1)
    for key, (_, row) in zip(block.keyed(), at, strict=True):
        rows[row] = max(rows[row], height_in(block, key, CYCLE_WIDE, type_))
    gap = 16.0 if block.arrows else 13.0
    for n, joined in enumerate(block.joined() if block.arrows else ()):
        (x, row), (next_x, next_row) = at[n], at[(n + 1) % len(at)]
        told = plain_text(joined.text)
        if x == next_x:
            gap = max(gap, height_of(told, BESIDE_COLUMN, type_) + 2)
        elif CENTER in (x, next_x):
            corner = row if x == CENTER else next_row
            rows[corner] = max(rows[corner], height_of(told, BESIDE_CORNER, type_))
        else:
            rows[row] = max(rows[row], 2 * (8 + height_of(told, BETWEEN_COLUMNS, type_)))
    tops = [EDGE + sum(rows[:row]) + gap * row for row in range(len(rows))]
    return [Rectangle(x, tops[row], CYCLE_WIDE, rows[row]) for x, row in at]


def between(one: Rectangle, other: Rectangle, joined: Joined, type_: Type) -> tuple[str, Rectangle]:
    """Draw the arrow from one box to the next, and return where its words stand."""
    if one.x == other.x:
        return upright(one, other, joined, type_)
    if CENTER in (one.x, other.x):
        return around(one, other, joined, type_)
    return across(one, other, joined, type_)


def upright(one: Rectangle, other: Rectangle, joined: Joined, type_: Type) -> tuple[str, Rectangle]:
    """Draw an arrow along a column; the words stand on the inner side."""
    x, down = one.x + CYCLE_WIDE / 2, one.y < other.y
    ends = (
        (one.y + one.height + FROM_CYCLE_BOX, other.y - FROM_CYCLE_BOX)
        if down
        else (one.y - FROM_CYCLE_BOX, other.y + other.height + FROM_CYCLE_BOX)
    )
    wide = min(width_of(plain_text(joined.text), type_), BESIDE_COLUMN)
    high = height_of(plain_text(joined.text), wide, type_)
    at = Rectangle(x - 3 - wide if one.x == RIGHT else x + 3, sum(ends) / 2 - high / 2, wide, high)
    return straight((x, ends[0]), (x, ends[1]), look_of(joined)), at


def around(one: Rectangle, other: Rectangle, joined: Joined, type_: Type) -> tuple[str, Rectangle]:
    """Draw an arrow between a box at the top or the foot and one at a side; the words stand on the outer side."""
    between, beside = (one, other) if one.x == CENTER else (other, one)
    x, y = beside.x + CYCLE_WIDE / 2, between.y + between.height / 2
    near = between.x + CYCLE_WIDE + FROM_CYCLE_BOX if beside.x == RIGHT else between.x - FROM_CYCLE_BOX
    far = beside.y - FROM_CYCLE_BOX if between.y < beside.y else beside.y + beside.height + FROM_CYCLE_BOX
    ends: tuple[Point, Point] = ((near, y), (x, far))
    start, end = ends if one is between else ends[::-1]
    wide = min(width_of(plain_text(joined.text), type_), BESIDE_CORNER)
    high = height_of(plain_text(joined.text), wide, type_)
    at = Rectangle(x + 2 if beside.x == RIGHT else x - 2 - wide, y - high / 2, wide, high)
    return arrow(start, (x, y), end, look_of(joined)), at


def across(one: Rectangle, other: Rectangle, joined: Joined, type_: Type) -> tuple[str, Rectangle]:
    """Draw an arrow from side to side: above on the way there, below on the way back."""
    there = one.x < other.x
    sign = -1 if there else 1
    y = one.y + one.height / 2 + sign * min(4, one.height / 8)
    left, right = (LEFT + CYCLE_WIDE + FROM_CYCLE_BOX, y), (RIGHT - FROM_CYCLE_BOX, y)
    high = height_of(plain_text(joined.text), BETWEEN_COLUMNS, type_)
    at = Rectangle(LEFT + CYCLE_WIDE + FROM_CYCLE_BOX, y - 4 - high if there else y + 4, BETWEEN_COLUMNS, high)
    start, end = (left, right) if there else (right, left)
    return arrow(start, (WIDTH / 2, y + 6 * sign), end, look_of(joined)), at
