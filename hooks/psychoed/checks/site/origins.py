"""Where an address on a built page was written: in the author's text, in the settings, or in a template."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from markdown.extensions.toc import slugify

from psychoed.library.sources import PageSource, Source, in_body, url_of
from psychoed.model.file_addresses import address_in_site, addresses_of, file_address
from psychoed.reading.file import place_in
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.markdown.mask import unescaped
from psychoed.reading.markdown.richtext import plain_text
from psychoed.reading.problem import Position
from psychoed.reading.web.address import is_outside
from psychoed.reading.web.attributes import addresses_in
from psychoed.reading.web.css import addresses_in_css

SITE_TOP = "https://site.invalid/"


class SourcePlace(NamedTuple):
    """A place in an author's file, and what stands there."""

    path: str
    position: Position
    typed: str = ""
    within: tuple[Position, ...] = ()
    """Where the HTML element around it begins, and its attribute."""

    def places(self) -> set[tuple[str, Position]]:
        return {(self.path, at) for at in (self.position, *self.within)}


class Target(NamedTuple):
    """A file of the site and a place on it."""

    path: str
    fragment: str


@lru_cache(maxsize=8192)
def target_of(page: str, address: str) -> Target:
    """Return what an address leads to, as seen from the page at this path of the site."""
    found = urlsplit(urljoin(SITE_TOP + page, address))
    path = unquote(found.path).lstrip("/")
    return Target(f"{path}index.html" if not path or path.endswith("/") else path, unquote(found.fragment))


def target_of_markdown(source: str, typed: str, page: str) -> Target:
    """Return what MkDocs makes of a path from a source: pages become folders."""
    parts = urlsplit(unescape(typed))
    path = unquote(parts.path)
    if not path:
        return Target(page, unquote(parts.fragment))
    to = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    return target_of("", (url_of(to) if to.endswith(".md") else to) + f"#{parts.fragment}")


class Origins:
    """`sources`: what each built page was made from. `texts`: other files in which an address may stand. `files`: what
    of content/ is published as it is."""

    def __init__(self, sources: Mapping[str, Source], texts: Mapping[str, str], files: Collection[str] = ()) -> None:
        self.sources = sources
        self.texts = texts
        self.files = addresses_of(frozenset(files))
        self.written: dict[str, dict[Target | str, list[SourcePlace]]] = {}

    def of(self, page: str, address: str, number: int = 0) -> SourcePlace | None:
        """Return the place of an address that stands on a built page, of which it is the one with this number."""
        if page not in self.written:
            self.written[page] = by_meaning(self.sources.get(page), page)
        found = self.written[page].get(as_built(address), [])
        if not found and not is_outside(address):
            found = self.written[page].get(target_of(page, address), [])
        if found:
            return found[min(number, len(found) - 1)]
        if page in self.files and page.endswith(".pdf"):
            return SourcePlace(f"content/{self.files[page]}", Position(), address)
        return self.in_texts(page, address)

    def in_texts(self, page: str, address: str) -> SourcePlace | None:
        """Return where an address is written in a file that is no page. A style sheet or a drawing is its own source; a
        page is drawn from templates, settings and lists."""
        whole = page.endswith((".css", ".svg", ".webmanifest", "robots.txt"))
        names = [path for path in self.texts if file_address(path).endswith(page if whole else (".html", ".yml"))]
        short = bare(address)
        forms = [quote.format(form) for form in (address, short) for quote in ("'{}'", '"{}"', "={}") if form]
        forms += [f"}}}}/{short}", f" {short.rstrip('/')}.md"] if short else []
        forms += [short] if whole or (len(short) > 5 and "/" in short) else []
        return next((found for form in forms if (found := self.written_as(form, names))), None)

    def in_templates(self, words: str) -> SourcePlace | None:
        return self.written_as(words, [path for path in self.texts if path.endswith(".html")])

    def written_as(self, form: str, names: list[str]) -> SourcePlace | None:
        for path, text in ((name, self.texts[name]) for name in names):
            if (offset := text.find(form)) >= 0:
                typed = form.lstrip("} =\"'").rstrip("\"'")
                return SourcePlace(path, place_in(text, offset + form.index(typed)), typed)
        return None

    def start(self, page: str) -> SourcePlace | None:
        source = self.sources.get(page)
        return SourcePlace(source.tree.path, Position()) if source else None


