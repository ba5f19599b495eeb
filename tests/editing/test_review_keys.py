"""A review is written into its file, and nothing else of that changes."""

from datetime import date
from pathlib import Path

import pytest

from psychoed.editing.folder import Folder
from psychoed.editing.review_keys import write_review
from psychoed.model.worksheet import Review

REVIEW = Review(by="Łukasz “Z.” Żółw, GP", on=date(2026, 11, 29), due=date(2027, 5, 29))
BY, ON, DUE = 'by: "Łukasz “Z.” Żółw, GP"', "on: 2026-11-29", "due: 2027-05-29"
WHOLE = f"review: {{{BY}, {ON}, {DUE}}}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A  # ours\nblocks:\n  - a\n", f"title: A  # ours\n{WHOLE}\nblocks:\n  - a\n"),
        ("title: A\n# the questions\nblocks:\n  - a\n", f"title: A\n{WHOLE}\n# the questions\nblocks:\n  - a\n"),
        ("blocks:\n  - a\ntitle: A\n", f"{WHOLE}\nblocks:\n  - a\ntitle: A\n"),
        ("a: >\n  words\n  more\n\nblocks: [a]\n", f"a: >\n  words\n  more\n{WHOLE}\n\nblocks: [a]\n"),
        ("review:  # none yet\nblocks: [a]\n", f"review: {{{BY}, {ON}, {DUE}}}  # none yet\nblocks: [a]\n"),
        ("review: {}\nblocks: [a]\n", f"{WHOLE}\nblocks: [a]\n"),
        ("review: {by: A B, on: 2020-01-01}  # old\nblocks: [a]\n", f"{WHOLE}  # old\nblocks: [a]\n"),
        (
            "review:\n    # who\n    by: A B  # twice\n    due: 2020-01-01\n\nblocks: [a]\n",
            f"review:\n    # who\n    {BY}  # twice\n    {DUE}\n    {ON}\n\nblocks: [a]\n",
        ),
        ("review:\n  by:\n  on: 2020-01-01\nblocks: [a]\n", f"review:\n  {BY}\n  {ON}\n  {DUE}\nblocks: [a]\n"),
        ("{title: A, blocks: [a]}\n", f"{{title: A, blocks: [a], {WHOLE}}}\n"),
    ],
)
def test_comments_and_layout_stay(tmp_path: Path, before: str, after: str):
    assert written(tmp_path, "worksheets/a.yml", before) == after


def test_a_page_has_it_below_its_other_keys(tmp_path: Path):
    page = "---\ntitle: A\nrelated:\n  - b.md\n---\n\nWords: review: no.\n"
    assert written(tmp_path, "content/a.md", page) == page.replace("b.md\n", f"b.md\n{WHOLE}\n")


def test_ends_of_lines_stay(tmp_path: Path):
    assert written(tmp_path, "content/a.md", "---\r\ntitle: A\r\n---\r\nWords.\r\n") == (
        f"---\r\ntitle: A\r\n{WHOLE}\r\n---\r\nWords.\r\n"
    )


def written(root: Path, path: str, text: str) -> str:
    (root / path).parent.mkdir()
    (root / path).write_bytes(text.encode())
    folder = Folder(root)
    write_review(folder, path, REVIEW)
    folder.write()
    return (root / path).read_bytes().decode()
