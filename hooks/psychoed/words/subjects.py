"""What a page or a sheet is about, as far as its words tell: pages that name ketamine say more than others."""

import re
from collections.abc import Iterator

from psychoed.library.library import Library
from psychoed.library.sources import PageSource, Source
from psychoed.model.care import Care
from psychoed.model.language import Vocabulary
from psychoed.model.patterns import first_match
from psychoed.words.passages import Passage, passages_of


def read_by_clients(source: Source) -> Iterator[Passage]:
    """Return every text that a client sees, where there is one, but for who reviewed it."""
    seen = (passage for passage in passages_of(source) if passage.shown and passage.shown.judged)
    return (passage for passage in seen if passage.keys[:1] != ("clinician_note",))


def first_ketamine(source: Source, vocabulary: Vocabulary) -> tuple[Passage, re.Match[str]] | None:
    """Return where it first names ketamine, or a therapy with it."""
    named = ((passage, first_match(vocabulary.ketamine, passage.text)) for passage in read_by_clients(source))
    return next(((passage, found) for passage, found in named if found), None)


def on_tender_parts(source: PageSource, care: Care | None) -> bool:
    """Return True if an article names parts that hold old hurt: help lines then stand above its text as well."""
    return care is not None and any(first_match(care.tender, passage.text) for passage in read_by_clients(source))


def needs_named(source: Source, care: Care | None) -> dict[str, tuple[Passage, re.Match[str]]]:
    """Return what it names that has help lines of its own, by id, and where it does so first. A note at its head says only
    what is in the text."""
    found: dict[str, tuple[Passage, re.Match[str]]] = {}
    for passage in read_by_clients(source) if care else ():
        for need in care.needs if care and passage.keys[:1] != ("content_note",) else ():
            if need.id not in found and (said := need.says.search(passage.text)):
                found[need.id] = (passage, said)
    return found


def about_ketamine(source: Source, library: Library) -> bool:
    """Return True if it names ketamine, or belongs to the pages on it: then it shows the note on approval and off-label
    use."""
    return library.asks_for("ketamine", source) or first_ketamine(source, library.vocabulary) is not None
