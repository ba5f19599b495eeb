"""What stands on paper: the words of a sheet as its author wrote them, and the words of a PDF with their sizes."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import lxml.html
from markdown import markdown
from pypdf import PageObject, PdfReader

NOT_PRINTED = {"type", "id", "kind", "tone", "how", "total", "size", "alt", "shape", "shapes", "style", "views", "sign"}
BODY = ("heading", "text", "hint", "options", "stems", "steps", "fields")
ABOUT = ("title", "summary", "when")
QUOTE = re.compile(r"\{\{\s*(\S+)\s*\}\}")


class Run(NamedTuple):
    """Words set in one size, in points."""

    words: str
    size: float


def squeezed(text: str) -> str:
    """A text without its spaces, which line breaks change."""
    return re.sub(r"\s+", "", text)


@lru_cache(maxsize=256)
def pages(pdf: Path) -> tuple[tuple[Run, ...], ...]:
    """The words of each page in the order in which they were set."""
    return tuple(tuple(runs_on(page)) for page in PdfReader(pdf).pages)


def runs_on(page: PageObject) -> list[Run]:
    found: list[Run] = []

    def visit(words: str, matrix: list[float], text_matrix: list[float], font: Any, size: float) -> None:
        up = [text_matrix[2] * matrix[i] + text_matrix[3] * matrix[i + 2] for i in (0, 1)]
        if words.strip():
            found.append(Run(words, round(size * math.hypot(*up), 2)))

    page.extract_text(visitor_text=visit)
    return found


def words_on_pages(pdf: Path, smallest: float = 0) -> list[str]:
    """All words of each page, or those of at least this size."""
    return [squeezed("".join(run.words for run in page if run.size >= smallest)) for page in pages(pdf)]


def paragraphs(text: str, quotes: dict[str, str]) -> list[str]:
    """The words of each paragraph and list entry of a Markdown text."""
    said = QUOTE.sub(lambda found: quotes[found[1]], text)
    tree = lxml.html.fragment_fromstring(markdown(said, extensions=["sane_lists"]), create_parent=True)
    return [squeezed(part.text_content()) for part in tree.xpath(".//p | .//li[not(p)]")]


def texts_in(node: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text that an author wrote, with the key it stands under."""
    if isinstance(node, dict):
        for inner, value in node.items():
            if inner not in NOT_PRINTED:
                yield from texts_in(value, inner)
    elif isinstance(node, list):
        for value in node:
            yield from texts_in(value, key)
    elif isinstance(node, str):
        yield key, node


def words_on(source: dict[str, Any], quotes: dict[str, str]) -> list[str]:
    """What must stand on a sheet: its title, its summary, and every text of its blocks."""
    texts = [source[key] for key in ABOUT if key in source] + [text for _, text in texts_in(source["blocks"])]
    return [words for text in texts for words in paragraphs(text, quotes)]


def body_on(source: dict[str, Any], quotes: dict[str, str]) -> list[str]:
    """What a reader reads at length or answers. Labels, samples and the cells of a table may be smaller."""
    blocks = [inner for block in source["blocks"] for inner in block.get("blocks", [block])]
    asked = [{key: block[key] for key in BODY if key in block} for block in blocks if block["type"] != "example"]
    return [words for block in asked for _, text in texts_in(block) for words in paragraphs(text, quotes)]
