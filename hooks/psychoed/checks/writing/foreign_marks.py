"""Marks that other programs draw and this one does not: readers would see them as typed, or lose words between them."""

import re
from collections.abc import Iterator
from html.entities import html5

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import in_body
from psychoed.reading.markdown.blocks import TextBlock
from psychoed.reading.markdown.document import Document, read_markdown
from psychoed.reading.markdown.html import RawElement
from psychoed.reading.markdown.layout import TABLE_RULE
from psychoed.reading.problem import Fault, Problem
from psychoed.words.passages import fields_of

RULES = (
    Rule("foreign-marks", "problem", "texts hold only the marks that are drawn here"),
    Rule("unclosed-emphasis", "problem", "** and __ are closed where their words end"),
    Rule("list-marks", "problem", "entries of a list begin with “- ”, “• ”, or a number"),
    Rule("markdown-in-html", "problem", "elements of HTML hold no Markdown, which would stay as it is typed"),
    Rule("table-cells", "problem", "no row of a table has more cells than its head"),
    Rule("indented-code", "advice", "no words are set as code because of four spaces"),
)
A_BOX = '!!! note "Title", with its words indented by four spaces below'
A_NOTE = "a block of `type: text` with `tone: note`"
MARKS_NOT_DRAWN = (
    (r"^[ ]{0,3}(\?\?\?\+?)[ \t]*[\w\"]", "“???” folds nothing here", f"write {A_BOX}"),
    (r"^[ ]{0,3}(===[!+]{0,2})[ \t]+\"", "“===” makes no tabs here", "write a heading above each part"),
    (r"^[ ]{0,3}(:::+)[ \t]*[\w{]", "“:::” makes no box here", f"write {A_BOX}"),
    (r"^[ ]{0,3}(\.\.[ ][\w-]+::)", "this is a mark of another program", f"take it out, or write {A_BOX}"),
    (r"^[ ]{0,3}>?[ ]*(\[\[?_?TOC_?\]\]?)[ ]*$", "no list of headings is made here", "take the line out"),
    (r"(?<![\w:/.])(:[a-z][a-z0-9_+-]*[a-z0-9]:)(?![\w:/])", "“{0}” is no picture here", "say it in words"),
    (r"(?<![+{])(\+\+(?=[^\s+])[^+\n]{1,40}(?<!\s)\+\+)(?!\+)", "“{0}” makes no key here", "take the plus signs out"),
    (r"(\$\$[^$\n]+\$\$|(?<![\w$\\])\$[^\s\d$][^$\n]*[\\^_][^$\n]*\$|\\(?:[a-zA-Z]{2,}\{|(?:newpage|pagebreak|clearpage|vspace|begin|item)\b))",
     "formulas and commands of LaTeX are not drawn here", "say it in words, or with signs such as ×, ½ and ²"),
    (r"(%%[^%\n]+%%|\{#\s[^}\n]*#\}|\{/\*[^}\n]*\*/\})", "these marks hide nothing here: readers see the words between them", "take all of it out"),
    (r"(\{(?:\+\+|--|~~|==|>>)[^{}\n]*\})", "marks of tracked changes stand here", "keep one of the two versions"),
    (r"(?<![\d.*])(\d+(?:\.\d+)?\*\d+(?:\.\d+)?\*\d)", "the stars between these numbers would vanish", "write × between them"),
    (r"^\s*[-*+•][ \t]+(\[\])[ \t]", "“[]” makes no box to tick", "write [ ], with a space in it"),
    (r"(\{:(?![ ]*(?:[.#][\w-]|[\w:-]+=))[^{}\n]*\})", "“{0}” gives nothing a class, a name or a size", "write {{: .class }}, or take it out"),
)  # fmt: skip
PATTERNS_OF_MARKS = tuple(
    (re.compile(pattern, re.MULTILINE), what, instead) for pattern, what, instead in MARKS_NOT_DRAWN
)
BOX_IN_SHEET = re.compile(r"^[ ]{0,3}(!!![ ]?\w)", re.MULTILINE)
ENTITY = re.compile(r"(?<![\w&])&(#?\w{2,32});")
STRONG = re.compile(r"(?<![*\\])\*{2,3}(?!\*)|(?<![_\\\w])_{2,3}(?=\w)|(?<=[\w.,;:!?)])_{2,3}(?![_\w])")
LETTERED = re.compile(r"[ \t]*(?:\(([a-z]|[ivx]{1,4}|\d{1,2})\)|([a-zA-Z]|[ivx]{2,4})[.)]|([–—]))[ \t]+\S")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
RAW_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "aside",
        "details",
        "figure",
        "figcaption",
        "summary",
        "blockquote",
        "table",
        "ul",
        "ol",
        "dl",
        "header",
        "footer",
        "nav",
    ]
)
IN_HTML = re.compile(
    r"\*\*(?=\S)[^*\n]+\*\*|\[[^\]\n]+\]\([^)\n]+\)|^[ ]{0,3}#{2,6}[ ]\S|^[ ]{0,3}(?:[-*+]|\d+[.)])[ ]+\S", re.MULTILINE
)
CELL_ENDS = re.compile(r"(?<!\\)\|")


