"""Two editions of one text: what is for staff is in theirs, and no trace of it is in the public one."""

import pytest

from fixture import FOR_STAFF, SHEETS
from papers import paragraphs, squeezed, words_on_pages
from sites import PAPERS, files_of, parsed, traces

IN_THE_ROOM = "at-your-side"


pytestmark = pytest.mark.xdist_group("papers")  # whoever has read a PDF reads no other copy of it


@pytest.fixture
def notes(public_site, library) -> list[str]:
    """Every paragraph of every clinician note, without its spaces."""
    texts = [public_site.source(sheet).get("clinician_note", "") for sheet in SHEETS]
    return [words for text in texts for words in paragraphs(text, library.quotes())]


def words_of_site(build) -> str:
    return squeezed(
        "".join(
            data.decode("utf-8")
            for name, data in files_of(build.site).items()
            if name.endswith((".html", ".json", ".xml"))
        )
    )


def test_there_are_clinician_notes_to_keep(notes):
    assert len(notes) > 5


@pytest.mark.parametrize("sheet", SHEETS)
def test_staff_edition_shows_the_note_on_the_page_and_on_every_paper(staff_site, library, sheet):
    page = squeezed(staff_site.page(f"worksheets/{sheet}/").text_content())
    papers = ["".join(words_on_pages(staff_site.pdf(sheet, paper))) for paper in PAPERS]
    for words in paragraphs(staff_site.source(sheet).get("clinician_note", ""), library.quotes()):
        assert words in page
        assert all(words in paper for paper in papers)


def test_public_edition_holds_no_note_in_any_page_or_index(public_site, notes):
    said = words_of_site(public_site)
    assert [words for words in notes if words in said] == []


def test_public_edition_holds_no_note_on_any_paper(public_site, notes):
    for pdf in sorted(public_site.site.rglob("*.pdf")):
        said = "".join(words_on_pages(pdf))
        assert [words for words in notes if words in said] == []
        assert b"larkspur" not in pdf.read_bytes()


def test_sheet_for_the_room_is_in_the_staff_edition_only(public_site, staff_site):
    assert traces(public_site, IN_THE_ROOM) == []
    assert set(traces(staff_site, IN_THE_ROOM)) >= {
        "sitemap.xml",
        "worksheets/index.html",
        "search/index.js",
        f"worksheets/{IN_THE_ROOM}/index.html",
        *(f"worksheets/{IN_THE_ROOM}/{IN_THE_ROOM}-{paper}.pdf" for paper in PAPERS),
    }
    assert "larkspur" in "".join(words_on_pages(staff_site.pdf(IN_THE_ROOM, "letter")))


def test_staff_edition_asks_search_engines_to_stay_away_and_says_what_it_is(staff_site):
    for page in staff_site.pages():
        assert "noindex" in "".join(parsed(page).xpath("//meta[@name='robots']/@content"))
        assert parsed(page).xpath("//*[@class='edition']")


def test_public_edition_may_be_found(public_site):
    for page in public_site.pages():
        assert not parsed(page).xpath("//meta[@name='robots'] | //*[@class='edition']")


def test_staff_edition_has_all_that_the_public_one_has(public_site, staff_site):
    assert files_of(public_site.site).keys() <= files_of(staff_site.site).keys()


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_print_of_the_staff_edition_leads_a_client_to_the_public_site(staff_site, sheet):
    printed = "".join(words_on_pages(staff_site.pdf(sheet, "letter")))
    site = "staff.clinic.example/" if sheet in FOR_STAFF else "clinic.example/"
    assert f"{site}worksheets/{sheet}" in printed
    assert ("staff.clinic.example" in printed) == (sheet in FOR_STAFF)
