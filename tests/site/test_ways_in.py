"""Ways to a page: the library's choices, folded where there is no room, and the doors of the home page."""

import pytest

from barriers import barriers
from browsing import needs_browser, visit
from psychoed.model.article import Topic

PHONE = {"width": 360, "height": 740}
pytestmark = needs_browser
MOMENTS = {
    "a panic now": ["Hard moment", "More ways to pause and ground", "How I pause"],
    "the evening after a session": ["Coming home", "A list for the day"],
    "two sides that pull": ["Worksheets", "more on “Parts work”", "Two voices"],
}
"""What a person on a phone touches, from the home page on. The menu is not needed."""


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_sheet_for_a_moment_is_fewer_than_four_clicks_away(browser, origin, moment):
    with visit(browser, origin, viewport=PHONE) as page:
        for name in MOMENTS[moment]:
            page.locator("a, summary").filter(has_text=name).locator("visible=true").first.click()
        assert page.locator("form.sheet h1").inner_text() == MOMENTS[moment][-1]
    assert len(MOMENTS[moment]) < 4


def test_library_shows_sheets_on_the_first_screen_of_a_phone_and_says_what_is_chosen(browser, origin):
    with visit(browser, origin + "worksheets/", viewport=PHONE) as page:
        assert page.locator(".sheets > li").first.bounding_box()["y"] < PHONE["height"]
        choices, said = page.locator(".filters"), page.locator("[data-chosen]")
        assert not choices.is_visible()
        assert said.inner_text() == ""
        page.locator(".fold summary").click()
        page.get_by_label("10 minutes or less").check(force=True)
        page.locator("[name=phase][value=parts]").check(force=True)
        page.locator(".fold summary").click()
        assert not choices.is_visible()
        assert said.inner_text() == "Chosen: Parts work, 10 minutes or less"


def test_library_shows_its_choices_where_there_is_room(browser, origin):
    with visit(browser, origin + "worksheets/", viewport={"width": 1280, "height": 800}) as page:
        page.locator(".filters").wait_for()


def test_library_finds_a_word_and_back_brings_what_was_chosen(browser, origin):
    with visit(browser, origin + "worksheets/", viewport=PHONE) as page:
        shown = page.locator(".sheets > li:visible")
        assert shown.count() == page.locator(".shelf").count()
        page.locator(".look [type=search]").fill("PAUSE")
        assert 0 < shown.count() < page.locator(".sheets > li").count()
        assert page.url == origin + "worksheets/"
        page.locator(".fold summary").click()
        page.get_by_label("20 minutes or less").check(force=True)
        assert page.url == origin + "worksheets/?minutes=20"
        left = shown.all_inner_texts()
        shown.first.get_by_role("link").first.click()
        page.locator("form.sheet").wait_for()
        page.go_back()
        assert page.locator(".look [type=search]").input_value() == "PAUSE"
        assert shown.all_inner_texts() == left
        page.locator(".look [type=search]").fill("zorble")
        assert "No sheet is like that" in page.locator("[data-count]").inner_text()


def test_the_menu_opens_where_it_stands(browser, origin):
    with visit(browser, origin + "worksheets/", viewport=PHONE) as page:
        before = page.evaluate("scrollY")
        page.locator(".bar__menu").click()
        menu = page.locator(".bar__list")
        assert menu.get_by_role("link", name="Search").is_visible()
        assert (page.evaluate("scrollY"), page.url) == (before, origin + "worksheets/")
        assert barriers(page, "menu", part=".bar") == []
        page.set_viewport_size(PHONE)
        page.keyboard.press("Escape")
        assert not menu.is_visible()
        page.locator(".bar__menu").click()
        menu.get_by_role("link", name="Home", exact=True).click()
        page.locator(".needs, .doors").first.wait_for()


def is_topic(library, door):
    return door.to in library.pages and isinstance(library.pages[door.to].page, Topic)


def test_topic_behind_a_door_shows_the_door(public_site, library):
    doors = [door for door in library.pages["index.md"].page.doors if is_topic(library.edition(staff=False), door)]
    for door in doors:
        address = door.to.removesuffix(".md").removesuffix("index")
        drawing = public_site.page(address).xpath("//header[@class='page-head']/*[@class='door']/path/@d")
        home = public_site.page("").xpath(
            f"//li[.//a[contains(@href, '{address.rstrip('/')}')]]/*[@class='door']/path/@d"
        )
        assert drawing == home != []
    assert len(doors) >= 3
