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

from psychoed.library.library import Library
from psychoed.model.blocks.base import Answer, Block
from psychoed.model.packet import Packet
from psychoed.model.worksheet import Worksheet

NOT_PRINTED = {"type", "id", "kind", "tone", "how", "total", "size", "alt", "shape", "shapes", "style", "views", "sign"}
BODY = ("heading", "text", "hint", "options", "stems", "steps", "fields")
ABOUT = ("title", "summary", "when")
LEAST_BODY, LEAST_LARGE = 11.5, 18  # points
LEAST_LINE = 8 * 72 / 25.4  # points: 8 mm
QUOTE = re.compile(r"\{\{\s*(\S+)\s*\}\}")


class Run(NamedTuple):
    """Words set in one size, in points."""

    words: str
    size: float


def squeezed(text: str) -> str:
    """A text without its spaces, which line breaks change."""
    return re.sub(r"\s+", "", text)


@lru_cache(maxsize=256)
def opened(pdf: Path) -> PdfReader:
    """A PDF that nothing writes to; each is read once."""
    return PdfReader(pdf)


@lru_cache(maxsize=512)
def pages(pdf: Path) -> tuple[tuple[Run, ...], ...]:
    """The words of each page in the order in which they were set."""
    return tuple(tuple(runs_on(page)) for page in opened(pdf).pages)


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
    if text.startswith("{{ list."):  # as the option of a checklist: each of its lines is one of its own
        text = QUOTE.sub(lambda found: quotes[found[1]].replace("\n", "\n\n"), text)
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


def parted(pdf: Path, source: dict[str, Any], quotes: dict[str, str]) -> list[str]:
    """Texts of a sheet that do not stand whole on one page of its PDF."""
    said = words_on_pages(pdf)
    return [text for text in words_on(source, quotes) if not any(text in page for page in said)]


def left_behind(pdf: Path, worksheet: Worksheet, quotes: dict[str, str]) -> list[str]:
    """Prompts that do not stand on the page of their first answer."""
    said, fields = words_on_pages(pdf), page_of_fields(pdf)
    asked = [block for block in worksheet.blocks if block.answers() and hasattr(block, "text")]
    firsts = {paragraphs(block.text, quotes)[0]: fields[block.answers()[0].name] for block in asked}
    return [prompt for prompt, page in firsts.items() if prompt not in said[page]]


def page_of_fields(pdf: Path) -> dict[str, int]:
    """The page on which each field first stands, counted from 0."""
    notes = [(note, n) for n, page in enumerate(opened(pdf).pages) for note in page.get("/Annots", ())]
    names = [(note["/Parent"]["/T"] if "/Parent" in note else note.get("/T"), n) for note, n in notes]
    return dict(reversed(names))


def names_of_fields(pdf: Path) -> list[str]:
    return [field.get_object()["/T"] for field in opened(pdf).trailer["/Root"]["/AcroForm"]["/Fields"]]


def small_body(pdf: Path, source: dict[str, Any], quotes: dict[str, str]) -> list[str]:
    """What a reader reads at length, and would have to read too small."""
    said = "".join(words_on_pages(pdf, smallest=LEAST_BODY))
    return [words for words in body_on(source, quotes) if words not in said]


def small_print(pdf: Path) -> list[Run]:
    """Words of a large-print PDF that are not large."""
    return [run for page in pages(pdf) for run in page if run.size < LEAST_LARGE]


KEPT_OFF = 3 * 72 / 25.4
"""How much lower than its room a field is, in points, so that what is typed stands on its line and off the edges."""


def cramped(pdf: Path, worksheet: Worksheet) -> dict[str, float]:
    """Fields without room for handwriting, with their heights in points."""
    inner = [one for block in worksheet.blocks for one in (getattr(block, "blocks", None) or (block,))]
    planned = {answer.name: lines_planned(block, answer) for block in inner for answer in block.answers()}
    return {
        name: height
        for name, height in heights(pdf).items()
        if "-total-" not in name and height + KEPT_OFF + 0.05 < LEAST_LINE * planned.get(name, 1)
    }


def heights(pdf: Path) -> dict[str, float]:
    """The height of each field to write in, in points."""
    notes = [note for page in opened(pdf).pages for note in page.get("/Annots", ())]
    fields = [note for note in notes if note.get("/FT") == "/Tx"]
    return {field["/T"]: float(field["/Rect"][3]) - float(field["/Rect"][1]) for field in fields}


def lines_planned(block: Block, answer: Answer) -> int:
    """In a letter, the greeting and the name have one line, however long the letter is."""
    lines = getattr(block, "lines", None) if answer.kind == "lines" else None
    return getattr(block, "row_lines", None) or lines or 1


def names_in_packet(packet: Packet, library: Library) -> list[str]:
    """The fields that a packet must have: its own, and those of its sheets under their sheet's name. Where the packet asks
    for name and date, they stand on each sheet as well and are no fields of their own."""
    inside = [
        f"{item.worksheet}.{answer.name}"
        for item in packet.items
        if item.worksheet
        for answer in library.sheets[item.worksheet].worksheet.answers()
        if not (packet.header() and answer.name in ("sheet-person", "sheet-date"))
    ]
    return [answer.name for answer in (*packet.header(), *packet.sign_off())] + inside


def fields_of(reader: PdfReader) -> dict[str, Any]:
    """The fields that take an answer, by their whole names."""
    return {name: field for name, field in reader.get_fields().items() if field.get("/FT")}