def check_foreign_marks(library: Library) -> Iterator[Problem]:
    for source in library.sources():
        for passage in fields_of(source):
            if passage.shown:
                for fault in sorted(set(faults_of_field(passage.document))):
                    yield fault.problem(passage.path, passage.at(fault.at))
    for page in library.pages.values():
        for fault in sorted(set(faults_of_body(read_markdown(page.body)))):
            yield fault.problem(page.tree.path, in_body(page, fault.at))


def faults_of_field(found: Document) -> Iterator[Fault]:
    """Yield what is wrong in a text of a worksheet or a packet."""
    for fault in faults_of_both(found):
        yield fault._replace(instead=fault.instead.replace(A_BOX, A_NOTE))
    for box in BOX_IN_SHEET.finditer(found.bare):
        what = "“!!!” makes a box in articles only"
        yield Fault(what, f"write {A_NOTE}", "foreign-marks", box.start(1))


def faults_of_body(found: Document) -> Iterator[Fault]:
    """Yield what is wrong in the text of a page."""
    yield from faults_of_both(found)
    yield from lost_cells(found)
    yield from markdown_in_html(found)
    yield from indented_code(found)


def faults_of_both(found: Document) -> Iterator[Fault]:
    yield from marks_not_drawn(found)
    yield from signs_that_are_none(found)
    for block in found.blocks:
        yield from unclosed_emphasis(found, block)
        yield from other_lists(found, block)


def marks_not_drawn(found: Document) -> Iterator[Fault]:
    for pattern, what, instead in PATTERNS_OF_MARKS:
        for one in pattern.finditer(found.bare):
            typed = found.text[one.start(1) : one.end(1)]
            yield Fault(
                what.format(typed), instead.replace("{{", "{").replace("}}", "}"), "foreign-marks", one.start(1)
            )


def signs_that_are_none(found: Document) -> Iterator[Fault]:
    """Yield names of signs, such as &nbsp;, that no browser knows."""
    for one in ENTITY.finditer(found.bare):
        name = one[1]
        is_number = re.fullmatch(r"#(?:[0-9]{1,7}|x[0-9a-fA-F]{1,6})", name)
        if not is_number and f"{name};" not in html5:
            yield Fault(f"“{one[0]}” is the name of no sign", "write the sign itself", "foreign-marks", one.start())


def unclosed_emphasis(found: Document, block: TextBlock) -> Iterator[Fault]:
    """Yield the last of the marks around strong words where one is left over. In a table each cell is for itself."""
    raw = found.bare[block.at : block.at + len(block.raw)]
    ends = [at for at, sign in enumerate(raw) if block.kind == "table" and sign in "|\n"]
    for begin, end in zip([0, *(at + 1 for at in ends)], [*ends, len(raw)], strict=True):
        marks = [one for one in STRONG.finditer(raw, begin, end) if is_mark(raw, one)]
        for sign in "*_":
            of_sign = [one for one in marks if one[0][0] == sign]
            if len(of_sign) % 2:
                what = f"“{of_sign[-1][0]}” stands here without another"
                instead = "write one on both sides of the words, or a backslash before each sign"
                yield Fault(what, instead, "unclosed-emphasis", block.at + of_sign[-1].start())


