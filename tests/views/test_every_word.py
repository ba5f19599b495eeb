"""What is written is what is read: every word of a text stands on its page and on its paper, in order, or in a Problem.

The texts are made by chance (marked_words.py): the same ones each time, others each night. No comment stands anywhere.
A Problem excuses the lines that it names, and no others: without them the rest of the text must prove itself.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from lxml import html
from pikepdf import Array, Dictionary, Object
from pypdfium2 import PdfDocument

from article_markdown import drawn_html
from marked_words import (
    BLOCKS,
    BLOCKS_IN_ERROR,
    HIDDEN,
    IN_A_LINE,
    IN_ERROR,
    MORE_BLOCKS,
    MORE_IN_A_LINE,
    MORE_IN_ERROR,
    WORD,
    Written,
    texts,
    with_words,
    yaml_lists,
)
from nights import some_by_day
from printed import OVERRIDES, documents, the_printer
from psychoed.checks.files import cut_texts, html_allowed, html_form
from psychoed.checks.links import marks, quoted_settings, references
from psychoed.checks.writing import foreign_marks
from psychoed.library.library import Library
from psychoed.library.pages import read_page
from psychoed.library.sources import PageSource, SheetSource
from psychoed.model.validation.messages import validate
from psychoed.model.worksheet import Worksheet
from psychoed.reading.file import File
from psychoed.reading.markdown.richtext import Element, elements, tree_of
from psychoed.reading.problem import Problem
from psychoed.reading.yaml.reader import read_yaml
from psychoed.views.article import article_markdown
from psychoed.views.data import Data, as_data
from psychoed.views.paper.handout import for_paper
from psychoed.views.papers import variants
from psychoed.views.web.html import blocks_html, environment
from small_site import the_library

FRONT = "---\ntitle: A page\nsummary: What.\nmain_message: One.\naudience: client\ngroup: parts\n---\n"
SHEET = "title: A sheet\nsummary: What.\nphase: parts\nminutes: 5\npages: 4\nblocks:\n"
CHECKS = (
    foreign_marks.check_foreign_marks, html_allowed.check_safe_html, html_form.check_html_form, marks.check_link_marks,
    quoted_settings.check_quoted_settings, references.check_references, cut_texts.check_cut_texts,
)  # fmt: skip
BLOCKS_OF_PAGES = environment([OVERRIDES])
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
BLOCK_OF_YAML = re.compile(r"^- [|>]-?(?:\n(?: [^\n]*|(?=\n)))*", re.MULTILINE)
MOST_BLOCKS = 40
MORE = (*MORE_IN_A_LINE, *MORE_BLOCKS, *MORE_IN_ERROR)
ADVICE = ("lone-brackets", "indented-code", "joined-lines")


def page_of(written: Written) -> PageSource:
    found = read_page(File("content/parts/one.md", f"{FRONT}{written.text}\n")).value
    assert found
    return found


def problems(source: PageSource | SheetSource) -> list[Problem]:
    """What the checks say of a page or a sheet alone."""
    pages, sheets = ({source.path: source}, {}) if isinstance(source, PageSource) else ({}, {source.id: source})
    library: Library = replace(the_library(), pages=pages, sheets=sheets, packets={}, lists={})
    return [
        one for check in CHECKS for one in check(library) if one.path == source.tree.path and one.rule not in ADVICE
    ]


def said(nodes: object) -> str:
    """The words of rich text as paper is given it."""
    if isinstance(nodes, dict):
        return said(nodes.get("kids", ()))
    return nodes if isinstance(nodes, str) else " ".join(map(said, nodes)) if isinstance(nodes, list | tuple) else ""


def on_page(source: PageSource) -> str:
    return drawn_html(article_markdown(source, source.body, the_library()))


def visible_words(page: str) -> list[str]:
    return WORD.findall(html.fromstring(f"<main>{page}</main>").text_content())


def on_paper(page: str) -> str:
    return said(as_data(for_paper(tree_of(page)), str))


def without(written: Written, found: list[Problem], lines_above: int) -> Written | None:
    """The text without the lines that the Problems name, or None where they name none of it. A comment goes as a whole,
    and so does a block of YAML."""
    lines, named = written.text.split("\n"), {one.line - lines_above - 1 for one in found}
    for whole in (*COMMENT.finditer(written.text), *BLOCK_OF_YAML.finditer(written.text)):
        first, last = (written.text.count("\n", 0, at) for at in whole.span())
        named |= {*range(first, last + 1)} if first in named else set()
    left = [line for number, line in enumerate(lines) if number not in named]
    return Written("\n".join(left)) if len(left) < len(lines) else None


def lost(written: Written) -> str:
    """How the words on page or paper differ from those that are written; empty where Problems say so of their lines."""
    source = page_of(written)
    page = on_page(source)
    paper = on_paper(page)
    if visible_words(page) == WORD.findall(paper) == written.words and HIDDEN not in page + paper:
        return ""
    rest = without(written, problems(source), FRONT.count("\n"))
    return lost(rest) if rest else f"{written.text}\n---\n{page}\n---\n{paper}"


@pytest.mark.parametrize("pattern", [*IN_A_LINE, *IN_ERROR, *BLOCKS, *BLOCKS_IN_ERROR, *some_by_day(MORE, 4)])
def test_each_way_to_write_loses_no_word(pattern: str):
    assert lost(with_words(f"@ @\n\n{pattern}\n\n@ @")) == ""


@pytest.mark.parametrize("pattern", [*IN_A_LINE, *BLOCKS, *some_by_day((*MORE_IN_A_LINE, *MORE_BLOCKS), 4)])
def test_what_is_supported_has_no_problem(pattern: str):
    assert problems(page_of(with_words(f"@ @\n\n{pattern}\n\n@ @"))) == []


@given(written=texts())
def test_no_text_of_an_article_loses_a_word(written: Written):
    assert lost(written) == ""


def read_sheet(block: str) -> tuple[SheetSource | None, list[Problem]]:
    """A sheet with this block, where it can be read, and else the Problems that say why not."""
    tree, faults = read_yaml(File("worksheets/one.yml", SHEET + block))
    worksheet, more = validate(Worksheet, tree) if tree and not faults else (None, [])
    return SheetSource("one", worksheet, tree) if worksheet and tree else None, [*faults, *more]


def shown(sheet: SheetSource, key: str) -> tuple[str, str]:
    """The sheet's page, and what paper says of its first block under this key."""
    page = blocks_html(sheet, the_library(), BLOCKS_OF_PAGES, str, staff=False)
    return page, said(documents(drawn_html).sheet(sheet)["runs"][0][0][key])


