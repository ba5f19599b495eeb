"""A family: a row of boxes for each generation, joined by lines from partners to their children."""

from collections.abc import Sequence
from typing import NamedTuple

from psychoed.model.blocks.family import Family, Placed
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.boxes_and_arrows import EDGE, PEN, box, rules
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import Type, height_of, type_of
from psychoed.views.drawings.svg import element, number_text, pair, path

BETWEEN = 3.0
"""Between two boxes of a row."""
WIDEST_BOX = 46.0
IN_BOX = 1.5
"""From the edge of a box to what stands in it."""
APART = 3.5
"""Between two lines that run beside each other."""
OF_ONE_PERSON = 5.0
"""Between two lines that leave the same person."""
NAME_LINE, YEARS_LINE, BELOW_YEARS = 8.0, 7.5, 2.5
"""The height of the lines for a name and for years, and what is left below it, where the corners of some boxes are round."""
SHARE_OF_NAME = 0.68
"""How much of a line in large print is for the name; years have the rest."""
Span = tuple[float, float]


class Joint(NamedTuple):
    """The lines of a household: where they leave the parents, and where they come to the children."""

    feet: tuple[float, ...]
    drops: tuple[float, ...]
    parted: bool
    share: float = 0.5
    """How far along the line between partners the one to their children begins."""

    @property
    def trunk(self) -> float:
        return min(self.feet) + self.share * (max(self.feet) - min(self.feet))

    @property
    def above(self) -> Span:
        return min(self.feet), max(self.feet)

    @property
    def below(self) -> Span:
        return min(self.trunk, *self.drops), max(self.trunk, *self.drops)


def family_drawing(block: Family, *, large: bool) -> Drawing:
    """Draw the rows. Large print has no room for boxes side by side: there everybody has a line, and words say the rest."""
    return one_below_the_other(block, type_of(large=True)) if large else in_rows(block, type_of(large=False))


def in_rows(block: Family, type_: Type) -> Drawing:
    words: dict[str, Rectangle] = {}
    places: dict[str, Rectangle] = {}
    centers = {key: x + wide / 2 for row in block.rows() for wide in [width_in(row)] for key, x in lefts(row, wide)}
    lines = boxes = ""
    y = EDGE
    for row in block.rows():
        wide = width_in(row)
        label = max(height_of(plain_text(block.people[key].text), wide - 2 * IN_BOX, type_) for key in row)
        tall = IN_BOX + label + NAME_LINE + YEARS_LINE + BELOW_YEARS
        for key, x in lefts(row, wide):
            boxes += outline(Rectangle(x, y, wide, tall), block.people[key].sign)
            words[key] = Rectangle(x + IN_BOX, y + IN_BOX, wide - 2 * IN_BOX, label)
            places[key] = Rectangle(x + 2 * IN_BOX, y + IN_BOX + label, wide - 4 * IN_BOX, NAME_LINE)
            below = y + IN_BOX + label + NAME_LINE
            places[f"{key}-years"] = Rectangle(x + 3 * IN_BOX, below, wide - 6 * IN_BOX, YEARS_LINE)
        joints = trunks_apart([joint(one, block, centers) for one in block.placed() if one.parents[0] in row])
        drawn, y = lines_below(joints, y + tall, last=row == block.rows()[-1])
        lines += drawn
    writing = "".join(rules(place, place.height) for place in places.values())
    return Drawing(WIDTH, y + EDGE, lines + boxes + writing, places, words)


def width_in(row: Sequence[str]) -> float:
    return min(WIDEST_BOX, (WIDTH - 2 * EDGE - BETWEEN * (len(row) - 1)) / len(row))


def lefts(row: Sequence[str], wide: float) -> list[tuple[str, float]]:
    """Return where the box of each begins; all of a row have the same room around them."""
    share = (WIDTH - 2 * EDGE + BETWEEN) / len(row)
    return [(key, EDGE + n * share + (share - BETWEEN - wide) / 2) for n, key in enumerate(row)]


def joint(one: Placed, block: Family, centers: dict[str, float]) -> Joint:
    return Joint(
        tuple(foot_of(key, one, block, centers[key]) for key in one.parents),
        tuple(centers[key] for key in one.children),
        one.parted,
    )


def trunks_apart(joints: Sequence[Joint]) -> list[Joint]:
    """Move the line to the children of partners aside where that of others would run along it."""
    found = [one for one in joints if len(one.feet) == 1]
    for one in joints:
        if len(one.feet) > 1:
            free = all(abs(one.trunk - other.trunk) >= OF_ONE_PERSON for other in found if other.drops)
            found.append(one if free else one._replace(share=0.25))
    return found


