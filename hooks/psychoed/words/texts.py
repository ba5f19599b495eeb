"""What a reader reads at one time, and who that is: a page, a sheet, the clinician's note of a sheet, an entry of data/."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

from psychoed.library.library import Library
from psychoed.library.sources import PageSource, SheetSource, Source
from psychoed.model.article import Audience
from psychoed.model.base import Model, Shown
from psychoed.model.belonging import BELONGINGS
from psychoed.model.clinic import Clinic
from psychoed.model.guide import KindExample
from psychoed.model.lists import CareList, DatedFact, Term
from psychoed.model.patterns import Patterns, first_match
from psychoed.model.reading_grades import Grades
from psychoed.model.right_now import RightNow
from psychoed.model.shown import shown_at
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.markdown.visible import visible
from psychoed.reading.yaml.tree import Tree
from psychoed.words.passages import Passage, passages_of

TextPlace = Literal["page", "sheet", "note", "packet", "data"]
MODELS_OF_LISTS: Mapping[str, type[Model] | None] = {
    "strings": None,
    "dated-facts": DatedFact,
    "care-lists": CareList,
    "glossary": Term,
    "kinds": KindExample,
    "clinic": Clinic,
    "right-now": RightNow,
    **BELONGINGS,
}
"""What the texts of each list are read into; None where all of it is words."""
NO_WORD = re.compile(r"(?:true|false|-?\d*(?:\.\d+)?)?")
"""A value that is no word: a number, or a switch."""
FILLED_IN = re.compile(r"\{\w+\}")


class ReaderText(NamedTuple):
    """Its passages in order. Quotations marked {.quote} are not ours and are left out."""

    passages: tuple[Passage, ...]
    audience: Audience
    place: TextPlace
    about_ketamine: bool
    """Of a ketamine session, or naming ketamine."""
    grades: Grades | None = None
    """How hard it may be to read, where its phase, topic or group says so."""


def texts(library: Library) -> Iterator[ReaderText]:
    """Yield all that the clinic wrote and anybody reads."""
    for source in library.sources():
        yield from texts_of(source, library)
    for name, model in MODELS_OF_LISTS.items():
        for tree in library.listed(name):
            yield from texts_of_list(tree, model, library.vocabulary.ketamine)


def texts_of(source: Source, library: Library) -> Iterator[ReaderText]:
    """Yield what there is to read in a source. The note of a sheet for clinicians is a text of its own."""
    read = [passage for passage in passages_of(source) if is_read(passage)]
    ketamine = library.vocabulary.ketamine
    of_session = library.asks_for("ketamine", source)
    grades = next((one.reading for one in library.belongs_to(source) if one.reading), None)
    if isinstance(source, SheetSource):
        note = [passage for passage in read if passage.keys[:1] == ("clinician_note",)]
        read = [passage for passage in read if passage.keys[:1] != ("clinician_note",)]
        yield text_of(read, source.audience, "sheet", ketamine, of_session=of_session)._replace(grades=grades)
        if note:
            yield text_of(note, "clinician", "note", ketamine, of_session=of_session)
    else:
        place: TextPlace = "page" if isinstance(source, PageSource) else "packet"
        yield text_of(read, source.audience, place, ketamine, of_session=of_session)._replace(grades=grades)


def text_of(
    passages: list[Passage], audience: Audience, place: TextPlace, ketamine: Patterns, *, of_session: bool = False
) -> ReaderText:
    named = any(first_match(ketamine, passage.text) for passage in passages)
    kept = tuple(passage for passage in passages if passage.kind != "quote")
    return ReaderText(kept, audience, place, of_session or named)


@lru_cache(maxsize=64)
def texts_of_list(tree: Tree, model: type[Model] | None, ketamine: Patterns) -> tuple[ReaderText, ...]:
    """Return one text for each that the rules of writing hold for."""
    return tuple(texts_in_list(tree, model, ketamine))


def texts_in_list(tree: Tree, model: type[Model] | None, ketamine: Patterns) -> Iterator[ReaderText]:
    for path, text in tree.placed_texts():
        shown = shown_at(model, path) if model else Shown()
        if shown and shown.judged:
            words = FILLED_IN.sub(lambda gap: " " * len(gap[0]), visible(text.text))
            document = read_markdown(text.text)
            passage = Passage(tree.path, "field", words, document, text.start, text.at, keys=path, shown=shown)
            yield text_of([passage], "client", "data", ketamine)


def is_read(passage: Passage) -> bool:
    """Return True if readers see it, as words, and the rules of writing hold for it."""
    shown = passage.shown is not None and passage.shown.judged
    return shown and (passage.kind != "field" or not NO_WORD.fullmatch(passage.text.strip()))