def lost_in_sheet(head: str, written: Written) -> str:
    """How the words of a block on page or paper differ from those that are written below its head, as `lost` says it."""
    block = head + indented(written.text)
    sheet, found = read_sheet(block)
    page, paper = shown(sheet, head.split()[-2 if head.endswith("|\n") else -1].rstrip(":")) if sheet else ("", "")
    if visible_words(page) == WORD.findall(paper) == WORD.findall(block) and HIDDEN not in page + paper:
        return ""
    rest = without(written, found or (problems(sheet) if sheet else []), (SHEET + head).count("\n"))
    return lost_in_sheet(head, rest) if rest else f"{block}\n---\n{page}\n---\n{paper}"


def indented(text: str) -> str:
    return "".join(f"      {line}\n" if line else "\n" for line in text.split("\n"))


@given(written=texts())
def test_no_text_of_a_sheet_loses_a_word(written: Written):
    assert lost_in_sheet("  - type: text\n    text: |\n", written) == ""


@given(written=yaml_lists())
def test_no_line_of_yaml_loses_a_word(written: Written):
    assert lost_in_sheet("  - type: checklist\n    id: one\n    text: Now\n    options:\n", written) == ""


def words_in(document: Data) -> list[str]:
    pdf = the_printer().print(the_printer().inputs(document, the_library(), variants(the_library())[0])).pdf
    return WORD.findall("\n".join(page.get_textpage().get_text_range() for page in PdfDocument(BytesIO(pdf))))


def test_all_that_an_article_may_hold_is_printed_in_order():
    written = with_words("\n\n".join((*BLOCKS, *IN_A_LINE)))
    assert words_in(documents(drawn_html).article(page_of(written))) == written.words


def test_all_that_a_sheet_may_hold_is_printed_in_order():
    blocks = [f"  - type: text\n    text: |\n{indented(text)}" for text in (*BLOCKS, *IN_A_LINE)]
    held = [block for block in blocks if read_sheet(block)[0]]
    for begin in range(0, len(held), MOST_BLOCKS):
        written = with_words("".join(held[begin : begin + MOST_BLOCKS]))
        sheet, _ = read_sheet(written.text)
        assert sheet
        assert words_in(documents(drawn_html).sheet(sheet)) == written.words


def labels_of_entries(node: Object) -> Iterator[Object]:
    """What labels the entries of lists, below a piece of a PDF's structure."""
    for kid in [*node.get("/K", [])] if isinstance(node.get("/K"), Array) else [node.get("/K")]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from [kid] if kid["/S"] == "/Lbl" else ()
            yield from labels_of_entries(kid)


@pytest.mark.parametrize("marks", ["  ", " x"])
def test_a_box_to_tick_is_what_labels_its_entry_on_paper(marks: str):
    page = page_of(Written("\n".join(f"- [{mark}] Words" for mark in marks)))
    document = documents(drawn_html).article(page)
    pdf = the_printer().print(the_printer().inputs(document, the_library(), variants(the_library())[0])).pdf
    with pikepdf.open(BytesIO(pdf)) as read:
        assert ["/K" in label for label in labels_of_entries(read.Root["/StructTreeRoot"])] == [True, True]
    text = PdfDocument(BytesIO(pdf))[0].get_textpage().get_text_range()
    assert text.count("☐") + text.count("☑") == 2


@pytest.mark.parametrize("paper", [False, True])
def test_code_keeps_its_lines(paper: bool):
    page = on_page(page_of(Written("<pre>\nMon  9 to 5\n Tue\n</pre>")))
    lines = next(node for node in elements(tree_of(page)) if node.tag == "pre").kids if paper else page
    assert lines == ("Mon\u00a0\u00a09 to 5", Element("br", ()), "\u00a0Tue") if paper else "Mon  9 to 5\n Tue" in lines
