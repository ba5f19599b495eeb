"""What a reader sees of a source, passage by passage, with the place of every character in the author's file.

Markup, links' addresses, code, comments and citations are blanked out, not cut out, so that offsets stay true.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple, Protocol, TypeVar

from psychoed.library.sources import PageSource, Source
from psychoed.model.base import Shown
from psychoed.model.language import SentenceRules
from psychoed.model.shown import shown_at
from psychoed.reading.file import place_in
from psychoed.reading.markdown.blocks import TextBlock, TextKind
from psychoed.reading.markdown.document import Document, read_markdown
from psychoed.reading.markdown.visible import visible
from psychoed.reading.problem import Position
from psychoed.reading.yaml.tree import Keys

PassageKind = TextKind | Literal["field"]
"""`field`: a text of YAML or front matter."""

LONGEST_NAME = 24  # letters of a name before an initial
NEW_LINE = re.compile(
    r"\n[ \t]*\n|(?:[ ]{2}|\\)\n|\n(?=[ \t]*(?:[-*+•–]|\d+[.)])[ \t]|[ \t]*\*\*[^*\n]{1,40}(?::\*\*|\*\*:))"
)
"""Where words end that have no full stop: an entry of a list, a paragraph, a line that is broken on purpose, and before a
line that begins with a **name:** of what stands in it."""


class InDocument(Protocol):
    """A part of a document that knows where in it it begins."""

    @property
    def at(self) -> int: ...


def offset_of(part: InDocument) -> int:
    return part.at


Marked = TypeVar("Marked", bound=InDocument)


class Passage(NamedTuple):
    """A paragraph, a heading, a list item, or a text of YAML."""

    path: str
    kind: PassageKind
    text: str
    """As read: markup is blank."""
    document: Document
    """All that its text, or the page around it, holds."""
    start: Position
    place: Callable[[int], Position] | None = None
    """Of a field: leads from an offset in the text to its place in the file."""
    keys: Keys = ()
    """Of a field: where it stands in the YAML."""
    shown: Shown | None = Shown(one_line=False)
    """None for a field that no reader sees: an id, a path, a number or a choice."""
    block: TextBlock | None = None
    """Of a page: where it stands in the document."""

    @property
    def raw(self) -> str:
        """Return the text as written, of the same length as `text`."""
        return self.block.raw if self.block else self.document.text

    @property
    def level(self) -> int:
        """Return the level of a heading, 1 to 6, and 0 for anything else."""
        return self.block.level if self.block else 0

    @property
    def title(self) -> str:
        """Return the words of a heading."""
        return " ".join(visible(self.block.title).split()) if self.block else ""

    @property
    def is_quotation(self) -> bool:
        return self.block is not None and self.block.is_quotation

    @property
    def offset(self) -> int:
        """Return where in its document it begins."""
        return self.block.at if self.block else 0

    def within(self, placed: Sequence[Marked]) -> Iterator[tuple[int, Marked]]:
        """Yield what begins in this passage, of parts of its document in their order, each with its offset here."""
        first = bisect_left(placed, self.offset, key=offset_of)
        end = bisect_left(placed, self.offset + len(self.raw), first, key=offset_of)
        return ((one.at - self.offset, one) for one in placed[first:end])

    def at(self, offset: int) -> Position:
        """Return the place of a character of the text in the author's file."""
        if self.place:
            return self.place(offset)
        line, column = place_in(self.text, offset)
        return Position(self.start.line + line - 1, column + (self.start.column - 1 if line == 1 else 0))

    def sentences(self, rules: SentenceRules | None) -> Iterator[tuple[int, str]]:
        """Yield each sentence with the offset at which it begins."""
        begin = 0
        stops = [(stop.end(), stop.start()) for stop in rules.ends.finditer(self.text)] if rules else []
        lines = [(line.end(), None) for line in NEW_LINE.finditer(self.raw)]
        for end, stop in sorted([*stops, *lines], key=lambda one: one[0]):
            if rules and stop is not None and rules.goes_on(self.text[max(begin, stop - LONGEST_NAME) : stop + 1]):
                continue
            yield from trimmed_sentence(self.text, begin, end)
            begin = end
        yield from trimmed_sentence(self.text, begin, len(self.text))


def trimmed_sentence(text: str, begin: int, end: int) -> Iterator[tuple[int, str]]:
    piece = text[begin:end]
    if words := " ".join(piece.split()):
        yield begin + len(piece) - len(piece.lstrip()), words


def passages_of_page(source: PageSource) -> list[Passage]:
    """Return the front matter's words, then the Markdown, in order."""
    return [*fields_of(source), *passages(source.body, source.tree.path, source.body_line)]


def passages_of(source: Source) -> Iterable[Passage]:
    """Return every text of a source."""
    return passages_of_page(source) if isinstance(source, PageSource) else fields_of(source)


def fields_of(source: Source) -> Iterator[Passage]:
    """Yield every text of a YAML tree."""
    for keys, text in source.tree.placed_texts():
        document, shown = read_markdown(text.text), shown_at(source.model, keys)
        words = visible(text.text)
        yield Passage(source.tree.path, "field", words, document, text.start, text.at, keys=keys, shown=shown)


@lru_cache(maxsize=256)
def passages(body: str, path: str, first_line: int) -> tuple[Passage, ...]:
    """Return the blocks of Markdown, parted by blank lines, headings and list markers."""
    return tuple(passages_in(body, path, first_line))


def passages_in(body: str, path: str, first_line: int) -> Iterator[Passage]:
    document = read_markdown(body)
    for block in document.blocks:
        if block.kind != "footnote":
            start = Position(first_line + place_in(body, block.at).line - 1)
            yield Passage(path, block.kind, visible(block.raw), document, start, block=block)


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
    """Yield the text up to the first heading, then each heading with what follows it."""
    found: list[Passage] = []
    for passage in passages(source.body, source.tree.path, source.body_line):
        if passage.kind == "heading" and found:
            yield Section(tuple(found))
            found = []
        found.append(passage)
    if found:
        yield Section(tuple(found))


def sentences(passage: Passage, rules: SentenceRules | None) -> Iterator[Sentence]:
    """Yield every sentence of a passage, with all that stands between them."""
    begins = [begin for begin, _ in passage.sentences(rules)]
    for begin, end in pairwise([*begins, len(passage.text)]):
        yield Sentence(begin, passage.text[begin:end])
