"""A cycle that goes round: a column of boxes on each side and, for most numbers, one between them at the top or foot."""

from psychoed.model.blocks.drawing_lists import Diagram
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.boxes_and_arrows import EDGE, arrow, box, straight
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import Type, height_of, width_of
from psychoed.views.drawings.svg import Point

WIDE = 66.0
LEFT, CENTER, RIGHT = EDGE, (WIDTH - WIDE) / 2, WIDTH - WIDE - EDGE
APART = 1.5
"""From a box to its arrow."""
BETWEEN_COLUMNS = RIGHT - LEFT - WIDE - 2 * APART
"""The room for words between the columns."""


def spots(count: int) -> list[tuple[float, int]]:
    """Return where each box stands, clockwise: its left edge and its row."""
    top, foot = 3 <= count <= 7, count in (4, 6)
    side = (count - top - foot) // 2
    rows = [row + top for row in range(side)]
    right, left = [(RIGHT, row) for row in rows], [(LEFT, row) for row in reversed(rows)]
    if not top:
        return [left.pop(), *right, *left]
    return [(CENTER, 0), *right, *([(CENTER, side + 1)] if foot else []), *left]


def cycle(block: Diagram, type_: Type) -> Drawing:
    names = [plain_text(name) for name in block.boxes]
    above = max(height_of(name, WIDE - 6, type_) for name in names)
    high = above + block.lines * type_.pitch + 4
    if block.arrows and len(names) not in (4, 6):  # where an arrow goes across, its words stand above or below it
        high = max(high, 2 * (8 + max(height_of(plain_text(told), BETWEEN_COLUMNS, type_) for told in block.arrows)))
    gap = 16.0 if block.arrows else 13.0
    boxes = [Rectangle(x, EDGE + row * (high + gap), WIDE, high) for x, row in spots(len(names))]
    shapes = "".join(box(at) for at in boxes)
    words: dict[str, Rectangle] = {}
    for n, at in enumerate(boxes):
        words[str(n + 1)] = Rectangle(at.x + 3, at.y + 1.5, WIDE - 6, above)
        drawn, told = between(
            at, boxes[(n + 1) % len(boxes)], plain_text(block.arrows[n]) if block.arrows else "", type_
        )
        shapes += drawn
        words |= {f"arrow-{n + 1}": told} if told else {}
    places = {
        str(n): Rectangle(at.x + 3, at.y + 1.5 + above, WIDE - 6, high - above - 3) for n, at in enumerate(boxes, 1)
    }
    return Drawing(WIDTH, max(at.y for at in boxes) + high + EDGE, shapes, places, words)


def between(one: Rectangle, other: Rectangle, told: str, type_: Type) -> tuple[str, Rectangle | None]:
    """Draw the arrow from one box to the next, and return where its words stand."""
    if one.x == other.x:
        return upright(one, other, told, type_)
    if CENTER in (one.x, other.x):
        return around(one, other, told, type_)
    return across(one, other, told, type_)


def upright(one: Rectangle, other: Rectangle, told: str, type_: Type) -> tuple[str, Rectangle | None]:
    """Draw an arrow along a column; the words stand on the inner side."""
    x, down = one.x + WIDE / 2, one.y < other.y
    ends = (one.y + one.height + APART, other.y - APART) if down else (one.y - APART, other.y + other.height + APART)
    wide = min(width_of(told, type_), 46)
    high = height_of(told, wide, type_)
    at = Rectangle(x - 3 - wide if one.x == RIGHT else x + 3, sum(ends) / 2 - high / 2, wide, high)
    return straight((x, ends[0]), (x, ends[1])), at if told else None


def around(one: Rectangle, other: Rectangle, told: str, type_: Type) -> tuple[str, Rectangle | None]:
    """Draw an arrow between a box at the top or the foot and one at a side; the words stand on the outer side."""
    between, beside = (one, other) if one.x == CENTER else (other, one)
    x, y = beside.x + WIDE / 2, between.y + between.height / 2
    near = between.x + WIDE + APART if beside.x == RIGHT else between.x - APART
    far = beside.y - APART if between.y < beside.y else beside.y + beside.height + APART
    ends: tuple[Point, Point] = ((near, y), (x, far))
    start, end = ends if one is between else ends[::-1]
    wide = min(width_of(told, type_), WIDE / 2 - 2)
    high = height_of(told, wide, type_)
    at = Rectangle(x + 2 if beside.x == RIGHT else x - 2 - wide, y - high / 2, wide, high)
    return arrow(start, (x, y), end), at if told else None


def across(one: Rectangle, other: Rectangle, told: str, type_: Type) -> tuple[str, Rectangle | None]:
    """Draw an arrow from side to side: above on the way there, below on the way back."""
    y = one.y + one.height / 2
    there = one.x < other.x
    sign = -1 if there else 1
    y += sign * min(4, one.height / 8)
    start, end = (LEFT + WIDE + APART, y), (RIGHT - APART, y)
    high = height_of(told, BETWEEN_COLUMNS, type_)
    at = Rectangle(LEFT + WIDE + APART, y - 4 - high if there else y + 4, BETWEEN_COLUMNS, high)
    drawn = arrow(*((start, (WIDTH / 2, y - 6), end) if there else (end, (WIDTH / 2, y + 6), start)))
    return drawn, at if told else None
