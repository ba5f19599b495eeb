"""Diagrams, roads and ladders: whatever their number of boxes and their words, everything has its room."""

import re
from itertools import combinations, pairwise

import pytest

from psychoed.model.blocks.diagram import Diagram
from psychoed.model.blocks.drawing_lists import Draw, Ladder, Timeline
from psychoed.views.drawings import drawing_of
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle

NAMES = (
    "What happens",
    "Then",
    "A name of fifty letters is as long as one may be.",
    "Now",
    "Five",
    "Six",
    "Seven",
    "8",
)
ARROWS = ("then", "and because of that also", "protects", "so", "but", "at night", "again", "in the end")
PIECE = {False: 200, True: 160}
"""In mm: the highest piece that a page can hold below its prompt, usual and in large print."""
BOX = re.compile(r'<rect class="(?:ink|accent) ground" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"')


def diagram(shape: str, count: int, told: bool, lines: int) -> Diagram:
    arrows = ARROWS[: count - (shape == "flow")] if told else ()
    middle = {"middle": NAMES[2]} if shape == "web" else {}
    boxes = NAMES[:count]
    more = {"shape": shape, "boxes": boxes, "arrows": arrows, "lines": lines, **middle}
    return Diagram(type="diagram", id="a", text="How", **more)


def road(signs: int, asks: int, lines: int) -> Timeline:
    return Timeline(type="timeline", id="a", text="Where", signs=NAMES[:signs], asks=NAMES[:asks], lines=lines)


def ladder(bands: int, style: str, lines: int) -> Ladder:
    return Ladder(type="ladder", id="a", text="Signs", bands=NAMES[:bands], style=style, lines=lines)


RICH = (
    {"text": "Thoughts", "hint": "What went through my mind?"},
    {"text": "Feelings", "asks": ("Which one", "How strong, from nothing at all to the most"), "lines": 1},
    "Body",
    {
        "text": NAMES[2],
        "hint": "A hint of eighty letters has this many words in it, and each of them is said twice"[:80],
    },
    "Actions",
)
LONG_WORDS = "and after a long while it goes on to it"


def rich(shape: str, boxes=RICH, further=(), **more) -> Diagram:
    """Boxes with hints, questions and long words on every arrow."""
    bare = {"type": "diagram", "id": "a", "text": "How", "shape": shape, "boxes": boxes, "lines": 1, **more}
    if shape == "web":
        bare["middle"] = RICH[0]
    arrows = () if shape == "areas" else ({"text": LONG_WORDS, "dashed": True, "heads": "both"},)
    return Diagram(**bare, arrows=arrows * len(Diagram(**bare).ways()), further_arrows=further)


BACK = ({"from": "4", "to": "2", "text": "again", "heads": "both"}, {"from": "Actions", "to": "2", "dashed": True})
RICH_BLOCKS = [
    *(rich("cycle", RICH[:n]) for n in range(2, 6)),
    rich("cycle", further=BACK),
    rich("flow", further=BACK),
    rich("web", further=({"from": 1, "to": 2, "text": "as well"},)),
    rich("web", (*RICH, "Six", "Seven", "Eight")),
    rich("areas"),
    rich("areas", RICH[:4]),
    rich("flow", (RICH[0], RICH[1:3], (RICH[3:5], ("Six", "Seven")), "Eight")),
    rich("flow", (RICH[:3], RICH[3:5], (RICH[:3], RICH[:3])), lines=6),
]
BLOCKS = [
    *RICH_BLOCKS,
    *(
        diagram(shape, count, told, lines)
        for shape in ("cycle", "flow", "web")
        for count in range(2, 9)
        for told in (False, True)
        for lines in (1, 3)
    ),
    *(road(signs, asks, lines) for signs in (2, 6) for asks in (0, 1, 4) for lines in (1, 3)),
    *(ladder(bands, style, lines) for bands in (2, 8) for style in ("steps", "thermometer") for lines in (1, 6)),
]


def said(block) -> str:
    if block in RICH_BLOCKS:
        return f"rich-{block.shape}-{len(block.flat)}-{len(block.further())}"
    names = getattr(block, "boxes", None) or getattr(block, "signs", None) or block.bands
    kind = getattr(block, "shape", None) or getattr(block, "style", None) or f"road-{len(block.asks)}"
    return f"{kind}-{len(names)}-{'told-' if getattr(block, 'arrows', ()) else ''}{block.lines}"


every_block = pytest.mark.parametrize("block", BLOCKS, ids=said)


