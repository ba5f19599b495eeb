"""The navigation and the address of the site, as the settings say them: every entry leads to a page of this edition."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from psychoed.checks.links.pages import MADE_FOLDERS
from psychoed.checks.links.references import A_PATH
from psychoed.checks.rules import Rule, under
from psychoed.library.library import Library
from psychoed.library.pages import files_of
from psychoed.model.file_addresses import address_in_site, addresses_of
from psychoed.reading.problem import Fault, Position, Problem, problem_at, suggestion
from psychoed.reading.web.address import form_fault, is_outside
from psychoed.reading.yaml.places import PlacedText
from psychoed.reading.yaml.tree import place

NAVIGATION = Rule("navigation", "fixed", "the navigation lists every page, or says that links are the only way to it")
NAVIGATION_SHAPE = Rule(
    "navigation-shape", "fixed", "the navigation is a list of pages, and of titles with their pages"
)
SIGN_OF_SITE = re.compile(r"[\w%/.~-]")
"""What the path of a site may hold: other signs end a line of a server's settings."""
LIST_IT = "add it to `nav` in mkdocs.yml, or, where links are to be the only way, to `not_in_nav`"


def check_navigation(library: Library, content: Path) -> Iterator[Problem]:
    """Yield what is wrong with the navigation. The titles of its entries are read by everybody, and judged with other
    words."""
    seen: dict[str, Position] = {}
    files = files_of(content)
    if library.more_nav:
        yield from misshapen(*library.more_nav)
    for path, nav in navigations(library):
        yield from untitled(path, nav)
        for node in navigation_entries(nav):
            at = PlacedText(node, 1).start
            if node.value in seen:
                what = f"“{node.value}” stands in the navigation twice"
                first = line_seen_from(at, seen[node.value])
                yield problem_at(path, at, what, f"keep one; the first is on {first}", "broken-link")
            elif fault := entry_fault(node.value, library, files):
                yield fault.problem(path, at)
            seen.setdefault(node.value, at)


def navigations(library: Library) -> list[tuple[str, yaml.Node]]:
    """Return the navigation of every edition, then what this one adds to it."""
    return [nav for nav in (library.nav, library.more_nav) if nav]


def line_seen_from(here: Position, place: Position) -> str:
    """Return the line of a place, with its file where that is another one."""
    return f"line {place.line}" + (f" of {place.path}" if place.path != here.path else "")


def wrong_entries(library: Library, content: Path) -> frozenset[str]:
    """Return the entries with a Problem, which no page shows."""
    files = files_of(content)
    values = {node.value for _, nav in navigations(library) for node in navigation_entries(nav)}
    return frozenset(value for value in values if entry_fault(value, library, files))


def misshapen(path: str, more_nav: yaml.Node) -> Iterator[Problem]:
    """Yield the parts of `more_nav` that are no list of entries; MkDocs looks only at `nav`. Where nothing follows it,
    it adds nothing."""
    if not isinstance(more_nav, yaml.ScalarNode) or more_nav.value:
        yield from misshapen_list(path, more_nav)


def misshapen_list(path: str, nav: yaml.Node, title: str = "") -> Iterator[Problem]:
    """Yield the parts of a list that are no entries. `title`: of the section whose pages these are."""
    if isinstance(nav, yaml.ScalarNode) and title and not nav.value.strip():
        what = f"“{title}” in the navigation has no page"
        yield problem_at(path, place(nav.start_mark), what, "list its pages below it, each with a dash, or take it out")
    elif not isinstance(nav, yaml.SequenceNode):
        what = "this part of the navigation is not a list"
        yield problem_at(path, place(nav.start_mark), what, "begin each entry on a line of its own with a dash")
    for item in nav.value if isinstance(nav, yaml.SequenceNode) else ():
        yield from misshapen_entry(path, item)


