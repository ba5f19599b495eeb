"""A worksheet's fingerprint and where it may be seen."""

import pytest

from small_site import faults, read, small_site

SHEET = """\
title: A sheet
summary: What it is for.
phase: parts
minutes: 5
pages: 1
blocks:
  - type: lines
    id: notice
    text: What do you notice?
"""


def sheets_of(root, **texts):
    small_site(root)
    for name, text in texts.items():
        (root / "worksheets" / f"{name}.yml").write_text(text, "utf-8")
    library, problems = read(root)
    assert faults(problems) == []
    return library


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A sheet", "A shoot"),
        ("notice?", "notice"),
        ("id: notice", "id: noted"),
        ("minutes: 5", "minutes: 6"),
        ("type: lines", "lines: 3\n    type: lines"),
        ("blocks:\n", "blocks:\n  - type: pause\n"),
    ],
)
def test_the_version_changes_with_the_sheet(tmp_path, old, new):
    library = sheets_of(tmp_path, old=SHEET, new=SHEET.replace(old, new))
    assert library.sheets["old"].worksheet.version({}) != library.sheets["new"].worksheet.version({})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("blocks:", "review: {by: Dr. Lee, on: 2026-11-23, due: 2027-11-23}\nblocks:"),
        ("blocks:", "clinician_note: Do one round together.\nblocks:"),
        ("title: A sheet\nsummary: What it is for.\n", "summary: What it is for.\ntitle: A sheet\n"),
        ("A sheet", "'A sheet'  # a remark"),
        ("blocks:", "audience: client\nblocks:"),
    ],
)
def test_the_version_stays_where_the_paper_does(tmp_path, old, new):
    library = sheets_of(tmp_path, old=SHEET, new=SHEET.replace(old, new))
    assert library.sheets["old"].worksheet.version({}) == library.sheets["new"].worksheet.version({})


def test_a_version_is_seven_letters(tmp_path):
    version = sheets_of(tmp_path, a=SHEET).sheets["a"].worksheet.version({})
    assert len(version) == 7
    assert set(version) <= set("0123456789abcdef")


def test_the_first_answers_are_the_name_and_the_date(tmp_path):
    worksheet = sheets_of(tmp_path, a=SHEET).sheets["a"].worksheet
    assert [answer.name for answer in worksheet.answers()] == ["sheet-person", "sheet-date", "notice"]
