"""What the lists of the search and of the home page name is there: pages, and what help lines are for."""

import re
from collections.abc import Iterator
from functools import cache

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.model.search_words import CrisisWords
from psychoed.reading.problem import Problem, problem_at, suggestion
from psychoed.reading.shipped import is_shipped, shipped
from psychoed.reading.yaml.tree import Entry, Keys, Tree, child

SEARCH_WORDS = Rule(
    "search-words",
    "problem",
    "what the words of the search, the choices of the home page and the shelves lead to is there",
)
UNREAD_WORDS = Rule("unread-crisis-words", "advice", "a clinician has read the words that bring up the help lines")
RULES = (SEARCH_WORDS,)
BEGINS = re.compile(r"^- id: (\S+)$", re.MULTILINE)
"""How an entry of a list of the package begins."""


def check_search_words(library: Library) -> Iterator[Problem]:
    """Yield what a clinic's own entries name and nothing has. Those of the package may name pages that are not here."""
    for entry in library.everyday.values():
        for number, page in enumerate(entry.value.pages):
            yield from unknown_page(page, entry.at, ("pages", number), library)
    for choice in library.right_now.values():
        for key, named in (("page", choice.value.page), ("sheet", choice.value.sheet)):
            yield from unknown_page(named, choice.at, (key,), library) if named else ()
    for phase in library.phases.values():
        first, path = phase.value.start_with, phase.at.path
        if first and not is_shipped(path) and first not in text_brought(path):
            yield from unknown_page(first, phase.at, ("start_with",), library)
    for crisis in library.crisis.values():
        yield from needs_of_no_line(crisis, library)


def unknown_page(page: str, entry: Tree, keys: Keys, library: Library) -> Iterator[Problem]:
    if page not in library.paths and (keys == ("start_with",) or not is_of_package(entry)):
        otherwise = "write its path from content/, or worksheets/<id>.md or packets/<id>.md"
        what = f"there is no page “{page}”"
        yield problem_at(
            entry.path, entry.position(keys), what, suggestion(page, library.paths, otherwise), SEARCH_WORDS.id
        )


def is_of_package(entry: Tree) -> bool:
    """Return True for an entry that the package brings, also in a copy of it: its pages are there for whoever has them."""
    known = child(entry.root, "id")
    return is_shipped(entry.path) or (known is not None and str(known[1].value) in ids_brought(entry.path))


@cache
def ids_brought(path: str) -> frozenset[str]:
    """Return the ids of the package's own list of this path."""
    return frozenset(BEGINS.findall(text_brought(path)))


@cache
def text_brought(path: str) -> str:
    """Return the package's own list of this path."""
    file = shipped(path)
    return file.read_text("utf-8") if file.is_file() else ""


def needs_of_no_line(entry: Entry[CrisisWords], library: Library) -> Iterator[Problem]:
    known = [need.id for need in library.care.needs] if library.care else []
    for number, need in enumerate(entry.value.about):
        if library.care and need not in known:
            at, what = entry.at.position(("about", number)), f"“{need}” is nothing that help lines are for"
            yield problem_at(entry.at.path, at, what, suggestion(need, known), SEARCH_WORDS.id)


def advise_on_crisis_words(library: Library) -> Iterator[Problem]:
    """Yield one Advice for all entries that nobody has read for this clinic."""
    unread = [entry.at for entry in library.crisis.values() if entry.value.checked_by is None]
    if unread:
        what = f"no clinician has read {len(unread)} of the {len(library.crisis)} groups of words on which the search "
        instead = "read them, and write your name as checked_by, and the day as checked_on, in"
        first, own = unread[0], f"{library.folder_of_language}/crisis-words.yml"
        where = f"{instead} {'a copy in your own ' if is_shipped(first.path) else ''}{own}"
        yield problem_at(
            first.path, first.position(("words",)), f"{what}shows help lines first", where, UNREAD_WORDS.id
        )
