"""Every address on another site that pages, sheets and lists name, with each place where it stands.

Read from the authors' own files, for `psychoed check-links`. A build never asks another site for anything.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from psychoed.library.lists import read_data, read_list, read_tree
from psychoed.library.pages import read_pages
from psychoed.library.sources import PageSource
from psychoed.model.lists import Citation
from psychoed.reading.markdown.html import raw_elements
from psychoed.reading.markdown.links import markup
from psychoed.reading.problem import Position
from psychoed.reading.read import Notes, Read
from psychoed.reading.web.address import squeezed
from psychoed.reading.yaml.tree import Tree
from psychoed.words.passages import Passage

OUTSIDE = re.compile(r"https?://[^\s{}]+", re.IGNORECASE)
IN_LIST = re.compile(r"https?://[^\s{},]+", re.IGNORECASE)
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
ADDRESSES = ("href", "src", "poster", "data", "action", "cite", "xlink:href")


class Link(NamedTuple):
    """An address in an author's file. Sorts by its place."""

    path: str
    at: Position
    address: str
    """Whole, so that it can be asked."""


class Typed(NamedTuple):
    """An address as it is typed in a text, and what it stands for."""

    at: int
    typed: str
    address: str


def external_links(root: Path) -> Read[list[Link]]:
    """All of them in the order of their places."""
    notes = Notes()
    links = [link for page in notes.of(read_pages(root)).whole.values() for link in links_of_page(page)]
    for file in sorted((root / "worksheets").glob("*.yml")):
        if sheet := notes.of(read_tree(file, root)):
            links += links_of_tree(sheet, {})
    sources, helps = notes.of(read_data("sources.yml", root)), notes.of(read_data("help-lines.yml", root))
    cited = [entry.value for entry in notes.of(read_list(sources, Citation)).values()]
    meaning = {source.locator: source.url for source in cited if source.locator and source.url}
    for tree in (sources, helps):
        links += links_of_tree(tree, meaning) if tree else ()
    return notes.on(sorted(set(links)))


def links_of_page(page: PageSource) -> Iterator[Link]:
    yield from links_of_tree(page.tree, {})
    body = Passage(page.tree.path, "paragraph", page.body, page.body, Position(page.body_line, 1))
    for found in addresses_in(page.body):
        yield Link(page.tree.path, body.at(found.at), found.address)


def links_of_tree(tree: Tree, meaning: Mapping[str, str]) -> Iterator[Link]:
    """Links in the Markdown of a text, or the text itself where it is an address or `meaning` says which it means."""
    for _, placed in tree.placed_texts():
        text = placed.text
        whole = squeezed(meaning.get(text, text))
        found = [Typed(0, text, whole)] if OUTSIDE.fullmatch(whole) else list(addresses_in(text))
        for one in found:
            yield Link(tree.path, placed.at(one.at), one.address)


def addresses_in(text: str) -> list[Typed]:
    """Of Markdown and of raw HTML, in order; code and comments hold none."""
    found = markup(text)
    typed = [
        Typed(link.to, link.target, squeezed(ESCAPE.sub(r"\1", link.target)))
        for link in (*found.links, *found.definitions)
    ]
    return sorted(one for one in (*typed, *addresses_in_html(text)) if OUTSIDE.fullmatch(one.address))


def addresses_in_html(text: str) -> Iterator[Typed]:
    for element in raw_elements(text):
        for attribute in element.attributes:
            value = attribute.value or ""
            if attribute.name in ADDRESSES:
                yield Typed(attribute.to, value, squeezed(value))
            elif attribute.name == "srcset":
                for found in IN_LIST.finditer(value):
                    yield Typed(attribute.to + found.start(), found[0], found[0])
