"""What the public edition must not say: every sentence that only staff sources hold, with its place in them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from psychoed.library.library import Library, staff_addresses
from psychoed.library.sources import Source
from psychoed.reading.problem import Position
from psychoed.words.passages import Passage, passages_of

COMPARED_WORD = re.compile(r"[^\W_]+")
PHRASE_END = re.compile(r"\s{4,}|\n\s*\n|(?<=[.!?…])\s+")
"""Where a sentence ends, or where markup or a setting was blanked out: what stands there in the output is not known."""
LEAST_LETTERS = 8
"""What is shorter, such as “If so”, may stand anywhere by chance."""
CLINICIAN_NOTE = ("clinician_note",)
TITLES = {"title", "entry", "heading"}


class Phrase(NamedTuple):
    """Words in a row, and where an author wrote them."""

    words: tuple[str, ...]
    path: str
    at: Position


def compared_words(text: str) -> list[str]:
    """Return the words of a text as they compare: small letters, without punctuation, ligatures taken apart."""
    return COMPARED_WORD.findall(unicodedata.normalize("NFKC", text).casefold())


class PhraseIndex:
    """Finds which of many phrases stand in a text, in one pass over its words."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.by_start: dict[tuple[str, ...], list[Phrase]] = {}
        for phrase in phrases:
            self.by_start.setdefault(phrase.words[:2], []).append(phrase)

    def found_in(self, words: list[str]) -> Iterator[Phrase]:
        for at, start in enumerate(pairwise([*words, ""])):
            yield from self.by_start.get(start[:1], ())
            for phrase in self.by_start.get(start, ()):
                if tuple(words[at : at + len(phrase.words)]) == phrase.words:
                    yield phrase


def staff_phrases(whole: Library) -> list[Phrase]:
    """Return titles, ids and sentences of what only staff see, less those that public sources hold as well."""
    public = whole.edition(staff=False)
    ours = [phrase for passage in staff_passages(whole) for phrase in phrases_in(passage)]
    ours += [Phrase(tuple(words), source.tree.path, Position()) for source, words in staff_ids(whole)]
    known = set(PhraseIndex(ours).found_in(compared_words("\n\n".join(public_texts(public)))))
    return [phrase for phrase in ours if phrase not in known]


def staff_passages(whole: Library) -> Iterator[Passage]:
    for source in whole.sources():
        found = passages_of(source)
        yield from found if source.staff_only else (one for one in found if one.keys[:1] == CLINICIAN_NOTE)


def public_texts(public: Library) -> Iterator[str]:
    """Yield all that the public edition may say: its sources, the words of templates, and the lists of data/."""
    for source in public.sources():
        yield from (one.text for one in passages_of(source) if one.keys[:1] != CLINICIAN_NOTE)
    for tree in public.listed("strings", "dated-facts", "glossary", "help-lines", "clinic"):
        yield from (text for _, text in tree.texts())
    yield from (entry.value.citation for entry in public.citations.values())
    yield from (*public.pages, *public.sheets, *public.packets)


def phrases_in(passage: Passage) -> Iterator[Phrase]:
    if not passage.shown:
        return
    least = 1 if passage.kind == "heading" or TITLES.intersection(passage.keys) else 2
    for offset, piece in phrase_texts(passage.text):
        words = tuple(compared_words(piece))
        if len(words) >= least and sum(map(len, words)) >= LEAST_LETTERS:
            yield Phrase(words, passage.path, passage.at(offset))


def phrase_texts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences, parted also where something is blanked out, each with the offset at which it begins."""
    begin = 0
    for gap in PHRASE_END.finditer(text):
        yield begin, text[begin : gap.start()]
        begin = gap.end()
    yield begin, text[begin:]


def staff_ids(whole: Library) -> Iterator[tuple[Source, list[str]]]:
    """Yield the ids of staff pages as words; one word alone may stand anywhere."""
    for address, source in staff_addresses(whole).items():
        words = compared_words(address.rpartition("/")[2])
        if len(words) > 1:
            yield source, words
