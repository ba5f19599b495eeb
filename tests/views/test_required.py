"""That an answer is asked for, and what a result means, is said on the page and on paper, whatever the kind of block."""

from io import BytesIO

import pytest
import yaml
from lxml import html
from pypdfium2 import PdfDocument

from printed import OVERRIDES, printed, sheet_of
from psychoed.model.blocks.base import Question
from psychoed.model.guide import SHEET_HEAD
from psychoed.model.kinds import KINDS
from psychoed.views.web.html import blocks_html, environment
from small_site import DATA, the_library

GUIDE = {entry["id"]: entry["example"] for entry in yaml.safe_load((DATA / "kinds.yml").read_text("utf-8"))}
ASKING = [name for name, kind in KINDS.items() if issubclass(kind.model, Question)]
SAID = yaml.safe_load((DATA / "strings.en.yml").read_text("utf-8"))["required"]
PAGES = environment([OVERRIDES])
BANDS = "[{from: 0, to: 2, text: Talk to us.}, {from: 3, to: 6, text: Bring it along.}]"


def asked(name: str) -> str:
    """The example of a kind with its questions as ones to answer."""
    blocks = [block for block in yaml.safe_load(GUIDE[name]) if block["type"] in (name, "matrix")]
    return yaml.safe_dump([block | {"required": True} for block in blocks])


def on_page(text: str) -> str:
    drawn = blocks_html(sheet_of(text), the_library(), PAGES, str, staff=False)
    return html.fromstring(f"<main>{drawn}</main>").text_content()


def on_paper(text: str) -> str:
    pages = PdfDocument(BytesIO(printed(sheet_of(text), "letter")))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


@pytest.mark.parametrize("name", ASKING)
def test_every_kind_says_that_an_answer_is_asked_for(name):
    sheet = SHEET_HEAD + asked(name)
    questions = len(yaml.safe_load(asked(name)))
    assert on_page(sheet).count(SAID) == on_paper(sheet).count(f"({SAID})") == questions


def test_what_a_result_means_stands_below_it():
    score = f"  - {{type: scale, id: mood, text: Mood, to: 6}}\n  - {{type: result, id: sum, text: Sum, of: [mood], bands: {BANDS}}}\n"
    page, paper = on_page(SHEET_HEAD + score), on_paper(SHEET_HEAD + score)
    for said in ("0–2", "Talk to us.", "3–6", "Bring it along."):
        assert said in page
        assert said in paper
