"""Areas that all act on each other: four boxes crosswise, each joined to each, below what sets them off."""

from psychoed.model.blocks.diagram import Diagram
from psychoed.views.drawings.boxes_and_arrows import EDGE, LineLook, box, straight
from psychoed.views.drawings.diagram_box import box_of, height_in
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import Type
from psychoed.views.drawings.svg import Point

AREA_WIDE = 64.0
"""How wide the four are; what sets them off is wider."""
FIRST_WIDE = 110.0
GAP, FIRST_GAP = 13.0, 10.0
FROM_AREA = 1.2
INWARD = 14.0
"""How far from its corner an arrow between two neighbors begins."""


def areas(block: Diagram, type_: Type) -> Drawing:
    boxes = placed_areas(block, type_)
    words: dict[str, Rectangle] = {}
    places: dict[str, Rectangle] = {}
    shapes = ""
    for key, at in boxes.items():
        inside, ruled = box_of(block, key, at, type_)
        shapes += box(at) + ruled
        words, places = words | inside.words, places | inside.places
    foot = max(at.y + at.height for at in boxes.values()) + EDGE
    return Drawing(WIDTH, foot, arrows(boxes) + shapes, places, words)


def placed_areas(block: Diagram, type_: Type) -> dict[str, Rectangle]:
    """Return every box by its key: the first above, then one above, two beside and one below the middle."""
    *first, top, one, other, foot = block.keyed()
    y, found = EDGE, dict[str, Rectangle]()
    for key in first:
        found[key] = Rectangle((WIDTH - FIRST_WIDE) / 2, y, FIRST_WIDE, height_in(block, key, FIRST_WIDE, type_))
        y += found[key].height + FIRST_GAP
    for row in ((top,), (one, other), (foot,)):
        high = max(height_in(block, key, AREA_WIDE, type_) for key in row)
        sides = ((WIDTH - AREA_WIDE) / 2,) if len(row) == 1 else (EDGE, WIDTH - AREA_WIDE - EDGE)
        found |= {key: Rectangle(x, y, AREA_WIDE, high) for key, x in zip(row, sides, strict=True)}
        y += high + GAP
    return found


def arrows(boxes: dict[str, Rectangle]) -> str:
    *first, top, one, other, foot = boxes.values()
    middle = WIDTH / 2
    beside = one.y + one.height / 2
    drawn = [straight((middle, at.y + at.height + FROM_AREA), (middle, top.y - FROM_AREA)) for at in first]
    ends: list[tuple[Point, Point]] = [
        ((middle, top.y + top.height + FROM_AREA), (middle, foot.y - FROM_AREA)),
        ((one.x + one.width + FROM_AREA, beside), (other.x - FROM_AREA, beside)),
    ]
    for upper, lower, down in ((top, one, 1), (top, other, 1), (foot, one, -1), (foot, other, -1)):
        left = lower is one
        x = upper.x + (INWARD if left else AREA_WIDE - INWARD)
        away = lower.x + (AREA_WIDE - INWARD if left else INWARD)
        near = upper.y + (upper.height + FROM_AREA if down > 0 else -FROM_AREA)
        far = lower.y + (-FROM_AREA if down > 0 else lower.height + FROM_AREA)
        ends.append(((x, near), (away, far)))
    return "".join(drawn + [straight(begin, end, LineLook("both")) for begin, end in ends])
