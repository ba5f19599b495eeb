"""Answers on a worksheet's page: they live as long as the tab, are kept longer only if asked, and go into a file and back."""

import contextlib
import json
import re
import time

import pytest
from playwright.sync_api import Error, Page, expect

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
HELD = """async () => JSON.stringify([{...localStorage}, document.cookie, location.href, document.title,
    history.state, window.name, await indexedDB.databases(), await caches.keys()])"""
IN_THE_TAB = "Object.keys(sessionStorage)"
STORED = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
WRITTEN_AGAIN = "document.querySelector('[name=does]')?.value"
WHERE = "[data-where]"
TAB, DEVICE = "Your answers are in this tab only.", "Your answers are kept on this device."


def answers_on(page: Page) -> dict[str, str]:
    return page.evaluate("Object.fromEntries(new FormData(document.querySelector('#sheet')))")


def kept(page: Page) -> str:
    return page.evaluate("JSON.stringify({...localStorage})")


def text_of(page: Page, name: str) -> str:
    return page.locator(f"[name={name}]").input_value()


def fill_some(page: Page) -> None:
    page.locator("[name=does]").fill(WRITTEN)
    page.locator("[name=warmth][value='7']").check(force=True)
    page.locator("[name=ready-2]").check()


def file_of(name: str, text: str) -> dict[str, object]:
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


@pytest.mark.parametrize("sheet", SHEETS)
def test_what_is_typed_is_in_this_tab_and_in_no_address_request_title_or_other_store(browser, staff_origin, sheet):
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
        assert page.evaluate(IN_THE_TAB) == [f"tab.sheet.{sheet}"]
        assert page.context.cookies() == []


def test_answers_live_as_long_as_the_tab_and_longer_only_if_they_are_kept(browser, origin):
    with visit(browser, origin) as page:
        page.goto(origin + SHEET)
        fill_some(page)
        shown = answers_on(page)
        assert shown["does"] == WRITTEN
        assert page.locator(WHERE).inner_text() == TAB
        for way in (
            page.reload,
            lambda: (page.goto(origin), page.go_back()),
            lambda: (page.go_back(), page.go_forward()),
        ):
            way()
            assert answers_on(page) == shown
        assert kept(page) == "{}"
        other = page.context.new_page()
        other.goto(origin + SHEET)
        assert set(answers_on(other).values()) == {""}, "another tab knows nothing of it"
        page.locator("[data-keep]").check()
        assert page.locator(WHERE).inner_text() == DEVICE
        page.close()
        other.reload()
        assert answers_on(other) == shown
        assert other.locator("[data-keep]").is_checked()
        assert other.locator(WHERE).inner_text() == DEVICE


def test_a_page_that_crashes_loses_nothing(browser, origin):
    with browser.new_context() as context:  # of its own: pages that share a process crash together
        page = context.new_page()
        page.goto(origin + SHEET)
        fill_some(page)
        session = context.new_cdp_session(page)
        with page.expect_event("crash"), contextlib.suppress(Error):
            page.goto("chrome://crash")
        session.send("Page.reload")
        found = ""
        for _ in range(100):
            found = session.send("Runtime.evaluate", {"expression": WRITTEN_AGAIN})["result"].get("value")
            if found == WRITTEN:
                break
            time.sleep(0.1)
        assert found == WRITTEN


def test_the_later_change_of_a_field_holds_in_both_tabs(browser, origin):
    with visit(browser, origin + SHEET) as page:
        page.locator("[name=where]").fill("before")
        page.locator("[data-keep]").check()
        other = page.context.new_page()
        other.goto(origin + SHEET)
        other.locator("[name=does]").fill("from the other")
        expect(page.locator("[name=does]")).to_have_value("from the other")
        page.locator("[name=ready-2]").check()
        page.locator("[name=warmth][value='7']").check(force=True)
        expect(other.locator("[name=warmth][value='7']")).to_be_checked()
        other.locator("[name=where]").fill("")
        expect(page.locator("[name=where]")).to_have_value("")
        page.locator("[name=does]").press_sequentially("!")
        expect(other.locator("[name=does]")).to_have_value(text_of(page, "does"))
        assert answers_on(page) == answers_on(other)
        record = json.loads(json.loads(kept(page))["sheet.a-side-of-me"])
        assert record["answers"] == {"does": text_of(page, "does"), "ready-2": True, "warmth": "7"}
        page.locator("[data-clear]").click()
        page.locator("dialog [value=yes]").click()
        expect(other.locator("[name=does]")).to_have_value("")
        assert set(answers_on(other).values()) == {""}
        assert other.locator(WHERE).inner_text() == TAB
        assert kept(page) == "{}"


