"""Lists of data/care-lists.yml that a text says in its own words, as a card does: no item may be left out there."""

from collections.abc import Iterable, Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import PageSource, SheetSource
from psychoed.model.lists import CareItem
from psychoed.reading.markdown.richtext import quoted
from psychoed.reading.problem import Fault, Problem, suggestion
from psychoed.words.subjects import read_by_clients

RULES = (Rule("care-list", "problem", "a text that covers a list says every item of it"),)
CARE_LISTS = "data/care-lists.yml"


def check_covered_lists(library: Library) -> Iterator[Problem]:
    sources: tuple[PageSource | SheetSource, ...] = (*library.articles(), *library.sheets.values())
    for source in sources:
        said = said_to_readers(source, library) if source.covers else ""
        for number, name in enumerate(source.covers):
            for fault in faults_of(name, said, library):
                yield fault.problem(source.tree.path, source.tree.position(("covers", number)))


def said_to_readers(source: PageSource | SheetSource, library: Library) -> str:
    """Return what stands in its text itself. A title or a note at its head covers nothing."""
    kept = (one for one in read_by_clients(source) if one.kind != "field" or one.keys[:1] == ("blocks",))
    return as_compared(quoted("\n".join(one.text for one in kept), library.quotes()))


def faults_of(name: str, said: str, library: Library) -> Iterator[Fault]:
    id_, _, part = name.partition(".")
    found = library.care_lists.get(id_)
    items = (found.value.parts().get(part, ()) if part else found.value.items) if found else ()
    if items:
        yield from left_out(items, said)
    elif not library.unread & {id_, CARE_LISTS}:
        what = f"there is no list “{name}” in {CARE_LISTS}"
        yield Fault(what, suggestion(name, known_lists(library), "add it there, or take the name out"))


def known_lists(library: Library) -> list[str]:
    lists = {id_: entry.value.parts() for id_, entry in library.care_lists.items()}
    return [*lists, *(f"{id_}.{part}" for id_, parts in lists.items() for part in parts)]


def left_out(items: Iterable[CareItem], said: str) -> Iterator[Fault]:
    missing = [(item, words) for item in items if (words := words_missing(item, said))]
    if missing:
        what = "the text leaves out of its list " + ", ".join(f"“{item.says}”" for item, _ in missing)
        asked = ", ".join(f"“{word}”" for _, words in missing for word in words)
        yield Fault(what, f"say it too, with the words {asked}, or quote the list", "care-list")


def words_missing(item: CareItem, said: str) -> list[str]:
    asked = {word: word.split(" or ") for word in item.known_by} or {item.says: [item.says]}
    return [word for word, spellings in asked.items() if not any(as_compared(one) in said for one in spellings)]


def as_compared(text: str) -> str:
    """Return a text without capitals and line breaks."""
    return " ".join(text.casefold().split())
