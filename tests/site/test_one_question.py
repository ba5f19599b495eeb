"""One question at a time: the same fields and the same store, each shown once, by thumb and by keyboard."""

import pytest
from playwright.sync_api import Page, expect

from barriers import NARROW, RULES, WIDE, barriers
from browsing import needs_browser, visit

pytestmark = needs_browser
PHONE = {"width": 360, "height": 740}
SHOWN = """() => [...document.querySelector("#sheet").elements].filter(one => one.name && one.checkVisibility())
    .map(one => [one.name, one.type === "radio" ? one.value : ""].join("="))"""
NEXT, BACK, ALL = ".one__ways .first", ".one__ways button:not(.first)", ".one__all"


def begin(page: Page) -> None:
    page.locator(".where [data-one]").click()
    page.locator(ALL).wait_for()


def steps(page: Page) -> list[list[str]]:
    """What is shown at each step, from here to the end, by keyboard."""
    found = [page.evaluate(SHOWN)]
    while page.locator(NEXT).is_visible():
        page.keyboard.press("Control+Enter")
        found.append(page.evaluate(SHOWN))
    return found


@pytest.mark.parametrize("sheet", ["a-side-of-me", "two-voices", "seven-evenings", "week-in-a-picture"])
def test_each_field_of_the_sheet_is_shown_at_one_step(browser, origin, sheet):
    with visit(browser, f"{origin}worksheets/{sheet}/", viewport=PHONE) as page:
        whole = page.evaluate(SHOWN)
        begin(page)
        found = steps(page)
        assert len(found) > 2
        assert [name for step in found for name in step] == whole
        assert page.locator(".done").is_visible()
        page.locator(ALL).click()
        assert page.evaluate(SHOWN) == whole


def test_the_place_and_the_answers_stay_in_the_tab_and_all_of_it_prints(browser, origin):
    with visit(browser, origin + "worksheets/a-side-of-me/", viewport=PHONE) as page:
        begin(page)
        page.locator(NEXT).click()
        page.locator("#sheet textarea:visible").first.fill("of step two")
        here, said = page.evaluate(SHOWN), page.locator(".one__count").inner_text()
        page.reload()
        expect(page.locator(".one__count")).to_have_text(said)
        assert page.evaluate(SHOWN) == here
        assert page.locator("#sheet textarea:visible").first.input_value() == "of step two"
        assert page.evaluate("document.activeElement.closest('.block, form') !== null"), "the question has the focus"
        page.emulate_media(media="print")
        assert page.locator("#sheet .block:visible").count() == page.locator("#sheet .block").count()
        assert page.locator(":is(.one__top, .one__ways):visible").count() == 0
        page.emulate_media(media="screen")
        page.locator(BACK).click()
        assert page.locator(BACK).is_disabled()
        page.locator(ALL).click()
        page.reload()
        assert page.locator(ALL).count() == 0


def test_no_barrier_is_found_in_it(browser, origin):
    with visit(browser, origin + "worksheets/a-side-of-me/", viewport=PHONE) as page:
        begin(page)
        page.locator(NEXT).click()
        assert barriers(page, "one", [(NARROW, "light", RULES), (NARROW, "dark", RULES), (WIDE, "light", RULES)]) == []
