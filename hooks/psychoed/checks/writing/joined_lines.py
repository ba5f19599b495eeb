"""Lines that their author set apart, as entries of a list, rows of a table, hours or verses, and Markdown would join."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from psychoed.checks.rules import Rule
from psychoed.reading.markdown.blocks import TextBlock
from psychoed.reading.markdown.document import Document
from psychoed.reading.markdown.layout import TABLE_RULE
from psychoed.reading.problem import Fault

RULES = (
    Rule("list-marks", "problem", "entries of a list begin with “- ”, “• ”, or a number"),
    Rule("table-cells", "problem", "a table has a line of hyphens under its head, and no row has more cells than that"),
    Rule("joined-lines", "advice", "lines that stand for themselves end with a backslash"),
)
SIGNS_OF_LISTS = "–—→⇒➔➜➢➤►▶▸❖✓✔✗✘✦★☆»§†"
ENTRY_LIKE = re.compile(
    r"[ \t]*(?:\((?P<a>[a-z]|[ivx]{1,4}|\d{1,2})\)[ \t]+\S|(?P<b>[a-zA-Z]|[ivxIVX]{2,4})[.)][ \t]+\S"
    r"|(?P<c>\d{1,2})(?:[.)](?=[^\W\d])|[ ]?[-–:)][ ]+\S)"
    rf"|(?P<d>[{SIGNS_OF_LISTS}]|--|\*\*|~)[ \t]+\S|(?P<e>[-*–])(?=[^\W\d_])(?![^*\n]*\*))"
)  # fmt: skip
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
CELL_ENDS = re.compile(r"(?<!\\)\|")
TABS = re.compile(r"(?<=\S)\t+(?=\S)")
OWN_MARK = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+•▪◦●○■‣⁃·o]|\d{1,9}[.)]|\[[ xX]\]|[☐☑☒□])[ \t]+)?")
NO_VERSE = re.compile(
    r"[ \t]*(?:[|<>:=+#\ue000-\uf8ff]|!!!|\?\?\?|\[!|`{3}|~{3}|[-*_=][-*_= ]{2,}$|\[[^\]]*\]:|$)|.*(?:<br ?/?>|[ ]{2}|\\|>)$"
)
"""Lines that are no words, or are ended already."""
SENTENCE_STOP = re.compile(r"[.!?…][\"'’”)*_]*(?:\[\^[^\]]*\])*$")
SHORT, NARROW = 60, 30
"""Letters: nobody wraps a text at fewer, and lines that go on in small letters are rows at fewer still."""


class TypedLine(NamedTuple):
    """A line of a block, and where in the text it begins."""

    text: str
    at: int


def typed_lines(found: Document, block: TextBlock) -> list[TypedLine]:
    lines, at = [], block.at
    for text in found.bare[block.at : block.at + len(block.raw)].split("\n"):
        lines.append(TypedLine(text, at))
        at += len(text) + 1
    return lines


def faults_of_lines(found: Document, block: TextBlock) -> Iterator[Fault]:
    """Yield what is wrong with the lines of a block; at most one thing is."""
    if block.kind in ("heading", "footnote"):
        return
    lines = typed_lines(found, block)
    for looked_for in (rows_without_head, other_lists, rows_of_tabs, joined_verses):
        faults = list(looked_for(found, block, lines))
        yield from faults
        if faults:
            return


def rows_without_head(_: Document, block: TextBlock, lines: list[TypedLine]) -> Iterator[Fault]:
    """Yield the first of some lines between | that no line of hyphens makes a table."""
    rows = [line for line in lines if line.text.strip().startswith("|") and line.text.strip().endswith("|")]
    ruled = any("|" in line.text and TABLE_RULE.match(line.text) for line in lines[1:])
    if block.kind == "table" and len(rows) > 1 and not ruled and not block.raw.lstrip().startswith("+"):
        what = "this table has no line of hyphens under its head, so that its rows run together"
        yield Fault(what, "write | --- | --- | below its first row, with as many cells", "table-cells", rows[0].at)


def rows_of_tabs(_: Document, block: TextBlock, lines: list[TypedLine]) -> Iterator[Fault]:
    """Yield the first of some lines with tabs between their words, as a table that is pasted has them."""
    for above, below in pairwise(lines):
        tabs = len(TABS.findall(above.text))
        if block.kind == "paragraph" and tabs and tabs == len(TABS.findall(below.text)):
            what = "these rows with tabs between their cells run together"
            yield Fault(
                what, "write | between the cells, and | --- | --- | below the first row", "table-cells", above.at
            )
            return


def other_lists(_: Document, block: TextBlock, lines: list[TypedLine]) -> Iterator[Fault]:
    """Yield runs of lines that look like a list and would run together: a., (a), i., 1.Word, -Word and other signs."""
    above, before, said = TypedLine("", 0), "", False
    for line in lines if block.kind != "table" else ():
        mark = ENTRY_LIKE.match(line.text)
        name = next(filter(None, mark.groups())) if mark else ""
        if name and not said and follows(before, name):
            what = f"lines that begin with “{mark_typed(above.text)}” run together"
            instead = "begin each of them with “- ”, or with 1., 2., 3."
            yield Fault(what, instead, "list-marks", above.at)
        said = bool(name) and (said or follows(before, name))
        before, above = name, line


def mark_typed(line: str) -> str:
    mark = ENTRY_LIKE.match(line)
    return mark[0].split()[0] if mark and mark["e"] is None else line.strip()[:1]


def follows(before: str, name: str) -> bool:
    """Return True if the second is the mark of the entry after the first."""
    if not before or not name:
        return False
    if not before.isalnum():
        return before == name
    one, other = before.lower(), name.lower()
    romans = one in ROMAN and ROMAN.index(one) + 1 < len(ROMAN) and ROMAN[ROMAN.index(one) + 1] == other
    numbers = before.isdigit() and name.isdigit() and int(name) == int(before) + 1
    letters = len(before) == len(name) == 1 and not before.isdigit() and ord(name) == ord(before) + 1
    return romans or numbers or letters


def joined_verses(found: Document, block: TextBlock, lines: list[TypedLine]) -> Iterator[Fault]:
    """Yield the first of some short lines that would stand in one."""
    typed = found.text[block.at : block.at + len(block.raw)].split("\n")
    if block.kind == "table" or "<" in block.raw or (block.is_quotation and "```" in block.raw):
        return
    words = [OWN_MARK.sub("", line, count=1) for line in typed]
    narrow = len(words) > 2 and all(len(line) <= NARROW and not line.rstrip().endswith(",") for line in words)
    for number, (above, below) in enumerate(pairwise(words)):
        if stands_for_itself(above, below, narrow=narrow):
            what = f"this line and the next become one: “{above.strip()} {below.strip()}”"
            instead = "end it with a backslash, or begin each line with “- ”"
            yield Fault(what, instead, "joined-lines", lines[number].at)
            return


def stands_for_itself(above: str, below: str, *, narrow: bool) -> bool:
    """Return True for a line that is ended where no program would wrap it, and no sentence ends."""
    if NO_VERSE.match(above) or NO_VERSE.match(below) or SENTENCE_STOP.search(above.rstrip()):
        return False
    fits = len(above) + 1 + len(below.split()[0]) <= SHORT
    return fits and (narrow or not below.lstrip("[*_\"'“‘(")[:1].islower())


def lost_cells(found: Document) -> Iterator[Fault]:
    """Yield rows with more cells than the head has, which no reader would see."""
    for block in found.blocks:
        if block.kind != "table":
            continue
        lines = typed_lines(found, block)
        heads = [number for number, line in enumerate(lines[1:]) if "|" in line.text and TABLE_RULE.match(line.text)]
        most = 0
        for number, line in enumerate(lines):
            cells = cells_in(line.text)
            most = cells if number in heads else most
            if most and cells > most:
                what = f"this row has {cells} cells, and the head of its table {most}"
                yield Fault(what, "write as many as in the head, and \\| for the sign itself", "table-cells", line.at)


def cells_in(line: str) -> int:
    return len(CELL_ENDS.split(line.strip().removeprefix("|").removesuffix("|")))
