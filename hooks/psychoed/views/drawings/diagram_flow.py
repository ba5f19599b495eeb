"""A diagram down the page, a step below the other: a flow, and what large print makes of all others."""

from typing import NamedTuple

from psychoed.model.blocks.diagram import Diagram, Joined
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.boxes_and_arrows import EDGE, box, rules, straight
from psychoed.views.drawings.diagram_box import PAD, filled, head_of_box, lines_of, look_of
from psychoed.views.drawings.diagram_lanes import branches, further_lanes, way_back
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import Type, height_of

NAME_WIDTH = 48.0
"""How wide the names are where they stand beside the lines."""
ARROW_INSET = 10.0
"""How far an arrow stands from the edge of its box."""
BESIDE_ARROW = 4.0
SIDE_BY_SIDE = 6.0
"""Between two boxes of a row, and between two rows that no arrow joins."""
LEAST_GAP, AROUND_WORDS = 11.0, 7.0
"""Between two steps, and what words on their arrow leave free."""
HIGHEST_ROW = 100.0
"""In mm: what a row may need beside the words on its arrows."""
HIGHEST_BOX = 140.0
"""In mm: what a page should hold whole of one box; more than that parts between its questions."""
ABOVE_HEAD = 2.0

KeyRows = tuple[tuple[str, ...], ...]


class FlowBox(NamedTuple):
    """A box with the places of its words and answers, and whether its last line is its own edge."""

    key: str
    at: Rectangle
    words: dict[str, Rectangle]
    places: dict[str, Rectangle]
    open_foot: bool


class Flow(NamedTuple):
    """The boxes by their keys, the steps that they stand in, and the room above each step."""

    boxes: dict[str, FlowBox]
    steps: tuple[KeyRows, ...]
    gaps: list[float]

    def at(self, key: str) -> Rectangle:
        return self.boxes[key].at


def is_drawn(joined: Joined, steps: tuple[KeyRows, ...]) -> bool:
    """Return True if nothing stands between the two boxes: a row that has no room for its boxes stands in the way."""
    return any(joined.end in step[0] for step in steps) and any(joined.start in step[-1] for step in steps)


def flow(block: Diagram, type_: Type, *, beside: bool) -> Drawing:
    """Draw the steps one below the other. `beside`: the names stand beside the lines, else above them.

    The column of question numbers holds the lines that lead back, or out from the middle.
    """
    placed = laid_out(block, type_, beside=beside)
    shapes, words = connections(block, placed, type_)
    places = dict[str, Rectangle]()
    for found in placed.boxes.values():
        shapes += box(found.at, "accent ground" if found.key == "middle" else "ink ground")
        last = [*found.places][-1]
        for key, place in found.places.items():
            shapes += rules(place, type_.pitch, boxed=key == last and not found.open_foot)
        words, places = words | found.words, places | found.places
    lowest = max(found.at.y + found.at.height for found in placed.boxes.values())
    height = lowest + (LEAST_GAP if block.shape == "cycle" else 0) + EDGE
    height = max(height, *(at.y + at.height for at in words.values()))
    in_order = dict(sorted(words.items(), key=lambda word: word[1].y))
    return Drawing(WIDTH, height, shapes, places, in_order, cuts(block, placed))


# --- Boxes ------------------------------------------------------------------------------------
def laid_out(block: Diagram, type_: Type, *, beside: bool) -> Flow:
    steps = ((("middle",),), *block.steps_by_key()) if block.middle else block.steps_by_key()
    steps = tuple(stacked_where_high(block, step, type_) for step in steps)
    boxes, gaps, y = dict[str, FlowBox](), list[float](), EDGE
    for n, step in enumerate(steps):
        gaps.append(gap_above(block, steps[n - 1], step, type_) if n else 0)
        y += gaps[-1]
        for r, row in enumerate(step):
            y += SIDE_BY_SIDE if r else 0
            found = boxes_in_row(block, row, y, type_, beside=beside, steps=steps)
            y += found[0].at.height
            boxes |= {one.key: one for one in found}
    return Flow(boxes, steps, gaps)


