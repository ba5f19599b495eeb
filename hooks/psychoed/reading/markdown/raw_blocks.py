"""Blocks of raw HTML, in which backticks and backslashes are only characters: the browser reads all of it."""

from collections.abc import Iterator
from typing import NamedTuple

from markdown import Markdown
from markdown.htmlparser import HTMLExtractor


class RawBlock(NamedTuple):
    """A block from `at` to `end`."""

    at: int
    end: int


def raw_blocks_in(text: str) -> Iterator[RawBlock]:
    """Yield the blocks that Markdown leaves alone, as Python-Markdown finds them. `text`: without fenced code."""
    if "<" not in text or not ("`" in text or "\\" in text):  # then code and escapes need not be told from HTML
        return
    markdown = Markdown()
    extractor = HTMLExtractor(markdown)
    extractor.feed(text)
    extractor.close()
    begin = 0
    for block in markdown.htmlStash.rawHtmlBlocks:
        typed = str(block).rstrip("\n")
        at = text.find(typed, begin)
        if at >= 0 and typed:
            yield RawBlock(at, begin := at + len(typed))
