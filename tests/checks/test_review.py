"""A clinician's review: whose it is, when it is due again, and how pages say it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from psychoed.checks.dates.review import advise_on_reviews, check_review, months_after
from psychoed.library.load import load_library
from psychoed.views.sheet import review_state
from small_site import small_site

REVIEW = "review: {by: Dr. Lee, on: 2026-08-31, due: 2027-02-28}\n"


@pytest.fixture
def read(tmp_path: Path):
    def library(review: str = "", group: str = "help", settings: str = ""):
        small_site(tmp_path)
        front = f"title: A page\nsummary: Words.\nmain_message: Words.\naudience: client\ngroup: {group}\n{review}"
        (tmp_path / "content" / "parts" / "page.md").write_text(f"---\n{front}---\n\nWords.\n", "utf-8")
        with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as file:
            file.write(settings)
        library, problems = load_library(tmp_path, tmp_path / "mkdocs.yml", "en")
        assert problems == []
        return library

    return library


def rules(library, today: date) -> list[tuple[str, str]]:
    return [(problem.path.rpartition("/")[2], problem.rule) for problem in check_review(library, today)]


@pytest.mark.parametrize(
    ("review", "found"),
    [
        ("{by: Dr. Lee, on: 2026-08-31, due: 2027-02-28}", []),
        ("{}", []),
        ("{due: 2027-02-28}", []),
        ("{by: Dr. Lee, due: 2027-02-28}", ["review-dates"]),
        ("{by: Dr. Lee, on: 2026-08-31}", ["review-dates"]),
        ("{on: 2026-08-31, due: 2027-02-28}", ["review-dates"]),
        ("{by: Dr. Lee, on: 2026-08-31, due: 2026-08-31}", ["review-dates"]),
        ("{by: Dr. Lee, on: 2026-12-02, due: 2027-02-28}", ["review-dates"]),
        ("{by: Dr. Lee, on: 2026-12-01, due: 2027-02-28}", []),
        ("{by: Dr. Lee, on: 2026-08-31, due: 2027-03-01}", ["review-interval"]),
    ],
)
def test_the_days_fit_together(read, review, found):
    library = read(f"review: {review}\n")
    assert [rule for _, rule in rules(library, date(2026, 11, 30))] == found


def test_intervals_come_from_the_settings(read):
    library = read(REVIEW, settings="    review_months: {safety: 3}\n")
    assert rules(library, date(2026, 11, 30)) == [("page.md", "review-interval")]


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 1, 15), 36, date(2029, 1, 15)),
        (date(9999, 12, 31), 36, date(9998, 12, 31)),
    ],
)
def test_months_end_with_their_last_day(day, months, later):
    assert months_after(day, months) == later


def test_a_clinic_that_asks_for_reviews_is_told_what_lacks_one(read):
    library = read(REVIEW, settings="    require_review: true\n")
    waiting = [("protectors.md", "review-needed"), ("valid.yml", "review-needed")]
    assert sorted(rules(library, date(2027, 2, 28))) == waiting
    assert sorted(rules(library, date(2027, 3, 1))) == [("page.md", "review-needed"), *waiting]
    assert list(advise_on_reviews(library, date(2027, 3, 1))) == []


def test_others_get_one_line(read):
    library = read(REVIEW)
    assert rules(library, date(2027, 3, 1)) == []
    assert [problem.what for problem in advise_on_reviews(library, date(2027, 3, 1))] == [
        "of 3 articles and sheets, 2 have no clinician's review and 1 an overdue one"
    ]


def test_pages_say_when_a_review_is_overdue(read):
    library = read(REVIEW)
    review = library.pages["parts/page.md"].page.review
    due = replace(library, today=date(2027, 2, 28))
    assert review_state(review, due) == "Reviewed by Dr. Lee on August 31, 2026, next review due February 28, 2027"
    late = replace(library, today=date(2027, 3, 1))
    assert (
        review_state(review, late) == "Reviewed by Dr. Lee on August 31, 2026, review overdue since February 28, 2027"
    )
    assert review_state(library.pages["parts/protectors.md"].page.review, late) == "Not yet reviewed by a clinician"


def test_a_group_says_how_long_a_review_of_its_pages_may_hold(read, tmp_path):
    assert rules(read(REVIEW, group="general"), date(2026, 11, 30)) == []
    (tmp_path / "data" / "groups.yml").write_text('- {id: general, review: "3"}\n', "utf-8")
    library, _ = load_library(tmp_path, tmp_path / "mkdocs.yml", "en")
    assert rules(library, date(2026, 11, 30)) == [("page.md", "review-interval")]