def is_mark(raw: str, one: re.Match[str]) -> bool:
    """Return True for what touches words."""
    before, after = raw[one.start() - 1 : one.start()], raw[one.end() : one.end() + 1]
    return bool((before and not before.isspace()) or (after and not after.isspace()))


def other_lists(found: Document, block: TextBlock) -> Iterator[Fault]:
    """Yield runs of lines that look like a list and would run together: a., (a), i. and dashes."""
    at, above, before, said = block.at, "", "", False
    for line in found.bare[block.at : block.at + len(block.raw)].split("\n"):
        mark = LETTERED.match(line)
        name = next(filter(None, mark.groups())) if mark else ""
        if name and not said and follows(before, name):
            what = f"lines that begin with “{above.split()[0]}” run together"
            instead = "begin each of them with “- ”, or with 1., 2., 3."
            yield Fault(what, instead, "list-marks", at - len(above) - 1)
        said = bool(name) and (said or follows(before, name))
        before, above = name, line
        at += len(line) + 1


def follows(before: str, name: str) -> bool:
    """Return True if the second is the mark of the entry after the first."""
    if not before or not name:
        return False
    romans = before in ROMAN and ROMAN.index(before) + 1 < len(ROMAN) and ROMAN[ROMAN.index(before) + 1] == name
    numbers = before.isdigit() and name.isdigit() and int(name) == int(before) + 1
    letters = len(before) == len(name) == 1 and not numbers and ord(name) == ord(before) + 1
    return romans or numbers or letters or before == name == "–" or before == name == "—"


def lost_cells(found: Document) -> Iterator[Fault]:
    """Yield rows with more cells than the head has, which no reader would see."""
    for block in found.blocks:
        if block.kind != "table":
            continue
        lines = found.bare[block.at : block.at + len(block.raw)].split("\n")
        heads = [number for number, line in enumerate(lines[1:]) if "|" in line and TABLE_RULE.match(line)]
        at, most = block.at, 0
        for number, line in enumerate(lines):
            cells = cells_in(line)
            most = cells if number in heads else most
            if most and cells > most:
                what = f"this row has {cells} cells, and the head of its table {most}"
                yield Fault(what, "write as many as in the head, and \\| for the sign itself", "table-cells", at)
            at += len(line) + 1


def cells_in(line: str) -> int:
    return len(CELL_ENDS.split(line.strip().removeprefix("|").removesuffix("|")))


def markdown_in_html(found: Document) -> Iterator[Fault]:
    """Yield the first piece of Markdown in each element of HTML that begins a line, which is copied as it is."""
    until = depth = 0
    opened: RawElement | None = None
    for element in found.elements:
        if (
            not element.closed
            or element.empty
            or element.name not in RAW_BLOCKS
            or (opened is None and element.at < until)
        ):
            continue
        if opened is None:
            begins_line = not found.bare[found.bare.rfind("\n", 0, element.at) + 1 : element.at].strip()
            opened, depth = (element, 1) if begins_line and not element.closing else (None, 0)
        elif element.name == opened.name:
            depth += -1 if element.closing else 1
            if depth == 0:
                if one := IN_HTML.search(found.bare, opened.end, element.at):
                    what = f"Markdown inside <{opened.name}> stays as it is typed"
                    instead = "write these words as HTML, or end the element before them"
                    yield Fault(what, instead, "markdown-in-html", one.start())
                opened, until = None, element.end


def indented_code(found: Document) -> Iterator[Fault]:
    for at in found.indented_code:
        what = "four spaces at the start of a line set these words as code"
        yield Fault(what, "take the spaces out", "indented-code", at)