def as_built(address: str) -> str:
    """Return an address as it stands in the page: Markdown turns a tab into spaces, and a line break inside may be
    kept."""
    return " ".join(address.split())


def bare(address: str) -> str:
    """Return an address without its way up."""
    return re.sub(r"^(?:\.{0,2}/)+", "", address)


def by_meaning(source: Source | None, page: str) -> dict[Target | str, list[SourcePlace]]:
    """Return its addresses in order, by what is typed and by what it leads to."""
    found: dict[Target | str, list[SourcePlace]] = {}
    for target, origin in sorted(written(source, page), key=lambda one: one[1].position) if source else ():
        typed = as_built(unescape(unescaped(origin.typed)))
        found.setdefault(typed, []).append(origin)
        if "@" in typed:  # <name@clinic.example> becomes a mail link
            found.setdefault(f"mailto:{typed}", []).append(origin)
        if target:
            found.setdefault(target, []).append(origin)
    return found


def written(source: Source, page: str) -> Iterator[tuple[Target | None, SourcePlace]]:
    """Yield every address of a source with what it leads to."""
    if isinstance(source, PageSource):
        yield from written_in_markdown(source, page)
        yield from written_in_html(source, page)
    for _, text in source.tree.placed_texts():
        for link in read_markdown(text.text).links:
            where = None if is_outside(link.target) else target_of_markdown("", address_in_site(link.target), page)
            yield where, SourcePlace(source.tree.path, text.at(link.to), link.target)
        if text.text.endswith(".md") and " " not in text.text:
            yield target_of("", url_of(text.text)), SourcePlace(source.tree.path, text.start, text.text)


def written_in_markdown(source: PageSource, page: str) -> Iterator[tuple[Target | None, SourcePlace]]:
    for link in read_markdown(source.body).addresses:
        where = None if is_outside(link.target) else target_of_markdown(source.path, address_in_site(link.target), page)
        yield where, SourcePlace(source.tree.path, in_body(source, link.to), link.target)


def written_in_html(source: PageSource, page: str) -> Iterator[tuple[Target | None, SourcePlace]]:
    for element in read_markdown(source.body).elements:
        if element.name == "img" and element.get("src") is None:
            yield None, SourcePlace(source.tree.path, in_body(source, element.at))
        for one in element.attributes:
            value = one.value or ""
            for typed in (*(address for address, _ in addresses_in(one.name, value)), *addresses_in_css(value)):
                where = None if is_outside(typed) else target_of(page, address_in_site(typed))
                within = (in_body(source, element.at), in_body(source, one.at))
                yield where, SourcePlace(source.tree.path, in_body(source, one.to), typed, within)


def id_origin(source: Source | None, name: str) -> SourcePlace | None:
    """Return the last of several places with one name, since that one is too many."""
    found = list(places_named(source, name)) if isinstance(source, PageSource) else []
    return max(found, key=lambda origin: origin.position) if found else None


def places_named(source: PageSource, name: str) -> Iterator[SourcePlace]:
    for element in read_markdown(source.body).elements:
        for one in element.attributes:
            if one.name == "id" and one.value == name:
                yield SourcePlace(source.tree.path, in_body(source, one.to))
    for heading in read_markdown(source.body).headings:
        if slugify(plain_text(heading.title), "-") == name:
            yield SourcePlace(source.tree.path, in_body(source, heading.at))


def naming_origin(source: Source | None, attribute: str, name: str) -> SourcePlace | None:
    """Return where a label or a description names a place."""
    if not isinstance(source, PageSource):
        return None
    for element in read_markdown(source.body).elements:
        for one in element.attributes:
            if one.name == attribute and name in (one.value or "").split():
                within = (in_body(source, element.at), in_body(source, one.at))
                return SourcePlace(source.tree.path, in_body(source, one.to), name, within)
    return None
