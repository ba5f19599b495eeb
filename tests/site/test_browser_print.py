"""The browser's own print of a sheet: the pages of its PDF, nothing to click on, and typed words in the drawings."""

import pytest

from browser_print import BOTH, CONTROLS, prints
from browsing import needs_browser, visit
from fixture import SHEETS
from nights import some_by_day
from papers import squeezed

pytestmark = needs_browser
WITH_DRAWINGS = "week-in-a-picture"


@pytest.mark.parametrize("sheet", some_by_day(SHEETS, 3))
def test_print_has_the_pages_of_the_pdf_and_nothing_to_click_on(browser, staff_origin, staff_site, sheet):
    with visit(browser, f"{staff_origin}worksheets/{sheet}/") as page:
        found = [*prints(page, {paper: staff_site.pdf(sheet, paper) for paper in BOTH})]
        controls = {squeezed(words) for words in page.locator(CONTROLS).all_text_contents()} - {""}
        typed = page.eval_on_selector_all("#sheet textarea[name]", "fields => fields.length")
    for one in found:
        assert one.pages == one.pages_of_pdf, f"{one.paper}, {'filled' if one.filled else 'empty'}"
        assert [words for words in controls if words in squeezed(one.text)] == []
        assert not one.filled or squeezed(one.text).count("andothers") == typed
    assert "Takemyanswerback" in controls or not page_has_scale(sheet, staff_site)


def page_has_scale(sheet, site) -> bool:
    return bool(site.page(f"worksheets/{sheet}").xpath("//fieldset[contains(@class, 'scale-block')]"))


def test_words_stand_in_the_drawing_and_in_no_list_below_until_they_are_too_many(browser, origin):
    with visit(browser, f"{origin}worksheets/{WITH_DRAWINGS}/") as page:
        held = page.locator("[data-held]").filter(has=page.locator(".drawn__answers")).first
        field = held.locator("textarea").first
        for words, lists in (("The keeper", 0), ("One who keeps much " * 30, 1)):
            field.fill(words)
            assert held.locator(".drawn__picture--usual .drawn__typed").first.inner_text().strip() == words.strip()
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            page.emulate_media(media="print")
            assert held.locator(".drawn__answers:visible").count() == lists
            page.emulate_media(media="screen")


def test_long_answers_take_more_pages_and_stay_large_enough_to_read(browser, origin, public_site):
    with visit(browser, f"{origin}worksheets/what-is-here/") as page:
        page.locator("#sheet textarea[name]").last.fill("many words here " * 800)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("#sheet").evaluate("form => form.style.getPropertyValue('--set')") == "1"


@pytest.mark.parametrize(("locale", "paper"), [("en-US", "letter"), ("en-GB", "a4"), ("en", "letter")])
def test_print_opens_the_pdf_of_an_empty_sheet_on_the_paper_of_the_reader(browser, origin, locale, paper):
    with visit(browser, f"{origin}worksheets/what-is-here/", locale=locale) as page:
        page.evaluate(
            "() => { window.opened = []; window.open = (...how) => opened.push(how); window.print = () => opened.push('print'); }"
        )
        page.locator(".done [data-print]").click()
        page.locator("#sheet textarea[name]").last.fill("words")
        page.locator(".done [data-print]").click()
        address = f"{origin}worksheets/what-is-here/what-is-here-{paper}.pdf"
        assert page.evaluate("opened") == [[address, "_blank", "noopener"], "print"]
