"""Tables that are set as close as their answers allow: choices as short as a number in one row, a month in few tables."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from printed import printed, printed_to_fit, sheet_of
from psychoed.model.guide import SHEET_HEAD

MOOD = '{text: Mood, kind: choice, options: ["-3", "-2", "-1", "0", "1", "2", "3"]}'


def tops(block: str, begins: str, more: str = "") -> set[int]:
    """How far up the fields stand whose names begin so."""
    pdf = printed(sheet_of(SHEET_HEAD.replace("blocks:", f"{more}blocks:") + f"  - {block}"), "letter")
    fields = [
        note for page in PdfReader(BytesIO(pdf)).pages for note in page["/Annots"] if note["/Subtype"] == "/Widget"
    ]
    named = [note for note in fields if (note["/T"] if "/T" in note else note["/Parent"]["/T"]).startswith(begins)]
    return {round(float(note["/Rect"][3])) for note in named}


def test_numbers_to_choose_stand_in_one_row():
    block = f"{{type: table, id: log, text: Log, columns: [{MOOD}, {{text: Hours, kind: number}}, {{text: What happened, width: 3}}], rows: 2}}"
    assert len(tops(block, "log-1-1")) == 1


@pytest.mark.parametrize(
    ("kind", "more", "tables"),
    [("number", "", 3), ("number", "landscape: true\n", 2), ("tick", "", 2), ("text", "", 5)],
)
def test_a_month_stands_in_as_few_tables_as_there_is_room_for(kind: str, more: str, tables: int):
    block = f"{{type: week, id: days, text: Days, days: 31, items: [{{text: Rested, kind: {kind}}}]}}"
    assert len(tops(block, "days-1-", more)) == tables


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_sixteen_hours_of_seven_days_stand_on_one_page_across(paper: str):
    head = SHEET_HEAD.replace("blocks:", "landscape: true\nblocks:")
    sheet = sheet_of(f"{head}  - {{type: week, id: w, text: Week, hint: A word each., hours: {{from: 7, to: 22}}}}")
    found = printed_to_fit(sheet, paper)
    assert (found.pages, found.outside) == (1, ())
    assert len(PdfReader(BytesIO(found.pdf)).get_fields()) == 2 + 16 * 7
