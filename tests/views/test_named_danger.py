"""A sheet that names a danger prints the lines for it below its title, for clients."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from printed import printed, sheet_of
from psychoed.views.help import help_now, lines_needed, stop_box
from small_site import the_library

SHEET = """
title: At the table
summary: What.
phase: parts
minutes: 5
pages: 1
audience: AUDIENCE
blocks:
  - {type: lines, id: one, text: WORDS}
"""


@pytest.mark.parametrize(
    ("words", "audience", "is_named"),
    [
        ("With an eating disorder, whom would you ask?", "client", True),
        ("With an eating disorder, whom would you ask?", "clinician", False),
        ("At breakfast, whom would you ask?", "client", False),
    ],
)
def test_paper_has_the_lines_for_what_is_named(words, audience, is_named):
    sheet = sheet_of(SHEET.replace("WORDS", f'"{words}"').replace("AUDIENCE", audience))
    shown = "".join("".join(page.extract_text() for page in PdfReader(BytesIO(printed(sheet, "letter"))).pages).split())
    eating = [line for line in the_library().help.value.shown() if "eating" in line.about]
    assert eating
    assert bool(lines_needed(sheet, the_library())) == (is_named or audience == "clinician")
    for line in eating:
        assert ("".join(line.ways[0].say.split()) in shown) == is_named


@pytest.mark.parametrize("country", ["US", "CA", "GB", "IE", "AU", "NZ"])
def test_the_stop_box_has_the_lines_for_any_crisis(country):
    """In some countries there is only one of these, and the next line on the list is for young people, or for eating."""
    library = replace(the_library(), help=the_library().countries[country])
    special = {line.name for line in library.help.value.lines if line.about}
    box = stop_box(library)
    assert len(box) == 4
    assert special & {one["name"] for one in box} == set()
    assert box[1]["how"] in help_now(library)
