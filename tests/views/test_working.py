"""What a sheet's scripts work out, add and put in order, on blocks that are drawn without a site around them."""

import json

import pytest
import yaml

from browsing import needs_browser
from printed import OVERRIDES, sheet_of
from psychoed.views.web.html import blocks_html, environment
from small_site import DATA, the_library

pytestmark = [*needs_browser, pytest.mark.xdist_group("guide")]
SCRIPTS = ("growing", "answers", "adding", "sorting", "bounds", "working", "writing")
SHEET = """title: A sheet
summary: What it is for.
phase: general
minutes: 5
pages: 9
blocks:
  - {type: matrix, id: items, text: How often, scale: [Never, Often], values: [0, 3], rows: [Rest, Food], reversed: [2]}
  - type: result
    id: score
    text: Add them up
    of: [items]
    times: 2
    bands: [{from: 0, to: 5, text: Low}, {from: 6, to: 12, text: High}]
  - type: table
    id: log
    text: Log
    columns: [{text: Hours, kind: number, total: sum}, {text: Fear, kind: number, from: 0.5, to: 100, total: average}, {text: Done, kind: tick, total: count}]
    rows: 2
    more: 1
  - {type: before-after, id: calm, text: How calm}
  - type: group
    entry: Day
    repeat: 3
    copies: 1
    blocks:
      - {type: choice, id: near, text: How near, options: [Far (0), Near (2)]}
      - {type: result, id: own, text: Of this day, of: [near]}
  - {type: result, id: days, text: Of all days, how: average, of: [near]}
  - {type: result, id: share, text: Share, how: quotient, times: 100, of: [log-*-1, log-*-2]}
  - {type: ladder, id: brave, text: Steps, bands: 3, number: Fear}
"""


@pytest.fixture
def page(browser):
    words = yaml.safe_load((DATA / "strings.en.yml").read_text("utf-8"))["sheet"]["said"]
    blocks = blocks_html(sheet_of(SHEET), the_library(), environment([OVERRIDES]), lambda href: href, staff=False)
    page = browser.new_page()
    page.set_content(
        f'<html lang="en"><body class="md-typeset"><form class="sheet" data-sheet="one" data-version="1"><p data-said></p><p data-progress></p>{blocks}</form>'
        "<dialog data-ask></dialog></body></html>"
    )
    page.eval_on_selector("form", "(form, words) => { form.dataset.words = words; }", json.dumps(words))
    for name in SCRIPTS:
        page.add_script_tag(path=OVERRIDES / "assets" / "js" / "sheet" / f"{name}.js")
    yield page
    page.close()


def choose(page, name: str, value: str) -> None:
    page.locator(f"[name={name}][value='{value}']").check(force=True)


def value(page, name: str) -> str:
    return page.locator(f"[name={name}]").input_value()


def test_a_total_waits_for_all_counts_what_is_reversed_and_says_its_band(page):
    choose(page, "items-1", "2")
    assert (value(page, "score"), page.locator(".band--here").count()) == ("", 0)
    choose(page, "items-2", "1")
    assert (value(page, "score"), page.locator("output").inner_text()) == ("12", "12: High")
    page.locator("[name=score]").fill("7")
    choose(page, "items-1", "1")
    assert value(page, "score") == "7"  # whoever writes another number keeps it


def test_columns_and_differences_are_worked_out_with_rows_that_are_added(page):
    page.locator(".table-block [data-add]").click()
    for name, typed in (("log-1-1", "1,5"), ("log-3-1", "2"), ("log-1-2", "10"), ("log-2-2", "20")):
        page.locator(f"[name={name}]").fill(typed)
    page.locator("[name=log-3-3]").check()
    assert [value(page, f"log-total-{n}") for n in (1, 2, 3)] == ["3.5", "15", "1"]
    choose(page, "calm-before", "8")
    choose(page, "calm-after", "3")
    assert value(page, "calm-difference") == "-5"


def test_entries_are_added_kept_and_taken_out(page):
    page.locator(".adding [data-add]").last.click()
    choose(page, "near-1", "1")
    choose(page, "near-2", "2")
    assert [value(page, name) for name in ("own-1", "own-2", "days")] == ["0", "2", "1"]
    kept = page.evaluate("sheet.record().answers")
    page.evaluate("sheet.write({})")
    page.locator("[data-take-out]").last.click()
    assert (page.locator("[name=near-2]").count(), value(page, "days")) == (0, "")
    page.evaluate("answers => sheet.write(answers)", {**kept, "near-99": "1"})
    assert [value(page, name) for name in ("own-2", "days")] == ["2", "1"]
    assert page.evaluate("Object.keys(sheet.spare())") == ["near-99"]  # never more than the sheet has room for


def test_bands_are_put_in_order_of_their_numbers(page):
    for name, typed in (("brave-1", "call"), ("brave-1-number", "30"), ("brave-2", "talk"), ("brave-3-number", "9,5")):
        page.locator(f"[name={name}]").fill(typed)
    page.locator("[name=brave-2-number]").fill("80")
    page.locator("[data-sort]").click()
    assert [value(page, f"brave-{n}") for n in (1, 2, 3)] == ["talk", "call", ""]
    assert [value(page, f"brave-{n}-number") for n in (1, 2, 3)] == ["80", "30", "9,5"]


def test_a_number_beyond_its_bounds_is_asked_about_and_stays(page):
    field, note = page.locator("[name=log-1-2]"), page.locator(".bounds")
    for typed, said in (("0,4", "Between 0.5 and 100?"), ("0,5", ""), ("101", "Between 0.5 and 100?"), ("", "")):
        field.fill(typed)
        assert (field.input_value(), note.inner_text()) == (typed, said)


def test_a_quotient_waits_for_both_of_its_parts(page):
    said = []
    for name, typed in (("log-1-1", "6"), ("log-1-2", "8"), ("log-2-2", "4"), ("log-2-1", "3")):
        page.locator(f"[name={name}]").fill(typed)
        said.append(value(page, "share"))
    assert said == ["", "75", "", "75"]


def test_what_adds_and_sorts_is_not_printed(page):
    for name, media in (("print", "print"), ("blocks", "all")):
        styles = (OVERRIDES / "assets" / "css" / f"{name}.css").read_text("utf-8")
        page.add_style_tag(content=f"@media {media} {{ {styles} }}")
    seen = {
        media: page.emulate_media(media=media) or page.locator(".adding").first.is_visible()
        for media in ("screen", "print")
    }
    assert seen == {"screen": True, "print": False}
