"""A ladder or a thermometer, with a band beside each part of it."""

from library.blocks.drawing_steps import Ladder
from library.richtext import plain
from views.drawing import WIDTH, Drawing, Place
from views.drawings.shapes import circle, line, num, path
from views.drawings.strokes import rules
from views.drawings.words import tall, type_of, width_of

LANE = 20.0
"""How wide the ladder or the thermometer is, with the room beside it."""
NAMED = 48.0
"""How wide names beside the lines are at most."""
TUBE, BULB = 10.0, 8.0
"""The width of the tube, and the radius of the bulb."""


def ladder(block: Ladder, *, large: bool) -> Drawing:
    type_ = type_of(large=large)
    width = WIDTH - type_.pitch
    names = [plain(band) for band in block.bands]
    named = width - LANE if large else min(NAMED, max(width_of(name, type_) for name in names))
    words: dict[str, Place] = {}
    places: dict[str, Place] = {}
    y, tops = 0.5, [0.5]
    for n, name in enumerate(names, 1):
        high = tall(name, named, type_)
        words[str(n)] = Place(LANE, y + (0.25 if large else 0.65) * type_.line, named, high)
        x = LANE if large else LANE + named + 4
        places[str(n)] = Place(x, y + (high if large else 0), width - x, block.lines * type_.pitch)
        y = max(places[str(n)].y + places[str(n)].height, words[str(n)].y + high) + type_.line
        tops.append(y)
    writing = "".join(rules(place, type_.pitch) for place in places.values())
    feet = [place.y + type_.pitch for place in places.values()]
    drawn, height = thermometer(tops) if block.style == "thermometer" else rungs(tops[-1], feet)
    return Drawing(width, height, drawn + writing, places, words, tuple(top - 1 for top in tops[1:-1]))


def rungs(foot: float, feet: list[float]) -> tuple[str, float]:
    """Two rails, and a rung at the first line of each band."""
    rails = "".join(line((x, 1), (x, foot - 1), "ink", 0.7) for x in (2, 13))
    return rails + "".join(line((2, y), (13, y), "ink", 0.55) for y in feet), foot


def thermometer(tops: list[float]) -> tuple[str, float]:
    """A tube with a mark between its bands, to color in, on a bulb."""
    x, foot = LANE / 2 - 1, tops[-1] - 2
    left, right, center = x - TUBE / 2, x + TUBE / 2, foot + BULB - 1.2
    join = center - (BULB**2 - (TUBE / 2) ** 2) ** 0.5
    outline = (
        f"M{num(left)} {num(join)}V{num(0.4 + TUBE / 2)}A{num(TUBE / 2)} {num(TUBE / 2)} 0 0 1 {num(right)} {num(0.4 + TUBE / 2)}"
        f"V{num(join)}A{num(BULB)} {num(BULB)} 0 1 1 {num(left)} {num(join)}Z"
    )
    marks = "".join(line((left, y - 1), (right, y - 1), "ink", 0.35) for y in tops[1:-1])
    return path(outline, "ink ground", 0.5) + marks + circle((x, center), BULB - 1.6, "solid"), center + BULB + 0.4
