"""Marks that other programs draw and this one does not: readers would see them as typed, or lose words between them."""

import re
from collections.abc import Iterator
from html.entities import html5

from psychoed.checks.rules import Rule
from psychoed.checks.writing import emphasis, joined_lines
from psychoed.library.library import Library
from psychoed.library.sources import in_body
from psychoed.reading.markdown.document import Document, read_markdown
from psychoed.reading.markdown.html import RawElement
from psychoed.reading.markdown.layout import BOX, INSIDE, indent_of
from psychoed.reading.problem import Fault, Problem
from psychoed.words.passages import fields_of

RULES = (
    Rule("foreign-marks", "problem", "texts hold only the marks that are drawn here"),
    Rule("markdown-in-html", "problem", "elements of HTML hold no Markdown, which would stay as it is typed"),
    Rule("indented-code", "advice", "no words are set as code because of four spaces"),
    *emphasis.RULES,
    *joined_lines.RULES,
)
A_BOX = '!!! note "Title", with its words indented by four spaces below'
A_NOTE = "a block of `type: text` with `tone: note`"
SHORTCODE = r"(\[[a-z][\w-]*[ ]+[\w-]+=[\"'][^\]\n]*\]|\[([a-z][\w-]*)\](?=[^\n]*\[/\2\]))"
"""[gallery ids="1,2"] of WordPress."""
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
    (r"^[ ]{0,3}(={2,6})[ ]+\S.*[ ]={2,6}[ ]*$", "“{0}” makes no heading here", "write “## ” before the words, and nothing behind them"),
    (r"(?<!\|\n)^(\+[-=+]{3,}\+)[ ]*\n[ ]*\|", "this is how another program draws a table", "write rows of | cells |, and | --- | --- | below the first"),
    (SHORTCODE, "this is a mark of another program", "take it out; readers see it"),
    (r"(?<=\S[ ])(\^[a-z][a-z0-9-]{2,})[ ]*$", "“{0}” is a mark of another program", "take it out; readers see it"),
    (r"^\s*[-*+•][ \t]+(\[\])[ \t]", "“[]” makes no box to tick", "write [ ], with a space in it"),
    (r"(\{:(?![ ]*(?:[.#][\w-]|[\w:-]+=))[^{}\n]*\})", "“{0}” gives nothing a class, a name or a size", "write {{: .class }}, or take it out"),
)  # fmt: skip
LOST_LETTERS = (
    (re.compile("[\ue000-\uf8ff]"), "a sign of a font of Word stands here, and no other font has it", "write the sign itself, or “- ” where an entry of a list begins"),
    (re.compile("\ufffd"), "a letter was lost here when the words were copied", "type it again"),
    (re.compile("\ufffc"), "a picture or a field of another program stood here", "delete this empty sign"),
    (re.compile("â€.|Ã[\u00a1-\u00bfŸœžŠŽ€‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—˜™š›]|Â[\u00a0£°·«»]"), "“{0}” is one sign, read in a wrong encoding", "type it again, here and wherever it stands"),
)  # fmt: skip
"""What is left of letters that another program wrote in its own way; of each the first is named."""
PATTERNS_OF_MARKS = tuple(
    (re.compile(pattern, re.MULTILINE), what, instead) for pattern, what, instead in MARKS_NOT_DRAWN
)
BOX_IN_SHEET = re.compile(r"^[ ]{0,3}(!!![ ]?\w)", re.MULTILINE)
ENTITY = re.compile(r"(?<![\w&])&(#?\w{2,32});")
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
    for fault in faults_of_both(found, linted=False):
        yield fault._replace(instead=fault.instead.replace(A_BOX, A_NOTE))
    for box in BOX_IN_SHEET.finditer(found.bare):
        what = "“!!!” makes a box in articles only"
        yield Fault(what, f"write {A_NOTE}", "foreign-marks", box.start(1))


def faults_of_body(found: Document) -> Iterator[Fault]:
    """Yield what is wrong in the text of a page."""
    yield from faults_of_both(found, linted=True)
    yield from joined_lines.lost_cells(found)
    yield from empty_boxes(found)
    yield from markdown_in_html(found)
    yield from indented_code(found)


def faults_of_both(found: Document, *, linted: bool) -> Iterator[Fault]:
    yield from marks_not_drawn(found)
    yield from signs_that_are_none(found)
    yield from lost_letters(found)
    for block in found.blocks:
        yield from emphasis.faults_of_emphasis(found, block, linted=linted)
        yield from joined_lines.faults_of_lines(found, block)


def marks_not_drawn(found: Document) -> Iterator[Fault]:
    for pattern, what, instead in PATTERNS_OF_MARKS:
        for one in pattern.finditer(found.bare):
            typed = found.text[one.start(1) : one.end(1)]
            yield Fault(what.format(typed), instead.format(typed), "foreign-marks", one.start(1))


def signs_that_are_none(found: Document) -> Iterator[Fault]:
    """Yield names of signs, such as &nbsp;, that no browser knows."""
    for one in ENTITY.finditer(found.bare):
        name = one[1]
        is_number = re.fullmatch(r"#(?:[0-9]{1,7}|x[0-9a-fA-F]{1,6})", name)
        if not is_number and f"{name};" not in html5:
            yield Fault(f"“{one[0]}” is the name of no sign", "write the sign itself", "foreign-marks", one.start())


def lost_letters(found: Document) -> Iterator[Fault]:
    for pattern, what, instead in LOST_LETTERS:
        if one := pattern.search(found.text):
            yield Fault(what.format(one[0]), instead, "foreign-marks", one.start())


def empty_boxes(found: Document) -> Iterator[Fault]:
    """Yield boxes below which nothing is indented."""
    lines, at = found.bare.split("\n"), 0
    for number, line in enumerate(lines):
        below = next((one for one in lines[number + 1 :] if one.strip()), "")
        if BOX.match(line.lstrip(" ")) and indent_of(line) < INSIDE and indent_of(below) < indent_of(line) + 2:
            what = "no words are in this box, and readers may miss those behind !!!"
            yield Fault(what, "indent the words of the box by four spaces, below it", "foreign-marks", at)
        at += len(line) + 1


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
