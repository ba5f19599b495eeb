"""What a reader asks of their device, for every page: more contrast, colours of their own, no movement, one tap to search."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from browsing import needs_browser, visit

pytestmark = needs_browser
PAGES = {
    "home": "",
    "library": "worksheets/",
    "article": "kat/the-next-day/",
    "topic": "parts/",
    "packet": "packets/first-days/",
    "glossary": "glossary/",
    "sheet": "worksheets/a-side-of-me/",
    "sheet with a table": "worksheets/seven-evenings/",
    "missing page": "404.html",
}
ENHANCED = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}, "resultTypes": ["violations"]}
"""WCAG's level AAA: 7 to 1."""
MOVING = """() => [...document.querySelectorAll("*")].flatMap(one => ["", "::before", "::after"].map(part => [one, part]))
    .filter(([one, part]) => {
        const style = getComputedStyle(one, part || null);
        return parseFloat(style.transitionDuration) || style.animationName !== "none" || style.scrollBehavior === "smooth";
    }).map(([one, part]) => one.outerHTML.slice(0, 80) + part)"""
TO_TICK = {
    "box": ("worksheets/a-side-of-me/", "label:has([name=ready-1])"),
    "number": ("worksheets/a-side-of-me/", "label:has([name=warmth][value='7'])"),
    "one of a table": ("worksheets/what-is-okay/", "label:has(td input), td label, td:has(input)"),
    "word": ("worksheets/what-is-here/", "label:has(input[type=checkbox])"),
    "choice of the library": ("worksheets/", "label:has([name=phase][value=parts])"),
    "sheet for a packet": ("worksheets/", "label:has([data-add])"),
}
each_page = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)


@each_page
def test_who_asks_for_more_contrast_gets_seven_to_one(browser, origin, address):
    with visit(browser, origin + address, contrast="more") as page:
        page.evaluate(Axe().axe_script)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            violations = page.evaluate("rules => axe.run(rules)", ENHANCED)["violations"]
            assert [node["html"] for one in violations for node in one["nodes"]] == [], scheme


@each_page
def test_nothing_moves(browser, origin, address):
    with visit(browser, origin + address) as page:
        assert page.evaluate(MOVING) == []


@pytest.mark.parametrize(("address", "label"), TO_TICK.values(), ids=TO_TICK)
def test_in_forced_colors_what_is_ticked_is_seen(browser, origin, address, label):
    with visit(browser, origin + address, forced_colors="active") as page:
        one = page.locator(label).first
        one.scroll_into_view_if_needed()
        page.mouse.move(0, 0)
        before = one.screenshot()
        assert one.screenshot() == before
        one.locator("input").first.evaluate("one => { one.checked = true; }")
        assert one.screenshot() != before


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_search_is_one_tap_away_and_closes_by_keyboard(browser, origin, width):
    with visit(browser, origin, viewport={"width": width, "height": 740}, has_touch=True) as page:
        opener = page.locator(".bar__search")
        opener.tap()
        assert page.evaluate("document.activeElement.id") == "search-words"
        page.keyboard.press("Escape")
        assert not page.locator(".find").is_visible()
        assert opener.evaluate("one => one === document.activeElement")
