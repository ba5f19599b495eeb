"""Every page by keyboard alone: every control is reached, and always shows that it is."""

import pytest
from playwright.sync_api import Page

from browsing import needs_browser, visit

pytestmark = needs_browser
PAGES = {
    "home": "",
    "library": "worksheets/",
    "article": "kat/the-next-day/",
    "topic": "parts/",
    "sheet": "worksheets/a-side-of-me/",
    "missing page": "404.html",
}
FOCUSED = """() => {
    const one = document.activeElement;
    const seen = [one, one.nextElementSibling, one.closest("label")].filter(Boolean);
    return {
        inside: one.closest("#sheet") !== null, done: one.closest(".done") !== null,
        end: one === document.body, name: one.name ?? "", type: one.type ?? one.tagName.toLowerCase(), value: one.value ?? "",
        marked: seen.map(part => getComputedStyle(part)).some(style =>
            parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none" && style.opacity === "1"),
    };
}"""
UNANSWERED = """fields => fields.filter(one => one.type === "checkbox" ? !one.checked
    : one.type === "radio" ? !one.form.elements[one.name].value : !one.value).map(one => one.name)"""

LEFT_OUT = """seen => [...document.querySelectorAll("a[href], button, summary, input, textarea, [tabindex='0']")]
    .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.dataset.reached)
    .filter(one => one.type !== "radio" || !document.querySelector(`[name="${one.name}"][data-reached]`))
    .map(one => one.outerHTML.slice(0, 120))"""
SIZE = """() => [...document.querySelectorAll("[data-reached]")].filter(one => {
    const box = (one.type === "radio" || one.type === "checkbox" || one.type === "file" ? one.closest("label") : one).getBoundingClientRect();
    return box.height < 24 && getComputedStyle(one).display !== "inline";
}).map(one => one.outerHTML.slice(0, 120))"""


def act(page: Page, focused: dict[str, str]) -> None:
    """What a reader does with the control that has the focus."""
    if focused["type"] == "radio":
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
    elif focused["type"] == "checkbox":
        page.keyboard.press("Space")
    elif focused["type"] == "textarea":
        page.keyboard.type("word")


@pytest.mark.parametrize("sheet", ["a-side-of-me", "week-in-a-picture", "what-is-okay"])
def test_sheet_is_filled_in_by_keyboard_alone(browser, origin, sheet):
    with visit(browser, f"{origin}worksheets/{sheet}/") as page:
        unmarked = []
        for _ in range(400):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            if focused["done"]:
                break
            unmarked += [] if focused["marked"] else [focused]
            if focused["inside"] and focused["name"]:
                act(page, focused)
        assert focused["done"], "the keyboard never came to the end of the sheet"
        assert page.eval_on_selector_all("#sheet [name]", UNANSWERED) == []
        assert unmarked == []


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_keyboard_reaches_every_control_and_shows_where_it_is(browser, origin, address):
    with visit(browser, origin + address) as page:
        unmarked = []
        for _ in range(300):
            page.keyboard.press("Tab")
            focused = page.evaluate(FOCUSED)
            if focused["end"]:
                break
            page.evaluate("document.activeElement.dataset.reached = true")
            unmarked += [] if focused["marked"] else [focused]
        assert focused["end"], "the keyboard never came to the end of the page"
        assert page.evaluate(LEFT_OUT) == []
        assert page.evaluate(SIZE) == []
        assert unmarked == []
