"""What a reader reads at one time, and who that is: a page, a sheet, the clinician's note of a sheet, an entry of data/."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from psychoed.library.library import Library
from psychoed.library.sources import PacketSource, PageSource, SheetSource
from psychoed.model.article import Article, Audience
from psychoed.reading.yaml.tree import Tree
from psychoed.words.passages import Passage, blanked, fields_of, passages_of_page

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
    for source in library.pages.values():
        yield text_of_page(source)
    for sheet in library.sheets.values():
        yield from texts_of_sheet(sheet)
    for packet in library.packets.values():
        yield text_of(said_in(packet), packet.packet.audience, "packet")
    for name, keys in KEYS_IN_LISTS.items():
        for tree in library.listed(name):
            yield from texts_of_list(tree, keys)


def text_of(passages: list[Passage], audience: Audience, place: Place, *, of_session: bool = False) -> Text:
    named = any(KETAMINE.search(passage.text) for passage in passages)
    kept = tuple(passage for passage in passages if passage.kind != "quote")
    return Text(kept, audience, place, of_session or named)


def text_of_page(source: PageSource) -> Text:
    article = source.page if isinstance(source.page, Article) else None
    passages = [passage for passage in passages_of_page(source) if is_said(passage)]
    about = article is not None and article.about_ketamine
    return text_of(passages, article.audience if article else "client", "page", of_session=about)


def texts_of_sheet(sheet: SheetSource) -> Iterator[Text]:
    of_session = sheet.worksheet.phase.startswith("kat-")
    said = said_in(sheet)
    note = [passage for passage in said if passage.keys[:1] == ("clinician_note",)]
    words = [passage for passage in said if passage.keys[:1] != ("clinician_note",)]
    yield text_of(words, sheet.worksheet.audience, "sheet", of_session=of_session)
    if note:
        yield text_of(note, "clinician", "note", of_session=of_session)


def said_in(source: SheetSource | PacketSource) -> list[Passage]:
    return [passage for passage in fields_of(source) if is_said(passage)]


@lru_cache(maxsize=64)
def texts_of_list(tree: Tree, keys: frozenset[str] | None) -> tuple[Text, ...]:
    """One Text for each text of these keys; None takes all."""
    return tuple(texts_in_list(tree, keys))


def texts_in_list(tree: Tree, keys: frozenset[str] | None) -> Iterator[Text]:
    for path, said in tree.placed_texts():
        if keys is None or keys.intersection(path[-1:]):
            words = GAPS.sub(lambda gap: " " * len(gap[0]), blanked(said.text))
            passage = Passage(tree.path, "field", words, said.text, said.start, said.at, keys=path)
            yield text_of([passage], "client", "data")


def is_said(passage: Passage) -> bool:
    if passage.kind != "field":
        return True
    return not UNSAID.intersection(passage.keys) and not BARE.fullmatch(passage.text.strip())
