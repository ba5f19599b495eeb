"""A diagram down the page, a box below the other: a flow, and what large print makes of a cycle and a web."""

from library.blocks.diagram import Diagram
from library.richtext import plain
from views.drawing import WIDTH, Drawing, Place
from views.drawings.shapes import line, num, path
from views.drawings.strokes import PEN, box, dot, head, rules, straight
from views.drawings.words import Type, tall

PAD = 4.0
NAMED = 48.0
"""How wide the names are where they stand beside the lines."""
BEND = 3.0
"""How round the line is that leads back to the start."""


def down(block: Diagram, type_: Type, *, beside: bool) -> Drawing:
    """`beside`: the names stand beside the lines, else above them. The column of question numbers holds the lines
    that lead back to the start, or out from the middle."""
    keys = [key for key in block.names() if not key.startswith("arrow-")]
    names = [plain(block.names()[key]) for key in keys]
    gap = type_.line + 7 if block.arrows else 11.0
    boxes: list[Place] = []
    y = 0.4
    for key, name in zip(keys, names, strict=True):
        x = 0.4 if key == "middle" else type_.pitch
        boxes.append(Place(x, y, WIDTH - 0.4 - x, height_of(name, block.lines, type_, beside=beside)))
        y += boxes[-1].height + gap
    shapes = joined(block, boxes, gap)
    words, places = {}, {}
    for n, (key, name, at) in enumerate(zip(keys, names, boxes, strict=True)):
        word, place = inside(at, name, block.lines, type_, beside=beside)
        shapes += box(at, "accent ground" if key == "middle" else "ink ground") + rules(place, type_.pitch, boxed=True)
        words |= {key: word}
        places[key] = place
        if (told := f"arrow-{n + 1}") in block.names():
            x = type_.pitch + (PAD if block.shape == "web" else 10 + PAD)
            words[told] = Place(x, at.y + at.height + (gap - type_.line) / 2, WIDTH - PAD - x, type_.line)
    back = gap if block.shape == "cycle" else 0
    foot = boxes[-1].y + boxes[-1].height + back + 0.4
    cut = -gap + 0.6 if block.shape == "web" else -0.6
    return Drawing(WIDTH, foot, shapes, places, words, tuple(at.y + cut for at in boxes[1:]))


def height_of(name: str, lines: int, type_: Type, *, beside: bool) -> float:
    if beside:
        return max(tall(name, NAMED, type_) + 4, lines * type_.pitch + 1)
    return tall(name, WIDTH - type_.pitch - 2 * PAD, type_) + lines * type_.pitch + 2


def inside(at: Place, name: str, lines: int, type_: Type, *, beside: bool) -> tuple[Place, Place]:
    """Where the name stands, and where to write."""
    writing = lines * type_.pitch
    if beside:
        x = at.x + PAD + NAMED + PAD
        word = Place(at.x + PAD, at.y, NAMED, at.height)
        return word, Place(x, at.y + at.height - writing, at.x + at.width - PAD - x, writing)
    above = at.height - writing - 2
    x, wide = at.x + PAD, at.width - 2 * PAD
    return Place(x, at.y + 2, wide, above), Place(x, at.y + 2 + above, wide, writing)


def joined(block: Diagram, boxes: list[Place], gap: float) -> str:
    """What joins the boxes: arrows down, the way back to the start, or branches."""
    if block.shape == "web":
        return branches(boxes)
    x = boxes[0].x + 10
    feet = [at.y + at.height for at in boxes]
    drawn = "".join(straight((x, foot + 1.5), (x, foot + gap - 1.5)) for foot in feet[:-1])
    return drawn + (way_back(boxes, x, gap) if block.shape == "cycle" else "")


def way_back(boxes: list[Place], x: float, gap: float) -> str:
    """From the last box round its foot, up beside all boxes, and into the first."""
    start, lane, tip = boxes[-1].y + boxes[-1].height + 1.5, boxes[0].x / 2, boxes[0].x - 1
    foot, top = start - 1.5 + gap / 2, boxes[0].y + boxes[0].height / 2
    turns = (
        f"M{num(x)} {num(start)}V{num(foot - BEND)}Q{num(x)} {num(foot)} {num(x - BEND)} {num(foot)}H{num(lane + BEND)}"
        f"Q{num(lane)} {num(foot)} {num(lane)} {num(foot - BEND)}V{num(top + BEND)}Q{num(lane)} {num(top)} {num(lane + BEND)} {num(top)}H{num(tip)}"
    )
    return path(turns + head((tip, top), (lane, top)), "accent", PEN)


def branches(boxes: list[Place]) -> str:
    """From the foot of the first box, which is the middle, to the side of each other."""
    lane = boxes[1].x / 2
    sides = [(at.x, at.y + at.height / 2) for at in boxes[1:]]
    drawn = line((lane, boxes[0].y + boxes[0].height), (lane, sides[-1][1]), "accent", PEN)
    return drawn + "".join(line((lane, y), (x, y), "accent", PEN) + dot((x, y)) for x, y in sides)
