"""A field of a PDF says how its answer is written: a date, a number with its range, a time."""

from io import BytesIO

from pypdf import PdfReader

from printed import printed, sheet_of

SHEET = """title: A
summary: B
phase: general
minutes: 5
pages: 1
audience: client
blocks:
  - {type: fields, id: f, text: F, fields: [{label: Sleep, kind: number}, {label: Up at, kind: time}, {label: Mood}]}
  - {type: table, id: t, text: T, rows: 1, columns: [{text: What}, {text: How strong, kind: number, from: 0.5, to: 10}]}
"""


def test_each_form_is_said_and_plain_words_need_none():
    said = {
        name: one["/TU"] for name, one in PdfReader(BytesIO(printed(sheet_of(SHEET), "letter"))).get_fields().items()
    }
    assert said == {
        "sheet-person": "Name or initials",
        "sheet-date": "Date, with the month in words",
        "f-1": "F, Sleep, a number",
        "f-2": "F, Up at, a time",
        "f-3": "F, Mood",
        "t-1-1": "T, What, 1",
        "t-1-2": "T, How strong, 1, a number from 0.5 to 10",
    }
