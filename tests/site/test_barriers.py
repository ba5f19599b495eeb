"""No page keeps anybody out, as far as a program can tell: every page of both editions, light and dark, wide and narrow."""

import lxml.html
import pytest
from axe_playwright_python.sync_playwright import Axe

from browsing import needs_browser, served, visit
from sites import Build

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
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
SHARES = 4


def texts(site: Build) -> dict[str, bytes]:
    """What stands between the bar and the foot of each page."""
    pages = [page.relative_to(site.site).as_posix() for page in site.pages()]
    return {address: lxml.html.tostring(site.page(address).xpath("//main")[0]) for address in pages}


def barriers(page, address: str) -> list[tuple[str, ...]]:
    page.evaluate(Axe().axe_script)
    page.evaluate(OPEN_ALL)
    found = []
    for size, scheme, rules in LOOKS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        violations = page.evaluate("rules => axe.run(rules)", rules)["violations"]
        found += [(address, size["width"], scheme, one["id"], one["nodes"][0]["html"]) for one in violations]
    return found


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("edition", ["public_site", "staff_site"])
def test_no_barrier_is_found_on_any_page(browser, request, edition, share):
    """A page of the staff edition that says the same as the public one is looked at there."""
    site = request.getfixturevalue(edition)
    said = texts(request.getfixturevalue("public_site")) if edition == "staff_site" else {}
    pages = [address for address, text in texts(site).items() if said.get(address) != text][share::SHARES]
    assert len(pages) >= 3
    with served(site.site) as origin, visit(browser, origin) as page:
        found = []
        for address in pages:
            page.goto(origin + address)
            found += barriers(page, address)
    assert found == []
