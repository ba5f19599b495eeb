"""A packet: its page, and one PDF with a cover, contents, and every document, fillable under its own names."""

import pikepdf
import pytest
from pypdf import PdfReader, PdfWriter

from accessible import complaints
from browsing import in_a_browser, visit
from fixture import PACKETS
from papers import fields_of, names_in_packet, opened, squeezed, words_on_pages

CHECKED = [(packet, paper) for packet in PACKETS for paper in ("letter", "large-print")]
"""A4 is drawn by the same template as Letter, and checked on every worksheet."""


@pytest.fixture
def source(library, packet):
    return library.packets[packet]


@pytest.fixture
def pdf(staff_site, packet, paper):
    return staff_site.site / "packets" / packet / f"{packet}-{paper}.pdf"


def answer_to(name: str, field: dict) -> str:
    """Words, or the last of the states that a box or a row of buttons can have."""
    return [state for state in field["/_States_"] if state != "/Off"][-1] if "/_States_" in field else f"to {name}"


@pytest.mark.parametrize(("packet", "paper"), CHECKED)
def test_checker_for_screen_readers_finds_no_fault(pdf):
    assert complaints(pdf) == []


@pytest.mark.parametrize(("packet", "paper"), [(packet, "letter") for packet in PACKETS])
def test_fields_are_those_of_its_sheets_each_once_under_their_sheets_name(pdf, source, library):
    with pikepdf.open(pdf) as document:
        widgets = [
            annotation
            for page in document.pages
            for annotation in page.get("/Annots", [])
            if annotation.get("/Subtype") == "/Widget"
        ]
        assert all("." not in str(one.get("/T", "")) for one in widgets)
    assert sorted(fields_of(opened(pdf))) == sorted(names_in_packet(source.packet, library))


@pytest.mark.parametrize(("packet", "paper"), [(packet, "letter") for packet in PACKETS])
def test_every_field_is_filled_in_and_read_back(pdf, tmp_path):
    writer = PdfWriter(clone_from=pdf)
    answers = {name: answer_to(name, field) for name, field in fields_of(opened(pdf)).items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, answers, auto_regenerate=False)
    writer.write(tmp_path / "filled.pdf")
    back = fields_of(PdfReader(tmp_path / "filled.pdf"))
    assert {name: back[name].get("/V") for name in answers} == answers


@pytest.mark.parametrize(("packet", "paper"), [(packet, "a4") for packet in PACKETS])
def test_contents_name_the_page_on_which_each_document_begins(pdf, source, library):
    pages = words_on_pages(pdf)
    for item in source.packet.items:
        if not item.names or (item.worksheet and item.worksheet not in library.sheets):
            continue
        of = library.sheets[item.worksheet].worksheet if item.worksheet else library.pages[item.article].page
        title = squeezed(of.title)
        contents = next(page for page in pages[1:4] if title in page)
        after = contents[contents.index(title) + len(title) :]
        begins = [number for number, page in enumerate(pages, 1) if title in page]
        assert any(str(number) in after for number in begins)


@pytest.mark.parametrize(("packet", "paper"), [(packet, "letter") for packet in PACKETS])
def test_pages_are_counted_through_the_whole_packet(pdf):
    pages = words_on_pages(pdf)
    assert [f"Page{number}of{len(pages)}" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)


@pytest.mark.parametrize(("packet", "paper"), [(packet, "letter") for packet in PACKETS])
def test_every_document_has_a_bookmark(pdf, source):
    reader = opened(pdf)
    marks = [mark.title for mark in reader.outline if not isinstance(mark, list)]
    assert len(marks) >= 1 + sum(bool(item.names) for item in source.packet.items)


@pytest.mark.parametrize("packet", PACKETS)
def test_its_page_lists_what_is_in_it_in_order(staff_site, source, packet):
    links = staff_site.page(f"packets/{packet}/").xpath("//section[contains(@class, 'packet__item')]//h3/a/@href")
    expected = [f"../../{item.names.removesuffix('.md')}/" for item in source.packet.items if item.names]
    assert links == expected


