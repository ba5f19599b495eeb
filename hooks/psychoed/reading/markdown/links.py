"""What brackets and parentheses mean in a Markdown text: links, images, references and footnotes, each with its place.

What Markdown would print as typed although it was meant as a link is found as well.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

How = Literal["link", "image", "autolink", "definition"]
LONGEST = 2000  # characters of an address with its title; a longer one is not closed
PAIR = re.compile(r"[\[\]]|\n[ \t]*(?=\n)")
PARENTHESIS = re.compile(r"[()]|\n[ \t]*(?=\n)")
DEFINED = re.compile(r"^[ ]{0,3}\[([^\[\]\n^][^\[\]\n]*)\]:[ ]*\n?[ ]*(<[^<>\n]*>|\S+)", re.MULTILINE)
NOTE_DEFINED = re.compile(r"^[ ]{0,3}\[\^([^\]\n]*)\]:[ ]*(.*)$", re.MULTILINE)
TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*$""")
LONE = re.compile(r"(?<![\[\]\w^\\)/])(!?)\[(?!S-|TOC\])([^\W\d_][^\[\]\n^]{2,})\](?![\[({:\w])(?!\s+\()")
AUTOLINK = re.compile(r"<((?i:https?|ftp):[^<>\n]*|[a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*|[^<>\s@:/]+@[^<>\s@]+)>")


class MarkdownLink(NamedTuple):
    """A link or an image with its address as it is typed. `at`: where it begins; `to`: where the address does."""

    how: How
    words: str
    target: str
    at: int
    to: int


class BracketedName(NamedTuple):
    """A name in brackets: of a reference [words][label], or of a footnote [^label]. `words` is None for footnotes."""

    name: str
    at: int
    words: str | None = None
    image: bool = False

    @property
    def is_one_word(self) -> bool:
        return len(self.name.split()) == 1 and self.name.split()[0] == self.name


class LoneBrackets(NamedTuple):
    """Words in brackets without an address, or a picture without one. `at`: where they begin."""

    words: str
    at: int
    image: bool


class Marks(NamedTuple):
    """What one text holds, as document.py tells it."""

    links: tuple[MarkdownLink, ...]
    references: tuple[BracketedName, ...]
    definitions: tuple[MarkdownLink, ...]
    notes: tuple[BracketedName, ...]
    footnotes: tuple[BracketedName, ...]
    unclosed: tuple[int, ...]


def marks_in(seen: str, text: str) -> Marks:
    """Return what the brackets of a text mean. `seen`: the text in which code and the like is blank."""
    definitions = tuple(definitions_in(seen, text))
    footnotes = tuple(BracketedName(found[1], found.start(), found[2]) for found in NOTE_DEFINED.finditer(seen))
    taken = {one.at for one in definitions} | {one.at for one in footnotes}
    pairs = [pair for pair in brackets(seen) if line_start(seen, pair[0]) not in taken or seen[pair[1] + 1] != ":"]
    notes = tuple(BracketedName(text[begin + 2 : end], begin) for begin, end in sorted(pairs) if seen[begin + 1] == "^")
    pairs = [pair for pair in pairs if seen[pair[0] + 1] != "^"]
    closes = parentheses(seen)
    inline = [(begin, link_at(seen, text, begin, end, closes)) for begin, end in pairs if seen.startswith("](", end)]
    links = [link for _, link in inline if link] + list(autolinks(seen, text))
    unclosed = tuple(begin for begin, link in inline if link is None)
    labels = tuple(references_in(seen, text, pairs, {label(one.words) for one in definitions}))
    return Marks(tuple(sorted(links, key=lambda link: link.at)), labels, definitions, notes, footnotes, unclosed)


def label(words: str) -> str:
    """Return the name of a reference as Markdown compares it."""
    return " ".join(words.lower().split())


def line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each pair opens and closes, the inner before the outer. No pair spans an empty line."""
    opened: list[int] = []
    for found in PAIR.finditer(text):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] != "]":
            opened.clear()
        elif opened:
            yield opened.pop(), found.start()


def definitions_in(seen: str, text: str) -> Iterator[MarkdownLink]:
    for found in DEFINED.finditer(seen):
        begin, end = found.span(2)
        angle = seen[begin] == "<"
        yield MarkdownLink(
            "definition", found[1], text[begin + angle : end - angle], line_start(seen, found.start(1)), begin
        )


def link_at(seen: str, text: str, begin: int, end: int, closes: dict[int, int]) -> MarkdownLink | None:
    """Return the link of [words](address), or None where its parenthesis is never closed."""
    close = closes.get(end + 1)
    if close is None or close - end > LONGEST:
        return None
    inside = text[end + 2 : end + 2 + len(TITLE.sub("", seen[end + 2 : close]))]
    to = end + 2 + len(inside) - len(inside.lstrip())
    address = inside.strip()
    if address.startswith("<") and address.endswith(">"):
        to, address = to + 1, address[1:-1]
    image = begin > 0 and seen[begin - 1] == "!"
    return MarkdownLink("image" if image else "link", text[begin + 1 : end], address, begin - image, to)


def parentheses(text: str) -> dict[int, int]:
    """Return where each parenthesis closes, by where it opens. No pair spans an empty line."""
    opened: list[int] = []
    closes: dict[int, int] = {}
    for found in PARENTHESIS.finditer(text):
        if found[0] == "(":
            opened.append(found.start())
        elif found[0] != ")":
            opened.clear()
        elif opened:
            closes[opened.pop()] = found.start()
    return closes


def autolinks(seen: str, text: str) -> Iterator[MarkdownLink]:
    for found in AUTOLINK.finditer(seen):
        yield MarkdownLink("autolink", found[1], text[found.start(1) : found.end(1)], found.start(), found.start(1))


def references_in(seen: str, text: str, pairs: list[tuple[int, int]], defined: set[str]) -> Iterator[BracketedName]:
    """Yield the references: the second bracket of a pair names what the first leads to; a lone one may name itself."""
    ends = dict(pairs)
    named: set[int] = set()
    for begin, end in sorted(pairs):
        if begin in named or seen.startswith(("](", "]:"), end):
            continue
        words, image = text[begin + 1 : end], begin > 0 and seen[begin - 1] == "!"
        second = end + 1 if seen.startswith("[", end + 1) else None
        if second in ends:
            named.add(second)
            name = text[second + 1 : ends[second]]
            yield BracketedName(name or words, begin, words, image)
        elif label(words) in defined:
            yield BracketedName(words, begin, words, image)


def lone_brackets_in(seen: str, text: str) -> Iterator[LoneBrackets]:
    for found in LONE.finditer(seen):
        yield LoneBrackets(text[found.start(2) : found.end(2)], found.start(), bool(found[1]))
