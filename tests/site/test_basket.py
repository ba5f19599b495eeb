"""A packet that somebody puts together on the library page: its order, its cover, its print, and its link."""

import json

import pymupdf
import pytest
from playwright.sync_api import Page

from browsing import Watch, needs_browser, served, visit
from papers import squeezed, words_on

pytestmark = needs_browser
CHOSEN = ["two-voices", "how-i-pause", "what-is-here", "list-for-the-day"]
NAME, NOTE = "Marigoldname", "A marigoldnote for you."
LONG = "marigold words that go on and on " * 60
PAPER = {"letter": (612, 792), "a4": (595, 842)}


@pytest.fixture
def page(browser, origin):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{origin}worksheets/", wait_until="networkidle")
        for sheet in CHOSEN:
            page.locator(f"[data-add][value='{sheet}']").check()
        yield page


def make(page: Page, paper: str) -> None:
    page.locator("[name=packet-for]").fill(NAME)
    page.locator("[name=packet-note]").fill(NOTE)
    page.locator(f"[name=packet-paper][value={paper}]").check()
    page.locator("[data-make]").click()
    page.locator(".packet-paper .sheet").nth(len(CHOSEN) - 1).wait_for()


def order(page: Page) -> list[str]:
    return page.locator("[data-link]").get_attribute("href").removeprefix("#packet=").split(",")


def test_sheets_are_ordered_and_taken_out_by_keyboard(page):
    page.get_by_role("button", name="Up: How I pause").press("Enter")
    assert order(page) == ["how-i-pause", "two-voices", "what-is-here", "list-for-the-day"]
    page.get_by_role("button", name="Take out: Two voices").press("Enter")
    assert order(page) == ["how-i-pause", "what-is-here", "list-for-the-day"]
    assert not page.locator("[data-add][value='two-voices']").is_checked()


@pytest.mark.parametrize("paper", PAPER)
def test_it_is_printed_with_its_cover_every_prompt_and_all_that_is_typed(page, public_site, library, paper):
    make(page, paper)
    page.locator(".packet-paper textarea").evaluate_all(
        "(fields, words) => fields.forEach((field, n) => { field.value = `${n}th ${words}`;"
        " field.dispatchEvent(new InputEvent('input', {bubbles: true})); })",
        LONG,
    )
    count = page.locator(".packet-paper textarea").count()
    with pymupdf.open(stream=page.pdf(prefer_css_page_size=True), filetype="pdf") as pdf:
        sizes = {tuple(round(side) for side in one.rect.br) for one in pdf}
        words = squeezed("".join(one.get_text() for one in pdf))
        cover = squeezed(pdf[0].get_text())
    assert sizes == {PAPER[paper]}
    assert squeezed(NAME) in cover
    assert squeezed(NOTE) in cover
    assert [
        said for sheet in CHOSEN for said in words_on(public_site.source(sheet), library.quotes()) if said not in words
    ] == []
    assert words.count("marigold") == 60 * count + 1  # and once in the note; whole texts go on over pages
    assert "Choosesheetsabove" not in words
    assert squeezed(library.words["frame"]["hard_moment"]) not in words


def test_no_field_of_two_sheets_shares_a_name_or_an_id(page):
    make(page, "letter")
    ids = page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    assert sorted(ids) == sorted(set(ids))
    names = page.eval_on_selector_all(".packet-paper [name]", "all => all.map(one => one.name)")
    assert all(name.split(".")[0] in CHOSEN for name in names)


def test_name_and_note_are_in_no_link_no_request_and_no_store_but_the_tabs(page):
    watch = Watch(page)
    make(page, "letter")
    held = page.evaluate("JSON.stringify([{...localStorage}, document.cookie, location.href, document.title])")
    seen = json.dumps([watch.asked, held, page.locator("[data-link]").get_attribute("href")])
    assert watch.asked
    assert watch.said == []
    assert "arigold" not in seen
    assert page.evaluate("Object.keys(sessionStorage)") == ["tab.basket"]


