"""Diagrams, roads and ladders: whatever their number of boxes and their words, everything has its room."""

import re
from itertools import combinations, pairwise

import pytest

from psychoed.model.blocks.drawing_lists import Diagram, Draw, Ladder, Timeline
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


BLOCKS = [
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


@every_block
def test_every_answer_and_name_has_its_own_place_inside_the_drawing(block):
    for _, drawing in both_sizes(block):
        assert set(drawing.places) == {answer.key for answer in block.answers()}
        assert set(drawing.words) == set(block.names())
        assert drawing.width <= WIDTH
        for place in laid(drawing).values():
            assert min(place.x, place.y) >= 0
            assert place.x + place.width <= drawing.width
            assert place.y + place.height <= drawing.height
        pairs = combinations(laid(drawing).items(), 2)
        assert [(one, other) for (one, at), (other, by) in pairs if meet(at, by)] == []


@every_block
def test_answers_have_the_lines_that_are_asked_for(block):
    for large, drawing in both_sizes(block):
        for place in drawing.places.values():
            assert place.height >= block.lines * (13.5 if large else 9)
            assert place.width >= 34


def boxes(drawing: Drawing) -> list[Rectangle]:
    return [Rectangle(*map(float, found)) for found in BOX.findall(drawing.shapes)]


@pytest.mark.parametrize("block", [block for block in BLOCKS if getattr(block, "arrows", ())], ids=said)
def test_words_of_arrows_stand_beside_the_boxes(block):
    for _, drawing in both_sizes(block):
        assert len(boxes(drawing)) == len(block.answers())
        told = {name: place for name, place in drawing.words.items() if name.startswith("arrow-")}
        assert [name for name, place in told.items() for box in boxes(drawing) if meet(place, box)] == []


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
