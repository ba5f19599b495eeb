"""A sheet that needs more pages than it plans is named, with the block that no longer fits."""

from dataclasses import replace
from typing import NamedTuple

import pytest

from psychoed.checks.paper import check_layout, check_pages_planned
from small_site import read, small_site

SHEET = """\
title: A
summary: B
phase: parts
minutes: 5
pages: 1
blocks:
  - type: text
    text: Words
  - type: lines
    id: notice
    text: What now
  - type: pause
"""


class Paper(NamedTuple):
    name: str = "letter"
    large: bool = False


class Printed(NamedTuple):
    pages: int
    begins: tuple[tuple[int, int], ...]
    outside: tuple[str, ...] = ()


def the_sheet(root):
    (small_site(root) / "worksheets" / "long.yml").write_text(SHEET, "utf-8")
    return read(root)[0].sheets["long"]


def messages(root, printed: Printed, paper: Paper = Paper(), quotes: dict[str, str] | None = None) -> list[str]:  # noqa: B008  # it cannot be changed
    return [str(problem) for problem in check_layout(the_sheet(root), paper, printed, quotes or {})]


def test_a_sheet_that_fits_has_no_problem(tmp_path):
    assert messages(tmp_path, Printed(1, ((0, 1), (1, 1), (2, 1)))) == []


@pytest.mark.parametrize(
    ("begins", "line", "block"),
    [
        (((0, 1), (1, 2), (2, 2)), 9, "“notice”"),
        (((0, 1), (1, 1), (2, 2)), 12, "block 3 (pause)"),
        (((0, 1), (1, 1), (2, 1)), 12, "block 3 (pause)"),
    ],
)
def test_the_first_block_that_spills_is_named(tmp_path, begins, line, block):
    assert messages(tmp_path, Printed(2, begins)) == [
        f"worksheets/long.yml:{line}:5: on letter paper the sheet needs 2 pages and plans 1: {block} no longer fits; "
        "shorten what stands before it, or write pages: 2"
    ]


def test_large_print_takes_the_pages_it_needs(tmp_path):
    assert messages(tmp_path, Printed(5, ((0, 1), (1, 3), (2, 5))), Paper("large-print", large=True)) == []


def test_nobody_is_told_to_write_more_pages_than_a_sheet_may_have(tmp_path):
    assert messages(tmp_path, Printed(120, ((0, 1), (1, 2), (2, 120)))) == [
        "worksheets/long.yml:9:5: on letter paper the sheet needs 120 pages and plans 1: “notice” no longer fits; "
        "part it into several sheets: one has 99 pages at most"
    ]


@pytest.mark.parametrize("paper", [Paper(), Paper("large-print", large=True)])
def test_a_block_that_leaves_its_page_is_named_once(tmp_path, paper):
    assert messages(
        tmp_path,
        Printed(
            1,
            ((0, 1), (1, 1), (2, 1)),
            ("notice", "notice"),
        ),
        paper,
    ) == [
        f"worksheets/long.yml:9:5: on {paper.name} paper “notice” runs over the edge of its page; "
        "give it fewer lines, boxes or columns, or part it in two"
    ]


def test_a_sheet_that_plans_far_more_pages_than_it_needs_is_advised(tmp_path):
    sheet = the_sheet(tmp_path)
    planned = [sheet.worksheet.model_copy(update={"pages": pages}) for pages in (2, 3, 4)]
    said = [[str(one) for one in check_pages_planned(replace(sheet, worksheet=one), 2)] for one in planned]
    assert said == [[], [], ["worksheets/long.yml:5:8: the sheet plans 4 pages and needs 2; write pages: 2"]]


def test_the_longest_detail_that_it_quotes_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "SHEET", SHEET.replace("Words", '"{{ clinic.hours }} {{ clinic.phone }}"'))
    quotes = {"clinic.hours": "o" * 91, "clinic.phone": "555", "clinic.food_rule": "o" * 200}
    (said,) = messages(tmp_path, Printed(2, ((0, 1), (1, 2), (2, 2))), quotes=quotes)
    assert said.endswith(
        "shorten clinic.hours in mkdocs.yml, which has 91 letters, or what stands before it, or write pages: 2"
    )