def both_sizes(block) -> list[tuple[bool, Drawing]]:
    """The drawing as it is usual, and in large print."""
    return [(large, drawing_of(block, large=large)) for large in (False, True)]


def laid(drawing: Drawing) -> dict[str, Rectangle]:
    words = {f"word {name}": place for name, place in drawing.words.items()}
    return words | {f"answer {key}": place for key, place in drawing.places.items()}


def meet(one: Rectangle, other: Rectangle, by: float = 0.01) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > by and down > by


def holds(box: Rectangle, place: Rectangle) -> bool:
    across = box.x <= place.x and place.x + place.width <= box.x + box.width
    return across and box.y <= place.y and place.y + place.height <= box.y + box.height


@every_block
def test_every_answer_and_name_has_its_own_place_inside_the_drawing(block):
    for _, drawing in both_sizes(block):
        assert set(drawing.places) == {answer.key for answer in block.answers()}
        assert set(drawing.words) <= set(block.names())
        assert drawing.width <= WIDTH
        for place in laid(drawing).values():
            assert min(place.x, place.y) >= 0
            assert place.x + place.width <= drawing.width
            assert place.y + place.height <= drawing.height
        pairs = combinations(laid(drawing).items(), 2)
        assert [(one, other) for (one, at), (other, by) in pairs if meet(at, by)] == []


def lines_of(block, key: str) -> int:
    box = block.keyed()[key.partition("-")[0]] if isinstance(block, Diagram) else block
    return box.lines or block.lines


@every_block
def test_answers_have_the_lines_that_are_asked_for(block):
    for large, drawing in both_sizes(block):
        for key, place in drawing.places.items():
            least = lines_of(block, key)
            assert place.height >= least * (13.5 if large else 9)
            assert place.width >= 34


def boxes(drawing: Drawing) -> list[Rectangle]:
    return [Rectangle(*map(float, found)) for found in BOX.findall(drawing.shapes)]


@pytest.mark.parametrize("block", [block for block in BLOCKS if getattr(block, "arrows", ())], ids=said)
def test_words_of_arrows_stand_beside_the_boxes(block):
    for _, drawing in both_sizes(block):
        assert len(boxes(drawing)) == len(block.keyed())
        told = {name: place for name, place in drawing.words.items() if name.startswith("arrow-")}
        beside = [name for name, place in told.items() if not any(holds(box, place) for box in boxes(drawing))]
        assert [name for name in beside for box in boxes(drawing) if meet(told[name], box)] == []


def test_arrows_across_a_cycle_are_drawn_in_it_and_said_below_each_other():
    usual, large = (drawing for _, drawing in both_sizes(rich("cycle", NAMES[:5], further=BACK[:1])))
    assert usual.breaks == ()
    assert "further-1" in usual.words
    assert large.breaks
    assert "to-4" in large.words
    assert rich("cycle", NAMES[:5], further=BACK[:1]).names()["to-4"] == "↔ Then (again)"


def test_a_flow_into_two_by_two_has_arrows_to_its_first_row_and_none_in_it():
    ways = rich("flow", ("Before", ("a", "b"), (("c", "d"), ("e", "f")), "After")).ways()
    assert ways == [("1", "2"), ("1", "3"), ("2", "4"), ("3", "5"), ("6", "8"), ("7", "8")]


@every_block
def test_what_no_page_holds_parts_where_nothing_is_cut(block):
    for large, drawing in both_sizes(block):
        cuts = [0, *drawing.breaks, drawing.height]
        assert cuts == sorted(cuts)
        assert drawing.height <= PIECE[large] or max(foot - top for top, foot in pairwise(cuts)) <= PIECE[large]
        for place in [*laid(drawing).values(), *boxes(drawing)]:
            assert [at for at in drawing.breaks if place.y < at < place.y + place.height] == []


@pytest.mark.parametrize("height", [30, 180])
def test_a_frame_is_as_high_as_it_is_asked_for_where_the_page_holds_it(height):
    for large, drawing in both_sizes(Draw(type="draw", id="a", text="A shape", height=height)):
        assert drawing.height == (140 if large and height == 180 else height)
        assert drawing.places == {}


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        (diagram("cycle", 2, True, 1), {"n": "2", "names": f"What happens (then); Then ({ARROWS[1]})", "middle": ""}),
        (diagram("web", 2, False, 1), {"n": "2", "names": "What happens; Then", "middle": NAMES[2]}),
        (road(2, 1, 1), {"n": "2", "names": "What happens; Then"}),
    ],
    ids=["cycle", "web", "road"],
)
def test_a_drawing_is_said_with_its_own_names(block, sentence):
    assert block.facts() == sentence
