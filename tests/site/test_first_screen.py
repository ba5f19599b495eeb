"""How a sheet begins on a phone: its first question is in view, few stops away, and nothing in it is wider than the screen."""

import pytest

from barriers import NARROW, RULES, barriers
from browsing import needs_browser, visit

pytestmark = needs_browser
PHONE = {"width": 360, "height": 740}
FIRST_FIELD = """() => {
    const field = [...document.querySelectorAll("#sheet [name]")].find(one => one.checkVisibility());
    return (field.closest("label") ?? field).getBoundingClientRect().top + scrollY;
}"""
LONG_WORD = """word => {
    for (const part of document.querySelectorAll("main :is(h1, h2, p, li, label, legend, summary, .facts)")) part.append(` ${word}`);
    return document.documentElement.scrollWidth;
}"""
LINKS = """[...document.querySelectorAll("main :is(li, dd, td) a")].filter(one => one.checkVisibility())
    .map(one => [one.textContent.trim(), Math.min(...[...one.getClientRects()].map(box => box.height))])"""


@pytest.mark.parametrize("sheet", ["a-side-of-me", "what-is-here", "seven-evenings", "what-is-okay"])
def test_the_first_field_is_in_view_on_a_phone(browser, origin, sheet):
    with visit(browser, f"{origin}worksheets/{sheet}/", viewport=PHONE) as page:
        assert page.evaluate(FIRST_FIELD) < PHONE["height"] - 60, "above the strip of “Leave this page”"


def test_the_first_field_is_three_stops_after_the_skip_link(browser, origin):
    with visit(browser, origin + "worksheets/a-side-of-me/") as page:
        for key in ("Tab", "Enter"):
            page.keyboard.press(key)
        stops = []
        while len(stops) < 3 and not any(stops):
            page.keyboard.press("Tab")
            stops.append(page.evaluate("document.activeElement.matches('#sheet [name]')"))
        assert any(stops)


def test_the_tools_fold_out_over_the_sheet_and_are_shut_by_escape(browser, origin):
    with visit(browser, origin + "worksheets/a-side-of-me/", viewport=PHONE) as page:
        page.locator(".sheet-tools summary").click()
        assert barriers(page, "tools", [(NARROW, "light", RULES)], ".sheet-tools") == []
        page.keyboard.press("Escape")
        assert page.locator(".sheet-tools[open]").count() == 0
        assert page.evaluate("document.activeElement.matches('.sheet-tools summary')")


@pytest.mark.parametrize("address", ["", "worksheets/", "worksheets/a-side-of-me/", "kat/the-next-day/"])
def test_a_word_without_a_break_widens_no_page_and_links_in_lists_have_room_for_a_finger(browser, origin, address):
    with visit(browser, origin + address, viewport={"width": 320, "height": 740}) as page:
        links = page.evaluate(LINKS)
        assert [link for link in links if link[1] < 24] == []
        assert page.evaluate(LONG_WORD, "https://example.org/" + "unbroken" * 12) == 320
