"""What is wrong with the addresses and names of the built site, said of the files in which they were written."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from psychoed.checks.rules import Rule, under
from psychoed.checks.site.files import addresses_in_file, ids_missing, ids_twice
from psychoed.checks.site.origins import Origins, SourcePlace, bare, id_origin, naming_origin
from psychoed.checks.site.page import SEARCH_DATA, BuiltPage, NamedAddress, NamedId
from psychoed.checks.site.reachable import refresh_loops, unreached
from psychoed.checks.site.site import BuiltSite
from psychoed.library.sources import PageSource, in_body
from psychoed.reading.file import place_in
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.problem import Fault, Position, Problem, nearest, problem_at
from psychoed.reading.web.address import form_fault
from psychoed.reading.web.attributes import LOADING

LIVE_HTML = Rule("live-html", "fixed", "no page holds a program, a form or a frame that its text brought along")
NAMED_NOT_LOADED = {"canonical", "alternate", "next", "prev", "author", "license", "help", "me", "search", "bookmark"}
"""What <link> names without loading it."""
LINK_IT = "link to it, name it under `related` of another page, or add it to `nav` in mkdocs.yml"


class SiteCheck:
    """The site, where its addresses were written, and what has been reported of them already."""

    def __init__(
        self,
        site: BuiltSite,
        origins: Origins,
        reported: Iterable[Problem],
        allowed: Collection[str] = (),
        kept_off: Collection[str] = (),
    ) -> None:
        self.site = site
        self.origins = origins
        self.reported = reported = list(reported)
        self.reported_places = {(problem.path, Position(problem.line, problem.column)) for problem in reported}
        self.seen: Counter[tuple[str, str]] = Counter()
        """How often a fault of an address on a page was met."""
        self.reported_faults: set[tuple[str, ...]] = set()
        """Faults of no known origin: a template draws every page, and is named once."""
        self.allowed = {f"<{name}>" for name in allowed}
        self.misled = any(problem.path.endswith(".yml") and "/" not in problem.path for problem in reported)
        """True if the settings have a Problem: the navigation may then lack its pages."""
        self.double_answers = {problem.path for problem in reported if problem.rule == "answer-names"}
        self.unsafe = {problem.path for problem in reported if problem.rule == "unsafe-html"}
        self.kept_off = kept_off
        """Sources whose raw HTML has a Problem that keeps them off the site: no exception and no level does so."""

    def problems_of_page(self, path: str, page: BuiltPage) -> Iterator[Problem]:
        refused = self.refused_elements(path)
        for use in page.uses if "base" not in refused else ():
            yield from self.problems_of_address(path, use, refused)
        for name in [name for name, count in page.ids.items() if count > 1]:
            what = f"two places of this page are called “#{name}”"
            origin = id_origin(self.origins.sources.get(path), name) or self.origins.start(path)
            if origin and origin.path in self.double_answers:  # whose names are made of the same ids
                continue
            yield from self.problem(origin, path, Position(), what, "give one of them another name", "duplicate-id")
        for naming in page.namings:
            if naming.id.lstrip("#") not in (page.maps if naming.attribute == "usemap" else page.ids):
                yield from self.problems_of_id(path, page, naming, refused)
        yield from under(LIVE_HTML, self.live_html(path, page))

    def live_html(self, path: str, page: BuiltPage) -> Iterator[Problem]:
        """Yield what browsers run or ask by itself, where Markdown was read in another way than the checks of sources
        did, or where somebody has made an exception."""
        source = self.origins.sources.get(path)
        if not isinstance(source, PageSource) or source.tree.path in self.kept_off:
            return
        for what, name in {what: name for what, name in page.refused if what not in self.allowed}.items():
            at = place_of_html(source.tree.text, name)
            yield problem_at(source.tree.path, at, f"{what} is on this page", "take it out")

    def refused_elements(self, path: str) -> set[str]:
        """Return the raw HTML of the page's source that has been refused: what it leads to is not asked."""
        source = self.origins.sources.get(path)
        if not isinstance(source, PageSource) or source.tree.path not in self.unsafe:
            return set()
        elements = read_markdown(source.body).elements
        places = {
            (element.name, at) for element in elements for at in (element.at, *(one.at for one in element.attributes))
        }
        return {name for name, at in places if (source.tree.path, in_body(source, at)) in self.reported_places}

    def problems_of_address(self, page: str, use: NamedAddress, refused: set[str]) -> Iterator[Problem]:
        fault = self.address_fault(page, use)
        if fault is None or use.address.startswith("#fnref:"):  # a note that nothing cites has a Problem of its own
            return
        origin = self.origins.of(page, use.address, self.seen[page, use.address])
        self.seen[page, use.address] += 1
        if use.element in refused and not (origin and origin.path.startswith("content/")):
            return
        what, instead, rule, _ = fault
        if origin is None and self.reported_before(rule, use.element, bare(use.address)):
            return
        if origin and use.address and use.address != origin.typed:
            what = what.replace(f"“{use.address}”", f"“{origin.typed}”")
        if origin and origin.path not in {source.tree.path for source in self.origins.sources.values()}:
            instead = instead.replace("../", "")  # settings and templates name files from the top of the site
        yield from self.problem(origin, page, Position(use.line, use.column), what, instead, rule)

    def address_fault(self, page: str, use: NamedAddress) -> Fault | None:
        address = use.address
        if use.attribute == SEARCH_DATA and not self.site.is_own(address):
            return None
        if (use.element == "form" and not address) or (use.element == "img" and address.startswith("data:")):
            return None
        if not self.site.is_own(address) and (wrong := form_fault(address)):
            return wrong
        if (
            use.element == "meta"
            and use.attribute != "refresh"
            and self.site.leads_in(address) != self.site.is_own(address)
        ):
            what = f"“{address}” is only part of an address, which other sites cannot use"
            return Fault(what, f"write {self.site.own or 'https://…'}/ before it", "link-form")
        if self.site.leads_in(address):
            found = self.site.fault(page, address)
            return found._replace(rule="broken-link") if found else None
        if use.element in LOADING or (use.element == "link" and not NAMED_NOT_LOADED & set(use.attribute.split())):
            return Fault(
                f"“{address}” is loaded from another site", "copy the file to content/, or link to it", "foreign-file"
            )
        return None

    def problems_of_id(self, path: str, page: BuiltPage, naming: NamedId, refused: set[str]) -> Iterator[Problem]:
        source = self.origins.sources.get(path)
        origin = naming_origin(source, naming.attribute, naming.id)
        if origin is None and refused:
            return
        origin = origin or self.origins.in_templates(f'{naming.attribute}="{naming.id}"')
        if origin is None and self.reported_before("missing-id", naming.attribute, naming.id):
            return
        close = nearest(naming.id, page.ids)
        instead = f"did you mean “{close}”?" if close else "name something that is there, or take it out"
        what = f"“{naming.attribute}” names “{naming.id}”, which is not on this page"
        yield from self.problem(origin, path, Position(naming.line, naming.column), what, instead, "missing-id")

    def reported_before(self, *fault: str) -> bool:
        """Return True if this was reported before, and remember it."""
        before = fault in self.reported_faults
        self.reported_faults.add(fault)
        return before

    def problems_of_files(self) -> Iterator[Problem]:
        """Yield what is wrong with what style sheets and drawings name."""
        for path in sorted(self.site.files):
            element = "a" if path.endswith(".pdf") else "style"
            file, authored = self.site.folder / path, path in self.origins.files
            for address in addresses_in_file(file, authored=authored):
                yield from self.problems_of_address(path, NamedAddress(element, "url()", address, 1, 1), set())
            for name in ids_twice(file) if path.endswith(".svg") else ():
                origin = self.origins.in_texts(path, name)
                what = f"two places of this drawing are called “#{name}”"
                yield from self.problem(origin, path, Position(), what, "give one of them another name", "duplicate-id")
            for attribute, name in ids_missing(file) if path.endswith(".svg") else ():
                origin = self.origins.in_texts(path, name)
                what = f"“{attribute}” names “{name}”, which is not in this drawing"
                instead = "name something that is there, or take it out"
                yield from self.problem(origin, path, Position(), what, instead, "missing-id")

    def problems_of_ways(self, alone: frozenset[str]) -> Iterator[Problem]:
        pages, target = self.site.pages, self.site.target
        inside = {path: [use for use in page.uses if self.site.leads_in(use.address)] for path, page in pages.items()}
        leads = {path: {target(path, use.address).path for use in uses} for path, uses in inside.items()}
        whole = (
            not self.misled and self.site.faulty <= self.site.files
        )  # the way to a page may go over one that is missing
        for path in unreached(leads, alone) if whole else ():
            yield from self.problem(
                self.origins.start(path), path, Position(), "no page leads here", LINK_IT, "unreached-page"
            )
        sent = {path: target(path, page.refresh).path for path, page in pages.items() if page.refresh}
        for path in refresh_loops(sent):
            use = next(use for use in pages[path].uses if use.attribute == "refresh")
            if not self.refused_elements(path):
                what = f"“{use.address}” sends readers round in a circle"
                yield from self.problem(
                    self.origins.of(path, use.address),
                    path,
                    Position(use.line, use.column),
                    what,
                    "lead to another page, or take it out",
                    "broken-link",
                )

    def problem(
        self, origin: SourcePlace | None, page: str, at: Position, what: str, instead: str, rule: str
    ) -> Iterator[Problem]:
        if origin is None:
            yield Problem(f"{self.site.folder.name}/{page}", at.line, at.column, what, instead, rule)
        elif not origin.places() & self.reported_places:
            yield problem_at(origin.path, origin.position, what, instead, rule)


def place_of_html(text: str, name: str) -> Position:
    """Return where a text has an element or an attribute of this name; its beginning, where that is spelled in another
    way or has no name."""
    if not name:
        return Position()
    found = re.search(rf"<{re.escape(name)}\b|\b{re.escape(name)}\s*=", text, re.IGNORECASE)
    return place_in(text, found.start()) if found else Position()
