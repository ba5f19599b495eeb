"""“What do you need right now?” on the home page: choices of data/, each as far as this edition holds what it leads to."""

from psychoed.library.library import Library
from psychoed.library.sources import PacketSource, PageSource, SheetSource, Source, url_of
from psychoed.model.belonging import is_own_picture
from psychoed.model.right_now import RightNow
from psychoed.reading.markdown.richtext import plain_text, quoted
from psychoed.views.data import Data, with_count
from psychoed.views.sheet import time_needed

MOST_CHOICES = 8
LEAST_CHOICES = 2
"""Fewer are no choice: then the home page begins with its doors."""


def right_now_choices(library: Library, reading_time: dict[str, str]) -> list[Data]:
    """Return the choices in their order. `reading_time`: what articles say of themselves, by path."""
    found = [choice_view(entry.value, library, reading_time) for entry in library.right_now.values()]
    shown = [choice for choice in found if choice["ways"]][:MOST_CHOICES]
    return shown if len(shown) >= LEAST_CHOICES else []


def choice_view(choice: RightNow, library: Library, reading_time: dict[str, str]) -> Data:
    named = (library.by_path.get(path) for path in (choice.page, choice.sheet) if path)
    return {
        "id": choice.id,
        "says": plain_text(choice.says),
        "text": plain_text(quoted(choice.text, library.quotes())),
        "picture": {"file" if is_own_picture(choice.picture) else "name": choice.picture},
        "tint": choice.tint,
        "ways": [way_to(source, library, reading_time) for source in named if source],
    }


def way_to(source: Source, library: Library, reading_time: dict[str, str]) -> Data:
    title = plain_text(quoted(source.title, library.quotes()))
    return {"url": url_of(source.path), "title": title, "note": note_on(source, library, reading_time)}


def note_on(source: Source, library: Library, reading_time: dict[str, str]) -> str:
    """Return what one does with it, and how long it takes; empty for a page that lists others."""
    words = library.words["home"]
    if isinstance(source, SheetSource):
        return str(words["to_fill_in"]).format(time=lowered(time_needed(source.worksheet, library.words)))
    if isinstance(source, PacketSource):
        return with_count(library.words["pages"], len(source.packet.items))
    return reading_time.get(source.path, "") if isinstance(source, PageSource) and source.article else ""


def lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
