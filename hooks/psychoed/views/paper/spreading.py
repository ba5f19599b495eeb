"""The room that a page of a sheet leaves empty, given to the answers on it: more lines, and higher rows of tables."""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pikepdf
import pypdfium2

from psychoed.views.paper.fields import MILLIMETER, Area, answer_areas

WORTH_IT = 18.0
"""How much of a page is empty, in mm, before its sheet is laid out once more: that costs as much as the first time."""
LEFT_AT_THE_FOOT = 2.0
"""What stays empty of a page that is filled, in mm."""
ROWS_GROW_BY = 14
"""How many steps the rows of a table may grow; an area of lines at most doubles."""


class Growing(NamedTuple):
    """An answer that may have more room: its key, the height in mm of one more step, how much it is now, and the most steps."""

    key: str
    step: float
    weight: int
    most: int


def shares_of_room(drawn: bytes, pages: int, foot: float) -> dict[str, int]:
    """Return how many steps more each answer may have, by its key. The last of the pages is not filled, and the footer is
    `foot` mm high."""
    growing: dict[int, list[Growing]] = {}
    with pikepdf.open(BytesIO(drawn)) as pdf:
        for page, _, area in answer_areas(pdf):
            if area.grows and page.index < pages - 1:
                growing.setdefault(page.index, []).append(growing_of(area))
    found: dict[str, int] = {}
    if growing:
        document = pypdfium2.PdfDocument(drawn)
        for number, areas in growing.items():
            if (room := room_at_foot(document[number], foot)) > WORTH_IT:
                found |= shares(areas, room - LEFT_AT_THE_FOOT)
    return found


def growing_of(area: Area) -> Growing:
    weight, most = (area.rules, area.rules) if area.rules > 1 else (2, ROWS_GROW_BY)
    return Growing(area.grows, area.step, weight, most)


def room_at_foot(page: pypdfium2.PdfPage, foot: float) -> float:
    """Return how many mm are empty between what stands lowest on a page and its footer."""
    edge = foot * MILLIMETER
    lowest = min((bottom for bottom in bottoms_of(page) if bottom >= edge - 2), default=edge)
    return (lowest - edge) / MILLIMETER


def bottoms_of(page: pypdfium2.PdfPage) -> Iterator[float]:
    for part in page.get_objects(max_depth=1):
        yield part.get_bounds()[1]


def shares(areas: list[Growing], room: float) -> dict[str, int]:
    """Share out the room of a page by whole steps: the next one goes to the answer that has got least for its size."""
    given = dict.fromkeys((area.key for area in areas), 0)
    while fitting := [area for area in areas if area.step <= room and given[area.key] < area.most]:
        least = min(fitting, key=lambda area: (given[area.key] + 1) * area.step / area.weight)
        given[least.key] += 1
        room -= least.step
    return {key: steps for key, steps in given.items() if steps}
