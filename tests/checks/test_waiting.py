"""What waits for a review, and in which order."""

from datetime import date
from pathlib import Path

import pytest

from psychoed.checks.dates.waiting import waiting_reviews
from psychoed.library.load import load_library
from psychoed.views.web.reviews import reviews_view
from small_site import small_site

PACKET = "title: A\nsummary: B.\nfor: C.\nwhen: D.\nitems: [{worksheet: valid}]\n"
DUE = "review: {by: Dr. Lee, on: 2026-06-01, due: 2026-12-01}\n"


@pytest.fixture
def library(tmp_path: Path):
    small_site(tmp_path)
    (tmp_path / "packets").mkdir(exist_ok=True)
    (tmp_path / "packets" / "a.yml").write_text(PACKET, "utf-8")
    for name, more in {
        "late": DUE,
        "read": "review: {by: Dr. Lee, on: 2026-12-01, due: 2027-06-01}\n",
        "changed": "review: {by: Dr. Lee, on: 2026-11-01, due: 2028-11-01}\nchanges: [{on: 2026-11-20, what: More.}]\n",
        "hard": "content_note: This page names suicide.\n",
    }.items():
        front = f"title: {name}\nsummary: S.\nmain_message: M.\naudience: client\ngroup: parts\n{more}"
        (tmp_path / "content" / "parts" / f"{name}.md").write_text(f"---\n{front}---\n\nWords.\n", "utf-8")

    def on(day: str):
        settings = tmp_path / "mkdocs.yml"
        settings.write_text(settings.read_text("utf-8").partition("\n  today:")[0] + f"\n  today: {day}\n", "utf-8")
        return load_library(tmp_path, settings, "en")[0]

    return on


def test_safety_comes_first_then_what_many_are_handed(library):
    found = [(one.source.id, one.reason) for one in waiting_reviews(library("2026-12-05"))]
    assert found[:2] == [("hard", "none"), ("valid", "none")]
    assert dict(found) == {
        "hard": "none",
        "valid": "none",
        "protectors": "none",
        "late": "overdue",
        "changed": "changed",
    }


def test_what_is_due_soon_waits_as_well(library):
    assert ("late", "soon", date(2026, 12, 1)) in [
        (one.source.id, one.reason, one.day) for one in waiting_reviews(library("2026-11-30"))
    ]


def test_the_page_says_who_read_it_last_and_since_when_it_is_due(library):
    view = reviews_view(library("2026-12-05"))
    assert view["count"] == "5 pages and sheets wait."
    rows = {row["title"]: row for group in view["groups"] for row in group["pages"]}
    assert [group["id"] for group in view["groups"]] == ["overdue", "changed", "none"]
    assert rows["late"]["review"] == "Reviewed by Dr. Lee on June 1, 2026, review overdue since December 1, 2026"
    assert rows["changed"]["changed"] == "It was changed on November 20, 2026."
    assert rows["A valid sheet"]["packets"] == "in 1 packet for clients"
    assert rows["hard"]["safety"]
    assert not rows["late"]["safety"]
