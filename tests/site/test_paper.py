"""Every PDF is tagged, named and readable, holds every word of its sheet, and fits the paper it is made for."""

import pikepdf
import pytest
from outloud import check
from pypdf import PdfReader

from accessible import EXPLAINED, complaints
from papers import body_on, pages, paragraphs, words_on, words_on_pages
from sites import FOR_STAFF, PAPERS, PDFS, SHEETS

MILLIMETRE = 72 / 25.4
SIZES = {"letter": (612, 792), "a4": (595, 842)}
LEAST_BODY, LEAST_LARGE = 11.5, 18  # points
LEAST_LINE = 8 * MILLIMETRE

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
    with pikepdf.open(public_site.pdf("seven-day-watch", "letter")) as document:
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") in ("/Table", "/TR", "/TH", "/TD"):
                one.S = pikepdf.Name.Div
        document.save(tmp_path / "grid.pdf")
    assert any("TBL-014" in complaint for complaint in complaints(tmp_path / "grid.pdf"))


def test_every_explained_warning_is_still_given(staff_site, odd_staff_site):
    """One that is no longer needed must go, so that nothing new hides behind it."""
    papers = [staff_site.pdf("consent-and-preferences", paper) for paper in PAPERS]
    papers += [staff_site.handout("kat/is-kat-a-fit", "large-print"), odd_staff_site.pdf("long-drawings", "letter")]
    papers += [staff_site.site / "packets/first-week-after/first-week-after-letter.pdf"]
    given = {one.rule for paper in papers for one in check(str(paper)).findings if one.severity == "warning"}
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
    said = words_on_pages(pdf)
    texts = words_on(sheet_site.source(sheet), quotes)
    assert [text for text in texts if not any(text in page for page in said)] == []


@every_pdf
def test_prompt_stands_on_the_page_of_its_first_answer(pdf, sheet, library, quotes):
    said, fields = words_on_pages(pdf), page_of_fields(pdf)
    asked = [block for block in library.sheets[sheet].worksheet.blocks if block.answers() and hasattr(block, "text")]
    firsts = {paragraphs(block.text, quotes)[0]: fields[block.answers()[0].name] for block in asked}
    assert [prompt for prompt, page in firsts.items() if prompt not in said[page]] == []


def page_of_fields(pdf) -> dict[str, int]:
    """The page on which each field first stands, counted from 0."""
    notes = [(note, n) for n, page in enumerate(PdfReader(pdf).pages) for note in page.get("/Annots", ())]
    names = [(note["/Parent"]["/T"] if "/Parent" in note else note.get("/T"), n) for note, n in notes]
    return dict(reversed(names))


@pytest.mark.parametrize("sheet", SHEETS)
def test_page_holds_every_word_of_its_sheet(sheet_site, sheet, quotes):
    said = "".join(sheet_site.page(f"worksheets/{sheet}").get_element_by_id("sheet").text_content().split())
    assert [words for words in words_on(sheet_site.source(sheet), quotes) if words not in said] == []


@every_usual_pdf
def test_sheet_fits_the_pages_it_plans_on_the_paper_it_names(sheet_site, pdf, sheet, paper):
    source, printed = sheet_site.source(sheet), PdfReader(pdf).pages
    page_of_note = sheet in FOR_STAFF and "clinician_note" in source
    assert len(printed) <= source["pages"] + page_of_note
    size = SIZES[paper][::-1] if source.get("landscape") else SIZES[paper]
    assert {tuple(round(side) for side in (page.mediabox.width, page.mediabox.height)) for page in printed} == {size}


@pytest.mark.parametrize("sheet", SHEETS)
def test_large_print_is_on_the_paper_of_the_clinic(sheet_site, library, sheet):
    usual, large = (PdfReader(sheet_site.pdf(sheet, paper)) for paper in (library.clinic.value.paper, "large-print"))
    assert {tuple(page.mediabox) for page in large.pages} == {tuple(page.mediabox) for page in usual.pages}


@every_usual_pdf
def test_body_is_large_enough_to_read(sheet_site, pdf, sheet, quotes):
    said = "".join(words_on_pages(pdf, smallest=LEAST_BODY))
    assert [words for words in body_on(sheet_site.source(sheet), quotes) if words not in said] == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_in_large_print_is_small(sheet_site, sheet):
    printed = [run for page in pages(sheet_site.pdf(sheet, "large-print")) for run in page]
    assert [run for run in printed if run.size < LEAST_LARGE] == []


def lines_planned(block, answer) -> int:
    """In a letter, the greeting and the name have one line, however long the letter is."""
    lines = getattr(block, "lines", None) if answer.kind == "lines" else None
    return getattr(block, "row_lines", None) or lines or 1


def heights(pdf) -> dict[str, float]:
    """The height of each field to write in, in points."""
    notes = [note for page in PdfReader(pdf).pages for note in page.get("/Annots", ())]
    fields = [note for note in notes if note.get("/FT") == "/Tx"]
    return {field["/T"]: float(field["/Rect"][3]) - float(field["/Rect"][1]) for field in fields}


@every_pdf
def test_answer_lines_leave_room_for_handwriting(pdf, library, sheet):
    tall = heights(pdf)
    blocks = library.sheets[sheet].worksheet.blocks
    inner = [one for block in blocks for one in (getattr(block, "blocks", None) or (block,))]
    planned = {answer.name: lines_planned(block, answer) for block in inner for answer in block.answers()}
    cramped = {
        name: height / MILLIMETRE
        for name, height in tall.items()
        if "-total-" not in name and height + 0.05 < LEAST_LINE * planned.get(name, 1)
    }
    assert cramped == {}


def test_there_are_three_papers_of_every_sheet(public_site, staff_site):
    for build, sheets in ((public_site, {*SHEETS} - FOR_STAFF), (staff_site, SHEETS)):
        found = {file.name for file in (build.site / "worksheets").rglob("*.pdf")}
        assert found == {f"{sheet}-{paper}.pdf" for sheet in sheets for paper in PAPERS}
