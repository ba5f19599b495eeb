"""The one reader of Markdown: a text as a document of links, headings, raw HTML, blocks and more, each with its place.

It reads as Python-Markdown draws. Whoever asks something about a text asks its document.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from psychoed.reading.markdown.blocks import TextBlock, blocks_in
from psychoed.reading.markdown.braces import Braces, braces_in
from psychoed.reading.markdown.html import RawElement, RawLink, elements_in, links_among, lists_in
from psychoed.reading.markdown.links import BracketedName, LoneBrackets, MarkdownLink, Marks, lone_brackets_in, marks_in
from psychoed.reading.markdown.mask import (
    COMMENTED,
    Comment,
    comments_in,
    fence_heads,
    indented_lines,
    masked,
    without_comments,
    without_fences,
)
from psychoed.reading.markdown.raw_blocks import raw_blocks_in


@dataclass(frozen=True)
class Document:
    """A Markdown text and what stands in it, in order. All places are offsets in the text."""

    text: str

    @cached_property
    def bare(self) -> str:
        """Return the text with code, comments and escaped characters blank."""
        return masked(self.text)

    @cached_property
    def marks(self) -> Marks:
        """Return all that brackets and parentheses mean."""
        return marks_in(self.bare, self.text)

    @property
    def links(self) -> tuple[MarkdownLink, ...]:
        """Return links, images and autolinks."""
        return self.marks.links

    @property
    def references(self) -> tuple[BracketedName, ...]:
        """Return [words][label] and [words][], whether the label is defined or not, and [label] where it is."""
        return self.marks.references

    @property
    def definitions(self) -> tuple[MarkdownLink, ...]:
        """Return the lines that say where a reference leads; `words` is the label."""
        return self.marks.definitions

    @property
    def addresses(self) -> tuple[MarkdownLink, ...]:
        """Return links and definitions: every address that Markdown reads."""
        return (*self.links, *self.definitions)

    @property
    def notes(self) -> tuple[BracketedName, ...]:
        """Return the places where a footnote is named: [^S-FDA2023]."""
        return self.marks.notes

    @property
    def footnotes(self) -> tuple[BracketedName, ...]:
        """Return the places where a footnote is written; `words` is its first line."""
        return self.marks.footnotes

    @property
    def unclosed(self) -> tuple[int, ...]:
        """Return the offsets at which [words](address begins and is never closed."""
        return self.marks.unclosed

    @cached_property
    def lone_brackets(self) -> tuple[LoneBrackets, ...]:
        """Return words in brackets that lead nowhere."""
        return tuple(lone_brackets_in(self.bare, self.text))

    @cached_property
    def elements(self) -> tuple[RawElement, ...]:
        """Return tags of raw HTML, and lists of attributes {: … }."""
        whole = [link for link in self.definitions if not re.search(r"\s", link.target)]
        addresses = {link.to for link in (*self.links, *whole)}
        found = [*elements_in(self.with_raw_blocks, self.text, addresses), *lists_in(fence_heads(self.text))]
        return tuple(sorted(found, key=lambda element: element.at))

    @property
    def with_raw_blocks(self) -> str:
        """Return what Markdown and browsers read: in blocks of raw HTML code is none, and nothing is escaped."""
        typed, pieces, begin = without_comments(without_fences(self.text)), list[str](), 0
        for block in raw_blocks_in(typed):
            pieces += [self.bare[begin : block.at], typed[block.at : block.end]]
            begin = block.end
        return "".join([*pieces, self.bare[begin:]])

    @cached_property
    def html_links(self) -> tuple[RawLink, ...]:
        """Return links in raw HTML, with their words."""
        return tuple(links_among(self.elements, self.text))

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        return tuple(comments_in(self.text))

    @cached_property
    def indented_code(self) -> tuple[int, ...]:
        """Return where each block of indented code begins."""
        lines = without_comments(without_fences(self.text), with_=COMMENTED).split("\n")
        numbers = indented_lines(lines)
        first = [number for number in numbers if not any(n in numbers for n in (number - 1, number - 2))]
        starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        return tuple(starts[number] for number in first)

    @cached_property
    def blocks(self) -> tuple[TextBlock, ...]:
        """Return headings, paragraphs, list items, tables and footnotes."""
        return tuple(blocks_in(self.text))

    @property
    def headings(self) -> tuple[TextBlock, ...]:
        return tuple(block for block in self.blocks if block.kind == "heading")

    @cached_property
    def braces(self) -> tuple[Braces, ...]:
        """Return settings that the text quotes, {{ clinic.phone }}, and braces that were meant so."""
        return tuple(braces_in(self.text))


@lru_cache(maxsize=4096)
def read_markdown(text: str) -> Document:
    """Return the document of a text."""
    return Document(text)
