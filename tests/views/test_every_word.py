"""What is written is what is read: every word of a text stands on its page and on its paper, in order, or in a Problem.

The texts are made by chance (marked_words.py): the same ones each time, others each night. No comment stands anywhere.
"""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from lxml import html
from pypdfium2 import PdfDocument

from article_markdown import drawn_html
from marked_words import (
    BLOCKS,
    BLOCKS_IN_ERROR,
    HIDDEN,
    IN_A_LINE,
    IN_ERROR,
    WORD,
    Written,
    texts,
    with_words,
    yaml_lists,
)
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
MOST_BLOCKS = 40
ADVICE = ("lone-brackets", "indented-code", "joined-lines")


def page_of(written: Written) -> PageSource:
    found = read_page(File("content/parts/one.md", f"{FRONT}\n{written.text}\n")).value
    assert found
    return found


def problems(source: PageSource | SheetSource) -> list[str]:
    """What the checks say of a page or a sheet alone, as its author reads it."""
    pages, sheets = ({source.path: source}, {}) if isinstance(source, PageSource) else ({}, {source.id: source})
    library: Library = replace(the_library(), pages=pages, sheets=sheets, packets={}, lists={})
    return [
        str(one)
        for check in CHECKS
        for one in check(library)
        if one.path == source.tree.path and one.rule not in ADVICE
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


def lost(written: Written) -> str:
    """How the words on page or paper differ from those that are written; empty where they do not, or a Problem says so."""
    source = page_of(written)
    page = on_page(source)
    paper = on_paper(page)
    if visible_words(page) == WORD.findall(paper) == written.words and HIDDEN not in page + paper:
        return ""
    return "" if problems(source) else f"{written.text}\n---\n{page}\n---\n{paper}"


@pytest.mark.parametrize("pattern", [*IN_A_LINE, *IN_ERROR, *BLOCKS, *BLOCKS_IN_ERROR])
def test_each_way_to_write_loses_no_word(pattern: str):
    assert lost(with_words(f"@ @\n\n{pattern}\n\n@ @")) == ""


@pytest.mark.parametrize("pattern", [*IN_A_LINE, *BLOCKS])
def test_what_is_supported_has_no_problem(pattern: str):
    assert problems(page_of(with_words(f"@ @\n\n{pattern}\n\n@ @"))) == []


@given(written=texts())
def test_no_text_of_an_article_loses_a_word(written: Written):
    assert lost(written) == ""


def sheet_of(block: str) -> SheetSource | None:
    """A sheet with this block, or None where it cannot be read: then a Problem says why."""
    tree, faults = read_yaml(File("worksheets/one.yml", SHEET + block))
    worksheet = validate(Worksheet, tree)[0] if tree and not faults else None
    return SheetSource("one", worksheet, tree) if worksheet and tree else None


def lost_in_sheet(block: str, key: str) -> str:
    """How the words of a block on page or paper differ from those that are written below this key of it."""
    sheet = sheet_of(block)
    if sheet is None:
        return ""
    page = blocks_html(sheet, the_library(), BLOCKS_OF_PAGES, str, staff=False)
    paper = said(documents(drawn_html).sheet(sheet)["runs"][0][0][key])
    if visible_words(page) == WORD.findall(paper) == WORD.findall(block) and HIDDEN not in page + paper:
        return ""
    return "" if problems(sheet) else f"{block}\n---\n{page}\n---\n{paper}"


def indented(text: str) -> str:
    return "".join(f"      {line}\n" if line else "\n" for line in text.split("\n"))


@given(written=texts())
def test_no_text_of_a_sheet_loses_a_word(written: Written):
    assert lost_in_sheet(f"  - type: text\n    text: |\n{indented(written.text)}", "text") == ""


@given(written=yaml_lists())
def test_no_line_of_yaml_loses_a_word(written: Written):
    block = f"  - type: checklist\n    id: one\n    text: Now\n    options:\n{indented(written.text)}"
    assert lost_in_sheet(block, "options") == ""


def words_in(document: Data) -> list[str]:
    pdf = the_printer().print(the_printer().inputs(document, the_library(), variants(the_library())[0])).pdf
    return WORD.findall("\n".join(page.get_textpage().get_text_range() for page in PdfDocument(BytesIO(pdf))))


def test_all_that_an_article_may_hold_is_printed_in_order():
    written = with_words("\n\n".join((*BLOCKS, *IN_A_LINE)))
    assert words_in(documents(drawn_html).article(page_of(written))) == written.words


def test_all_that_a_sheet_may_hold_is_printed_in_order():
    blocks = [f"  - type: text\n    text: |\n{indented(text)}" for text in (*BLOCKS, *IN_A_LINE)]
    held = [block for block in blocks if sheet_of(block)]
    for begin in range(0, len(held), MOST_BLOCKS):
        written = with_words("".join(held[begin : begin + MOST_BLOCKS]))
        sheet = sheet_of(written.text)
        assert sheet
        assert words_in(documents(drawn_html).sheet(sheet)) == written.words


@pytest.mark.parametrize("paper", [False, True])
def test_code_keeps_its_lines(paper: bool):
    page = on_page(page_of(Written("<pre>\nMon  9 to 5\n Tue\n</pre>")))
    lines = next(node for node in elements(tree_of(page)) if node.tag == "pre").kids if paper else page
    assert lines == ("Mon\u00a0\u00a09 to 5", Element("br", ()), "\u00a0Tue") if paper else "Mon  9 to 5\n Tue" in lines
