"""One built page as the checks of the site see it: what it asks for, which places it has, and what names them."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from psychoed.model.allowed_html import NEVER
from psychoed.reading.web.address import squeezed
from psychoed.reading.web.aria import NAMING
from psychoed.reading.web.attributes import addresses_in
from psychoed.reading.web.css import addresses_in_css
from psychoed.reading.web.dom import BrowserElement, elements_in_browsers
from psychoed.reading.web.html import BrowserLike

WORD_LISTS = (*sorted(NAMING), "headers", "itemref")
SOCIAL = re.compile(r"(?:og|twitter|article):(?:.*:)?(?:image|url|audio|video|player|stream|see_also)(?::(?:url|src|secure_url))?$|msapplication-.*(?:image|logo)$")  # fmt: skip
REFRESH = re.compile(r"\s*[\d.]*\s*[;,]?\s*(?:url\s*=)?\s*[\"']?(.*?)[\"']?\s*$", re.IGNORECASE | re.DOTALL)
IN_DATA = re.compile(r'"(https?://[^"\s]+)"')
SEARCH_DATA = "data for search engines"
HINTS = {"preconnect", "dns-prefetch"}
FRAMES = {"iframe", "object", "embed"}
RUN_ADDRESS = re.compile(r"(?:javascript:|vbscript:|data:(?!image/(?!svg)))", re.IGNORECASE)
OPENS_A_MEANING = {"type", "class", "popovertarget"}
"""All that the button of a word of the glossary has: it shows what stands on the page, and does nothing else."""


class NamedAddress(NamedTuple):
    """An address that a page names."""

    element: str
    attribute: str
    address: str
    line: int
    column: int


class NamedId(NamedTuple):
    """An id that a page names: of a label, of words that describe, of a table's heading."""

    attribute: str
    id: str
    line: int
    column: int


def run_by_browsers(html: str) -> Iterator[tuple[str, str]]:
    """Yield what a browser would run or follow by itself, wherever it stands on the page, with the name of its element or
    attribute."""
    for element in elements_in_browsers(html):
        given, name = element.attributes, element.name
        yield from ((f"the attribute “{one}”", one) for one in given if one.startswith("on"))
        if name in FRAMES | {"base", "frame", "applet"} or is_unsafe(element):
            yield f"<{name}>", name
        for attribute in ("href", "xlink:href", "src", "action", "formaction"):
            if RUN_ADDRESS.match(squeezed(given.get(attribute) or "")):
                yield f"an address that runs (in “{attribute}”)", ""


def is_unsafe(element: BrowserElement) -> bool:
    """Return True for a program inside the page, and for what sends readers on."""
    given = element.attributes
    if element.name == "script":
        return not given.get("src") and (given.get("type") or "").lower() not in (
            "application/ld+json",
            "application/json",
        )
    return element.name == "meta" and (given.get("http-equiv") or "").lower() == "refresh"


class BuiltPage(BrowserLike):
    """`ids`: how often each stands here. `refused`: what no author's text may hold, wherever it came from."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.uses: list[NamedAddress] = []
        self.namings: list[NamedId] = []
        self.ids: Counter[str] = Counter()
        self.names: set[str] = set()
        self.maps: set[str] = set()
        self.base = ""
        self.refresh: str | None = None
        self.refused: list[tuple[str, str]] = []
        self.in_style = self.in_data = False
        self.in_article = 0
        self.feed(html)
        self.close()
        self.refused += run_by_browsers(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        self.in_article += tag == "article"
        self.refuse(tag, given)
        if found := given.get("id"):
            self.ids[found] += 1
        if tag == "a" and "name" in given:
            self.names.add(given["name"])
        if tag == "map":
            self.maps.add(given.get("name", ""))
        if tag == "base":
            self.base = given.get("href", "")
        elif tag == "meta":
            self.read_meta(given)
        elif not (tag == "link" and HINTS & set(given.get("rel", "").split())):
            self.read_addresses(tag, given)
        self.read_names(tag, given)
        self.in_style = tag == "style"
        self.in_data = tag == "script" and given.get("type", "").lower() == "application/ld+json"

    def handle_endtag(self, tag: str) -> None:
        self.in_style = self.in_data = False
        self.in_article -= tag == "article"

    def refuse(self, tag: str, given: dict[str, str]) -> None:
        self.refused += [(f"the attribute “{name}”", name) for name in given if name.startswith("on")]
        ours = tag == "button" and set(given) == OPENS_A_MEANING
        if self.in_article and tag in NEVER | FRAMES and not ours:
            self.refused.append((f"<{tag}>", tag))

    def handle_data(self, data: str) -> None:
        if self.in_style:
            for address in addresses_in_css(data):
                self.use("style", "url()", address)
        for address in IN_DATA.findall(data) if self.in_data else ():
            self.use("script", SEARCH_DATA, address)

    def use(self, element: str, attribute: str, address: str) -> None:
        line, column = self.getpos()
        self.uses.append(NamedAddress(element, attribute, address.strip(), line, column + 1))

    def read_meta(self, given: dict[str, str]) -> None:
        content = given.get("content", "")
        if given.get("http-equiv", "").lower() == "refresh" and (found := REFRESH.match(content)):
            self.refresh = found[1]
            self.use("meta", "refresh", found[1])
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        if SOCIAL.match(name.lower()) or name == "image":
            self.use("meta", name.lower(), content)

    def read_addresses(self, tag: str, given: dict[str, str]) -> None:
        for name, value in given.items():
            for address, _ in addresses_in(name, value) if name != "data" or tag == "object" else ():
                self.use(tag, given.get("rel", name) if tag == "link" else name, address)
        if tag == "img" and not {"src", "srcset"} & set(given):
            self.use(tag, "src", "")
        for address in given.get("ping", "").split():
            self.use(tag, "ping", address)
        for name, value in given.items():
            if "url(" in value and (name == "style" or name in ("fill", "stroke", "mask", "filter", "clip-path")):
                for address in addresses_in_css(value):
                    self.use(tag, name, address)

    def read_names(self, tag: str, given: dict[str, str]) -> None:
        found = [(name, one) for name in WORD_LISTS for one in given.get(name, "").split()]
        if tag in ("label", "output") and "for" in given:
            found += [("for", one) for one in given["for"].split() or [""]]
        found += [(name, given[name]) for name in ("form", "list", "popovertarget", "commandfor") if given.get(name)]
        if given.get("usemap"):
            found.append(("usemap", given["usemap"]))
        line, column = self.getpos()
        self.namings += [NamedId(name, one, line, column + 1) for name, one in found]

    def has(self, place: str) -> bool:
        return (
            not place or place.lower() == "top" or place.startswith(":~:") or place in self.ids or place in self.names
        )
