"""Every address on another site that readers of a built page are led to, with each place where it stands.

Read from the authors' own files, for `psychoed check-links`. A build never asks another site for anything.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from psychoed.library.lists import entries_below, read_data, read_list, read_tree
from psychoed.library.pages import read_pages
from psychoed.library.sources import PageSource, in_body
from psychoed.model.clinic import Clinic
from psychoed.model.lists import Citation
from psychoed.reading.file import place_in
from psychoed.reading.markdown.document import Document, read_markdown
from psychoed.reading.markdown.mask import unescaped
from psychoed.reading.problem import Position
from psychoed.reading.read import Notes, Read
from psychoed.reading.web.address import squeezed
from psychoed.reading.web.attributes import addresses_in
from psychoed.reading.web.html import elements_of
from psychoed.reading.yaml.settings import read_settings
from psychoed.reading.yaml.tree import Tree, child, place, setting

OUTSIDE = re.compile(r"https?://[^\s{}]+", re.IGNORECASE)
SHOWN_LISTS = ("help-lines.yml", "glossary.yml", "dated-facts.yml", "kinds.yml")
"""Lists whose texts stand on pages, beside the sources."""
FILES_OF_NAMES = ("mkdocs*.yml", "content/**/*.md", "worksheets/**/*.yml", "packets/**/*.yml")
COUNTRY = re.compile(r"\bcountry: *([A-Z]+)\b")
ENTRY_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")


class OutsideLink(NamedTuple):
    """An address in an author's file. Sorts by its place."""

    path: str
    at: Position
    address: str
    """Whole, so that it can be asked."""


class TypedAddress(NamedTuple):
    """An address as it is typed in a text, and what it stands for."""

    at: int
    typed: str
    address: str


def external_links(root: Path) -> Read[list[OutsideLink]]:
    """Return all of them in the order of their places."""
    notes = Notes()
    links = [link for page in notes.value_of(read_pages(root, {})).whole.values() for link in links_of_page(page)]
    for folder in ("worksheets", "packets"):
        for file in sorted((root / folder).rglob("*.yml")):
            if tree := notes.value_of(read_tree(file, root)):
                links += links_of_tree(tree, {})
    links += [
        *notes.value_of(links_of_lists(root)),
        *notes.value_of(links_of_settings(root)),
        *links_of_templates(root),
    ]
    notes.problems = [*dict.fromkeys(notes.problems)]  # settings that several files inherit are read for each
    return notes.result(sorted(set(links)))


def links_of_lists(root: Path) -> Read[list[OutsideLink]]:
    """Return the links in lists whose texts are shown, and what the locators of citations stand for. Of the package's
    lists only those entries count that something here names."""
    notes = Notes()
    layers = {name: notes.value_of(read_data(name, root)) for name in ("sources.yml", *SHOWN_LISTS)}
    cited = [entry.value for entry in notes.value_of(read_list(layers["sources.yml"], Citation)).values()]
    meaning = {source.locator: source.url for source in cited if source.locator and source.url}
    trees = [layer.own for layer in layers.values() if layer.own]
    trees += [
        tree
        for file in sorted((root / "data").glob("strings.*.yml"))
        if (tree := notes.value_of(read_tree(file, root)))
    ]
    for list_, layer in layers.items():
        named = names_in(root, COUNTRY if list_ == "help-lines.yml" else ENTRY_NAME)
        trees += [entry for name, entry in entries_below(layer) if name in named]
    return notes.result([link for tree in trees for link in links_of_tree(tree, meaning)])


def names_in(root: Path, name: re.Pattern[str]) -> set[str]:
    """Return every word in the clinic's own files that might name an entry of a list."""
    files = [file for pattern in FILES_OF_NAMES for file in root.glob(pattern) if file.is_file()]
    return {word for file in files for word in name.findall(file.read_text("utf-8", "replace"))}


def links_of_settings(root: Path) -> Read[list[OutsideLink]]:
    """Return the links in the navigation and in the clinic's details, of every edition."""
    notes, links = Notes(), list[OutsideLink]()
    for file in sorted(root.glob("mkdocs*.yml")):
        settings = notes.value_of(read_settings(file, root))
        parts = (setting(settings, *keys) for keys in (("nav",), ("extra", "more_nav"), ("extra", "clinic")))
        links += [link for part in parts if part for link in links_of_tree(Tree(*part), {})]
        clinic = setting(settings, "extra", "clinic")
        if clinic and not child(clinic[1], "leave_to"):
            links.append(OutsideLink(clinic[0], place(clinic[1].start_mark), Clinic.model_fields["leave_to"].default))
    return notes.result(links)


def links_of_templates(root: Path) -> Iterator[OutsideLink]:
    """Yield the links that a template has by itself."""
    for file in sorted((root / "overrides").rglob("*.html")):
        text = file.read_text("utf-8", "replace")
        for attribute in (one for element in elements_of(text) for one in element.attributes):
            for typed, at in addresses_in(attribute.name, attribute.value):
                if OUTSIDE.fullmatch(squeezed(typed)):
                    where = place_in(text, attribute.to + at)
                    yield OutsideLink(file.relative_to(root).as_posix(), where, squeezed(typed))


def links_of_page(page: PageSource) -> Iterator[OutsideLink]:
    yield from links_of_tree(page.tree, {})
    for found in typed_in(page.body):
        yield OutsideLink(page.tree.path, in_body(page, found.at), found.address)


def links_of_tree(tree: Tree, meaning: Mapping[str, str]) -> Iterator[OutsideLink]:
    """Yield the links in the Markdown of a text, or the text itself where it is an address or `meaning` says which it
    means."""
    for keys, placed in tree.placed_texts():
        text = placed.text
        whole = squeezed(meaning.get(text, text))
        found = [TypedAddress(0, text, whole)] if OUTSIDE.fullmatch(whole) else typed_in(text)
        for one in found if "embed_on" not in keys else ():  # a site that shows pages is not one that they lead to
            yield OutsideLink(placed.path or tree.path, placed.at(one.at), one.address)


def typed_in(text: str) -> list[TypedAddress]:
    """Return the addresses of Markdown and of raw HTML, in order; code and comments hold none."""
    found = read_markdown(text)
    typed = [TypedAddress(link.to, link.target, squeezed(unescaped(link.target))) for link in found.addresses]
    return sorted(one for one in (*typed, *typed_in_html(found)) if OUTSIDE.fullmatch(one.address))


def typed_in_html(found: Document) -> Iterator[TypedAddress]:
    for element in found.elements:
        for attribute in element.attributes:
            for typed, at in addresses_in(attribute.name, attribute.value or ""):
                yield TypedAddress(attribute.to + at, typed, squeezed(typed))
