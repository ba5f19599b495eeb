"""What runs beside the boxes of a diagram down the page: the way back, arrows that skip boxes, and branches."""

from psychoed.model.blocks.diagram import Diagram, Joined
from psychoed.views.drawings.boxes_and_arrows import PEN, dot, shaft, straight, tips
from psychoed.views.drawings.diagram_box import look_of
from psychoed.views.drawings.drawing import Rectangle
from psychoed.views.drawings.svg import Point, line, number_text

ROUNDING = 3.0
"""How round the corners of the ways are."""
LANES = (0.5, 0.2, 0.72)
"""Where further arrows run, as shares of the column beside the boxes; a fourth is only said in words."""
OFF_MIDDLE = 2.6
"""Between the ends of two arrows at the side of one box."""


def way_back(last: Rectangle, first: Rectangle, joined: Joined, x: float, gap: float) -> str:
    """Draw the way from the last box round its foot, up beside all boxes, and into the first."""
    start, lane, tip = last.y + last.height + 1.5, last.x / 2, first.x - 1
    foot, top = start - 1.5 + gap - 3, first.y + first.height / 2
    n = number_text
    steps = (
        f"M{n(x)} {n(start)}V{n(foot - ROUNDING)}Q{n(x)} {n(foot)} {n(x - ROUNDING)} {n(foot)}H{n(lane + ROUNDING)}"
        f"Q{n(lane)} {n(foot)} {n(lane)} {n(foot - ROUNDING)}V{n(top + ROUNDING)}"
        f"Q{n(lane)} {n(top)} {n(lane + ROUNDING)} {n(top)}H{n(tip)}"
    )
    return shaft(steps, dashed=joined.arrow.dashed) + tips((x, start), (tip, top), (x, foot), (lane, top), joined.heads)


def further_lanes(block: Diagram, boxes: dict[str, Rectangle]) -> str:
    """Draw the further arrows of a flow that join boxes at its side; what has no lane is said in words alone."""
    if block.shape != "flow":
        return ""
    side = min(at.x for at in boxes.values())
    beside = [one for one in block.further() if boxes[one.start].x == side == boxes[one.end].x]
    return "".join(
        in_lane(joined, boxes[joined.start], boxes[joined.end], side * share, off)
        for joined, share, off in zip(beside, LANES, (0.0, OFF_MIDDLE, -OFF_MIDDLE), strict=False)
    )


def in_lane(joined: Joined, one: Rectangle, other: Rectangle, lane: float, off: float) -> str:
    """Draw an arrow out of the side of a box, along the lane, and into the side of another."""
    begin, end = (one.x - 1, one.y + one.height / 2 + off), (other.x - 1, other.y + other.height / 2 + off)
    turn = min(ROUNDING, begin[0] - lane) * (1 if end[1] > begin[1] else -1)
    bend = abs(turn)
    n = number_text
    steps = (
        f"M{n(begin[0])} {n(begin[1])}H{n(lane + bend)}Q{n(lane)} {n(begin[1])} {n(lane)} {n(begin[1] + turn)}"
        f"V{n(end[1] - turn)}Q{n(lane)} {n(end[1])} {n(lane + bend)} {n(end[1])}H{n(end[0])}"
    )
    outward: Point = (lane, begin[1])
    return shaft(steps, dashed=joined.arrow.dashed) + tips(begin, end, outward, (lane, end[1]), joined.heads)


def branches(block: Diagram, boxes: dict[str, Rectangle]) -> str:
    """Draw a line from the foot of the middle, which stands first, to the side of each other box."""
    center, *around = boxes.values()
    lane = around[0].x * 0.3
    sides = [(at.x, at.y + at.height / 2) for at in around]
    drawn = line((lane, center.y + center.height), (lane, sides[-1][1]), "accent", PEN)
    for joined, (x, y) in zip(block.joined(), sides, strict=True):
        if joined.heads == "none" and not joined.arrow.dashed:
            drawn += line((lane, y), (x, y), "accent", PEN) + dot((x, y))
        else:
            drawn += straight((lane, y), (x - 0.6, y), look_of(joined))
    return drawn
