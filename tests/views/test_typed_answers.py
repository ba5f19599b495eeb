"""What people type into a PDF is there in every program, whole, in one size, and the sheet stays as it was."""

from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from typed import VALUES, blank_sheet, faults_of, pages_below_each_other, sizes_typed
from typing_programs import IN_PYTHON, SEEN_IN_PYTHON, Picture

PENS = {"letter": 12, "large-print": 18}
ITS_OWN_POINT = "what is chosen hides its number"
NOT_PROMISED = {
    ("pikepdf", "PDFium"): [ITS_OWN_POINT],  # it leaves the drawing to the program that shows the file
    ("pikepdf", "MuPDF"): [ITS_OWN_POINT],
    ("MuPDF", "MuPDF"): [ITS_OWN_POINT],
    ("MuPDF", "PDFium"): ["“Пример” is not there", "“Παράδειγμα” is not there", ITS_OWN_POINT],  # it embeds no font
}
"""What README.md says is not promised: programs that draw anew what is chosen draw a point of their own."""


@cache
def filled(program: str, paper: str) -> bytes:
    return IN_PYTHON[program](blank_sheet(paper), VALUES)


@cache
def seen(program: str, paper: str) -> Picture:
    return pages_below_each_other(SEEN_IN_PYTHON[program], blank_sheet(paper))


@pytest.mark.parametrize("paper", PENS)
@pytest.mark.parametrize("shows", SEEN_IN_PYTHON)
@pytest.mark.parametrize("types", IN_PYTHON)
def test_what_one_program_typed_another_shows(types, shows, paper):
    after = pages_below_each_other(SEEN_IN_PYTHON[shows], filled(types, paper))
    found = list(faults_of(blank_sheet(paper), seen(shows, paper), after, PENS[paper]))
    assert found == NOT_PROMISED.get((types, shows), [])


@pytest.mark.parametrize("paper", PENS)
@pytest.mark.parametrize("types", ["PDFium", "MuPDF", "pypdf"])
def test_all_that_is_typed_has_one_size(types, paper):
    assert sizes_typed(filled(types, paper)) == {PENS[paper]}


def test_a_line_is_one_line_and_an_area_has_several():
    fields = PdfReader(BytesIO(blank_sheet("letter"))).get_fields()
    several = {name for name, field in fields.items() if field["/FT"] == "/Tx" and field.get("/Ff", 0) & 1 << 12}
    assert several == {"story"}


def test_a_choice_can_be_taken_back():
    reader = PdfReader(BytesIO(blank_sheet("letter")))
    assert not reader.get_fields()["warm"].get("/Ff", 0) & 1 << 14
    back = [note for note in reader.pages[0]["/Annots"] if note.get("/A", {}).get("/S") == "/ResetForm"]
    assert [list(note["/A"]["/Fields"]) for note in back] == [["warm"]]
