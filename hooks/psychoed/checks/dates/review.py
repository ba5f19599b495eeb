"""Each article and sheet is reviewed by a clinician, and again before the review grows old."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import PageSource, SheetSource, Source
from psychoed.library.today import is_to_come
from psychoed.model.clinic import ReviewMonths
from psychoed.model.worksheet import Review
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.yaml.tree import Tree
from psychoed.words.subjects import about_ketamine

RULES = (
    Rule("review-dates", "problem", "the days of a review fit together"),
    Rule("review-interval", "problem", "a review is due again within the months that the settings allow"),
    Rule("review-needed", "problem", "a clinician's review, where the clinic asks for it with require_review"),
)
WAITING = Rule("review-waiting", "advice", "a count of what no clinician has reviewed, or not lately")


class Reviewed(NamedTuple):
    """One article or sheet, and how many months its review may hold."""

    tree: Tree
    review: Review
    months: int

    def at(self, key: str) -> Position:
        return self.tree.position(("review", key))


def check_review(library: Library, today: date) -> Iterator[Problem]:
    clinic = library.clinic.value if library.clinic else None
    months = clinic.review_months if clinic else ReviewMonths()
    found = list(reviewed(library, months))
    for one in found:
        yield from wrong_days(one, today)
        if clinic and clinic.require_review:
            yield from needed_review(one, today)


def reviewed(library: Library, months: ReviewMonths) -> Iterator[Reviewed]:
    sources: list[PageSource | SheetSource] = [*library.articles(), *library.sheets.values()]
    for source in sources:
        yield Reviewed(source.tree, source.review or Review(), months_of(source, library, months))


def months_of(source: Source, library: Library, months: ReviewMonths) -> int:
    """Return how long a review may hold: the shortest time that anything about it asks for."""
    asked = [one.months(months) for one in library.belongs_to(source)]
    page = source.article if isinstance(source, PageSource) else None
    if about_ketamine(source, library):
        asked.append(months.safety)
    if page and any(label != "idea" for label in page.evidence.values()):
        asked.append(months.evidence)
    return min((one for one in asked if one is not None), default=months.other)


def wrong_days(one: Reviewed, today: date) -> Iterator[Problem]:
    by, on, due = one.review.by, one.review.on, one.review.due
    path, rule = one.tree.path, "review-dates"
    if on and not by:
        yield problem_at(
            path, one.at("on"), "the review has a day and no reviewer", "add `by: Name and profession`", rule
        )
    if by and not on:
        yield problem_at(path, one.at("by"), "the review has no day", "add `on:` and the day, as 2026-11-23", rule)
    if by and not due:
        what = "the review does not say when it is due again"
        yield problem_at(path, one.at("by"), what, "add `due:` and the day, as 2027-05-23", rule)
    if on and is_to_come(on, today):
        yield problem_at(path, one.at("on"), f"{on} is still to come", "write the day of the review", rule)
    if on and due and due <= on:
        yield problem_at(path, one.at("due"), f"{due} is not after the review", "write a later day", rule)
    latest = months_after(on, one.months) if on else None
    if due and latest and due > latest:
        what = f"{due} is more than {one.months} months after the review"
        yield problem_at(path, one.at("due"), what, f"write {latest} or earlier", "review-interval")


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    first = date(min(day.year + years, date.max.year - 1), month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return min(first.replace(day=min(day.day, last.day)), last)


def needed_review(one: Reviewed, today: date) -> Iterator[Problem]:
    review, path = one.review, one.tree.path
    if not review.by:
        instead = "have it reviewed, then add `review: {by: …, on: …, due: …}`"
        yield problem_at(path, Position(), "no clinician has reviewed this yet", instead, "review-needed")
    elif review.overdue(today):
        what = f"the review has been overdue since {review.due}"
        yield problem_at(path, one.at("due"), what, "have it reviewed, then write the new days", "review-needed")


def advise_on_reviews(library: Library, today: date) -> Iterator[Problem]:
    """Yield one Advice for all of them: a clinic that has just begun is not told on every page."""
    if library.clinic is None or library.clinic.value.require_review:
        return
    found = list(reviewed(library, library.clinic.value.review_months))
    none = sum(not one.review.by for one in found)
    late = sum(bool(one.review.by) and one.review.overdue(today) for one in found)
    if none or late:
        tree = library.clinic.at
        what = f"of {len(found)} articles and sheets, {none} have no clinician's review and {late} an overdue one"
        instead = "have them reviewed; with require_review: true the build insists on it"
        yield problem_at(tree.path, tree.position(("name",), of_key=True), what, instead, WAITING.id)