def stacked_where_high(block: Diagram, step: KeyRows, type_: Type) -> KeyRows:
    """Put the boxes of a row below each other where their words, in a narrow column, take more than a page."""
    return tuple(
        part
        for row in step
        for part in (
            [row]
            if max(one.at.height for one in boxes_in_row(block, row, 0, type_, beside=False)) <= HIGHEST_ROW
            else [(key,) for key in row]
        )
    )


def boxes_in_row(
    block: Diagram, row: tuple[str, ...], y: float, type_: Type, *, beside: bool, steps: tuple[KeyRows, ...] = ()
) -> list[FlowBox]:
    """Return the boxes of a row, equally wide and high."""
    left = EDGE if row == ("middle",) else type_.pitch
    wide = (WIDTH - EDGE - left - SIDE_BY_SIDE * (len(row) - 1)) / len(row)
    found = []
    for n, key in enumerate(row):
        at = Rectangle(left + n * (wide + SIDE_BY_SIDE), y, wide, 0)
        draw = with_name_beside if beside and len(row) == 1 and not block.keyed()[key].asks else with_name_above
        told = {
            joined.name: joined.text
            for joined in block.joined()
            if steps and joined.text and joined.end == key and not is_drawn(joined, steps)
        }
        found.append(with_words_below(draw(key, at, block, type_), told | leading(block, key), type_))
    high = max(one.at.height for one in found)
    return [
        one._replace(at=one.at._replace(height=high), open_foot=one.open_foot or one.at.height < high) for one in found
    ]


def with_name_beside(key: str, at: Rectangle, block: Diagram, type_: Type) -> FlowBox:
    writing = lines_of(block, block.keyed()[key]) * type_.pitch
    said = head_of_box(block, key, NAME_WIDTH, type_)
    height = max(said.height + 4, writing + 1)
    x = at.x + PAD + NAME_WIDTH + PAD
    lines = Rectangle(x, at.y + height - writing, at.x + at.width - PAD - x, writing)
    words = said.moved(at.x + PAD, at.y + (height - said.height) / 2).words
    return FlowBox(key, at._replace(height=height), words, {key: lines}, False)


def with_name_above(key: str, at: Rectangle, block: Diagram, type_: Type) -> FlowBox:
    inside = filled(block, key, at.width - 2 * PAD, type_).moved(at.x + PAD, at.y + ABOVE_HEAD)
    return FlowBox(key, at._replace(height=inside.height + ABOVE_HEAD), inside.words, inside.places, False)


def leading(block: Diagram, key: str) -> dict[str, str]:
    """Return where the other arrows of a box lead, in words, by the name of their place."""
    said = block.leading(key)
    return {f"to-{key}": said} if said else {}


def with_words_below(found: FlowBox, said: dict[str, str], type_: Type) -> FlowBox:
    """Say at the foot of a box what of its arrows is not drawn."""
    for name, words in said.items():
        at, wide = found.at, found.at.width - 2 * PAD
        high = height_of(plain_text(words), wide, type_)
        place = Rectangle(at.x + PAD, at.y + at.height + 1, wide, high)
        at = at._replace(height=at.height + high + 2)
        found = found._replace(at=at, words=found.words | {name: place}, open_foot=True)
    return found


# --- What joins them --------------------------------------------------------------------------
def gap_above(block: Diagram, before: KeyRows, step: KeyRows, type_: Type) -> float:
    """Return the room for the arrows that lead to a step, and for their words."""
    wide = beside_arrow(max(len(before[-1]), len(step[0])), type_)
    told = [joined for joined in block.joined() if joined.text and joined.end in step[0]]
    return max([LEAST_GAP, *(height_of(plain_text(joined.text), wide, type_) + AROUND_WORDS for joined in told)])


def beside_arrow(most: int, type_: Type) -> float:
    """Return how wide the words on an arrow may be, between so many boxes side by side."""
    return (WIDTH - type_.pitch - SIDE_BY_SIDE * (most - 1)) / most - ARROW_INSET - 2 * BESIDE_ARROW


