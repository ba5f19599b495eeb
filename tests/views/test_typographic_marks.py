"""Straight marks of a keyboard are typographic ones on a sheet, in the words of page and paper and in what its fields and
drawings are called."""

from io import BytesIO

import lxml.html
from pypdf import PdfReader

from printed import OVERRIDES, documents, printed, sheet_of
from psychoed.library.pages import read_page
from psychoed.reading.file import File
from psychoed.views.web.html import blocks_html, environment
from psychoed.views.web.pages import about_page
from small_site import the_library

SHEET = r"""
title: "What's there"
summary: What.
phase: parts
minutes: 5
pages: 2
blocks:
  - type: text
    text: |
      'Tis a plan -- it's "**Yours**"s, 6'2" tall...

      She said "'yes,' I think", and \"no\".
  - type: table
    id: log
    text: The "what's next" list
    columns: ["Mum's call", 'The ''90s']
    rows: 1
  - type: rings
    id: near
    text: Who's near
    alt: "Rings for {{ clinic.name }}'s 'near' ones"
    rings: ["Me", "Friends' places"]
"""
WORDS = (
    "’Tis a plan – it’s “Yours”s, 6′2″ tall…",
    'She said “‘yes,’ I think”, and "no".',
    "The “what’s next” list",
    "Mum’s call",
    "The ’90s",
    "Friends’ places",
)
NAMES = ("The “what’s next” list, Mum’s call, 1", "Who’s near, Friends’ places")


def test_straight_marks_of_a_sheet_are_set_on_its_page():
    page = lxml.html.fromstring(blocks_html(sheet_of(SHEET), the_library(), environment([OVERRIDES]), str, staff=False))
    shown = " ".join(page.text_content().split())
    assert [words for words in WORDS if words not in shown] == []
    assert {one.get("aria-label") for one in page.iter("svg")} == {"Rings for Your Clinic’s ‘near’ ones"}


def test_straight_marks_of_a_sheet_are_set_on_its_paper():
    reader = PdfReader(BytesIO(printed(sheet_of(SHEET), "letter")))
    shown = " ".join("".join(page.extract_text() for page in reader.pages).split())
    assert [words for words in WORDS if words not in shown] == []
    assert {str(field["/TU"]) for field in reader.get_fields().values()} >= set(NAMES)
    assert reader.metadata
    assert str(reader.metadata.title).startswith("What’s there")


def test_straight_marks_above_the_text_of_an_article_are_set():
    front = (
        "title: What's next\nsummary: A \"small\" step.\nmain_message: It's yours...\naudience: client\ngroup: parts\n"
    )
    source = read_page(File("content/parts/one.md", f"---\n{front}---\nWords.\n")).value
    assert source
    shown = about_page(source, the_library())
    assert [shown[key] for key in ("title", "summary", "main_message")] == [
        "What’s next",
        "A “small” step.",
        "It’s yours…",
    ]
    paper = documents(str).article(source)
    assert [paper["title"], paper["main_message"]] == [["What’s next"], "It’s yours…"]
