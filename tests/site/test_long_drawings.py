"""Drawings that go over pages: every answer once in the page and the PDF, on the paper, tagged and fillable."""

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from accessible import complaints
from papers import opened
from psychoed.library.load import load_library
from sites import PAPERS

SHEET = "long-drawings"


@pytest.fixture(scope="module")
def names(odd_staff_site) -> list[str]:
    library, _ = load_library(odd_staff_site.root, odd_staff_site.root / "mkdocs.staff.yml", "en")
    return [answer.name for answer in library.sheets[SHEET].worksheet.answers()]


def test_the_page_has_every_answer_once_and_in_order(odd_staff_site, names):
    form = odd_staff_site.page(f"worksheets/{SHEET}").get_element_by_id("sheet")
    assert [field.get("name") for field in form.xpath(".//input[@name] | .//textarea[@name]")] == names


@pytest.mark.parametrize("paper", PAPERS)
def test_checker_for_screen_readers_finds_no_fault(odd_staff_site, paper):
    assert complaints(odd_staff_site.pdf(SHEET, paper)) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_every_field_stands_whole_on_its_page_and_above_the_footer(odd_staff_site, paper, names):
    found = {}
    for page in opened(odd_staff_site.pdf(SHEET, paper)).pages:
        for note in page.get("/Annots", ()):
            if note["/Subtype"] == "/Widget":
                found[note["/T"]] = [float(side) for side in note["/Rect"]]
                left, foot, right, top = found[note["/T"]]
                assert 0 < left < right < page.mediabox.width
                assert 60 < foot < top < page.mediabox.height - 50
    assert list(found) == names


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_filled_in_and_read_back(odd_staff_site, paper, names):
    given = {name: f"my words on {name}" for name in names}
    writer = PdfWriter(clone_from=opened(odd_staff_site.pdf(SHEET, paper)))
    for page in writer.pages:
        writer.update_page_form_field_values(page, given, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    assert {name: field.value for name, field in PdfReader(out).get_fields().items()} == given


@pytest.mark.parametrize("paper", PAPERS)
def test_each_drawing_is_one_figure_with_its_text_alternative(odd_staff_site, paper):
    said = figures(opened(odd_staff_site.pdf(SHEET, paper)).trailer["/Root"]["/StructTreeRoot"])
    assert len([one for one in said if not one.startswith("QR")]) == 11
    assert "A middle, and eight around it" in said
    assert "A road with 2 signposts and room to write at each. From the start of the road: One; Two." in said


def figures(element) -> list[str]:
    own = [element["/Alt"]] if element.get("/S") == "/Figure" else []
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    inner = [kid.get_object() for kid in kids if not isinstance(kid, int)]
    return own + [alt for kid in inner if isinstance(kid, dict) for alt in figures(kid)]