def connections(block: Diagram, placed: Flow, type_: Type) -> tuple[str, dict[str, Rectangle]]:
    """Draw what joins the boxes, and return where its words stand."""
    if block.middle:
        boxes = {key: found.at for key, found in placed.boxes.items()}
        return branches(block, boxes), branch_words(block, placed, type_)
    shapes, words = "", dict[str, Rectangle]()
    for joined in block.joined():
        above, below = placed.at(joined.start), placed.at(joined.end)
        if joined in block.told_below() or not is_drawn(joined, placed.steps):
            continue
        if below.y < above.y:
            shapes += way_back(above, below, joined, above.x + ARROW_INSET, LEAST_GAP)
            words |= last_words(joined, above, type_)
            continue
        start, end = arrow_between(above, below)
        shapes += straight(start, end, look_of(joined))
        if joined.text:
            words[joined.name] = words_beside(joined, placed, end, below, type_)
    return shapes + further_lanes(block, {key: found.at for key, found in placed.boxes.items()}), words


def arrow_between(above: Rectangle, below: Rectangle) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the ends of an arrow down: upright where the boxes stand above each other."""
    narrow = min(above, below, key=lambda at: at.width)

    def x_in(at: Rectangle) -> float:
        return min(max(narrow.x + ARROW_INSET, at.x + ARROW_INSET), at.x + at.width - ARROW_INSET)

    return (x_in(above), above.y + above.height + 1.5), (x_in(below), below.y - 1.5)


def words_beside(joined: Joined, placed: Flow, end: tuple[float, float], below: Rectangle, type_: Type) -> Rectangle:
    n = next(n for n, step in enumerate(placed.steps) if joined.end in step[0])
    wide = beside_arrow(max(len(placed.steps[n - 1][-1]), len(placed.steps[n][0])), type_)
    high = height_of(plain_text(joined.text), wide, type_)
    return Rectangle(end[0] + BESIDE_ARROW, below.y - placed.gaps[n] + (placed.gaps[n] - high) / 2, wide, high)


def last_words(joined: Joined, at: Rectangle, type_: Type) -> dict[str, Rectangle]:
    """Return where the words on the way back from the last box stand."""
    if not joined.text:
        return {}
    x = at.x + ARROW_INSET + BESIDE_ARROW
    high = height_of(plain_text(joined.text), WIDTH - BESIDE_ARROW - x, type_)
    return {joined.name: Rectangle(x, at.y + at.height + 2.5, WIDTH - BESIDE_ARROW - x, high)}


def branch_words(block: Diagram, placed: Flow, type_: Type) -> dict[str, Rectangle]:
    """Return where the words on the lines of a web stand: above the box that each leads to."""
    words = {}
    for joined, gap in zip(block.joined(), placed.gaps[1:], strict=True):
        at = placed.at(joined.end)
        if joined.text:
            high = height_of(plain_text(joined.text), at.width - 2 * PAD, type_)
            words[joined.name] = Rectangle(at.x + PAD, at.y - gap + (gap - high) / 2, at.width - 2 * PAD, high)
    return words


# --- Pages ------------------------------------------------------------------------------------
def cuts(block: Diagram, placed: Flow) -> tuple[float, ...]:
    """Return how far down the drawing may go on with on another page: above each row, and inside of a high box."""
    found = list[float]()
    for step, gap in zip(placed.steps, placed.gaps, strict=True):
        above = gap - 0.6 if block.shape == "web" else 0.6  # the words on a line stay with the box that it leads to
        for r, row in enumerate(step):
            top = placed.at(row[0])
            found += [top.y - (0.6 if r else above)] if gap or r else []
            found += between_questions([placed.boxes[key] for key in row]) if top.height > HIGHEST_BOX else []
    return tuple(found)


def between_questions(row: list[FlowBox]) -> list[float]:
    """Return where a page may end inside of boxes: above a question, where nothing of the row is cut."""
    inside = [at for found in row for at in (*found.words.values(), *found.places.values())]
    asked = sorted({at.y for found in row for name, at in found.words.items() if "-" in name and name[0].isdigit()})
    return [y for y in asked if not any(at.y < y < at.y + at.height for at in inside)]
