"""The page that lists what waits for a clinician's review: why each waits, who read it last, and how much it weighs."""

from typing import get_args

from psychoed.checks.dates.waiting import Reason, Waiting, by_reason, review_months, waiting_reviews
from psychoed.library.library import Library, long_date
from psychoed.model.worksheet import Review
from psychoed.reading.markdown.richtext import plain_text, quoted
from psychoed.views.data import Data, with_count
from psychoed.views.sheet import review_state


def reviews_view(library: Library) -> Data:
    """Return what waits, by why it waits, the weightiest first in each."""
    found, words = waiting_reviews(library), library.words["reviews"]
    groups = [
        {"id": reason, "name": words["why"][reason], "pages": [waiting_row(one, library) for one in here]}
        for reason in get_args(Reason)
        if (here := by_reason(found, reason))
    ]
    return {"count": with_count(words["count"], len(found)) if found else "", "groups": groups}


def waiting_row(one: Waiting, library: Library) -> Data:
    words = library.words["reviews"]
    changed = one.reason == "changed" and one.day
    return {
        "title": plain_text(quoted(one.source.title, library.quotes())),
        "url": one.source.url,
        "file": one.source.tree.path,
        "safety": one.safety,
        "packets": with_count(words["packets"], one.packets) if one.packets else "",
        "review": review_state(one.source.review or Review(), library),
        "changed": words["changed"].format(date=long_date(one.day, library.words)) if changed and one.day else "",
        "holds": with_count(words["holds"], review_months(one.source, library)),
    }
