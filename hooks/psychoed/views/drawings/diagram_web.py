"""A web: a box in the middle, and others around it in rows above, beside and below."""

from psychoed.model.blocks.diagram import Diagram, Joined
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.boxes_and_arrows import EDGE, PEN, box, dot, edge, middle, straight
from psychoed.views.drawings.diagram_across import across_the_middle
from psychoed.views.drawings.diagram_box import box_of, height_in, look_of
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import Type, height_of, width_of
from psychoed.views.drawings.svg import Point, line

ROWS = {2: (1, 0, 1), 3: (2, 0, 1), 4: (2, 0, 2), 5: (2, 0, 3), 6: (3, 0, 3), 7: (3, 2, 2), 8: (3, 2, 3)}
"""How many boxes stand above the middle, beside it and below it, by their number."""
NARROW_BOX, USUAL_BOX, WIDE_BOX = 40.0, 52.0, 70.0
"""Boxes beside the middle, three in a row, and at most two in a row."""
WIDEST_TOLD = 30.0
"""The room for words on a line up or down; beside the middle there is less."""
BESIDE_MIDDLE = 22.0


def web(block: Diagram, type_: Type) -> Drawing | None:
    """Draw the web; None where an arrow between its outer boxes finds no way."""
    around = web_boxes(block, type_)
    words: dict[str, Rectangle] = {}
    places: dict[str, Rectangle] = {}
    lines, grounds, shapes = "", "", ""
    for key, at in around.items():
        inside, ruled = box_of(block, key, at, type_)
        shapes += (box(at, "accent ground", 0.6, 9) if key == "middle" else box(at)) + ruled
        words, places = words | inside.words, places | inside.places
    for joined in block.joined():
        start, end = ends_between(around["middle"], around[joined.end])
        lines += web_line(joined, start, end)
        if joined.text:
            words[joined.name] = label = on_the_line(start, end, plain_text(joined.text), type_)
            grounds += box(label, "ground", 0, 0)
    taken = [*around.values(), *(at for name, at in words.items() if name.startswith("arrow-"))]
    further = across_the_middle(block, around, taken, type_)
    if further is None:
        return None
    height = max(at.y + at.height for at in around.values()) + EDGE
    return Drawing(WIDTH, height, lines + further.shapes + grounds + shapes, places, words | further.words)


def web_boxes(block: Diagram, type_: Type) -> dict[str, Rectangle]:
    """Return every box by its key, all equally high."""
    above, beside, below = ROWS[len(block.flat)]
    wide = WIDE_BOX if max(above, below) < 3 else USUAL_BOX
    narrow = NARROW_BOX if beside else wide
    high = max(height_in(block, key, narrow, type_) for key in block.keyed())
    told = [plain_text(joined.text) for joined in block.joined() if joined.text]
    gap = max(24.0 if told else 15.0, *(height_of(one, WIDEST_TOLD, type_) + 8 for one in told), 0)
    if beside:
        high = max(high, *(2 * (height_of(one, BESIDE_MIDDLE, type_) + 2) for one in told), 0)
    step = high + gap
    center = Rectangle((WIDTH - narrow) / 2, step + EDGE, narrow, high)
    rows = ((above, wide, 0), (beside, narrow, 1), (below, wide, 2))
    boxes = [at for count, width, row in rows for at in spread_in_row(count, width, row * step + EDGE, high)]
    return {"middle": center} | {str(n): at for n, at in enumerate(boxes, 1)}


def spread_in_row(count: int, width: float, y: float, high: float) -> list[Rectangle]:
    """Spread boxes from side to side; one alone stands in the middle."""
    if count == 1:
        return [Rectangle((WIDTH - width) / 2, y, width, high)]
    return [Rectangle(EDGE + n * (WIDTH - 2 * EDGE - width) / (count - 1), y, width, high) for n in range(count)]


def ends_between(center: Rectangle, at: Rectangle) -> tuple[Point, Point]:
    return edge(center, middle(at)), edge(at, middle(center))


def web_line(joined: Joined, start: Point, end: Point) -> str:
    """Draw a line that is fixed to both boxes by a dot, or has heads where the author says so."""
    if joined.heads == "none" and not joined.arrow.dashed:
        return line(start, end, "accent", PEN) + dot(start) + dot(end)
    dots = {"none": (start, end), "end": (start,), "start": (end,), "both": ()}[joined.heads]
    return straight(start, end, look_of(joined)) + "".join(map(dot, dots))


def on_the_line(start: Point, end: Point, told: str, type_: Type) -> Rectangle:
    """Return the middle of a line; above one that goes from side to side, which is too short to be parted."""
    level = start[1] == end[1]
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    wide = min(width_of(told, type_), BESIDE_MIDDLE if level else WIDEST_TOLD)
    high = height_of(told, wide, type_)
    return Rectangle(x - wide / 2, y - 1 - high if level else y - high / 2, wide, high)
