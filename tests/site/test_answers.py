"""Answers on a worksheet's page: they stay with the reader, are kept only if asked, and go into a file and back."""

import json
import re

import pytest
from playwright.sync_api import Page

from browsing import Watch, needs_browser, visit
from fixture import SHEETS

pytestmark = needs_browser
SHEET = "worksheets/a-side-of-me/"
WRITTEN = "Zwölf marigold words\nand a second line"
MARKER = "marigoldword"
MARK_ALL = """(fields, marker) => fields.map(field => {
    if (field.type === "checkbox" || field.type === "radio") return field.click();
    field.value = marker;
    field.dispatchEvent(new InputEvent("input", {bubbles: true}));
})"""
HELD = """async () => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href, document.title,
    history.state, window.name, await indexedDB.databases(), await caches.keys()])"""


def answers_on(page: Page) -> dict[str, str]:
    return page.evaluate("Object.fromEntries(new FormData(document.querySelector('#sheet')))")


def kept(page: Page) -> str:
    return page.evaluate("JSON.stringify({...localStorage})")


def fill_some(page: Page) -> None:
    page.locator("[name=does]").fill(WRITTEN)
    page.locator("[name=warmth][value='7']").check(force=True)
    page.locator("[name=ready-2]").check()


def file_of(name: str, text: str) -> dict[str, object]:
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_typed_is_in_an_address_a_request_a_title_or_a_store(browser, staff_origin, sheet):
    with visit(browser, f"{staff_origin}worksheets/{sheet}/") as page:
        page.wait_for_load_state("networkidle")
        icon = page.evaluate("document.querySelector('link[rel=icon]').href")  # asked for when the browser likes
        watch = Watch(page)
        marked = page.eval_on_selector_all("#sheet [name]", MARK_ALL, MARKER)
        page.locator("#sheet textarea").last.press_sequentially(MARKER)
        page.locator("#sheet [name]").last.press("Enter")
        page.wait_for_timeout(100)
        assert len(marked) >= 2
        assert [url for url in watch.asked if url != icon] == watch.said == []
        assert MARKER not in page.evaluate(HELD)
        assert page.context.cookies() == []


def test_answers_are_gone_with_the_tab_unless_they_are_kept(browser, origin):
    with visit(browser, origin + SHEET) as page:
        fill_some(page)
        assert kept(page) == "{}"
        page.reload()
        assert set(answers_on(page).values()) == {""}
        page.locator("[data-keep]").check()
        fill_some(page)
        shown = answers_on(page)
        assert page.locator("[data-kept-here]").is_visible()
        page.reload()
        assert answers_on(page) == shown
        assert shown["does"] == WRITTEN
        assert page.locator("[data-kept-here]").is_visible()


def test_one_button_forgets_and_leaves_the_sheet_as_it_is(browser, origin):
    with visit(browser, origin + SHEET) as page:
        page.locator("[data-keep]").check()
        fill_some(page)
        page.locator("[data-forget]").click()
        assert kept(page) == "{}"
        assert not page.locator("[data-keep]").is_checked()
        assert page.locator("[name=does]").input_value() == WRITTEN
        page.locator("[name=where]").fill("later")
        assert kept(page) == "{}"


def test_clearing_asks_first(browser, origin):
    with visit(browser, origin + SHEET) as page:
        page.locator("[data-keep]").check()
        fill_some(page)
        page.locator("[data-clear]").click()
        page.locator("dialog [value=no]").click()
        assert page.locator("[name=does]").input_value() == WRITTEN
        page.locator("[data-clear]").click()
        page.locator("dialog [value=yes]").click()
        page.wait_for_function("!document.querySelector('[name=does]').value")
        assert set(answers_on(page).values()) == {""}
        assert kept(page) == "{}"


