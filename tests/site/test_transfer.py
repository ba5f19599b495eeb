"""What a phone has to fetch before a worksheet can be used: all of it, as a host sends it."""

from barriers import MOST, sent
from browsing import needs_browser
from fixture import FOR_STAFF, SHEETS

pytestmark = needs_browser


def test_a_worksheet_loads_in_100_kilobytes_with_its_fonts(browser, origin, public_site):
    weights = {}
    for sheet in [sheet for sheet in SHEETS if (public_site.site / "worksheets" / sheet).is_dir()]:
        with browser.new_context() as context:  # with nothing in its cache
            page, asked = context.new_page(), []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.goto(f"{origin}worksheets/{sheet}/", wait_until="networkidle")
        assert any(url.endswith(".woff2") for url in asked)
        assert not any("search_index" in url or "worker" in url for url in asked)
        weights[sheet] = sum(sent(public_site.site / url.removeprefix(origin)) for url in asked)
    assert len(weights) == len(SHEETS) - len(FOR_STAFF)
    assert {sheet: weight for sheet, weight in weights.items() if weight > MOST} == {}
