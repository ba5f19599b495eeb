"""Every page of the project's own texts in a browser: no barrier, nothing beside a narrow screen, nothing from elsewhere."""

import pytest

from barriers import BESIDE_THE_SCREEN, MOST, NARROW, SHAPE, barriers, mains, sent, weight
from browsing import Watch, needs_browser, served, visit
from nights import some_by_day

pytestmark = needs_browser
SHARES = 2
LOOK = [(NARROW, "light", SHAPE)]
"""All other looks, colours, and what frames a page are tried on the fixture library."""
PHONE = {"width": 360, "height": 740}
MOMENTS = {
    "a panic now": ["Hard moment", "More ways to pause and ground", "My grounding menu"],
    "the evening after a session": ["After a session", "First 24 hours list"],
    "a first session next week": ["Before a session", "Practical plan"],
    "a part that binges": ["Worksheets", "more on “Integration”", "The rule maker and the rebel"],
    "a partner who drives": ["Support people", "Card for my support person"],
}
"""What a person on a phone touches, from the home page on. The menu is not needed."""


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("edition", ["public_texts", "staff_texts"])
def test_no_page_has_a_barrier_or_words_beside_the_screen(browser, request, edition, share):
    """A page of the staff edition that says the same as the public one is looked at there. By day barriers are searched on
    some: most are those of templates, of which the fixture's pages are searched, all of them."""
    site = request.getfixturevalue(edition)
    said = mains(request.getfixturevalue("public_texts")) if edition == "staff_texts" else {}
    pages = [address for address, text in mains(site).items() if said.get(address) != text][share::SHARES]
    searched, found = some_by_day(pages, 4), []
    with served(site.site) as origin, visit(browser, origin) as page:
        watch = Watch(page)
        for address in pages:
            page.goto(origin + address)
            page.set_viewport_size({"width": 320, "height": 800})
            found += [(address, words) for words in page.evaluate(BESIDE_THE_SCREEN, "")]
            if address in searched:
                found += barriers(page, address, LOOK, "main")
        found += watch.elsewhere(origin)
    assert found == watch.said == []


def test_the_heaviest_worksheets_load_in_100_kilobytes(browser, origin, public_texts):
    """What differs between them is above all the page itself."""
    sheets = [page.parent for page in public_texts.pages() if page.parents[1].name == "worksheets"]
    heaviest = sorted(sheets, key=lambda sheet: sent(sheet / "index.html"))[-3:]
    weights = {sheet.name: weight(browser, origin, f"worksheets/{sheet.name}/", public_texts) for sheet in heaviest}
    assert {sheet: bytes_sent for sheet, bytes_sent in weights.items() if bytes_sent > MOST} == {}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_sheet_for_a_moment_is_fewer_than_four_clicks_away(browser, origin, moment):
    with visit(browser, origin, viewport=PHONE) as page:
        for name in MOMENTS[moment]:
            page.locator("a, summary").filter(has_text=name).locator("visible=true").first.click()
        assert page.locator("form.sheet h1").inner_text() == MOMENTS[moment][-1]
    assert len(MOMENTS[moment]) < 4
