"""A sheet that needs more pages than it plans is named, with the block that no longer fits."""

from typing import NamedTuple

import pytest

from psychoed.checks.paper import check_layout
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


def messages(root, printed: Printed, paper: Paper = Paper()) -> list[str]:  # noqa: B008
    (small_site(root) / "worksheets" / "long.yml").write_text(SHEET, "utf-8")
    return [str(problem) for problem in check_layout(read(root)[0].sheets["long"], paper, printed)]


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
