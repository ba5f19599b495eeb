"""What is heard of a PDF: questions to jump between, lists and tables that say what they are, and all of it in order.

The transcripts in heard/ are read by a person; `pytest --update` writes them anew.
"""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from fixture import FIXTURE, SHEETS
from heard import Listener, elements_of
from printed import printed_to_fit, sheet_of

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


def test_questions_are_headings_below_their_part_and_ticks_beside_each_other_are_one_list():
    heard = Listener(printed_to_fit(sheet_of(TICKS), "letter").pdf).transcript().splitlines()
    assert [line for line in heard if line.startswith("heading")] == [
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
    assert [line for line in heard if line.startswith("list")] == ["list of 4", "list of 2"]
    assert "    [it was / a bit] (radio button: How, it was: a bit)" in heard


@pytest.mark.parametrize("name", SHEETS)
def test_no_heading_of_a_table_is_empty_and_every_id_that_a_cell_names_is_there(name):
    with pikepdf.open(BytesIO(pdf_of(name))) as document:
        cells = [one for one in elements_of(document.Root.StructTreeRoot) if one.S in ("/TH", "/TD")]
        ids = {bytes(one.ID) for one in cells if "/ID" in one}
        named = [
            bytes(id_) for one in cells for said in one.get("/A", ()) if "/Headers" in said for id_ in said.Headers
        ]
        tree = document.Root.StructTreeRoot.get("/IDTree", {})
        listed = [bytes(one) for one in tree.get("/Names", ())[::2]] if tree else []
    assert [one for one in cells if one.S == "/TH" and "/K" not in one] == []
    assert set(named) <= ids
    assert listed == sorted(ids)
