"""No page keeps anybody out, as far as a program can tell: every page of both editions, light and dark, wide and narrow."""

import pytest

from barriers import barriers, mains
from browsing import needs_browser, served, visit

pytestmark = needs_browser
SHARES = 2


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("edition", ["public_site", "staff_site"])
def test_no_barrier_is_found_on_any_page(browser, request, edition, share):
    """A page of the staff edition that says the same as the public one is looked at there."""
    site = request.getfixturevalue(edition)
    said = mains(request.getfixturevalue("public_site")) if edition == "staff_site" else {}
    pages = [address for address, text in mains(site).items() if said.get(address) != text][share::SHARES]
    assert len(pages) >= 3
    with served(site.site) as origin, visit(browser, origin) as page:
        found = []
        for address in pages:
            page.goto(origin + address)
            found += barriers(page, address)
    assert found == []
