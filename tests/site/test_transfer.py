"""What a phone has to fetch before a worksheet can be used: all of it, as a host sends it."""

from barriers import MOST, weight
from browsing import needs_browser
from fixture import FOR_STAFF, SHEETS

pytestmark = needs_browser


def test_a_worksheet_loads_in_100_kilobytes_with_its_fonts(browser, origin, public_site):
    weights = {sheet: weight(browser, origin, f"worksheets/{sheet}/", public_site) for sheet in {*SHEETS} - FOR_STAFF}
    assert {sheet: weight for sheet, weight in weights.items() if weight > MOST} == {}