def misshapen_entry(path: str, item: yaml.Node) -> Iterator[Problem]:
    """Yield what keeps an entry from being a page, or a title with its pages."""
    if isinstance(item, yaml.MappingNode) and item.value:
        title, below = item.value[0]
        if not is_text(below):
            yield from misshapen_list(path, below, str(title.value))
        for other, _ in item.value[1:]:
            what = f"“{other.value}” has no dash of its own in the navigation"
            yield problem_at(path, place(other.start_mark), what, "begin it as the entry above, with a dash")
    elif not is_text(item):
        what = "this entry of the navigation is neither a page nor a title with its pages"
        yield problem_at(
            path, place(item.start_mark), what, "write `- path` or `- Title: path`, or a list below a title"
        )


def is_text(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and bool(node.value.strip())


def untitled(path: str, nav: yaml.Node) -> Iterator[Problem]:
    """Yield the titles without words, which would be links without words."""
    for node in nav.value if isinstance(nav, yaml.SequenceNode) else ():
        for title, below in node.value if isinstance(node, yaml.MappingNode) else ():
            if isinstance(title, yaml.ScalarNode) and not title.value.strip():
                what = "an entry of the navigation has no title"
                yield problem_at(path, place(title.start_mark), what, "write its words, or only the path", "link-words")
            yield from untitled(path, below)


def check_site_address(library: Library) -> Iterator[Problem]:
    """Yield the Problem of the site's address, with which QR codes, and all that other sites are told, begin."""
    if library.address and (fault := site_address_fault(library.address[1].value)):
        path, node = library.address
        yield problem_at(path, PlacedText(node, 1).start, fault.what, fault.instead, fault.rule)


def site_address_fault(typed: str) -> Fault | None:
    """Return what is wrong with an address that servers' settings and every page repeat."""
    if fault := form_fault(typed):
        return fault
    sign = next((one for one in urlsplit(typed).path if not SIGN_OF_SITE.fullmatch(one)), "")
    what = f"“{sign}” in “{typed}” cannot be in the address of a site"
    return Fault(what, "write letters, digits, hyphens and slashes", "link-form") if sign else None


def unlisted(paths: Iterable[str]) -> Iterator[Problem]:
    """Yield a Problem for each page that no entry of the navigation names, by the paths of their files."""
    what, instead = "the navigation does not list this page", LIST_IT
    return under(NAVIGATION, (problem_at(path, Position(), what, instead) for path in paths))


def navigation_entries(nav: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield what the navigation leads to, in order; what is no entry is passed over."""
    keyed = isinstance(nav, yaml.MappingNode)
    below = [value for _, value in nav.value] if keyed else nav.value if isinstance(nav, yaml.SequenceNode) else []
    for node in below:
        if is_text(node):
            yield node
        elif keyed or isinstance(node, yaml.MappingNode):
            yield from navigation_entries(node)


def entry_fault(entry: str, library: Library, files: frozenset[str]) -> Fault | None:
    if posixpath.normpath(address_in_site(entry)) in addresses_of(files):
        return None
    if fault := form_fault(entry):
        return fault
    if is_outside(entry):
        return None
    path, place = urlsplit(entry).path, urlsplit(entry).fragment
    if path.startswith("/"):
        return Fault(f"“{entry}” begins at the top of the web server", A_PATH, "link-form")
    if place:
        return Fault(
            f"“{entry}” names a place on a page", "name the page alone; its headings are listed on it", "link-form"
        )
    return entry_path_fault(path, library, files)


def entry_path_fault(path: str, library: Library, files: frozenset[str]) -> Fault | None:
    known = library.known_paths(public=not library.staff)
    to = posixpath.normpath(path)
    if to.startswith(MADE_FOLDERS) and (made := re.sub(r"\.ya?ml$", ".md", to)) != to:
        return Fault(f"“{path}” is a file that no page is", f"write {made}", "broken-link")
    if to in known or to in files or (to.startswith(MADE_FOLDERS) and not to.endswith(".md")):
        return None
    if to in library.known_paths(public=False):
        what, instead = f"“{path}” is in the staff edition only", "name it in mkdocs.staff.yml"
        return Fault(what, instead, "broken-link")
    return Fault(f"there is no page “{path}”", suggestion(path, {*known, *files}, A_PATH), "broken-link")