def test_a_tab_that_slept_does_not_bring_back_what_was_changed_since(browser, origin):
    with visit(browser, origin + SHEET) as page:
        page.locator("[data-keep]").check()
        page.locator("[name=does]").fill("old")
        page.locator("[name=where]").fill("old")
        page.goto(origin)
        other = page.context.new_page()
        other.goto(origin + SHEET)
        other.locator("[name=does]").fill("new")
        other.locator("[name=where]").fill("")
        page.go_back()
        assert (text_of(page, "does"), text_of(page, "where")) == ("new", "")


def test_the_switch_forgets_and_leaves_the_sheet_as_it_is(browser, origin):
    with visit(browser, origin + SHEET) as page:
        page.locator("[data-keep]").check()
        fill_some(page)
        page.locator("[data-keep]").uncheck()
        assert kept(page) == "{}"
        assert page.locator(WHERE).inner_text() == TAB
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
        expect(page.locator("[name=does]")).to_have_value("")
        assert set(answers_on(page).values()) == {""}
        assert kept(page) == "{}"
        assert page.evaluate(IN_THE_TAB) == []
        page.reload()
        assert set(answers_on(page).values()) == {""}


def test_clearing_all_of_the_tab_or_this_sheet_alone_is_the_readers_choice(browser, origin):
    with visit(browser, origin + "worksheets/two-voices/") as page:
        page.locator("#sheet textarea").first.fill(MARKER)
        page.goto(origin + SHEET)
        fill_some(page)
        page.locator("[data-clear]").click()
        page.locator("dialog [value=part]").click()
        page.locator("[data-said]", has_text="The sheet is empty").wait_for()
        assert page.evaluate(IN_THE_TAB) == ["tab.sheet.two-voices"]
        fill_some(page)
        page.locator("[data-clear]").click()
        page.locator("dialog [value=yes]").click()
        page.locator("[data-said]", has_text="The sheet is empty").wait_for()
        assert page.evaluate(IN_THE_TAB) == []
        page.go_back()
        assert page.locator("#sheet textarea").first.input_value() == ""


