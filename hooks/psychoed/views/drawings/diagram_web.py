"""A web: a box in the middle, and others around it in rows above, beside and below."""

from psychoed.model.blocks.drawing_lists import Diagram
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.boxes_and_arrows import EDGE, PEN, box, dot, edge, middle
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import Type, height_of, width_of
from psychoed.views.drawings.svg import Point, line

ROWS = {2: (1, 0, 1), 3: (2, 0, 1), 4: (2, 0, 2), 5: (2, 0, 3), 6: (3, 0, 3), 7: (3, 2, 2), 8: (3, 2, 3)}
"""How many boxes stand above the middle, beside it and below it, by their number."""
NARROW_BOX, USUAL_BOX, WIDE_BOX = 40.0, 52.0, 70.0
"""Boxes beside the middle, three in a row, and at most two in a row."""


def web(block: Diagram, type_: Type) -> Drawing:
    above, beside, below = ROWS[len(block.boxes)]
    wide = WIDE_BOX if max(above, below) < 3 else USUAL_BOX
    narrow = NARROW_BOX if beside else wide
    names = [plain_text(name) for name in (block.middle or "", *block.boxes)]
    head = max(height_of(name, narrow - 6, type_) for name in names)
    high = head + block.lines * type_.pitch + 4
    step = high + (24.0 if block.arrows else 15.0)
    center = Rectangle((WIDTH - narrow) / 2, step + EDGE, narrow, high)
    rows = ((above, wide, 0), (beside, narrow, 1), (below, wide, 2))
    boxes = [at for count, width, row in rows for at in in_row(count, width, row * step + EDGE, high)]
    words = {"middle": name_in(center, head)}
    shapes, behind = box(center, "accent ground", 0.6, 9), ""
    for n, at in enumerate(boxes, 1):
        told = plain_text(block.arrows[n - 1]) if block.arrows else ""
        start, end = edge(center, middle(at)), edge(at, middle(center))
        behind += line(start, end, "accent", PEN) + dot(start) + dot(end)
        shapes += box(at)
        if told:
            words[f"arrow-{n}"] = label = on_the_line(start, end, told, type_)
            behind += box(label, "ground", 0, 0)
        words[str(n)] = name_in(at, head)
    around = {"middle": center} | {str(n): at for n, at in enumerate(boxes, 1)}
    places = {key: Rectangle(at.x + 3, at.y + 1.5 + head, at.width - 6, high - head - 3) for key, at in around.items()}
    return Drawing(WIDTH, 2 * step + high + 2 * EDGE, behind + shapes, places, words)


def in_row(count: int, width: float, y: float, high: float) -> list[Rectangle]:
    """Spread boxes from side to side; one alone stands in the middle."""
    if count == 1:
        return [Rectangle((WIDTH - width) / 2, y, width, high)]
    return [Rectangle(EDGE + n * (WIDTH - 2 * EDGE - width) / (count - 1), y, width, high) for n in range(count)]


def name_in(at: Rectangle, head: float) -> Rectangle:
    return Rectangle(at.x + 3, at.y + 1.5, at.width - 6, head)


def on_the_line(start: Point, end: Point, told: str, type_: Type) -> Rectangle:
    """Return the middle of a line; above one that goes from side to side, which is too short to be parted."""
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    wide = min(width_of(told, type_), 24.0)
    high = height_of(told, wide, type_)
    return Rectangle(x - wide / 2, y - 1 - high if start[1] == end[1] else y - high / 2, wide, high)
