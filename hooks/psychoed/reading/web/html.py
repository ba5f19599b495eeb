"""HTML as its elements, each with its place: what is changed is changed there, and all else keeps its bytes.

A tree that is written out again (lxml) would change entities, void tags and quotation marks of the whole page.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from typing import NamedTuple

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
"""Elements that hold nothing, and are never closed."""
FOREIGN = frozenset({"svg", "math"})
EARLY_END = re.compile(r"-?>")
COMMENT_END = re.compile(r"--!?>")
ATTRIBUTE = re.compile(r"([^\s/>][^\s/>=]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]*))?")

COMMENT_OR_PROGRAM = re.compile(r"(<(script|style|textarea)\b.*?</\2\s*>)|<!--.*?-->", re.DOTALL | re.IGNORECASE)


class HtmlAttribute(NamedTuple):
    """An attribute as it is typed from `at` to `end`, with its value, without quotation marks, from `to` to `until`."""

    name: str
    typed: str
    at: int
    end: int
    to: int
    until: int

    @property
    def value(self) -> str:
        return unescape(self.typed)


class HtmlElement(NamedTuple):
    """`at`: where it begins; `inside`: where its tag ends; `end`: where the element does, or None if it is never closed."""

    name: str
    attributes: tuple[HtmlAttribute, ...]
    at: int
    inside: int
    end: int | None

    def attribute(self, name: str) -> HtmlAttribute | None:
        return next((one for one in self.attributes if one.name == name), None)

    def get(self, name: str) -> str | None:
        found = self.attribute(name)
        return found.value if found else None


class Edit(NamedTuple):
    """What stands from `at` to `end` becomes this text."""

    at: int
    end: int
    text: str


def comment_end(text: str, at: int) -> int:
    """Return where a comment that begins here ends in browsers, which <!--> and --!> end too; -1 where nothing ends it."""
    if early := EARLY_END.match(text, at + 4):
        return early.end()
    found = COMMENT_END.search(text, at + 4)
    return found.end() if found else -1


class BrowserLike(HTMLParser):
    """Python's own reader of HTML, whose versions differ in where a comment ends, with the rule of browsers."""

    def parse_comment(self, i: int, report: bool = True) -> int:
        end = comment_end(self.rawdata, i)
        if end >= 0 and report:
            self.handle_comment(self.rawdata[i + 4 : end].rstrip("->!"))
        return end

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Take <![ … > for a comment, as browsers do; Python's own reader stops at most of them."""
        return self.parse_bogus_comment(i)


class Reader(BrowserLike):
    """Notes where each tag stands. A closing tag closes the nearest element of its name, and what is open in that."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self.lines = list(accumulate((len(line) + 1 for line in html.split("\n")), initial=0))
        self.opened: list[HtmlElement] = []
        self.found: list[HtmlElement] = []
        self.feed(html)
        self.close()
        self.found += self.opened

    def place(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def element(self, tag: str) -> HtmlElement:
        at, typed = self.place(), self.get_starttag_text() or ""
        attributes = tuple(attributes_in(typed, len(tag) + 1, at))
        return HtmlElement(tag, attributes, at, at + len(typed), None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self.element(tag)
        if tag in VOID:
            self.found.append(element._replace(end=element.inside))
        else:
            self.opened.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Skip the “/” unless it stands in a drawing, as browsers do."""
        if FOREIGN & {tag, *(element.name for element in self.opened)}:
            element = self.element(tag)
            self.found.append(element._replace(end=element.inside))
        else:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in [element.name for element in self.opened]:
            return
        end = self.html.find(">", self.place()) + 1
        while (last := self.opened.pop()).name != tag:
            self.found.append(last)
        self.found.append(last._replace(end=end))


def attributes_in(typed: str, begin: int, at: int) -> Iterator[HtmlAttribute]:
    """Yield the attributes of a tag. `typed`: the tag, which stands at this place."""
    for found in ATTRIBUTE.finditer(typed, begin):
        quoted = (found[2] or "")[:1] in ("'", '"') and found[2] != ""
        to, until = found.span(2) if found[2] is not None else (found.end(), found.end())
        if quoted:
            to, until = to + 1, until - 1
        yield HtmlAttribute(
            found[1].lower(), typed[to:until], at + found.start(), at + found.end(), at + to, at + until
        )


@lru_cache(maxsize=8)
def elements_of(html: str) -> tuple[HtmlElement, ...]:
    """Return the elements of a page or of a part of one in the order in which they begin."""
    return tuple(sorted(Reader(html).found, key=lambda element: element.at))


def without_html_comments(html: str) -> str:
    """Return a page without comments. What looks like one inside a program stays."""
    return COMMENT_OR_PROGRAM.sub(lambda found: found[1] or "", html) if "<!--" in html else html


def edited(html: str, edits: Iterable[Edit]) -> str:
    """Return the text with these changes, none of which overlaps another."""
    pieces: list[str] = []
    begin = 0
    for edit in sorted(edits, key=lambda edit: (edit.at, edit.end)):
        pieces += [html[begin : edit.at], edit.text]
        begin = edit.end
    return "".join([*pieces, html[begin:]])
