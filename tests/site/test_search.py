"""The search: help first for words of a crisis, results by keyboard, Back, and a load that failed."""

import pytest

from browsing import Watch, needs_browser, visit

pytestmark = needs_browser
CRISIS = ["i want to die", "Suicidle", "can't go on", "zorble suicide"]


@pytest.fixture
def page(browser, origin):
    with visit(browser, origin, viewport={"width": 360, "height": 740}) as page:
        yield page


def ask(page, words):
    if not page.locator(".find").is_visible():
        page.locator("[data-open-search]:visible").first.click()
    page.locator(".find input").fill(words)


def test_words_of_a_crisis_bring_up_the_help_lines_above_everything(page):
    card = page.locator(".find [data-help]")
    for words in CRISIS:
        ask(page, words)
        card.wait_for()
        assert card.locator("a[href^='tel:']").count() >= 2
    assert card.evaluate("one => [...one.parentElement.children].indexOf(one)") < page.locator(
        ".find [data-found]"
    ).evaluate("one => [...one.parentElement.children].indexOf(one)")
    ask(page, "zorble")
    page.locator(".find [data-nothing]").wait_for()
    assert not card.is_visible()
    ask(page, "my husband hits me")
    card.locator("[data-more]").get_by_text("Domestic Violence").wait_for()
    card.get_by_role("link", name="More help lines").click()
    assert not page.locator(".find").is_visible()
    assert page.url.endswith("#help")


def test_a_result_says_what_it_is_opens_by_keyboard_and_back_brings_the_search_back(page):
    ask(page, "protecter")
    first = page.locator(".find [data-found] li").first
    first.wait_for()
    assert first.locator(".find__kind").inner_text() in ("Article", "Sheet", "Word", "Packet")
    assert first.locator("mark").count()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert first.locator("a").evaluate("one => one === document.activeElement")
    leads_to = first.locator("a").evaluate("one => one.href")
    page.keyboard.press("Enter")
    page.wait_for_url(leads_to)
    assert "protecter" not in page.url
    page.go_back()
    first.wait_for()
    assert page.locator(".find input").input_value() == "protecter"
    page.locator("[data-close-search]").click()
    assert page.evaluate("sessionStorage.getItem('tab.search')") is None
    page.reload()
    assert not page.locator(".find").is_visible()


def test_a_search_that_does_not_load_says_so_shows_the_numbers_and_tries_again(page):
    watch = Watch(page)
    page.route("**/search/index.js", lambda route: route.abort())
    ask(page, "protector")
    page.get_by_text("The search did not load").wait_for()
    assert page.locator(".find [data-help]").is_visible()
    page.unroute("**/search/index.js")
    ask(page, "protectors")
    page.locator(".find [data-found] a").first.wait_for()
    assert not page.locator(".find [data-help]").is_visible()
    assert watch.elsewhere(page.url.partition("#")[0]) == []
