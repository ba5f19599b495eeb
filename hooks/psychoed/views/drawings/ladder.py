"""A ladder or a thermometer, with a band beside each part of it."""

from psychoed.model.blocks.drawing_lists import Ladder
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.boxes_and_arrows import rules
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import Type, height_of, type_of, width_of
from psychoed.views.drawings.svg import circle, line, number_text, path

LADDER_LANE = 20.0
"""How wide the ladder or the thermometer is, with the room beside it."""
WIDEST_NAME = 48.0
"""How wide names beside the lines are at most. In large print they stand above the lines."""
NUMBER_PLACE = 36.0
"""How wide the place for a number is in large print."""
TUBE, BULB = 10.0, 8.0
"""The width of the tube, and the radius of the bulb."""
FIRST_TOP = 0.5


def ladder_drawing(block: Ladder, *, large: bool) -> Drawing:
    type_ = type_of(large=large)
    width = WIDTH - type_.pitch
    names = [plain_text(band) for band in block.band_names]
    aside = (NUMBER_PLACE if large else NUMBER_PLACE * 0.7) if block.number else 0.0
    named = width - LADDER_LANE if large else min(WIDEST_NAME, max(width_of(name, type_) for name in names))
    x = LADDER_LANE if large else LADDER_LANE + named + 4
    words: list[Rectangle] = []
    places: list[Rectangle] = []
    numbers: list[Rectangle] = []
    head = Rectangle(width - aside, 0, aside, height_of(plain_text(block.number or ""), aside or 1, type_))
    tops = [FIRST_TOP + (head.height if block.number else 0)]
    for name in names:
        words.append(
            Rectangle(LADDER_LANE, tops[-1] + on_the_rule(type_, large=large), named, height_of(name, named, type_))
        )
        foot = words[-1].y + words[-1].height
        places.append(
            Rectangle(x, foot if large else tops[-1], width - x - (aside and aside + 4), block.lines * type_.pitch)
        )
        numbers.append(Rectangle(width - aside, places[-1].y, aside, type_.pitch))
        tops.append(max(foot, places[-1].y + places[-1].height) + type_.line)
    feet = [place.y + type_.pitch for place in places]
    shapes, height = thermometer(tops) if block.style == "thermometer" else rungs(tops[0], tops[-1], feet)
    shapes += "".join(rules(place, type_.pitch) for place in [*places, *(numbers if block.number else ())])
    keys = [str(n) for n in range(1, len(names) + 1)]
    breaks = tuple(top - 1 for top in tops[1:-1])
    in_places, in_words = (dict(zip(keys, found, strict=True)) for found in (places, words))
    if block.number:
        in_places |= {f"{key}-number": place for key, place in zip(keys, numbers, strict=True)}
        in_words = {"number": head} | in_words
    return Drawing(width, height, shapes, in_places, in_words, breaks)


def on_the_rule(type_: Type, *, large: bool) -> float:
    """Return how far below the top of its band a name begins: beside lines it stands on the first."""
    return 0.0 if large else 0.65 * type_.line


def rungs(top: float, foot: float, feet: list[float]) -> tuple[str, float]:
    """Draw two rails, and a rung at the first line of each band."""
    rails = "".join(line((x, top + 0.5), (x, foot - 1), "ink", 0.7) for x in (2, 13))
    return rails + "".join(line((2, y), (13, y), "ink", 0.55) for y in feet), foot


def thermometer(tops: list[float]) -> tuple[str, float]:
    """Draw a tube with a mark between its bands, to color in, on a bulb."""
    x, foot, radius = LADDER_LANE / 2 - 1, tops[-1] - 2, TUBE / 2
    left, right, center = number_text(x - radius), number_text(x + radius), foot + BULB - 1.2
    join, shoulder = number_text(center - (BULB**2 - radius**2) ** 0.5), number_text(tops[0] + radius)
    outline = (
        f"M{left} {join}V{shoulder}A{radius} {radius} 0 0 1 {right} {shoulder}"
        f"V{join}A{BULB} {BULB} 0 1 1 {left} {join}Z"
    )
    marks = "".join(line((x - radius, y - 1), (x + radius, y - 1), "ink", 0.35) for y in tops[1:-1])
    shapes = path(outline, "ink ground", 0.5) + marks + circle((x, center), BULB - 1.6, "solid")
    return shapes, center + BULB + 0.4