def test_it_survives_a_sheet_and_back_a_reload_and_its_own_link(page):
    page.get_by_role("button", name="Up: How I pause").press("Enter")
    page.locator("[data-link]").click()
    make(page, "a4")
    page.locator(".packet-paper [name='what-is-here.sheet-person']").fill(LONG)
    page.locator(".packet-paper [type=checkbox]").first.check()
    marked = page.locator(".packet-paper [type=checkbox]").first.get_attribute("name")
    page.get_by_role("button", name="Up: A list for the day").press("Enter")
    chosen = ["how-i-pause", "two-voices", "list-for-the-day", "what-is-here"]
    page.locator(".sheets a[href='two-voices/']").first.click()
    for way in (page.go_back, page.reload):
        way()
        assert order(page) == chosen
        assert page.locator("[name=packet-for]").input_value() == NAME
        assert page.locator("[name=packet-note]").input_value() == NOTE
        assert page.locator("[name=packet-paper]:checked").input_value() == "a4"
        page.locator("[data-make]").click()
        assert page.locator(".packet-paper [name='what-is-here.sheet-person']").input_value() == LONG
        assert page.locator(f".packet-paper [name='{marked}']").is_checked()
    page.locator("[data-empty]").click()
    page.reload()
    assert page.locator("[data-add]:checked").count() == 0
    assert page.locator("[name=packet-note]").input_value() == ""


def test_the_choice_among_sheets_stays_in_the_tab(page, origin):
    page.locator("[name=phase][value=parts]").check(force=True)
    page.goto(origin)
    page.goto(f"{origin}worksheets/")
    assert page.locator("[name=phase][value=parts]").is_checked()
    assert page.locator(".sheets > li:visible:not([data-phase=parts])").count() == 0


def test_the_link_brings_the_same_sheets_back(page, browser):
    link = page.locator("[data-link]").evaluate("link => link.href")
    with browser.new_context() as context:
        other = context.new_page()
        other.goto(link)
        assert order(other) == CHOSEN
        assert other.locator("[data-add]:checked").count() == len(CHOSEN)


def test_a_link_with_sheets_that_are_gone_says_so_and_keeps_the_others(browser, origin):
    with visit(browser, f"{origin}worksheets/#packet=what-is-here,no-such-sheet,%C3%A9") as page:
        assert order(page) == ["what-is-here"]
        assert page.locator("[data-basket] [data-said]").inner_text() == (
            "2 sheets of this link are not here any more. There is 1 sheet in your packet."
        )


def test_what_is_typed_stays_while_the_choice_changes_and_goes_when_it_is_emptied(page):
    make(page, "letter")
    field = page.locator(".packet-paper [name='what-is-here.sheet-person']")
    field.fill(LONG)
    page.get_by_role("button", name="Up: How I pause").press("Enter")
    page.locator("[data-make]").click()
    assert field.input_value() == LONG
    page.locator("[data-empty]").click()
    page.locator("[data-add][value='what-is-here']").check()
    page.locator("[data-make]").click()
    assert field.input_value() == page.locator("[data-cover-name]").inner_text() == ""


def test_the_cover_follows_what_is_written_after_the_packet_is_shown(page):
    make(page, "letter")
    page.locator("[name=packet-for]").fill("Another")
    page.locator("[name=packet-paper][value=a4]").check()
    assert page.locator("[data-cover-name]").inner_text() == "Another"
    with pymupdf.open(stream=page.pdf(prefer_css_page_size=True), filetype="pdf") as pdf:
        assert tuple(round(side) for side in pdf[0].rect.br) == PAPER["a4"]


def test_links_of_its_sheets_lead_where_they_lead_on_their_own_pages(browser, public_site):
    with served(public_site.root) as above, visit(browser, f"{above}site/worksheets/#packet=how-i-pause") as page:
        page.locator("[data-make]").click()
        page.locator(".packet-paper .sheet").wait_for()
        links = page.eval_on_selector_all(
            ".packet-paper .sheet a", "all => all.map(one => one.href).filter(to => to.startsWith('http'))"
        )
        assert links
        assert [link for link in links if page.request.get(link).status != 200] == []


def test_it_is_made_in_a_folder_without_a_server(browser, offline_site):
    address = (offline_site.site / "worksheets" / "index.html").as_uri()
    with visit(browser, f"{address}#packet={','.join(CHOSEN)}") as page:
        watch = Watch(page)
        make(page, "letter")
        assert page.locator(".packet-paper h1").all_inner_texts()[0] == "Two voices"
        assert watch.said == []
        assert watch.elsewhere(offline_site.site.as_uri()) == []


def test_the_way_to_the_packet_is_in_sight_where_sheets_are_chosen(browser, origin):
    with visit(browser, f"{origin}worksheets/", viewport={"width": 360, "height": 740}) as page:
        way = page.locator("[data-basket-way]")
        assert not way.is_visible()
        page.locator("[data-add]:visible").first.check()
        assert way.inner_text() == "Go to my packet: 1 sheet"
        assert way.bounding_box()["y"] < 740
        way.locator("a").click()
        page.locator("#packet h2").wait_for()
        assert 0 <= page.locator("#packet h2").bounding_box()["y"] < 740
