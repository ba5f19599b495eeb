"""What a reader sees of a source, passage by passage, with the place of every character in the author's file.

Markup, links' addresses, code, comments and citations are blanked out, not cut out, so that offsets stay true.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from psychoed.library.sources import PageSource, Source
from psychoed.reading.file import place_in
from psychoed.reading.markdown.mask import without_comments, without_fences, without_indented_code
from psychoed.reading.problem import Position
from psychoed.reading.yaml.tree import Keys

PassageKind = str
"""heading, paragraph, item, quote (marked {.quote}), table, or field (a text of YAML or front matter)."""

HEADING = re.compile(r"^(#{1,6})(?:\s+|$)")
UNDERLINED = re.compile(r"^[^\n]+\n(=+|-+)[ ]*$")
QUOTED = re.compile(r"\{:?\s*\.quote\b")
TABLE = re.compile(r"^[ \t]*\||^[^\n|]*\|[^\n]*\n[\s|:]*-[-\s|:]*$", re.MULTILINE)
ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
BLANKED = (
    re.compile(r"<!--"),  # of a comment that never ends
    re.compile(r"`[^`\n]*`"),
    re.compile(r"\[\^[^\[\]]*\]"),  # citations
    re.compile(r"(?<=\])\([^)\n]{0,1000}\)"),  # addresses of links, and of images
    re.compile(r"(?<=\])\[[^\[\]\n]*\]"),
    re.compile(r"</?[a-zA-Z][^<>]*>"),
    re.compile(r"\{:?\s*[.#][^{}\n]*\}"),  # attributes
    re.compile(r"\{\{[^{}\n]*\}\}"),  # settings
    re.compile(r"[*_\[\]]+|!(?=\[)"),
    re.compile(r"^[ \t]*(?:#{1,6}|>+|[-*+]|\d+[.)])[ \t]", re.MULTILINE),
    re.compile(r"^(?:=+|-+)[ ]*$", re.MULTILINE),  # lines under headings
    re.compile(r"&(?:nbsp|ensp|emsp|thinsp);"),
)
ABBREVIATIONS = re.compile(r"(?:^|\b[A-Z][\w.]* )[A-Z]\.$|\b(?:Dr|Mr|Mrs|Ms|St|vs|e\.g|i\.e|etc|U\.S)\.$")
LONGEST = 24  # letters of a name before an initial
SENTENCE_END = re.compile(r"[.!?…][\"”’)]*(?=\s+[\"“(]?[A-Z0-9]|\s*$)")


class Passage(NamedTuple):
    """A paragraph, a heading, a list item, or a text of YAML."""

    path: str
    kind: PassageKind
    text: str
    """As read: markup is blank."""
    raw: str
    """As written, of the same length as `text`."""
    start: Position
    place: Callable[[int], Position] | None = None
    """Of a field: leads from an offset in the text to its place in the file."""
    level: int = 0
    """Of a heading: 1 to 6."""
    keys: Keys = ()
    """Of a field: where it stands in the YAML."""

    def at(self, offset: int) -> Position:
        """The place of a character of the text in the author's file."""
        if self.place:
            return self.place(offset)
        line, column = place_in(self.text, offset)
        return Position(self.start.line + line - 1, column + (self.start.column - 1 if line == 1 else 0))

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Each sentence with the offset at which it begins."""
        begin = 0
        for end in SENTENCE_END.finditer(self.text):
            if ABBREVIATIONS.search(self.text[max(begin, end.start() - LONGEST) : end.start() + 1]):
                continue
            yield from trimmed(self.text, begin, end.end())
            begin = end.end()
        yield from trimmed(self.text, begin, len(self.text))


def trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    piece = text[begin:end]
    if words := " ".join(piece.split()):
        yield begin + len(piece) - len(piece.lstrip()), words


@lru_cache(maxsize=8192)
def blanked(text: str) -> str:
    """The text with everything blank that a reader does not see; line breaks stay."""
    text = without_comments(text)
    for pattern in BLANKED:
        text = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return text


def passages_of_page(source: PageSource) -> list[Passage]:
    """The front matter's words, then the Markdown, in order."""
    return [*fields_of(source), *passages(source.body, source.tree.path, source.body_line)]


def passages_of(source: Source) -> Iterable[Passage]:
    """Every text of a source."""
    return passages_of_page(source) if isinstance(source, PageSource) else fields_of(source)


def fields_of(source: Source) -> Iterator[Passage]:
    """Every text of a YAML tree."""
    for keys, text in source.tree.placed_texts():
        yield Passage(source.tree.path, "field", blanked(text.text), text.text, text.start, text.at, keys=keys)


@lru_cache(maxsize=256)
def passages(body: str, path: str, first_line: int) -> tuple[Passage, ...]:
    """Blocks of Markdown: parted by blank lines, headings and list markers."""
    return tuple(passages_in(body, path, first_line))


def passages_in(body: str, path: str, first_line: int) -> Iterator[Passage]:
    lines = without_indented_code(without_comments(without_fences(body))).split("\n")
    for first, last in blocks(lines):
        raw = "\n".join(lines[first:last])
        if raw.strip() and not raw.startswith("[^"):
            level = level_of(raw)
            yield Passage(path, kind_of(raw), blanked(raw), raw, Position(first_line + first, 1), level=level)


def blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The first line of each block, and the one behind its last."""
    begin = 0
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        if not line.strip() or HEADING.match(line) or ITEM.match(line) or HEADING.match(above):
            yield begin, number
            begin = number if line.strip() else number + 1
    yield begin, len(lines)


def level_of(raw: str) -> int:
    """Of a heading: 1 to 6, else 0."""
    if heading := HEADING.match(raw):
        return len(heading[1])
    underlined = UNDERLINED.match(raw)
    return (1 if underlined[1][0] == "=" else 2) if underlined else 0


def kind_of(raw: str) -> PassageKind:
    if level_of(raw):
        return "heading"
    if QUOTED.search(raw):
        return "quote"
    if ITEM.match(raw):
        return "item"
    return "table" if TABLE.search(raw) else "paragraph"


class Section(NamedTuple):
    """A heading, where there is one, with the passages below it."""

    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        return "\n".join(passage.text for passage in self.passages)


class Sentence(NamedTuple):
    """A sentence with the offset in its passage at which it begins. Nothing in it is moved."""

    begin: int
    text: str


def sections(source: PageSource) -> Iterator[Section]:
    """The text up to the first heading, then each heading with what follows it."""
    found: list[Passage] = []
    for passage in passages(source.body, source.tree.path, source.body_line):
        if passage.kind == "heading" and found:
            yield Section(tuple(found))
            found = []
        found.append(passage)
    if found:
        yield Section(tuple(found))


def sentences(passage: Passage) -> Iterator[Sentence]:
    begins = [begin for begin, _ in passage.sentences()]
    for begin, end in pairwise([*begins, len(passage.text)]):
        yield Sentence(begin, passage.text[begin:end])
