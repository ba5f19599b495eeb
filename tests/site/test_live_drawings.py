"""Drawings that live: what is chosen or written below stands in them, and a press on them chooses it."""

from playwright.sync_api import Locator, Page

from browsing import needs_browser, visit

pytestmark = needs_browser
WHEEL = "worksheets/week-in-a-picture/"
BODY = "worksheets/drawn-slowly/"
PHONE = {"width": 360, "height": 740}
FILLED = "parts => parts.map((part, n) => part.matches('.drawn__cell--on') ? n : -1).filter(n => n >= 0)"


def cells(page: Page) -> Locator:
    return page.locator(".wheel-block .drawn__cell:visible")


def test_a_wheel_fills_to_what_is_chosen_and_a_press_on_it_chooses_and_takes_back(browser, origin):
    with visit(browser, origin + WHEEL, viewport=PHONE) as page:
        steps = page.locator("[name=full-1]").count()
        page.locator("[name=full-2][value='3']").check(force=True)
        assert cells(page).evaluate_all(FILLED) == [steps + n for n in range(4)], "from 0 to 3, in the second sector"
        press = cells(page).nth(2)
        press.click()
        assert page.locator("[name=full-1]:checked").input_value() == "2"
        page.reload()
        assert cells(page).evaluate_all(FILLED) == [0, 1, 2, *(steps + n for n in range(4))]
        press.click()
        assert page.locator("[name=full-1]:checked").count() == 0
        page.emulate_media(media="print")
        assert page.locator(".wheel-block .drawn__cell--on:visible").count() == 4


def test_a_place_on_the_body_is_chosen_by_press_list_or_words_and_stays_with_the_answer(browser, origin):
    with visit(browser, origin + BODY, viewport=PHONE) as page:
        marks = page.locator(".body-block .drawn__picture--large .drawn__mark")
        first, second = page.locator(".body-block .drawn__answers textarea").all()[:2]
        page.locator(".body-block .drawn__spot[data-place='left shoulder']:visible").click()
        page.keyboard.press("Space")
        assert first.input_value() == "left shoulder"
        page.locator(".body__ways select").select_option("jaw")
        page.locator(".body__ways [type=checkbox]").nth(1).check()
        page.locator(".body__ways [type=checkbox]").nth(0).check()
        assert (first.input_value(), second.input_value()) == ("left shoulder, jaw", "jaw")
        assert marks.count() == 3
        page.locator(".body__ways [type=checkbox]").nth(0).uncheck()
        assert first.input_value() == "left shoulder"
        second.fill("Cold, at my Left Shoulder blade and in the throats of others")
        assert marks.count() == 2, "a word within another is no place"
        page.reload()
        assert marks.count() == 2
        labels = page.locator(".body-block .drawn__answers label").all_inner_texts()
        assert [label.startswith("3. ") for label in labels] == [False, False, True], "the one without a sign"
        page.emulate_media(media="print")
        assert page.locator(".body-block .drawn__mark:visible").count() == 2
        assert page.locator(".body__ways").is_hidden()
