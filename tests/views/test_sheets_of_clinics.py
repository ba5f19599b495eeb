"""Layouts that clinics use, one of each in tests/sheets/: they fit their pages, and page and PDFs carry their fields."""

from collections import Counter
from io import BytesIO
from pathlib import Path

import lxml.html
import pytest
from pypdf import PdfReader

from nights import some_by_day
from printed import OVERRIDES, PAPERS, printed_to_fit, sheet_of
from psychoed.library.sources import SheetSource
from psychoed.views.web.html import blocks_html, environment
from small_site import the_library

SHEETS = sorted((Path(__file__).parents[1] / "sheets").glob("*.yml"))
pytestmark = pytest.mark.xdist_group("sheets of clinics")  # one printer for all


@pytest.fixture(scope="module", params=SHEETS, ids=lambda file: file.stem)
def sheet(request) -> SheetSource:
    return sheet_of(request.param.read_text("utf-8"))


def test_there_are_twelve_and_more():
    assert len(SHEETS) >= 12


def test_page_has_its_fields_each_once(sheet):
    html = blocks_html(sheet, the_library(), environment([OVERRIDES]), lambda href: href, staff=False)
    fields = lxml.html.fromstring(f"<div>{html}</div>").xpath("//*[@name][not(ancestor::template)]")
    radios = {field.get("name") for field in fields if field.get("type") == "radio"}
    once = [field.get("name") for field in fields if field.get("type") != "radio"] + sorted(radios)
    answers = [answer for block in sheet.worksheet.blocks for answer in block.answers()]
    assert Counter(once) == Counter(answer.name for answer in answers)
    for answer in answers:
        assert [one.get("value") for one in fields if one.get("name") == answer.name and answer.values] == [
            *answer.values
        ]


@pytest.mark.parametrize("paper", some_by_day(PAPERS, 2))  # A4 is drawn by the template of Letter
def test_paper_has_its_fields_in_place_and_no_page_too_many(sheet, paper):
    found = printed_to_fit(sheet, paper)
    assert set(PdfReader(BytesIO(found.pdf)).get_fields()) == {answer.name for answer in sheet.worksheet.answers()}
    assert found.outside == ()
    assert paper == "large-print" or found.pages <= sheet.worksheet.pages
