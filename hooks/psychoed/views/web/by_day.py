"""Which tables a page may show as one card a day: weeks, and those whose columns are weekdays or numbered days."""

import re

from markupsafe import Markup

from psychoed.library.library import TemplateWords
from psychoed.views.data import Data
from psychoed.views.web.rich import rich

NUMBERED_NAME = re.compile(r"(\D*[^\W\d])\W*\d{1,2}\.?")
"""“Day 3” or “Week 12”: words, and a number."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FEWEST_DAYS = 3


def is_by_day(block: Data, words: TemplateWords) -> bool:
    """Return True if each column but the first is a day of its own."""
    if block["type"] != "table":
        return bool(block["type"] == "week")
    names = [Markup(rich(column["text"])).striptags().casefold() for column in block["columns"][1:]]
    return len(names) >= FEWEST_DAYS and (are_weekdays(names, words) or are_numbered(names, words))


def are_weekdays(names: list[str], words: TemplateWords) -> bool:
    days = tuple(str(words[day]).casefold().rstrip(".") for day in WEEKDAYS)
    return all(name.startswith(days) for name in names)


def are_numbered(names: list[str], words: TemplateWords) -> bool:
    """Return True if they are times that follow each other: “Option 2” is none."""
    found = [NUMBERED_NAME.fullmatch(name) for name in names]
    return all(one and one[1] in words["numbered_times"].split() for one in found)
