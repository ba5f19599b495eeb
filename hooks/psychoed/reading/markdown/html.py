"""Every raw HTML element and every list of attributes {: … } of a Markdown text, with the place of each attribute."""

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from typing import NamedTuple

from psychoed.reading.web.address import SCHEME

TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
OPENED = re.compile(r"<(?:/?[a-zA-Z][\w:.-]*(?=[\s/>])|!--|[!?])")
RAW_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?")
ATTRIBUTES = r"(?<!\{)\{:?((?:[ ]*(?:[#.][\w-]+|[\w:-]+=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}=\"']+)))+)[ ]*\}"
"""{: .class #id name=value}, with or without the colon. Other words in braces are words."""
ATTRIBUTE_LIST = re.compile(ATTRIBUTES)
WEB = re.compile(r"(?:ht|f)tps?:", re.IGNORECASE)
LISTED = re.compile(r"([#.])([\w-]+)|([\w:-]+)=(\"[^\"]*\"|'[^']*'|[^\s\"']+)")


class Attribute(NamedTuple):
    """`at`: where its name stands; `to`: where its value begins."""

    name: str
    value: str | None
    at: int
    to: int


class RawElement(NamedTuple):
    """A tag of raw HTML, or with the name "" the attributes that {: … } gives to what stands before it."""

    name: str
    attributes: tuple[Attribute, ...]
    at: int
    closing: bool = False
    closed: bool = True
    """Whether its tag ends with “>”."""
    empty: bool = False
    """Whether it ends with “/>”, and so holds nothing."""
    end: int = 0
    """Where what follows it begins."""

    @property
    def is_list(self) -> bool:
        return self.closed and not self.name

    def get(self, name: str) -> str | None:
        return next((one.value or "" for one in self.attributes if one.name == name), None)


class RawLink(NamedTuple):
    """<a href="…">words</a>"""

    element: RawElement
    words: str

    @property
    def at(self) -> int:
        return self.element.at


def elements_in(seen: str, text: str, addresses: Collection[int] = ()) -> tuple[RawElement, ...]:
    """Return the elements of a text in order. `seen`: the text in which code and the like is blank. `addresses`: where
    the addresses of links begin."""
    tags = list(tags_in(seen, text))
    begun = {tag.at for tag in tags}
    open_ = [RawElement(found[0].strip("</"), (), found.start(), closed=False) for found in OPENED.finditer(seen)]
    found = [*tags, *(tag for tag in open_ if tag.at not in begun)]
    found = [tag for tag in found if not is_address(tag, seen, addresses)]
    return tuple(sorted([*found, *lists_in(seen)], key=lambda element: element.at))


def links_among(elements: Iterable[RawElement], text: str) -> Iterator[RawLink]:
    """Yield each link that ends. One that stands inside another ends where that begins, as in browsers."""
    opened: RawElement | None = None
    for element in elements:
        if opened and element.name == "a":
            yield RawLink(opened, text[opened.end : element.at])
        if element.name == "a":
            opened = None if element.closing or element.get("href") is None else element


def is_address(tag: RawElement, seen: str, addresses: Collection[int]) -> bool:
    """Return True for <https://…>, <name@clinic.example> and [words](<address>), which are links. With a space, what looks
    like one is an element of that name to a browser."""
    if WEB.match(tag.name) or {tag.at, tag.at + 1} & {*addresses}:
        return True
    alone = tag.closed and not re.search(r"\s", seen[tag.at : tag.end])
    return alone and ("@" in tag.name or SCHEME.match(tag.name) is not None)


def tags_in(seen: str, text: str) -> Iterator[RawElement]:
    for found in TAG.finditer(seen):
        attributes = tuple(
            Attribute(one[1].lower(), value_of(text, one, found.start(3)), *places(one, found.start(3)))
            for one in RAW_ATTRIBUTE.finditer(found[3])
        )
        yield RawElement(
            found[2].lower(),
            attributes,
            found.start(),
            closing=bool(found[1]),
            empty=found[3].endswith("/"),
            end=found.end(),
        )


def value_of(text: str, found: re.Match[str], begin: int) -> str | None:
    """Return the value of an attribute from the text as it is typed, in which nothing is blank."""
    if found[2] is None:
        return None
    typed = text[begin + found.start(2) : begin + found.end(2)]
    return unescape(typed[1:-1] if typed[0] in "\"'" else typed)


def places(found: re.Match[str], begin: int) -> tuple[int, int]:
    quote = (found[2] or "x")[0] in "\"'"
    return begin + found.start(1), begin + (found.start(2) + quote if found[2] else found.start(1))


def lists_in(seen: str) -> Iterator[RawElement]:
    names = {"#": "id", ".": "class"}
    for found in ATTRIBUTE_LIST.finditer(seen):
        begin = found.start(1)
        attributes = tuple(
            Attribute(names[one[1]], one[2], begin + one.start(), begin + one.start(2))
            if one[1]
            else Attribute(one[3].lower(), unescape(one[4].strip("\"'")), begin + one.start(), begin + one.start(4))
            for one in LISTED.finditer(found[1])
        )
        yield RawElement("", attributes, found.start())
