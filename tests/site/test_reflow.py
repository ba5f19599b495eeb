"""Nothing is lost on a narrow screen or with large letters: every page, at 320 px, and with text twice as large."""

from barriers import BESIDE_THE_SCREEN
from browsing import needs_browser

pytestmark = needs_browser
LOOKS = [(320, ""), (360, "250%"), (640, "250%"), (1280, "250%")]
"""Widths, and sizes of the root's letters: a page's own size is 125% of what the reader has chosen."""


def test_every_word_is_on_the_screen(browser, origin, public_site):
    lost = {}
    with browser.new_context() as context:
        page = context.new_page()
        for file in public_site.pages():
            address = file.relative_to(public_site.site).as_posix()
            page.goto(origin + address)
            for width, letters in LOOKS:
                page.set_viewport_size({"width": width, "height": 800})
                lost[address, width, letters] = page.evaluate(BESIDE_THE_SCREEN, letters)
    assert len(lost) > 20 * len(LOOKS)
    assert {look: words for look, words in lost.items() if words} == {}
