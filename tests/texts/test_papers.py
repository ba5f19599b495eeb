"""Every PDF of the project's own texts: read aloud without a fault, whole, large enough, and fillable as its sheet says."""

from collections import Counter

import pymupdf
import pytest

from accessible import complaints
from fixture import PROJECT, articles_in, packets_in, sheets_in, source_of, staff_sheets_in
from handouts import not_on_paper, text_on_paper
from nights import AT_NIGHT, some_by_day
from papers import (
    cramped,
    fields_of,
    left_behind,
    names_in_packet,
    names_of_fields,
    opened,
    parted,
    small_body,
    small_print,
)
from sites import PAPERS
from type_area import share_used

FOR_STAFF = staff_sheets_in(PROJECT)
READ = ("letter", "large-print")
"""A4 is drawn by the same template as Letter. That is read on every sheet of the fixture, and here at night."""


@pytest.mark.parametrize("sheet", sheets_in(PROJECT))
def test_a_sheet_and_its_three_papers(request, library, sheet):
    site = request.getfixturevalue("staff_texts" if sheet in FOR_STAFF else "public_texts")
    source, worksheet, quotes = source_of(sheet, PROJECT), library.sheets[sheet].worksheet, library.quotes()
    answers = Counter(answer.name for answer in worksheet.answers())
    radios = site.page(f"worksheets/{sheet}").xpath("//form[@id='sheet']//@name[../@type='radio']")
    others = site.page(f"worksheets/{sheet}").xpath("//form[@id='sheet']//@name[not(../@type='radio')]")
    assert Counter([*dict.fromkeys(radios), *others]) == answers
    most = source["pages"] + (sheet in FOR_STAFF and "clinician_note" in source)
    for paper in PAPERS:
        pdf = site.pdf(sheet, paper)
        assert Counter(names_of_fields(pdf)) == answers
        assert paper == "large-print" or len(opened(pdf).pages) <= most
        if paper not in READ and not AT_NIGHT:
            continue
        assert complaints(pdf) == []
        assert parted(pdf, source, quotes) == left_behind(pdf, worksheet, quotes) == []
        assert cramped(pdf, worksheet) == {}
        if paper == "large-print":
            assert small_print(pdf) == []
        else:
            assert small_body(pdf, source, quotes) == []


EMPTY_AT_MOST, EMPTIER = 0.16, 0.35
"""How much of a page may be empty before the last, and where it may be more: what comes next there is a drawing, or a text
that must not part, and there is nothing to write on above it."""
WITH_LESS = {"consent-template", "learned-somewhere", "meet-a-protector", "sharing-choices"}
LAST_AT_LEAST = 0.40


@pytest.mark.parametrize("sheet", some_by_day(sheets_in(PROJECT), 3))
def test_pages_of_a_sheet_are_full(request, sheet):
    site = request.getfixturevalue("staff_texts" if sheet in FOR_STAFF else "public_texts")
    for paper in ("letter", "a4"):
        with pymupdf.open(site.pdf(sheet, paper)) as pdf:
            used = [share_used(page, 25) for page in list(pdf)[: source_of(sheet, PROJECT)["pages"]]]
        least = 1 - (EMPTIER if sheet in WITH_LESS else EMPTY_AT_MOST)
        assert [round(share, 2) for share in used[:-1] if share < least] == []
        assert len(used) == 1 or used[-1] > LAST_AT_LEAST


@pytest.mark.parametrize("article", articles_in(PROJECT))
def test_an_article_and_its_papers(public_texts, library, article):
    for paper in READ:
        assert complaints(public_texts.handout(article, paper)) == []
    title = library.pages[f"{article}.md"].page.title
    said = text_on_paper(public_texts.handout(article, "letter"), title, library.clinic.value.name)
    assert not_on_paper(public_texts.page(f"{article}/"), said) == []


@pytest.mark.parametrize("packet", packets_in(PROJECT))
def test_a_packet_and_its_papers(staff_texts, library, packet):
    for paper in READ:
        assert complaints(staff_texts.packet(packet, paper)) == []
    fields = fields_of(opened(staff_texts.packet(packet, "letter")))
    assert sorted(fields) == sorted(names_in_packet(library.packets[packet].packet, library))
