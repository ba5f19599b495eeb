"""Drafts and what is published on a later day are in no edition before their time."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from psychoed.checks.registry import check_library
from psychoed.library.load import load_library
from psychoed.library.waiting import of_no_draft, waiting_list, without_waiting
from psychoed.views.paper.fonts import printable
from small_site import small_site

SHEET = (
    "title: A\nsummary: B\nphase: general\nminutes: 5\npages: 1\n{}blocks:\n  - {{id: one, type: lines, text: One}}\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_site(tmp_path)


def library_of(root: Path):
    return load_library(root, root / "mkdocs.yml", "en")


def test_a_sheet_is_there_from_its_day_on_with_the_same_version(root):
    (root / "worksheets" / "later.yml").write_text(SHEET.format("publish_on: 2026-12-01\n"), "utf-8")
    (root / "worksheets" / "now.yml").write_text(SHEET.format(""), "utf-8")
    library, problems = library_of(root)
    assert problems == []
    before, on = (replace(library, today=date(2026, month, day)) for month, day in ((11, 30), (12, 1)))
    assert waiting_list(before, root) == "worksheets/later.yml (until 2026-12-01)"
    assert "later" not in without_waiting(before, root).sheets
    assert "worksheets/later.md" in without_waiting(before, root).known_paths(public=True)
    assert waiting_list(on, root) == ""
    assert "later" in without_waiting(on, root).sheets
    assert library.sheets["later"].version({}) == library.sheets["now"].version({})


def test_nobody_is_blamed_for_a_draft_or_for_naming_one(root):
    (root / "worksheets" / "begun.yml").write_text("title: Begun\ndraft: true # not done\n", "utf-8")
    page = root / "content" / "parts" / "protectors.md"
    page.write_text(
        page.read_text("utf-8") + "\nSee [a page that is begun](begun.md) and [a sheet](../worksheets/begun.md).\n",
        "utf-8",
    )
    front = page.read_text("utf-8").partition("\n---\n")[0]
    (page.parent / "begun.md").write_text(f"{front}\ndraft: true\nnothing: here\n---\n\nKAT in 3 hours!\n", "utf-8")
    library, problems = library_of(root)
    assert {one.path for one in problems} == {"worksheets/begun.yml", "content/parts/begun.md"}
    found = [*problems, *check_library(without_waiting(library, root), root / "content", printable())]
    assert of_no_draft(found, root) == []
    assert without_waiting(library, root).waiting == {"worksheets/begun.md", "parts/begun.md"}
    assert without_waiting(library, root).headless == {}
    assert waiting_list(library, root) == "content/parts/begun.md (a draft), worksheets/begun.yml (a draft)"
