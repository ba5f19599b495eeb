"""Nothing is lost on a narrow screen or with large letters: every page, at 320 px, and with text twice as large."""

import pytest

from browsing import needs_browser

pytestmark = needs_browser
LOOKS = [(320, ""), (360, "250%"), (640, "250%"), (1280, "250%")]
"""Widths, and sizes of the root's letters: a page's own size is 125% of what the reader has chosen."""
BESIDE_THE_SCREEN = """letters => {
    document.documentElement.style.fontSize = letters;
    const hidden = box => getComputedStyle(box).clipPath !== "none";
    const shown = box => box.checkVisibility({visibilityProperty: true}) && !box.closest(".skip, .table-scroll, script, style");
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lost = [];
    while (texts.nextNode()) {
        const {data, parentElement} = texts.currentNode;
        if (!data.trim() || !shown(parentElement)) continue;
        if (hidden(parentElement) || (parentElement.closest("thead") && hidden(parentElement.closest("thead")))) continue;
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        if ([...range.getClientRects()].some(one => one.right > innerWidth + 1 || one.left < -1)) lost.push(data.trim());
    }
    return document.documentElement.scrollWidth > innerWidth ? ["the page scrolls sideways", ...lost] : lost;
}"""


@pytest.mark.parametrize("share", range(2))
@pytest.mark.parametrize(("width", "letters"), LOOKS)
def test_every_word_is_on_the_screen(browser, origin, public_site, width, letters, share):
    pages = [page.relative_to(public_site.site).as_posix() for page in public_site.pages()][share::2]
    lost = {}
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        for address in pages:
            page.goto(origin + address)
            lost[address] = page.evaluate(BESIDE_THE_SCREEN, letters)
    assert len(pages) > 5
    assert {address: words for address, words in lost.items() if words} == {}
