"""What a reader reads at one time, and who that is: a page, a sheet, the clinician's note of a sheet, an entry of data/."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from psychoed.library.library import Library
from psychoed.library.sources import PageSource, SheetSource, Source
from psychoed.model.article import Audience
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.markdown.visible import visible
from psychoed.reading.yaml.tree import Tree
from psychoed.words.passages import Passage, passages_of

Place = Literal["page", "sheet", "note", "packet", "data"]
UNSAID = frozenset({
    "template", "audience", "group", "sources", "evidence", "related", "review", "picture", "to",
    "phase", "phases", "topics", "use", "each", "type", "id", "tone", "how", "kind", "total", "size",
    "worksheet", "article", "role", "by", "right", "on", "terms", "explains",
    "shape", "shapes", "style", "views", "sign",
})  # fmt: skip
"""Keys whose values name things and are not words to read."""
SETTINGS = frozenset({
    "hours", "after_hours", "food_rule", "drink_rule", "medicine_rule", "driving_rule", "companion_rule",
    "decision_rule", "visit_rule",
})  # fmt: skip
"""The clinic's details that are words to read."""
KEYS_IN_LISTS: Mapping[str, frozenset[str] | None] = {
    "strings": None,
    "dated-facts": frozenset({"says"}),
    "glossary": frozenset({"means"}),
    "kinds": frozenset({"use"}),
    "clinic": SETTINGS,
}
"""What there is to read in each list; None for all of it."""
BARE = re.compile(r"(?:true|false|-?\d*(?:\.\d+)?)?")
"""A value that is no word: a number, or a switch."""
KETAMINE = re.compile(r"\bketamine\b", re.IGNORECASE)
GAPS = re.compile(r"\{\w+\}")


class Text(NamedTuple):
    """Its passages in order. Quotations marked {.quote} are not ours and are left out."""

    passages: tuple[Passage, ...]
    audience: Audience
    place: Place
    about_ketamine: bool
    """Of a ketamine session, or naming ketamine."""


def texts(library: Library) -> Iterator[Text]:
    """All that the clinic wrote and anybody reads."""
    for source in library.sources():
        yield from texts_of(source)
    for name, keys in KEYS_IN_LISTS.items():
        for tree in library.listed(name):
            yield from texts_of_list(tree, keys)


def texts_of(source: Source) -> Iterator[Text]:
    said = [passage for passage in passages_of(source) if is_said(passage)]
    if isinstance(source, PageSource):
        of_session = source.article is not None and source.article.about_ketamine
        yield text_of(said, source.audience, "page", of_session=of_session)
    elif isinstance(source, SheetSource):
        yield from texts_of_sheet(source, said)
    else:
        yield text_of(said, source.audience, "packet")


def text_of(passages: list[Passage], audience: Audience, place: Place, *, of_session: bool = False) -> Text:
    named = any(KETAMINE.search(passage.text) for passage in passages)
    kept = tuple(passage for passage in passages if passage.kind != "quote")
    return Text(kept, audience, place, of_session or named)


def texts_of_sheet(sheet: SheetSource, said: list[Passage]) -> Iterator[Text]:
    of_session = sheet.worksheet.phase.startswith("kat-")
    note = [passage for passage in said if passage.keys[:1] == ("clinician_note",)]
    words = [passage for passage in said if passage.keys[:1] != ("clinician_note",)]
    yield text_of(words, sheet.worksheet.audience, "sheet", of_session=of_session)
    if note:
        yield text_of(note, "clinician", "note", of_session=of_session)


@lru_cache(maxsize=64)
def texts_of_list(tree: Tree, keys: frozenset[str] | None) -> tuple[Text, ...]:
    """One Text for each text of these keys; None takes all."""
    return tuple(texts_in_list(tree, keys))


def texts_in_list(tree: Tree, keys: frozenset[str] | None) -> Iterator[Text]:
    for path, said in tree.placed_texts():
        if keys is None or keys.intersection(path[-1:]):
            words = GAPS.sub(lambda gap: " " * len(gap[0]), visible(said.text))
            passage = Passage(tree.path, "field", words, read_markdown(said.text), said.start, said.at, keys=path)
            yield text_of([passage], "client", "data")


def is_said(passage: Passage) -> bool:
    if passage.kind != "field":
        return True
    return not UNSAID.intersection(passage.keys) and not BARE.fullmatch(passage.text.strip())
