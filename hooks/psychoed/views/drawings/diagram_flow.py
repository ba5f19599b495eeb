"""A diagram down the page, a box below the other: a flow, and what large print makes of a cycle and a web."""

from typing import NamedTuple

from psychoed.model.blocks.drawing_lists import Diagram
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.boxes_and_arrows import EDGE, PEN, box, dot, head, rules, straight
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import Type, height_of
from psychoed.views.drawings.svg import line, number_text, path

PAD = 4.0
NAME_WIDTH = 48.0
"""How wide the names are where they stand beside the lines."""
ARROW_INSET = 10.0
"""How far the arrows stand from the edge of the boxes."""
ROUNDING = 3.0
"""How round the line is that leads back to the start."""


class FlowBox(NamedTuple):
    """A box, with the places of its name and its lines."""

    key: str
    at: Rectangle
    name: Rectangle
    lines: Rectangle


def flow(block: Diagram, type_: Type, *, beside: bool) -> Drawing:
    """Draw the boxes one below the other. `beside`: the names stand beside the lines, else above them.

    The column of question numbers holds the line that leads back to the start, or out from the middle.
    """
    gap = type_.line + 7 if block.arrows else 11.0
    steps = steps_of(block, type_, gap, beside=beside)
    shapes = connections(block, [step.at for step in steps], gap)
    for step in steps:
        colours = "accent ground" if step.key == "middle" else "ink ground"
        shapes += box(step.at, colours) + rules(step.lines, type_.pitch, boxed=True)
    words = {step.key: step.name for step in steps} | arrow_words(block, steps, gap, type_)
    last = steps[-1].at
    height = last.y + last.height + (gap if block.shape == "cycle" else 0) + EDGE
    cut = 0.6 - gap if block.shape == "web" else -0.6  # the words on a line stay with the box that it leads to
    breaks = tuple(step.at.y + cut for step in steps[1:])
    in_order = dict(sorted(words.items(), key=lambda word: word[1].y))
    return Drawing(WIDTH, height, shapes, {step.key: step.lines for step in steps}, in_order, breaks)


def steps_of(block: Diagram, type_: Type, gap: float, *, beside: bool) -> list[FlowBox]:
    found: list[FlowBox] = []
    y = EDGE
    for key in (answer.key for answer in block.answers()):
        x = EDGE if key == "middle" else type_.pitch
        at = Rectangle(x, y, WIDTH - EDGE - x, 0)
        found.append(
            (with_name_beside if beside else with_name_above)(key, at, plain_text(block.names()[key]), block, type_)
        )
        y += found[-1].at.height + gap
    return found


def with_name_beside(key: str, at: Rectangle, name: str, block: Diagram, type_: Type) -> FlowBox:
    writing = block.lines * type_.pitch
    height = max(height_of(name, NAME_WIDTH, type_) + 4, writing + 1)
    x = at.x + PAD + NAME_WIDTH + PAD
    lines = Rectangle(x, at.y + height - writing, at.x + at.width - PAD - x, writing)
    return FlowBox(key, at._replace(height=height), Rectangle(at.x + PAD, at.y, NAME_WIDTH, height), lines)


def with_name_above(key: str, at: Rectangle, name: str, block: Diagram, type_: Type) -> FlowBox:
    x, wide, writing = at.x + PAD, at.width - 2 * PAD, block.lines * type_.pitch
    above = height_of(name, wide, type_)
    lines = Rectangle(x, at.y + 2 + above, wide, writing)
    return FlowBox(key, at._replace(height=above + writing + 2), Rectangle(x, at.y + 2, wide, above), lines)


def arrow_words(block: Diagram, steps: list[FlowBox], gap: float, type_: Type) -> dict[str, Rectangle]:
    """Return where the words of arrows stand: after the box that an arrow comes from, or before the one of a web."""
    web = block.shape == "web"
    found = {}
    for step in steps:
        x = step.at.x + (PAD if web else ARROW_INSET + PAD)
        y = (step.at.y - gap if web else step.at.y + step.at.height) + (gap - type_.line) / 2
        if (key := f"arrow-{step.key}") in block.names():
            found[key] = Rectangle(x, y, WIDTH - PAD - x, type_.line)
    return found


def connections(block: Diagram, boxes: list[Rectangle], gap: float) -> str:
    """Draw what joins the boxes: arrows down, the way back to the start, or branches."""
    if block.shape == "web":
        return branches(boxes)
    x = boxes[0].x + ARROW_INSET
    feet = [at.y + at.height for at in boxes]
    drawn = "".join(straight((x, foot + 1.5), (x, foot + gap - 1.5)) for foot in feet[:-1])
    return drawn + (way_back(boxes, x, gap) if block.shape == "cycle" else "")


def way_back(boxes: list[Rectangle], x: float, gap: float) -> str:
    """Draw the way from the last box round its foot, up beside all boxes, and into the first."""
    start, lane, tip = boxes[-1].y + boxes[-1].height + 1.5, boxes[0].x / 2, boxes[0].x - 1
    foot, top = start - 1.5 + gap / 2, boxes[0].y + boxes[0].height / 2
    turns = (
        f"M{number_text(x)} {number_text(start)}V{number_text(foot - ROUNDING)}Q{number_text(x)} {number_text(foot)} {number_text(x - ROUNDING)} {number_text(foot)}H{number_text(lane + ROUNDING)}"
        f"Q{number_text(lane)} {number_text(foot)} {number_text(lane)} {number_text(foot - ROUNDING)}V{number_text(top + ROUNDING)}"
        f"Q{number_text(lane)} {number_text(top)} {number_text(lane + ROUNDING)} {number_text(top)}H{number_text(tip)}"
    )
    return path(turns + head((tip, top), (lane, top)), "accent", PEN)


def branches(boxes: list[Rectangle]) -> str:
    """Draw a line from the foot of the first box, which is the middle, to the side of each other."""
    lane = boxes[1].x / 2
    sides = [(at.x, at.y + at.height / 2) for at in boxes[1:]]
    drawn = line((lane, boxes[0].y + boxes[0].height), (lane, sides[-1][1]), "accent", PEN)
    return drawn + "".join(line((lane, y), (x, y), "accent", PEN) + dot((x, y)) for x, y in sides)
