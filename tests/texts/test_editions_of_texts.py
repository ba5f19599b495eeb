"""Both editions of the project's own texts build strictly: no Problem, no dead link, no leak of what is for staff."""

import pytest

from fixture import PROJECT, articles_in, packets_in, sheets_in, staff_sheets_in
from sites import PAPERS


@pytest.mark.parametrize("edition", ["public_texts", "staff_texts"])
def test_it_builds_strictly(request, edition):
    site = request.getfixturevalue(edition)
    assert site.code == 0, site.output
    assert "Traceback" not in site.output


def test_every_sheet_article_and_packet_is_a_page_with_three_papers(public_texts, staff_texts):
    sheets = [f"worksheets/{sheet}" for sheet in sheets_in(PROJECT)]
    packets = [f"packets/{packet}" for packet in packets_in(PROJECT)]
    for address in [*sheets, *packets, *articles_in(PROJECT)]:
        folder = staff_texts.site / address
        names = {file.name for file in folder.iterdir() if file.is_file()}
        assert names >= {"index.html", *(f"{folder.name}-{paper}.pdf" for paper in PAPERS)}
    ours = {f"worksheets/{sheet}" for sheet in staff_sheets_in(PROJECT)}
    assert {address for address in sheets if not (public_texts.site / address).exists()} == ours


def test_no_clinician_note_stands_in_the_public_index(public_texts, library):
    notes = [sheet.worksheet.clinician_note for sheet in library.sheets.values()]
    index = (public_texts.site / "search" / "index.js").read_text("utf-8")
    assert len([note for note in notes if note]) > 5
    assert [note for note in notes if note and note.split(".")[0] in index] == []
