"""A log by day on a phone: a card for each day, today's first and open, with the fields of the paper's table."""

import pytest
from playwright.sync_api import Page, expect

from barriers import NARROW, RULES, barriers
from browsing import needs_browser, visit

pytestmark = needs_browser
LOG = "worksheets/seven-evenings/"
PHONE = {"width": 360, "height": 740}
NAMES = "fields => fields.map(one => one.name + one.value * (one.type === 'radio')).sort()"
FIELDS = "#sheet [name^=day-]"
SMALL = """parts => parts.filter(one => one.checkVisibility()).map(one => (one.type === "radio" || one.type === "checkbox") ? one.closest("label") : one)
    .map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect().height]).filter(([, height]) => height < 44)"""


def opened(page: Page) -> list[str]:
    return page.locator(".day[open] summary b").all_inner_texts()


def fill_the_open_day(page: Page) -> None:
    for field in page.locator(".day[open] textarea:visible").all():
        field.fill("4")
    for mark in page.locator(".day[open] :is([type=checkbox], [type=radio][value='1'])").all():
        mark.check()


def test_each_day_is_a_card_and_the_next_one_to_fill_in_is_first_and_open(browser, origin):
    with visit(browser, origin + LOG, viewport=PHONE) as page:
        days = page.locator(".day summary b").all_inner_texts()
        assert len(days) == 7
        assert opened(page) == days[:1]
        assert page.locator(FIELDS).evaluate_all(SMALL) == page.locator(".day summary").evaluate_all(SMALL) == []
        fill_the_open_day(page)
        said = page.locator(".day__said").first.inner_text()
        assert said.endswith("answered")
        page.reload()
        assert opened(page) == days[1:2]
        assert page.locator(".day summary b").all_inner_texts() == [days[1], days[0], *days[2:]]
        assert page.locator(".day__said").nth(1).inner_text() == said
        page.evaluate("scrollTo(0, 0)")  # what is half below the bar is no small target
        assert barriers(page, LOG, [(NARROW, "light", RULES)]) == []


def test_cards_have_the_fields_of_the_paper_and_give_them_back_to_it(browser, origin):
    with (
        visit(browser, origin + LOG, viewport=PHONE) as page,
        visit(browser, origin + LOG, java_script_enabled=False) as plain,
    ):
        assert page.eval_on_selector_all(FIELDS, NAMES) == plain.locator(FIELDS).evaluate_all(NAMES)
        fill_the_open_day(page)
        page.emulate_media(media="print")
        expect(page.locator("#sheet .log__table")).to_be_visible()
        assert page.locator(".days").is_hidden()
        assert page.locator(f"#sheet table {FIELDS.removeprefix('#sheet ')}").count() == page.locator(FIELDS).count()
        page.emulate_media(media="screen")
        expect(page.locator(".day[open]")).to_be_visible()
        assert page.locator(".day[open] textarea").first.input_value() == "4"


@pytest.mark.parametrize("sheet", ["week-in-a-picture", "what-is-here"])
def test_what_is_no_log_by_day_stays_a_table(browser, origin, sheet):
    with visit(browser, f"{origin}worksheets/{sheet}/", viewport=PHONE) as page:
        assert page.locator(".day").count() == 7 * page.locator("[data-by-day]").count()
