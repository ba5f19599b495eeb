"""Maps, rings, wheels and bodies: their places hold what is written, and page and PDF carry the same answers."""

import re
from io import BytesIO
from itertools import combinations, pairwise
from math import hypot
from xml.etree import ElementTree

import lxml.html
import pikepdf
import pytest
import yaml
from pypdf import PdfReader, PdfWriter

from accessible import complaints
from printed import OVERRIDES, PAPERS, printed, sheet_of
from psychoed.library.sources import SheetSource
from psychoed.model.blocks.drawing import Body, Map, Rings, SignName, Wheel
from psychoed.model.blocks.drawing_lists import Draw
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings import drawing_of
from psychoed.views.drawings.body_signs import SIGNS
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.view import drawn_view
from psychoed.views.web.html import blocks_html, environment
from small_site import DATA, the_library

pytestmark = pytest.mark.xdist_group("figures")  # each paper is printed once, by one worker

WORDS = yaml.safe_load((DATA / "strings.en.yml").read_text("utf-8"))
LONG = "A name as long as it may be it"
ASKED = {"id": "a", "text": "Where"}
BLOCKS = [
    *(Map(type="map", middle="Me, noticing", parts=n, shapes=("cloud", "square"), **ASKED) for n in range(2, 9)),
    *(Rings(type="rings", rings=("Me",) * n, **ASKED) for n in (2, 3, 4)),
    *(Rings(type="rings", rings=(LONG[: 90 // n],) * n, **ASKED) for n in (3, 4)),
    *(
        Rings(type="rings", rings=("Near",) * rings, sectors=(LONG,) * sectors, **ASKED)
        for rings in (2, 7)
        for sectors in (2, 4, 5)
    ),
    *(Draw(type="draw", frame=frame, **ASKED) for frame in ("circle", "bucket", "iceberg", "line")),
    Draw(type="draw", height=30, rows=("Before", "Now"), legend=("Close",), **ASKED),
    *(
        Wheel(type="wheel", sectors=(name,) * n, to=to, **ASKED)
        for n in (3, 10)
        for to in (1, 5, 10)
        for name in ("Play", LONG)
    ),
    Body(type="body", legend=("Tight",), **ASKED),
    Body(type="body", views=("back",), legend=({"text": "Warm", "sign": "sun"},), **ASKED),
]
every_block = pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.type}-{len(block.names())}")
SIZES = (False, True)
COLOURS = {"pale", "ink", "soft", "grey", "faint", "accent", "wash", "ground", "solid"}


def laid(drawing: Drawing) -> list[Rectangle]:
    return [*drawing.words.values(), *drawing.places.values()]


def meet(one: Rectangle, other: Rectangle) -> bool:
    """Points to tick are round, and so are parted by the distance of their middles; all else has corners."""
    if one[2:] == other[2:] == (one.width, one.width):
        return hypot(one.x - other.x, one.y - other.y) < one.width
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 0.01 and down > 0.01


@every_block
def test_words_and_answers_stand_inside_the_drawing_and_apart(block):
    for drawing in (drawing_of(block, large=large) for large in SIZES):
        assert drawing.width <= WIDTH
        for place in laid(drawing):
            assert min(place.x, place.y) >= 0
            assert place.x + place.width <= drawing.width
            assert place.y + place.height <= drawing.height
        assert [pair for pair in combinations(laid(drawing), 2) if meet(*pair)] == []
        assert set(drawing.words) <= set(block.names())


@pytest.mark.parametrize(
    "block",
    [block for block in BLOCKS if block.type in ("map", "rings") and not getattr(block, "sectors", ())],
    ids=lambda b: b.type,
)
def test_every_answer_has_room_for_a_line_by_hand(block):
    for large in SIZES:
        places = drawing_of(block, large=large).places
        assert list(places) == [answer.key for answer in block.answers()]
        assert all(place.height >= (13.5 if large else 9) and place.width >= 20 for place in places.values())


@pytest.mark.parametrize("block", [block for block in BLOCKS if getattr(block, "sectors", ())], ids=lambda b: b.type)
def test_points_of_a_wheel_and_a_target_are_apart_and_large_enough_for_a_pen(block):
    points = list(drawing_of(block, large=False).places.values())
    assert min(point.width for point in points) >= 2.9
    near = min(hypot(one.x - other.x, one.y - other.y) for one, other in combinations(points, 2))
    assert near - points[0].width >= 0.6


@pytest.mark.parametrize("count", [2, 3, 4])
def test_rings_do_not_touch_at_their_foot(count):
    drawn = drawing_of(Rings(type="rings", rings=("Me",) * count, **ASKED), large=False)
    ovals = [
        {key: float(value) for key, value in one.attrib.items() if key in ("cy", "ry")}
        for one in ElementTree.fromstring(f"<svg>{drawn.shapes}</svg>")
    ]
    feet = [oval["cy"] + oval["ry"] for oval in ovals]
    assert all(outer - inner > 4 for outer, inner in pairwise(feet))


def test_every_value_of_every_sector_can_be_ticked():
    block = Wheel(type="wheel", sectors=("Sleep", "Food", "Quiet"), to=2, **ASKED)
    assert list(drawing_of(block, large=False).places) == [f"{n}={value}" for n in (1, 2, 3) for value in (0, 1, 2)]


@every_block
def test_shapes_have_only_colours_that_page_and_paper_know(block):
    for large in SIZES:
        elements = list(ElementTree.fromstring(f"<svg>{drawing_of(block, large=large).shapes}</svg>"))
        assert elements
        assert {colour for one in elements for colour in one.get("class").split()} <= COLOURS
        assert all("style" not in one.attrib and not one.text for one in elements)


def test_the_page_gives_every_colour_a_property_of_its_tokens():
    css = (OVERRIDES / "assets" / "css" / "drawing.css").read_text("utf-8")
    assert set(re.findall(r"drawn__picture \.(\w+) \{ (?:stroke|fill): var\(--", css)) == COLOURS


def test_every_sign_of_a_legend_is_drawn():
    assert set(SIGNS) == set(SignName.__args__)


def alternative(**changes) -> str:
    block = {"type": "rings", "rings": ("Anyone", "Only *me*"), **ASKED, **changes}
    return drawn_view(Rings(**block), WORDS, str, plain_text)["alt"]


def test_a_drawing_is_said_with_the_names_of_its_block():
    assert alternative().endswith("From the outside in: Anyone; Only me.")
    assert alternative(alt="Two *rings*.") == "Two rings."


def test_words_are_read_before_their_answer():
    block = Map(type="map", middle="Me", parts=2, **ASKED)
    read = [
        one.get("word") or f"answer {one['answer']}"
        for one in drawn_view(block, WORDS, str, plain_text)["drawing"]["usual"]["laid"]
    ]
    assert read == ["middle", "1", "answer 1", "2", "answer 2"]


# --- On page and paper ------------------------------------------------------------------------
SHEET = """
title: Drawings
summary: All of them.
phase: clinic
minutes: 5
pages: 4
blocks:
  - {type: map, id: part, text: Names, middle: Me, alt: "A map, not a score. Call {{ help.emergency }}."}
  - {type: rings, id: share, text: Who knows, rings: [Anyone, Only me]}
  - {type: wheel, id: full, text: How full, sectors: [Sleep, Food, Quiet], to: 5, low: Empty, high: Full}
  - {type: wheel, id: fine, text: How fine, sectors: [Sleep, Food, Quiet, Play]}
  - {type: rings, id: aim, text: How near, rings: [Far, Near], sectors: [Work, People, Play, Health]}
  - {type: draw, id: kin, text: My people, height: 60, rows: [Before, Now], legend: [{text: Close, sign: double-line}]}
  - {type: draw, id: pie, text: A pie, height: 60, frame: circle}
  - {type: body, id: pain, text: Where and how strong, views: [front], legend: [Sharp, Dull], strength: {to: 5, high: The most}}
  - {type: body, id: notice, text: Where, legend: [{text: Warm, sign: sun}, Tight]}
"""


@pytest.fixture(scope="module")
def sheet() -> SheetSource:
    return sheet_of(SHEET)


@pytest.fixture(scope="module", params=PAPERS)
def pdf(request, sheet) -> bytes:
    return printed(sheet, request.param)


def test_page_has_every_answer_once_and_says_each_drawing(sheet):
    page = lxml.html.fromstring(
        blocks_html(sheet, the_library(), environment([OVERRIDES]), lambda href: href, staff=False)
    )
    answers = [answer for block in sheet.worksheet.blocks for answer in block.answers()]
    assert list(dict.fromkeys(page.xpath("//@name"))) == [answer.name for answer in answers]
    for answer in answers:
        assert page.xpath(f"//input[@name='{answer.name}']/@value") == list(answer.values)
    said = page.xpath("//*[local-name()='svg'][@role='img']/@aria-label")
    assert len(said) == sum(1 if block.type == "draw" else 2 for block in sheet.worksheet.blocks)
    assert set(said[:2]) == {"A map, not a score. Call 911."}
    assert all(label.strip() for label in said)


def test_pdf_has_every_answer_in_order_and_takes_it(sheet, pdf):
    given = {
        answer.name: f"/{answer.values[-1]}" if answer.values else f"my {answer.name}"
        for answer in sheet.worksheet.answers()
    }
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    for page in writer.pages:
        writer.update_page_form_field_values(page, given, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    filled = {name: str(field.value) for name, field in PdfReader(out).get_fields().items() if "/FT" in field}
    assert filled == given
    assert list(filled) == list(given)


def test_pdf_says_each_drawing_and_the_checker_finds_no_fault(sheet, pdf, tmp_path):
    (tmp_path / "a-sheet.pdf").write_bytes(pdf)
    assert complaints(tmp_path / "a-sheet.pdf") == []
    with pikepdf.open(BytesIO(pdf)) as document:
        said = [str(one.Alt) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert "A map, not a score. Call 911." in said
    drawings = [text for text in said if "QR" not in text and "take this answer back" not in text]
    assert len(drawings) == len(sheet.worksheet.blocks)