def test_reading_paths_are_in_the_staff_edition_only(public_site, staff_site, library):
    ours = {name for name, source in library.packets.items() if source.packet.staff_only}
    public = {folder.name for folder in (public_site.site / "packets").iterdir() if folder.is_dir()}
    staff = {folder.name for folder in (staff_site.site / "packets").iterdir() if folder.is_dir()}
    assert ours
    assert public == set(library.packets) - ours
    assert staff == set(library.packets)


@pytest.mark.parametrize("packet", PACKETS)
def test_a_client_packet_of_the_staff_edition_holds_no_clinician_note(staff_site, source, packet, library):
    if source.packet.staff_only:
        return
    words = "".join(words_on_pages(staff_site.site / "packets" / packet / f"{packet}-letter.pdf"))
    assert squeezed(library.words["clinician_note"]) not in words


@in_a_browser
def test_what_is_done_is_kept_only_while_the_reader_says_so(browser, origin):
    with visit(browser, f"{origin}packets/first-days/") as page:
        page.locator("[data-done]").first.check()
        assert page.evaluate("JSON.stringify({...localStorage})") == "{}"
        page.reload()
        assert page.locator("[data-done]:checked").count() == 1, "it lives as long as the tab"
        page.locator("[data-keep-done]").check()
        page.reload()
        assert page.locator("[data-done]").first.is_checked()
        page.locator("[data-packet] [data-forget]").click()
        assert page.evaluate("JSON.stringify({...localStorage})") == "{}"
        assert not page.locator("[data-done]").first.is_checked()
        assert not page.locator("[data-packet] [data-forget]").is_visible()


@in_a_browser
def test_answers_to_its_questions_stay_in_the_tab(browser, staff_origin):
    with visit(browser, f"{staff_origin}packets/new-at-the-desk/") as page:
        page.locator(".packet__question input").nth(1).check()
        page.reload()
        assert page.locator(".packet__question input:checked").count() == 1
        assert page.locator(".packet__question input").nth(1).is_checked()
        assert page.locator(".packet__question details[open]").count() == 1
        assert page.evaluate("JSON.stringify({...localStorage})") == "{}"


@in_a_browser
def test_what_is_kept_of_a_packet_is_named_and_forgotten_on_the_page_of_all_worksheets(browser, origin):
    with visit(browser, f"{origin}packets/first-days/") as page:
        page.locator("[data-keep-done]").check()
        page.goto(f"{origin}worksheets/")
        page.locator("#kept li a", has_text="The first days").wait_for()
        page.get_by_role("button", name="Forget The first days").click()
        assert page.evaluate("JSON.stringify({...localStorage})") == "{}"


@in_a_browser
def test_paper_with_this_version_is_current_and_another_is_said_to_be_older(browser, origin, library):
    version = library.sheets["what-is-here"].worksheet.version(library.quotes())
    with visit(browser, f"{origin}worksheets/what-is-here/#v-{version}") as page:
        assert page.locator(".current__same").is_visible()
        assert not page.locator(".current__other").is_visible()
    with visit(browser, f"{origin}worksheets/what-is-here/#v-0000000") as page:
        assert not page.locator(".current__same").is_visible()
        assert "0000000" in page.locator(".current__other").inner_text()


def test_a_sign_off_and_the_sheets_page_name_the_note_for_clinicians_too(staff_site, library):
    worksheet = library.sheets["list-for-the-day"].worksheet
    said = squeezed(f"{worksheet.version(library.quotes())} + {worksheet.note_version(library.quotes())}")
    assert said in "".join(
        words_on_pages(staff_site.site / "packets" / "new-at-the-desk" / "new-at-the-desk-letter.pdf")
    )
    assert said in squeezed(staff_site.page("worksheets/list-for-the-day/").find_class("current")[0].text_content())


def test_an_option_says_why_once_it_is_answered(staff_site):
    """On the page the right one comes first; on paper its letter says which option it is."""
    folded = staff_site.page("packets/new-at-the-desk/").find_class("packet__question")[1].xpath("./details/p")
    assert [" ".join(one.text_content().split()) for one in folded] == [
        "That only the client can share that. What was said belongs to the client.",
        "A short summary. Even a summary is theirs to give.",
    ]
    pages = words_on_pages(staff_site.site / "packets" / "new-at-the-desk" / "new-at-the-desk-letter.pdf")
    assert "b)Evenasummaryistheirstogive." in "".join(pages)
