"""What is heard of a PDF: questions to jump between, lists and tables that say what they are, and all of it in order.

The transcripts in heard/ are read by a person; `pytest --update` writes them anew.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import lxml.html
import pikepdf
import pytest

from fixture import FIXTURE, SHEETS
from heard import Listener, attributes_of, elements_of
from printed import OVERRIDES, printed_to_fit, sheet_of
from psychoed.library.sources import SheetSource
from psychoed.views.web.html import blocks_html, environment
from small_site import the_library

HEARD = Path(__file__).parent / "heard"
KEPT = ("a-side-of-me", "what-is-okay", "seven-evenings")
pytestmark = pytest.mark.xdist_group("heard")  # one printer for all


def pdf_of(name: str) -> bytes:
    return printed_to_fit(sheet_of((FIXTURE / "worksheets" / f"{name}.yml").read_text("utf-8")), "letter").pdf


@pytest.mark.parametrize("name", KEPT)
def test_a_sheet_is_heard_as_its_transcript_says(name, update):
    said, file = Listener(pdf_of(name)).transcript(), HEARD / f"{name}.txt"
    if update:
        file.write_text(said, "utf-8")
    assert said == file.read_text("utf-8")


TICKS = """title: Ticks
summary: Three beside each other.
when: Any time.
phase: self
topics: [noticing]
minutes: 2
pages: 1
audience: client
use: between-sessions
related: [help/pause-and-ground.md]
sources: [S-IFSGLOSS]
blocks:
  - {type: checklist, id: a, text: What, columns: 3, options: [one, two, three, four], other: true}
  - {type: choice, id: b, heading: A part, text: Which, columns: 2, options: [left, right]}
  - type: group
    entry: Moment
    repeat: 2
    blocks:
      - {type: lines, id: c, text: When}
      - {type: matrix, id: d, heading: Inside, text: How, rows: [it is, it was, it may be], scale: [a lot, a bit, not]}
"""


def headings_on_page(sheet: SheetSource) -> Iterator[str]:
    html = blocks_html(sheet, the_library(), environment([OVERRIDES]), lambda href: href, staff=False)
    for one in lxml.html.fromstring(f"<form>{html}</form>").iter("h2", "h3", "h4", "h5"):
        yield f"heading {one.tag[1]}: {one.text_content()}"


def test_questions_are_headings_below_their_part_and_ticks_beside_each_other_are_one_list():
    heard = Listener(printed_to_fit(sheet_of(TICKS), "letter").pdf).transcript().splitlines()
    headings = [line for line in heard if line.startswith("heading")]
    assert headings == [
        "heading 1: Ticks",
        "heading 2: 1 What",
        "heading 2: A part",
        "heading 3: 2 Which",
        "heading 3: Moment 1",
        "heading 4: 1 When",
        "heading 4: Inside",
        "heading 5: 2 How",
        "heading 3: Moment 2",
        "heading 4: 1 When",
        "heading 4: Inside",
        "heading 5: 2 How",
    ]
    assert [re.sub(r": \d ", ": ", line) for line in headings[1:]] == [*headings_on_page(sheet_of(TICKS))]
    assert [line for line in heard if line.startswith("list")] == ["list of 4", "list of 2"]
    assert "    [it was / a bit] (radio button: How, it was: a bit)" in heard


@pytest.mark.parametrize("name", SHEETS)
def test_no_heading_of_a_table_is_empty_and_every_id_that_a_cell_names_is_there(name):
    with pikepdf.open(BytesIO(pdf_of(name))) as document:
        cells = [one for one in elements_of(document.Root.StructTreeRoot) if one.S in ("/TH", "/TD")]
        ids = {bytes(one.ID) for one in cells if "/ID" in one}
        named = [
            bytes(id_) for one in cells for said in attributes_of(one) if "/Headers" in said for id_ in said.Headers
        ]
        tree = document.Root.StructTreeRoot.get("/IDTree", {})
        listed = [bytes(one) for one in tree.get("/Names", ())[::2]] if tree else []
    assert [one for one in cells if one.S == "/TH" and "/K" not in one] == []
    assert set(named) <= ids
    assert listed == sorted(ids)
