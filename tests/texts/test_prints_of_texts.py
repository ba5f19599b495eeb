"""Every sheet that clients are given, printed by a browser: as many pages as its PDF, empty and filled in."""

import pytest

from browser_print import BOTH, prints
from browsing import needs_browser, visit
from fixture import PROJECT, sheets_in, staff_sheets_in
from nights import some_by_day

pytestmark = needs_browser
SHEETS = [sheet for sheet in sheets_in(PROJECT) if sheet not in staff_sheets_in(PROJECT)]


@pytest.mark.parametrize("sheet", some_by_day(SHEETS, 6))
def test_print_has_the_pages_of_the_pdf(browser, origin, public_texts, sheet):
    with visit(browser, f"{origin}worksheets/{sheet}/") as page:
        found = [*prints(page, {paper: public_texts.pdf(sheet, paper) for paper in BOTH})]
    assert [(one.paper, one.filled, one.pages) for one in found if one.pages != one.pages_of_pdf] == []
