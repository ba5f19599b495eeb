"""The navigation and the address of the site, as the settings say them: every entry leads to a page of this edition."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from psychoed.checks.links.pages import MADE
from psychoed.library.library import Library
from psychoed.library.pages import files_of
from psychoed.reading.problem import Problem, problem_at, suggestion
from psychoed.reading.web.address import form_fault, is_outside
from psychoed.reading.yaml.places import Placed
from psychoed.reading.yaml.tree import place

A_PATH = "write a path from content/, such as parts/protectors.md"

Fault = tuple[str, str, str]


def check_navigation(library: Library, content: Path) -> Iterator[Problem]:
    """The titles of the entries are read by everybody, and judged with other words."""
    if library.nav is None:
        return
    path, nav = library.nav
    yield from untitled(path, nav)
    seen: dict[str, int] = {}
    files = files_of(content)
    for node in entries(nav):
        at = Placed(node, 1).start
        if node.value in seen:
            what = f"“{node.value}” stands in the navigation twice"
            yield problem_at(path, at, what, f"keep one; the first is on line {seen[node.value]}", "broken-link")
        elif fault := entry_fault(node.value, library, files):
            yield problem_at(path, at, *fault)
        seen.setdefault(node.value, at.line)


def wrong_entries(library: Library, content: Path) -> frozenset[str]:
    """Entries with a Problem, which no page shows."""
    if library.nav is None:
        return frozenset()
    files = files_of(content)
    return frozenset(node.value for node in entries(library.nav[1]) if entry_fault(node.value, library, files))


def untitled(path: str, nav: yaml.Node) -> Iterator[Problem]:
    """Titles without words, which would be links without words."""
    for node in nav.value if isinstance(nav, yaml.SequenceNode) else ():
        for title, below in node.value if isinstance(node, yaml.MappingNode) else ():
            if isinstance(title, yaml.ScalarNode) and not title.value.strip():
                what = "an entry of the navigation has no title"
                yield problem_at(path, place(title.start_mark), what, "write its words, or only the path", "link-words")
            yield from untitled(path, below)


def check_site_address(library: Library) -> Iterator[Problem]:
    """QR codes, and all that other sites are told, begin with the address of the site."""
    if library.address and (fault := form_fault(library.address[1].value)):
        path, node = library.address
        yield problem_at(path, Placed(node, 1).start, fault.what, fault.instead, fault.rule)


def entries(nav: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """What the navigation leads to, in order."""
    if isinstance(nav, yaml.ScalarNode):
        yield nav
    elif isinstance(nav, yaml.SequenceNode):
        for item in nav.value:
            yield from entries(item)
    elif isinstance(nav, yaml.MappingNode):
        for _, value in nav.value:
            yield from entries(value)


def entry_fault(entry: str, library: Library, files: frozenset[str]) -> Fault | None:
    if not entry.strip():
        return None  # MkDocs refuses the settings
    if fault := form_fault(entry):
        return fault
    if is_outside(entry):
        return None
    path, place = urlsplit(entry).path, urlsplit(entry).fragment
    if path.startswith("/"):
        return f"“{entry}” begins at the top of the web server", A_PATH, "link-form"
    if place:
        return f"“{entry}” names a place on a page", "name the page alone; its headings are listed on it", "link-form"
    return path_fault(path, library, files)


def path_fault(path: str, library: Library, files: frozenset[str]) -> Fault | None:
    known = library.known(public=not library.staff)
    to = posixpath.normpath(path)
    if to in known or to in files or (to.startswith(MADE) and not to.endswith(".md")):
        return None
    if to in library.known(public=False):
        what, instead = f"“{path}” is in the staff edition only", "name it in mkdocs.staff.yml"
        return what, instead, "broken-link"
    return f"there is no page “{path}”", suggestion(path, {*known, *files}, A_PATH), "broken-link"
