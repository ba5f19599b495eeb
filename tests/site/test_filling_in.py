"""Filling in a worksheet's page: at any length, on a phone, on paper, and without a script."""

import pymupdf
import pytest

from browsing import needs_browser, visit
from fixture import SHEETS
from papers import squeezed

pytestmark = needs_browser
TEXTS = "#sheet textarea[name]"
AT_LENGTH = """fields => fields.map((field, n) => {
    let words = ""; // each unlike all others, and short enough for the narrowest column
    for (let i = 0; words.length < 2000; i++) words += `z${(1000 * n + i).toString(35).padStart(4, "0")} `;
    field.value = words;
    field.dispatchEvent(new InputEvent("input", {bubbles: true}));
    return words;
})"""
CLIPPED = """fields => fields.filter(one => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1)
    .map(one => one.name)"""


def test_answer_to_a_scale_is_taken_back(browser, origin):
    with visit(browser, f"{origin}worksheets/a-side-of-me/") as page:
        chosen, back = page.locator("[name=warmth]:checked"), page.locator(".take-back:visible")
        for take_back in (back.click, lambda: page.keyboard.press("Escape")):
            assert back.count() == 0
            page.locator("[name=warmth][value='7']").check(force=True)
            assert chosen.count() == back.count() == 1
            take_back()
            assert chosen.count() == 0


def test_count_of_answers_is_said_at_the_end_and_nowhere_before(browser, origin):
    with visit(browser, f"{origin}worksheets/a-side-of-me/") as page:
        count = page.locator("[data-progress]")
        assert count.inner_text() == ""
        page.locator("[name=sheet-person]").fill("A.")
        assert count.inner_text() == ""
        page.locator("[name=does]").fill("words")
        page.locator("[name=warmth][value='7']").check(force=True)
        assert count.inner_text().startswith("2 of ")


@pytest.mark.parametrize("sheet", SHEETS)
def test_long_answers_are_whole_on_a_phone_on_a_screen_and_on_paper(browser, staff_origin, sheet):
    with visit(browser, f"{staff_origin}worksheets/{sheet}/", viewport={"width": 320, "height": 640}) as page:
        answers = page.eval_on_selector_all(TEXTS, AT_LENGTH)
        assert page.eval_on_selector_all(TEXTS, CLIPPED) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.set_viewport_size({"width": 1280, "height": 800})
        assert page.eval_on_selector_all(TEXTS, CLIPPED) == []
        printed = pymupdf.open(stream=page.pdf(format="A4"))
    said = squeezed("".join(one.get_text() for one in printed))
    assert len(answers) >= 2
    assert [word for answer in answers for word in answer.split() if word not in said] == []


def test_every_printed_page_names_the_clinic_the_sheet_and_its_version(browser, origin, library):
    sheet = library.sheets["a-side-of-me"]
    with visit(browser, f"{origin}worksheets/a-side-of-me/") as page:
        pages = [one.get_text() for one in pymupdf.open(stream=page.pdf(format="Letter"))]
    assert len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in text
        assert sheet.worksheet.version(library.quotes()) in text
        assert library.clinic.value.name in text
        assert sheet.worksheet.title in text


def test_without_scripts_fields_grow_and_the_pause_opens_its_steps(browser, origin):
    with visit(browser, f"{origin}worksheets/a-side-of-me/", java_script_enabled=False) as page:
        page.locator("[name=does]").fill("some words " * 100)
        assert page.eval_on_selector_all(TEXTS, CLIPPED) == []
        steps = page.locator(".pause-block li")
        assert not steps.first.is_visible()
        page.locator(".pause-block summary").click()
        assert steps.first.is_visible()
        assert steps.count() >= 4
