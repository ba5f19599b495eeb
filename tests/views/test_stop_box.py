"""The stop box: whole where a sheet weighs, else a band; in both to stop, what to do and whom to call, on page and paper."""

from io import BytesIO

import lxml.html
import pymupdf
import pytest
from pypdf import PdfReader

from papers import squeezed
from printed import MILLIMETRE, OVERRIDES, PAPERS, printed, sheet_of
from psychoed.views.help import stop_box
from psychoed.views.web.html import blocks_html, environment
from small_site import the_library

SHEET = """title: A short look
summary: What.
phase: PHASE
minutes: MINUTES
pages: 1
audience: client
blocks:
  - type: pause
  - {type: lines, id: one, text: "TEXT"}
"""


def tallest_drawing(pdf: bytes) -> float:
    """The height in mm of the tallest ground or rule of the first page."""
    return max(one["rect"].height for one in pymupdf.open(stream=pdf)[0].get_drawings()) / MILLIMETRE


@pytest.mark.parametrize(
    ("phase", "minutes", "text", "is_whole"),
    [
        ("self", 5, "What is here?", False),
        ("integration", 10, "What stays with me?", False),
        ("parts", 5, "What is here?", True),
        ("self", 20, "What is here?", True),
        ("kat-after", 5, "What is here?", True),
        ("safety", 5, "Who is near?", True),
        ("self", 5, "With an eating disorder, whom would I ask?", True),
    ],
)
def test_a_sheet_that_weighs_has_the_whole_box(phase, minutes, text, is_whole):
    sheet = sheet_of(SHEET.replace("PHASE", phase).replace("MINUTES", str(minutes)).replace("TEXT", text))
    library = the_library()
    said = squeezed(library.words["pause"]["text" if is_whole else "short"])
    html = blocks_html(sheet, library, environment([OVERRIDES]), lambda href: href, staff=False)
    page = lxml.html.fromstring(html).xpath("//aside[contains(@class, 'pause-block')]")[0]
    assert said in squeezed(page.text_content())
    assert len(page.xpath(".//a[starts-with(@href, 'tel:') or starts-with(@href, 'sms:')]")) > 2
    for paper in PAPERS if not is_whole else PAPERS[:1]:
        pdf = printed(sheet, paper)
        shown = squeezed("".join(one.extract_text() for one in PdfReader(BytesIO(pdf)).pages))
        assert tallest_drawing(pdf) < 80
        assert said in shown
        assert [line["how"] for line in stop_box(library) if squeezed(line["how"]) not in shown] == []
