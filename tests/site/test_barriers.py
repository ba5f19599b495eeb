"""No page keeps anybody out, as far as a program can tell: every page of both editions, light and dark, wide and narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import needs_browser, served, visit

pytestmark = needs_browser
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": TAGS, "resultTypes": ["violations"]}
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 800}
LOOKS = [(WIDE, "light", RULES), (NARROW, "light", RULES), (WIDE, "dark", COLOURS), (NARROW, "dark", COLOURS)]
"""In the dark a page differs only in its colours."""
SHARES = 4


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("edition", ["public_site", "staff_site"])
def test_no_barrier_is_found_on_any_page(browser, request, edition, share):
    site = request.getfixturevalue(edition)
    pages = [page.relative_to(site.site).as_posix() for page in site.pages()][share::SHARES]
    found, axe = [], Axe()
    with served(site.site) as origin, visit(browser, origin) as page:
        for address in pages:
            page.goto(origin + address)
            page.evaluate(axe.axe_script)
            page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
            for size, scheme, rules in LOOKS:
                page.set_viewport_size(size)
                page.emulate_media(color_scheme=scheme)
                result = page.evaluate("rules => axe.run(rules)", rules)
                found += [(address, size, scheme, one["id"], one["nodes"][0]["html"]) for one in result["violations"]]
    assert len(pages) >= 5
    assert found == []