def test_a_renamed_sheet_is_found_from_an_old_print_with_all_that_was_kept(browser, origin):
    with visit(browser, origin + "worksheets/seven-evenings/") as page:
        page.locator("[data-keep]").check()
        page.locator("#sheet textarea").first.fill(WRITTEN)
        page.evaluate("""() => {
            localStorage.setItem("sheet.a-week-of-evenings", localStorage.getItem("sheet.seven-evenings"));
            localStorage.removeItem("sheet.seven-evenings");
        }""")
        page.goto(f"{origin}worksheets/a-week-of-evenings/#v-0000000")
        page.wait_for_url("**/worksheets/seven-evenings/#v-0000000")
        assert page.locator("#sheet textarea").first.input_value() == WRITTEN
        assert list(json.loads(kept(page))) == ["sheet.seven-evenings"]
        assert "0000000" in page.locator("[data-current]").inner_text()


def test_library_lists_what_is_kept_and_forgets_one_or_all(browser, origin):
    sheets = ["a-side-of-me", "seven-evenings", "what-is-here"]
    with visit(browser, origin) as page:
        for sheet in sheets:
            page.goto(f"{origin}worksheets/{sheet}/")
            page.locator("[data-keep]").check()
        page.goto(f"{origin}worksheets/#kept")
        listed = page.locator("#kept li a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        assert listed == [f"{sheet}/" for sheet in sheets]
        page.locator("#kept li button").nth(1).click()
        assert set(json.loads(kept(page))) == {"sheet.a-side-of-me", "sheet.what-is-here"}
        page.locator("[data-forget-all]").click()
        assert kept(page) == "{}"
        assert page.locator("#kept li").count() == 0


def test_what_is_forgotten_in_one_tab_is_not_kept_again_by_another(browser, origin):
    with visit(browser, origin + SHEET) as page:
        page.locator("[data-keep]").check()
        fill_some(page)
        other = page.context.new_page()
        other.goto(origin + "worksheets/")
        other.locator("[data-forget-all]").click()
        page.locator("[data-kept-here]").wait_for(state="hidden")
        page.locator("[name=where]").fill("later")
        assert kept(page) == "{}"


def test_sheet_that_the_back_button_shows_as_it_was_is_not_kept_again(browser, origin):
    with visit(browser, origin + SHEET) as page:
        page.locator("[data-keep]").check()
        page.evaluate("localStorage.clear(); dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
        page.locator("[name=where]").fill("later")
        assert kept(page) == "{}"


def test_saved_file_holds_the_answers_and_brings_them_back(browser, origin):
    with visit(browser, origin + SHEET, accept_downloads=True) as page:
        fill_some(page)
        shown = answers_on(page)
        with page.expect_download() as download:
            page.locator("[data-save]").click()
        assert re.fullmatch(r"a-side-of-me-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
        text = download.value.path().read_text("utf-8")
        version = page.locator("#sheet").get_attribute("data-version")
        answers = {"does": WRITTEN, "warmth": "7", "ready-2": True}
        assert json.loads(text) == {"sheet": "a-side-of-me", "version": version, "answers": answers}
        page.reload()
        page.locator("[data-open]").set_input_files(file_of("mine.json", text))
        page.get_by_text("The answers from mine.json are on the sheet.").wait_for()
        assert answers_on(page) == shown


def test_opening_a_file_asks_before_it_replaces_what_is_there(browser, origin):
    text = json.dumps({"sheet": "a-side-of-me", "version": "1", "answers": {"where": "from the file"}})
    with visit(browser, origin + SHEET) as page:
        fill_some(page)
        page.locator("[data-open]").set_input_files(file_of("mine.json", text))
        page.locator("dialog [value=no]").click()
        assert page.locator("[name=does]").input_value() == WRITTEN
        page.locator("[data-open]").set_input_files(file_of("mine.json", text))
        page.locator("dialog [value=yes]").click()
        page.wait_for_function("document.querySelector('[name=where]').value === 'from the file'")
        assert {name: answer for name, answer in answers_on(page).items() if answer} == {"where": "from the file"}


def test_what_no_longer_fits_is_shown_and_goes_along(browser, origin):
    lost = {"an-old-question": "words of last year", "warmth": "99", "ready-9": True}
    text = json.dumps({"sheet": "a-side-of-me", "version": "older", "answers": lost | {"where": "here"}})
    with visit(browser, origin + SHEET, accept_downloads=True) as page:
        page.locator("[data-open]").set_input_files(file_of("mine.json", text))
        page.locator("[data-spare]").wait_for()
        assert page.locator("[data-spare] li").all_inner_texts() == ["words of last year", "99", "ready-9"]
        page.locator("[name=where]").fill("there")
        with page.expect_download() as download:
            page.locator("[data-save]").click()
        assert json.loads(download.value.path().read_text("utf-8"))["answers"] == lost | {"where": "there"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"sheet": "what-is-here", "version": "1", "answers": {"today-1": "x"}}', "belongs to another sheet"),
        ("not a file of ours", "cannot be read here"),
        ("null", "cannot be read here"),
        ('{"sheet": "a-side-of-me", "answers": null}', "cannot be read here"),
        ('{"sheet": "a-side-of-me", "answers": []}', "cannot be read here"),
        ('{"sheet": "a-side-of-me", "answers": {"does": {"a": 1}}}', "cannot be read here"),
        ('[{"sheet": "a-side-of-me"}]', "cannot be read here"),
        ('{"sheet": "a-side-of-me", "answers": {"does": "' + "x" * 2_000_000 + '"}}', "cannot be read here"),
    ],
    ids=["another sheet", "no JSON", "null", "no answers", "a list", "nested", "in a list", "large"],
)
def test_file_that_does_not_belong_here_changes_nothing(browser, origin, text, said):
    with visit(browser, origin + SHEET) as page:
        watch = Watch(page)
        fill_some(page)
        shown = answers_on(page)
        page.locator("[data-open]").set_input_files(file_of("odd.json", text))
        page.get_by_text(said).wait_for()
        assert answers_on(page) == shown
        assert watch.said == []


FILL_THE_STORE = """() => {
    for (let size = 1 << 22; size >= 1; size >>= 1) {
        try { for (let n = 0; ; n++) localStorage.setItem(`other.${size}.${n}`, "x".repeat(size)); } catch { /* full */ }
    }
}"""
NO_ROOM = "This device has no more room."


def test_a_full_device_says_so_and_names_what_it_still_keeps(browser, origin):
    with visit(browser, origin + SHEET, accept_downloads=True) as page:
        page.locator("[data-keep]").check()
        page.locator("[name=does]").fill("before")
        page.evaluate(FILL_THE_STORE)
        page.locator("[name=does]").fill("before and much that came after")
        page.get_by_text(NO_ROOM).wait_for()
        assert page.locator("[data-kept-here]").is_visible(), "what is kept can be forgotten"
        with page.expect_download():
            page.locator("[data-save]").click()
        page.get_by_text("Saved as").wait_for()
        assert NO_ROOM in page.locator("[data-said]").inner_text()
        page.locator("[data-forget]").click()
        assert "sheet.a-side-of-me" not in json.loads(kept(page))
        assert NO_ROOM not in page.locator("[data-said]").inner_text()


def test_a_closed_store_is_named_and_stays_named(browser, origin):
    with browser.new_context() as context:
        context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('closed'); }})")
        page = context.new_page()
        watch = Watch(page)
        page.goto(origin + SHEET)
        page.locator("[data-keep]").click()
        page.get_by_text("does not let a page keep anything").wait_for()
        page.locator("[name=does]").fill("words")
        page.locator("[data-save]").click()
        page.get_by_text("Saved as").wait_for()
        assert "does not let a page keep anything" in page.locator("[data-said]").inner_text()
        assert not page.locator("[data-keep]").is_checked()
        assert watch.said == []
