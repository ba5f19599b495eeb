"""Blocks that hold as much as their models allow: nothing is lost off the foot of a page, in any size of print."""

from io import BytesIO

import lxml.html
import pytest
from pypdf import PdfReader

from printed import OVERRIDES, PAPERS, out_of_place, printed, sheet_of
from psychoed.model.guide import SHEET_HEAD
from psychoed.views.web.html import blocks_html, environment
from small_site import the_library

LONG = "marigold " * 15 + "end"
WORDS = ", ".join(f"word {n}" for n in range(1, 80))
FULL = {
    "frames in a group": "- {type: group, entry: G, repeat: 2, blocks: [{type: draw, id: a, text: B, height: 180}]}",
    "diagram with all": "- {type: diagram, id: a, text: B, shape: flow, lines: 6, boxes: [{text: A, asks: [C, D, E, F]}, [G, H, I], [[J, K], [L, M]]]}",
    "words": f"- {{type: words, id: a, text: B, words: [{WORDS}, {'many ' * 15}words], columns: 6, other: true}}",
    "letter": f"- {{type: letter, id: a, text: B, greeting: {'Dear ' * 15}, lines: 14, stems: [{LONG}, {LONG}], close: C}}",
    "free letter": "- {type: letter, id: a, text: B, greeting: Dear, lines: 14, close: C}",
    "dialogue": f"- {{type: dialogue, id: a, text: B, speakers: [Me, You], turns: 3, lines: 10, starts: [{LONG}]}}",
    "wallet cards": f"- {{type: card, id: a, text: B, repeat: 12, sides: [{{text: {LONG}, fields: [Name]}}, {{heading: C}}]}}",
    "half cards": "- {type: card, id: a, text: B, size: half, repeat: 3, sides: [{heading: C}, {heading: D, fields: [E]}]}",
    "card longer than a page": "- {type: card, id: a, text: B, size: half, sides: [{heading: C, fields: ["
    + ", ".join(f"{{label: F{n}, lines: 6}}" for n in range(8))
    + "]}, {heading: D, fields: [E]}]}",
    "one side each": "- {type: card, id: a, text: B, repeat: 5, sides: [{heading: C, fields: [D, E]}]}",
}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("block", FULL.values(), ids=FULL)
def test_everything_stands_on_a_page(block, paper):
    sheet = sheet_of(f"{SHEET_HEAD}{block}\n")
    pdf = printed(sheet, paper)
    assert set(PdfReader(BytesIO(pdf)).get_fields()) == {answer.name for answer in sheet.worksheet.answers()}
    assert list(out_of_place(pdf, paper)) == []


@pytest.mark.parametrize("block", FULL.values(), ids=FULL)
def test_page_has_the_same_answers_in_the_same_order(block):
    sheet = sheet_of(f"{SHEET_HEAD}{block}\n")
    html = blocks_html(sheet, the_library(), environment([OVERRIDES]), lambda href: href, staff=False)
    (written,) = sheet.worksheet.blocks
    assert lxml.html.fromstring(html).xpath("//@name") == [answer.name for answer in written.answers()]