def foot_of(key: str, one: Placed, block: Family, center: float) -> float:
    """Return where the line of this household leaves a parent, who may have several."""
    own = [placed for placed in block.placed() if key in placed.parents]
    return center + (own.index(one) - (len(own) - 1) / 2) * OF_ONE_PERSON


def lines_below(joints: Sequence[Joint], top: float, *, last: bool) -> tuple[str, float]:
    """Draw the lines below a row, and return with them where the next row begins."""
    partners = lanes([one.above for one in joints if len(one.feet) > 1])
    children = lanes([one.below for one in joints if one.drops])
    middle = top + APART * (max(partners, default=-1) + 1.5)
    foot = middle if last else middle + APART * (max(children, default=-1) + 2.5)
    in_partners, in_children = iter(partners), iter(children)
    drawn = ""
    for one in joints:
        bar = top + APART * (next(in_partners) + 1) if len(one.feet) > 1 else top
        drawn += between_partners(one, top, bar)
        drawn += to_children(one, bar, foot - APART * (next(in_children) + 1), foot) if one.drops else ""
    return drawn, foot


def lanes(spans: Sequence[Span]) -> list[int]:
    """Give each line the first lane in which it touches no other."""
    found: list[int] = []
    for n, (left, right) in enumerate(spans):
        near = {
            found[m] for m, (start, end) in enumerate(spans[:n]) if start <= right + BETWEEN and left <= end + BETWEEN
        }
        found.append(next(lane for lane in range(n + 1) if lane not in near))
    return found


def between_partners(one: Joint, top: float, bar: float) -> str:
    left, right = one.above
    steps = "".join(f"M{pair((x, top))}V{number_text(bar)}" for x in one.feet)
    if len(one.feet) > 1:
        steps += f"M{pair((left, bar))}H{number_text(right)}"
    if one.parted:
        at = left + (right - left) * 0.3
        steps += "".join(f"M{pair((x - 1, bar + 2))}L{pair((x + 1, bar - 2))}" for x in (at, at + 1.8))
    return path(steps, "ink", PEN) if steps else ""


def to_children(one: Joint, begin: float, bar: float, foot: float) -> str:
    left, right = one.below
    steps = f"M{pair((one.trunk, begin))}V{number_text(bar)}M{pair((left, bar))}H{number_text(right)}"
    return path(steps + "".join(f"M{pair((x, bar))}V{number_text(foot)}" for x in one.drops), "ink", PEN)


def outline(at: Rectangle, sign: str | None) -> str:
    """Draw the box of a person: with sharp corners, with round sides, or with corners cut off."""
    if sign != "diamond":
        return box(at, corner={"square": 0.0, "circle": 9.0}.get(sign or "", 2.5))
    cut, right, foot = 6.0, at.x + at.width, at.y + at.height
    across = f"L{pair((right - cut, at.y))}L{pair((right, at.y + cut))}L{pair((right, foot - cut))}"
    back = f"L{pair((right - cut, foot))}L{pair((at.x + cut, foot))}L{pair((at.x, foot - cut))}L{pair((at.x, at.y + cut))}Z"
    return path(f"M{pair((at.x + cut, at.y))}{across}{back}", "ink ground", 0.4)


def one_below_the_other(block: Family, type_: Type) -> Drawing:
    """Give everybody a line, below who it is and whose child and partner; a stroke beside them tells generations apart."""
    left, width = 4.0, WIDTH - 4.0 - type_.pitch
    named = block.names()
    words: dict[str, Rectangle] = {}
    places: dict[str, Rectangle] = {}
    shapes, y, breaks = "", 0.0, list[float]()
    for row in block.rows():
        begin = y
        for key in row:
            words[key] = Rectangle(left, y, width, height_of(plain_text(block.people[key].text), width, type_))
            y += words[key].height
            if f"hint-{key}" in named:
                words[f"hint-{key}"] = Rectangle(left, y, width, height_of(block.told(key), width, type_))
                y += words[f"hint-{key}"].height
            name = Rectangle(left, y, width * SHARE_OF_NAME - left, type_.pitch)
            places[key] = name
            places[f"{key}-years"] = name._replace(x=left + width * SHARE_OF_NAME, width=width * (1 - SHARE_OF_NAME))
            y += type_.pitch + type_.line * 0.6
            breaks.append(y - 1)
        shapes += element("rect", "wash", x=0, y=begin, width=1.4, height=y - begin - type_.line * 0.6)
    shapes += "".join(rules(place, type_.pitch) for place in places.values())
    return Drawing(WIDTH - type_.pitch, y, shapes, places, words, tuple(breaks[:-1]))
