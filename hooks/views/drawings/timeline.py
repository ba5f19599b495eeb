"""A road that winds down the page past signposts, with room to write at each."""

from itertools import pairwise

from library.blocks.drawing_steps import Timeline
from library.richtext import plain
from views.drawing import WIDTH, Drawing, Place
from views.drawings.shapes import circle, line, num, path
from views.drawings.strokes import rules
from views.drawings.words import Type, tall, type_of, width_of

LANE = 26.0
"""How wide the road is, with its bends and the room beside it."""
ROAD, MIDDLE, BEND = 7.0, 9.0, 5.5
"""The width of the road, where its middle lies, and how far it leaves that."""
POINT = 4.0
"""How far a sign points."""


def timeline(block: Timeline, *, large: bool) -> Drawing:
    type_ = type_of(large=large)
    width = WIDTH - type_.pitch
    words: dict[str, Place] = {}
    places: dict[str, Place] = {}
    shapes, y, tops, pins = "", 1.0, [0.0], list[float]()
    for s, sign in enumerate(block.signs, 1):
        drawn, words[str(s)] = signpost(plain(sign), y, width, type_)
        shapes += drawn
        pins.append(words[str(s)].y + words[str(s)].height / 2)
        y = words[str(s)].y + words[str(s)].height + 2
        for a, ask in enumerate(block.asks, 1):
            high = tall(plain(ask), width - LANE, type_)
            words[f"{s}-{a}"] = Place(LANE, y + 1, width - LANE, high)
            places[f"{s}-{a}"] = Place(LANE, y + 1 + high - 0.3 * type_.line, width - LANE, block.lines * type_.pitch)
            y = places[f"{s}-{a}"].y + places[f"{s}-{a}"].height + 2
        if not block.asks:
            places[str(s)] = Place(LANE, y, width - LANE, block.lines * type_.pitch)
            y += places[str(s)].height
        y += 1.2 * type_.line
        tops.append(y - 1)
    writing = "".join(rules(place, type_.pitch) for place in places.values())
    return Drawing(width, y, road([*pins, y]) + shapes + writing, places, words, tuple(tops[1:-1]))


def signpost(sign: str, y: float, width: float, type_: Type) -> tuple[str, Place]:
    """A board that points on, held to the road by a pin, and where its words stand."""
    wide = min(max(width_of(sign, type_), 24.0), width - LANE - 3 - POINT)
    high = tall(sign, wide, type_)
    left, right, foot, half = LANE, LANE + 3 + wide, y + high + 2, y + high / 2 + 1
    board = f"M{num(left)} {num(y)}H{num(right)}L{num(right + POINT)} {num(half)}L{num(right)} {num(foot)}H{num(left)}Z"
    post = line((MIDDLE, half), (left, half), "ink", 0.5)
    pin = circle((MIDDLE, half), 1.8, "ink ground", 0.5)
    return post + pin + path(board, "ink ground", 0.5), Place(left + 3, y + 1, wide, high)


def road(pins: list[float]) -> str:
    """A bend from each pin to the next, to each side in turn, with a broken line in the middle."""
    start = MIDDLE - 3 * BEND * pins[0] / (pins[1] - pins[0])
    steps, side = f"M{num(start)} 0L{num(MIDDLE)} {num(pins[0])}", 1
    for top, foot in pairwise(pins):
        third, x = (foot - top) / 3, MIDDLE + side * BEND
        steps += f"C{num(x)} {num(top + third)} {num(x)} {num(foot - third)} {num(MIDDLE)} {num(foot)}"
        side = -side
    return path(steps, "faint", ROAD) + path(steps, "soft", 0.4, ' stroke-dasharray="3 3"')
