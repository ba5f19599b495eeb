"""Every PDF is tagged, named and readable, holds every word of its sheet, and fits the paper it is made for."""

import pikepdf
import pytest

from accessible import EXPLAINED, checked, complaints
from fixture import FOR_STAFF, SHEETS
from papers import cramped, left_behind, opened, parted, small_body, small_print, words_on
from sites import PAPERS, PDFS

SIZES = {"letter": (612, 792), "a4": (595, 842)}

pytestmark = pytest.mark.xdist_group("papers")  # whoever has read a PDF reads no other copy of it
every_pdf = pytest.mark.parametrize(("sheet", "paper"), PDFS)
every_usual_pdf = pytest.mark.parametrize(("sheet", "paper"), [pdf for pdf in PDFS if pdf[1] in SIZES])


@pytest.fixture
def pdf(sheet_site, sheet, paper):
    return sheet_site.pdf(sheet, paper)


@pytest.fixture
def quotes(library):
    return library.quotes()


@every_pdf
def test_checker_for_screen_readers_finds_no_fault(pdf):
    assert complaints(pdf) == []


def test_checker_still_fails_a_pdf_without_tags(public_site, tmp_path):
    with pikepdf.open(public_site.pdf(SHEETS[0], "letter")) as document:
        del document.Root.StructTreeRoot
        del document.Root.MarkInfo
        document.save(tmp_path / "untagged.pdf")
    assert complaints(tmp_path / "untagged.pdf") != []


def test_checker_still_fails_a_ruled_grid_that_is_no_table(public_site, tmp_path):
    with pikepdf.open(public_site.pdf("seven-evenings", "letter")) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") in ("/Table", "/TR", "/TH", "/TD"):
                one.S = pikepdf.Name.Div
        document.save(tmp_path / "grid.pdf")
    assert any("TBL-014" in complaint for complaint in complaints(tmp_path / "grid.pdf"))


def test_every_explained_warning_is_still_given(staff_site, odd_staff_site):
    """One that is no longer needed must go, so that nothing new hides behind it."""
    papers = [staff_site.pdf("what-is-okay", paper) for paper in PAPERS]
    papers += [
        staff_site.handout("kat/what-studies-found", "large-print"),
        odd_staff_site.pdf("long-drawings", "letter"),
    ]
    papers += [staff_site.site / "packets/first-days/first-days-letter.pdf"]
    given = {one.rule for paper in papers for one in checked(paper).findings if one.severity == "warning"}
    assert given == set(EXPLAINED)


@every_pdf
def test_pdf_names_itself_and_its_language_and_claims_pdf_ua(sheet_site, pdf, sheet):
    title = sheet_site.source(sheet)["title"]
    with pikepdf.open(pdf) as document:
        assert str(document.docinfo["/Title"]) == title
        assert str(document.Root.Lang) == "en"
        assert document.Root.MarkInfo.Marked is True
        assert document.Root.ViewerPreferences.DisplayDocTitle is True
        with document.open_metadata() as metadata:
            assert metadata["dc:title"] == title
            assert metadata["pdfuaid:part"] == "1"


@every_pdf
def test_pdf_runs_no_script_and_sends_nothing(pdf):
    with pikepdf.open(pdf) as document:
        dictionaries = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
        nested = [value for one in dictionaries for value in one.values() if isinstance(value, pikepdf.Dictionary)]
        found = {
            key for one in dictionaries + nested for key in one if key in ("/JS", "/JavaScript", "/AA", "/OpenAction")
        }
        actions = {str(one.S) for one in dictionaries + nested if one.get("/Type") == "/Action"}
    assert found == set()
    assert actions <= {"/URI"}


@every_pdf
def test_pdf_holds_every_text_of_its_sheet_whole_on_one_page(sheet_site, pdf, sheet, quotes):
    assert parted(pdf, sheet_site.source(sheet), quotes) == []


@every_pdf
def test_prompt_stands_on_the_page_of_its_first_answer(pdf, sheet, library, quotes):
    assert left_behind(pdf, library.sheets[sheet].worksheet, quotes) == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_page_holds_every_word_of_its_sheet(sheet_site, sheet, quotes):
    said = "".join(sheet_site.page(f"worksheets/{sheet}").get_element_by_id("sheet").text_content().split())
    assert [words for words in words_on(sheet_site.source(sheet), quotes) if words not in said] == []


@every_usual_pdf
def test_sheet_fits_the_pages_it_plans_on_the_paper_it_names(sheet_site, pdf, sheet, paper):
    source, printed = sheet_site.source(sheet), opened(pdf).pages
    page_of_note = sheet in FOR_STAFF and "clinician_note" in source
    assert len(printed) <= source["pages"] + page_of_note
    size = SIZES[paper][::-1] if source.get("landscape") else SIZES[paper]
    assert {tuple(round(side) for side in (page.mediabox.width, page.mediabox.height)) for page in printed} == {size}


@pytest.mark.parametrize("sheet", SHEETS)
def test_large_print_is_on_the_paper_of_the_clinic(sheet_site, library, sheet):
    usual, large = (opened(sheet_site.pdf(sheet, paper)) for paper in (library.clinic.value.paper, "large-print"))
    assert {tuple(page.mediabox) for page in large.pages} == {tuple(page.mediabox) for page in usual.pages}


@every_usual_pdf
def test_body_is_large_enough_to_read(sheet_site, pdf, sheet, quotes):
    assert small_body(pdf, sheet_site.source(sheet), quotes) == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_in_large_print_is_small(sheet_site, sheet):
    assert small_print(sheet_site.pdf(sheet, "large-print")) == []


@every_pdf
def test_answer_lines_leave_room_for_handwriting(pdf, library, sheet):
    assert cramped(pdf, library.sheets[sheet].worksheet) == {}


def test_there_are_three_papers_of_every_sheet(public_site, staff_site):
    for build, sheets in ((public_site, {*SHEETS} - FOR_STAFF), (staff_site, SHEETS)):
        found = {file.name for file in (build.site / "worksheets").rglob("*.pdf")}
        assert found == {f"{sheet}-{paper}.pdf" for sheet in sheets for paper in PAPERS}
