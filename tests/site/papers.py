"""What stands on paper: the words of a sheet as its author wrote them, and the words of a PDF with their sizes."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import lxml.html
import yaml
from markdown import markdown
from pypdf import PdfReader
from sites import PROJECT

NOT_PRINTED = {"type", "id", "kind", "tone", "how", "total", "width", "from", "to", "step", "columns_"}
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
def runs(pdf: Path) -> tuple[Run, ...]:
    found: list[Run] = []

    def visit(words: str, matrix: list[float], text_matrix: list[float], font: Any, size: float) -> None:
        up = [text_matrix[2] * matrix[i] + text_matrix[3] * matrix[i + 2] for i in (0, 1)]
        if words.strip():
            found.append(Run(words, round(size * math.hypot(*up), 2)))

    for page in PdfReader(pdf).pages:
        page.extract_text(visitor_text=visit)
    return tuple(found)


def words_of(pdf: Path, smallest: float = 0) -> str:
    """All words of a PDF, or those of at least this size."""
    return squeezed("".join(run.words for run in runs(pdf) if run.size >= smallest))


def source_of(sheet: str, folder: Path = PROJECT / "worksheets") -> dict[str, Any]:
    return yaml.safe_load((folder / f"{sheet}.yml").read_text("utf-8"))


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
    """What a reader reads at length or answers: prompts, hints, options, unfinished sentences, steps."""
    body = {"text", "hint", "options", "stems", "steps", "label"}
    texts = [
        text for block in source["blocks"] if "columns" not in block for key, text in texts_in(block) if key in body
    ]
    return [words for text in texts for words in paragraphs(text, quotes)]