def test_a_renamed_sheet_is_found_from_an_old_print_with_all_that_was_kept(browser, origin):
    with visit(browser, origin + "worksheets/seven-evenings/") as page:
        page.locator("[data-keep]").check()
        page.locator("#sheet textarea").first.fill(WRITTEN)
        page.evaluate("""() => {
            sessionStorage.clear();
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
        page.locator(WHERE, has_text=TAB).wait_for()
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
        page.evaluate("sessionStorage.clear()")
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
        expect(page.locator("[name=where]")).to_have_value("from the file")
        assert {name: answer for name, answer in answers_on(page).items() if answer} == {"where": "from the file"}


def test_what_no_longer_fits_is_shown_and_goes_along(browser, origin):
    lost = {"an-old-question": "words of last year", "warmth": "99", "ready-9": True}
    text = json.dumps({"sheet": "a-side-of-me", "version": "older", "answers": lost | {"where": "here"}})
    with visit(browser, origin + SHEET, accept_downloads=True) as page:
        page.locator("[data-open]").set_input_files(file_of("mine.json", text))
        page.locator("[data-spare]").wait_for()
        assert "The others are listed below" in page.locator("[data-said]").inner_text()
        assert page.locator("[data-spare] li").all_inner_texts() == ["words of last year", "99", "ready-9"]
        page.locator("[name=where]").fill("there")
        with page.expect_download() as download:
            page.locator("[data-save]").click()
        assert json.loads(download.value.path().read_text("utf-8"))["answers"] == lost | {"where": "there"}


HEAD = '{"sheet": "a-side-of-me", "version": "1", "answers": '
NOT_OURS, NO_ANSWERS, NONE_FITS = "cannot be read here", "holds no answers", "has a place on this sheet"
REFUSED = {
    "of another sheet": ('{"sheet": "what-is-here", "version": "1", "answers": {"today-1": "x"}}', "another sheet"),
    "no JSON": ("not a file of ours", NOT_OURS),
    "nothing": ("", NOT_OURS),
    "null": ("null", NOT_OURS),
    "number": ("7", NOT_OURS),
    "list": ('[{"sheet": "a-side-of-me"}]', NOT_OURS),
    "answers null": (HEAD + "null}", NOT_OURS),
    "answers in a list": (HEAD + "[]}", NOT_OURS),
    "nested": (HEAD + '{"does": {"a": 1}}}', NOT_OURS),
    "deep": (HEAD + "[" * 100_000, NOT_OURS),
    "large": (HEAD + '{"does": "' + "x" * 2_000_000 + '"}}', NOT_OURS),
    "proto": (HEAD + '{"__proto__": "x", "does": "y"}}', NOT_OURS),
    "empty": (HEAD + "{}}", NO_ANSWERS),
    "empty words": (HEAD + '{"does": ""}}', NO_ANSWERS),
    "old questions": (HEAD + '{"an-old-question": "x", "warmth": "99", "ready-1": "yes", "does": true}}', NONE_FITS),
}


def test_a_file_that_does_not_belong_here_says_why_and_changes_nothing(browser, origin):
    with visit(browser, origin + SHEET) as page:
        watch = Watch(page)
        fill_some(page)
        shown, held = answers_on(page), page.evaluate(STORED)
        for name, (text, said) in REFUSED.items():
            page.locator("[data-open]").set_input_files(file_of(f"{name}.json", text))
            page.locator("[data-said]", has_text=f"{name}.json").wait_for()
            told = page.locator("[data-said]").inner_text()
            assert said in told, name
            assert told.endswith("Nothing was changed."), name
        assert answers_on(page) == shown
        assert page.evaluate(STORED) == held
        assert watch.said == []


UMLAUTS = '{"does": "Müller’s café"}}'


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_a_file_that_an_editor_saved_again_keeps_its_letters(browser, origin, letters):
    with visit(browser, origin + SHEET) as page:
        file = file_of("mine.json", "") | {"buffer": (HEAD + UMLAUTS).encode(letters)}
        page.locator("[data-open]").set_input_files(file)
        page.locator("[data-said]", has_text="are on the sheet").wait_for()
        assert text_of(page, "does") == "Müller’s café"
        doubt = "Another program has saved this file" in page.locator("[data-said]").inner_text()
        assert doubt == (letters == "windows-1252")


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
        page.locator(WHERE, has_text=NO_ROOM).wait_for()
        assert page.locator("[data-keep]").is_checked(), "what is kept can be forgotten"
        with page.expect_download():
            page.locator("[data-save]").click()
        page.get_by_text("Saved as").wait_for()
        assert NO_ROOM in page.locator("[data-said]").inner_text()
        page.locator("[data-keep]").uncheck()
        assert "sheet.a-side-of-me" not in json.loads(kept(page))
        assert NO_ROOM not in page.locator("[data-said]").inner_text()


def test_a_closed_store_is_named_and_stays_named(browser, origin):
    with browser.new_context() as context:
        context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('closed'); }})")
        page = context.new_page()
        watch = Watch(page)
        page.goto(origin + SHEET)
        page.locator("[data-keep]").click()
        page.locator(WHERE, has_text="does not let a page keep anything").wait_for()
        page.locator("[name=does]").fill("words")
        page.locator("[data-save]").click()
        page.get_by_text("Saved as").wait_for()
        assert "does not let a page keep anything" in page.locator("[data-said]").inner_text()
        assert not page.locator("[data-keep]").is_checked()
        assert watch.said == []


NO_STORE = "for (const one of ['localStorage', 'sessionStorage']) Object.defineProperty(window, one, {get() { throw new Error('closed'); }})"


def test_a_browser_that_keeps_nothing_even_in_the_tab_says_so_beside_the_first_field(browser, origin):
    with browser.new_context() as context:
        context.add_init_script(NO_STORE)
        page = context.new_page()
        watch = Watch(page)
        page.goto(origin + SHEET)
        page.locator("[name=does]").fill("words")
        said = page.locator(WHERE).inner_text()
        assert said.startswith("Your answers are on this page only. This browser does not let a page keep anything.")
        page.goto(origin + "worksheets/")
        page.locator("[data-add]").first.check()
        assert page.locator("[data-trouble]").is_visible()
        assert watch.said == []


def test_a_full_tab_says_so(browser, origin):
    with visit(browser, origin + SHEET) as page:
        page.locator("[name=does]").fill("before")
        page.evaluate(FILL_THE_STORE.replace("localStorage", "sessionStorage"))
        page.locator("[name=does]").fill("before and much that came after")
        page.locator(WHERE, has_text=NO_ROOM).wait_for()
        page.evaluate("sessionStorage.clear()")
        page.locator("[name=does]").fill("and on")
        assert page.locator(WHERE).inner_text() == TAB
