"""A road that winds down the page past signposts, with room to write at each."""

from itertools import pairwise

from psychoed.model.blocks.drawing_lists import Timeline
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.boxes_and_arrows import rules
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import Type, height_of, type_of, width_of
from psychoed.views.drawings.svg import circle, line, number_text, path

LANE = 26.0
"""How wide the road is, with its bends and the room beside it."""
ROAD, MIDDLE, BEND = 7.0, 9.0, 5.5
"""The width of the road, where its middle lies, and how far it leaves that."""
POINT = 4.0
"""How far a sign points."""
WIDEST_QUESTION, BESIDE_QUESTION, ON_THE_RULE = 62.0, 3.0, 0.65
"""How wide questions are at most that stand beside a line, how far from it, and how far down it, as a share of a line."""
HIGHEST_SIGN = 140.0
"""In mm: what a page should hold whole of one sign; more than that parts between its questions."""


def timeline_drawing(block: Timeline, *, large: bool) -> Drawing:
    type_ = type_of(large=large)
    width = WIDTH - type_.pitch
    aside = beside_the_lines(block, type_, large=large)
    words: dict[str, Rectangle] = {}
    places: dict[str, Rectangle] = {}
    y, breaks = 1.0, list[float]()
    for s, sign in enumerate(block.signs, 1):
        begin = y
        words[str(s)] = on_the_sign(plain_text(sign), y, width, type_)
        y += words[str(s)].height + 4
        for key, ask in questions_at(block, s):
            if ask and aside:
                words[key] = Rectangle(LANE, y + ON_THE_RULE * type_.line, aside, type_.line)
            elif ask:
                words[key] = Rectangle(LANE, y, width - LANE, height_of(ask, width - LANE, type_))
                y += words[key].height
            x = LANE + (aside and aside + BESIDE_QUESTION)
            places[key] = Rectangle(x, y, width - x, block.lines * type_.pitch)
            y += places[key].height + 2
        if y - begin > HIGHEST_SIGN:
            breaks += [words[key].y for key, _ in questions_at(block, s)[1:]]
        y += type_.line
        breaks.append(y - 1)
    signs = [words[str(s)] for s in range(1, len(block.signs) + 1)]
    shapes = road([*(middle_of(sign) for sign in signs), y]) + "".join(signpost(sign) for sign in signs)
    shapes += "".join(rules(place, type_.pitch) for place in places.values())
    return Drawing(width, y, shapes, places, words, tuple(breaks[:-1]))


def beside_the_lines(block: Timeline, type_: Type, *, large: bool) -> float:
    """Return how much room the questions take where each stands beside its one line; 0 where they stand above."""
    widest = max((width_of(plain_text(ask), type_) for ask in block.asks), default=0.0)
    return widest if block.lines == 1 and not large and widest <= WIDEST_QUESTION else 0.0


def questions_at(block: Timeline, s: int) -> list[tuple[str, str]]:
    """Return the key of each answer at a sign, with what is asked there."""
    return [(f"{s}-{a}", plain_text(ask)) for a, ask in enumerate(block.asks, 1)] or [(str(s), "")]


def on_the_sign(sign: str, y: float, width: float, type_: Type) -> Rectangle:
    wide = min(max(width_of(sign, type_), 24.0), width - LANE - 3 - POINT)
    return Rectangle(LANE + 3, y + 1, wide, height_of(sign, wide, type_))


def middle_of(sign: Rectangle) -> float:
    return sign.y + sign.height / 2


def signpost(sign: Rectangle) -> str:
    """Draw a board that points on, held to the road by a pin."""
    half, left, right = middle_of(sign), sign.x - 3, sign.x + sign.width
    top, foot = number_text(sign.y - 1), number_text(sign.y + sign.height + 1)
    board = f"M{number_text(left)} {top}H{number_text(right)}L{number_text(right + POINT)} {number_text(half)}L{number_text(right)} {foot}H{number_text(left)}Z"
    post, pin = line((MIDDLE, half), (left, half), "ink", 0.5), circle((MIDDLE, half), 1.8, "ink ground", 0.5)
    return post + pin + path(board, "ink ground", 0.5)


def road(pins: list[float]) -> str:
    """Draw a bend from each pin to the next, to each side in turn, with a broken line in the middle."""
    start = MIDDLE - 3 * BEND * pins[0] / (pins[1] - pins[0])
    steps, side = f"M{number_text(start)} 0L{number_text(MIDDLE)} {number_text(pins[0])}", 1
    for top, foot in pairwise(pins):
        third, x = (foot - top) / 3, MIDDLE + side * BEND
        steps += f"C{number_text(x)} {number_text(top + third)} {number_text(x)} {number_text(foot - third)} {number_text(MIDDLE)} {number_text(foot)}"
        side = -side
    edges, ground = path(steps, "grey", ROAD), path(steps, "pale", ROAD - 0.8)
    return edges + ground + path(steps, "soft", 0.4, ' stroke-dasharray="3 3"')
