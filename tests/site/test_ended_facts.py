"""A fact that ends is followed by what holds then, in a site that nobody has built anew: by the reader's own calendar."""

import pytest

from browsing import needs_browser, visit

pytestmark = needs_browser
PAGE = "kat/rules-and-safety-facts/"
UNTIL = "Care by video is allowed without a first visit. Planned to end: June 30, 2027. (as of November 1, 2026)"
AFTER = "Care by video was allowed without a first visit until June 30, 2027. (as of November 1, 2026)"


@pytest.mark.parametrize(("day", "says"), [("2027-06-30T23:59", UNTIL), ("2027-07-01T00:00", AFTER)])
def test_the_page_says_what_holds_on_the_readers_day(browser, origin, day, says):
    with visit(browser, origin) as page:
        page.clock.set_fixed_time(day)
        page.goto(origin + PAGE)
        assert page.locator("[data-until]").inner_text() == says


def test_it_reads_right_without_a_script(public_site):
    assert public_site.page(PAGE).xpath("string(//*[@data-until])") == UNTIL
