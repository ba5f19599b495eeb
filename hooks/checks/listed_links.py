"""Addresses in the lists of data/: where to read a source, and how to reach a help line."""

from collections.abc import Iterator

from library.library import Library
from library.problem import Problem, problem_at
from library.webaddress import form_fault
from library.yamltree import Tree

KEYS = {"locator", "href"}


def check_listed_links(library: Library) -> Iterator[Problem]:
    for tree in (library.sources_tree, library.help_tree):
        yield from in_list(tree) if tree else ()


def in_list(tree: Tree) -> Iterator[Problem]:
    """A locator may also be a doi, the number of a book or of a trial."""
    for keys, text in tree.placed_texts():
        like_a_link = "//" in text.text or text.text.startswith(("www.", "mailto:"))
        if KEYS.intersection(map(str, keys[-1:])) and like_a_link and (fault := form_fault(text.text)):
            yield problem_at(tree.path, text.start, *fault)
