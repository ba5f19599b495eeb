"""The room that a page leaves empty goes to the answers on it, and no block changes its page for that."""

from io import BytesIO

import pikepdf
import pymupdf
import pytest

from printed import FOOT, PAPERS, printed_to_fit, sheet_of
from psychoed.views.paper.fields import MILLIMETER
from psychoed.views.paper.spreading import Growing, shares
from type_area import share_used

HEAD = "{title: A, summary: B, phase: self, minutes: 5, pages: 2, audience: client, blocks: [BLOCKS]}"
ANSWERS = {
    "lines": "{type: lines, id: a, text: A, lines: 2}, {type: lines, id: b, text: B, lines: 4}, {type: lines, id: c, text: C, lines: 3}",
    "lines of one entry": "{type: group, entry: G, blocks: [{type: lines, id: a, text: A, lines: 4}, {type: lines, id: b, text: B, lines: 5}]}",
    "stems": "{type: stems, id: a, text: A, lines: 4, stems: [I can, I may, I do]}",
    "two sides": "{type: compare, id: a, text: A, lines: 4, sides: [B, C], rows: [D, E, F]}",
    "four spaces": "{type: quadrants, id: a, text: A, lines: 5, columns: [B, C], rows: [D, E]}",
    "table": "{type: table, id: a, text: A, rows: 6, row_lines: 1.5, columns: [{text: B}, {text: C}]}",
}
NEXT = "{type: break}, {type: lines, id: z, text: Z}"


def heights(pdf: bytes) -> dict[str, float]:
    with pikepdf.open(BytesIO(pdf)) as document:
        widgets = [one for page in document.pages for one in page.get("/Annots", ()) if "/T" in one]
        return {str(one.T): float(one.Rect[3] - one.Rect[1]) / MILLIMETER for one in widgets}


@pytest.mark.parametrize("paper", PAPERS[:2])
@pytest.mark.parametrize("answers", ANSWERS.values(), ids=ANSWERS)
def test_answers_take_the_room_of_their_page(answers, paper):
    whole = printed_to_fit(sheet_of(HEAD.replace("BLOCKS", f"{answers}, {NEXT}")), paper)
    alone = printed_to_fit(sheet_of(HEAD.replace("BLOCKS", answers)), paper)
    pages = pymupdf.open(stream=whole.pdf)
    assert whole.pages == 2
    assert share_used(pages[0], FOOT[paper]) > 0.88
    before, after = heights(alone.pdf), heights(whole.pdf)
    assert all(after[name] >= high - 0.01 for name, high in before.items())
    assert sum(after.values()) > sum(before.values())


def test_the_next_step_goes_to_the_answer_that_has_least_for_its_size():
    areas = [Growing("short", 9, 2, 2), Growing("long", 9, 4, 4), Growing("one", 9, 1, 1)]
    assert shares(areas, 8) == {}
    assert shares(areas, 28) == {"long": 2, "short": 1}
    assert shares(areas, 500) == {"short": 2, "long": 4, "one": 1}
