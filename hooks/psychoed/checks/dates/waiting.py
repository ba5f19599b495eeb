"""What waits for a clinician's review, and why: what would do most harm if it were wrong comes first."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from psychoed.checks.dates.review import months_of
from psychoed.library.library import Library
from psychoed.library.sources import PageSource, SheetSource
from psychoed.model.clinic import ReviewMonths
from psychoed.model.patterns import first_match
from psychoed.model.worksheet import Review
from psychoed.words.subjects import about_ketamine, read_by_clients

Reason = Literal["overdue", "changed", "none", "soon"]
"""The review is overdue, the text has changed since in a way that matters, there is none, or it is due soon."""
SOON = timedelta(days=60)


class Waiting(NamedTuple):
    """A page or a sheet that waits."""

    source: PageSource | SheetSource
    reason: Reason
    day: date | None
    """The day on which it was or will be due, or was changed."""
    safety: bool
    """Whether it is about ketamine, help, or what may be hard to meet."""
    packets: int
    """How many packets hand it to clients."""

    @property
    def weight(self) -> tuple[bool, int, date, str]:
        """Return what puts the weightiest first: safety, then how many packets hold it, then how long it has waited."""
        return (not self.safety, -self.packets, self.day or date.min, self.source.path)


def waiting_reviews(library: Library) -> list[Waiting]:
    """Return all that waits, the weightiest first."""
    found = [(source, *reason) for source in reviewable(library) if (reason := why_it_waits(source, library.today))]
    return sorted(
        (
            Waiting(source, reason, day, about_safety(source, library), client_packets(source, library))
            for source, reason, day in found
        ),
        key=lambda one: one.weight,
    )


def reviewable(library: Library) -> list[PageSource | SheetSource]:
    """Return what a clinician reviews: articles and worksheets."""
    return [*library.articles(), *library.sheets.values()]


def why_it_waits(source: PageSource | SheetSource, today: date) -> tuple[Reason, date | None] | None:
    """Return why it waits and since when; None for what was reviewed and is not due soon."""
    review = source.review or Review()
    if not review.by or not review.on:
        return "none", None
    if review.overdue(today):
        return "overdue", review.due
    changed = max((change.on for change in source.changes if change.on > review.on), default=None)
    if changed:
        return "changed", changed
    return ("soon", review.due) if review.due and review.due - today <= SOON else None


def about_safety(source: PageSource | SheetSource, library: Library) -> bool:
    """Return True if a mistake there could hurt somebody: it names ketamine, or what may be hard to meet, or it belongs
    where reviews hold as shortly as those of safety."""
    if any(one.review == "safety" for one in library.belongs_to(source)) or about_ketamine(source, library):
        return True
    if isinstance(source, PageSource) and source.article and source.article.content_note:
        return True
    hard = [topic.says for topic in library.care.hard_topics] if library.care else []
    return any(first_match(hard, passage.text) for passage in read_by_clients(source))


def client_packets(source: PageSource | SheetSource, library: Library) -> int:
    packets = (one.packet for one in library.packets.values() if not one.staff_only)
    return sum(any(item.names == source.path for item in packet.items) for packet in packets)


def review_months(source: PageSource | SheetSource, library: Library) -> int:
    """Return how many months a review of it may hold."""
    return months_of(source, library, library.clinic.value.review_months if library.clinic else ReviewMonths())


def version_reviewed(source: PageSource | SheetSource, library: Library) -> str:
    """Return the fingerprint of all that a clinician reads of it: what is on the page, and the note for staff."""
    quotes = library.quotes()
    note = source.worksheet.note_version(quotes) if isinstance(source, SheetSource) else ""
    return "-".join(filter(None, (source.version(quotes), note)))


def by_reason(found: Iterable[Waiting], reason: Reason) -> list[Waiting]:
    return [one for one in found if one.reason == reason]
