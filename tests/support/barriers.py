"""What may stand between a page and its reader: barriers that axe finds, words beside the screen, and its weight."""

from pathlib import Path
from typing import Any

import brotli
import lxml.html
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from browsing import Watch
from sites import Build

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": TAGS, "resultTypes": ["violations"]}
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
SHAPE = RULES | {"rules": {rule: {"enabled": False} for rule in COLOURS["runOnly"]["values"]}}
"""All that is no matter of colours, which are the theme's and not a text's."""
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 800}
LOOKS = [(WIDE, "light", RULES), (NARROW, "light", RULES), (WIDE, "dark", COLOURS)]
"""In the dark a page differs only in its colours, which are the same at any width."""
OPEN_ALL = "document.querySelectorAll('details:not([data-shuts])').forEach(one => { one.open = true; })"
"""But for what folds out over the page, which a touch elsewhere shuts."""
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
MOST = 100_000  # bytes
PACKED_ALREADY = (".woff2", ".png", ".jpg", ".webp")


def mains(site: Build) -> dict[str, bytes]:
    """What stands between the bar and the foot of each page."""
    pages = [page.relative_to(site.site).as_posix() for page in site.pages()]
    return {address: lxml.html.tostring(site.page(address).xpath("//main")[0]) for address in pages}


def barriers(page: Page, address: str, looks: list[Any] = LOOKS, part: str = "html") -> list[tuple[str, ...]]:
    page.evaluate(Axe().axe_script)
    page.evaluate(OPEN_ALL)
    found = []
    for size, scheme, rules in looks:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        violations = page.evaluate("([part, rules]) => axe.run(part, rules)", [part, rules])["violations"]
        found += [(address, size["width"], scheme, one["id"], one["nodes"][0]["html"]) for one in violations]
    return found


def sent(file: Path) -> int:
    """Its size as hosts send it; 5 is their usual level of Brotli."""
    data = (file / "index.html" if file.is_dir() else file).read_bytes()
    return len(data) if file.suffix in PACKED_ALREADY else len(brotli.compress(data, quality=5))


def weight(browser: Browser, origin: str, address: str, site: Build) -> int:
    """How many bytes a browser fetches who has never been here. It has fonts, and loads no search."""
    with browser.new_context() as context:
        page = context.new_page()
        watch = Watch(page)
        page.goto(origin + address, wait_until="networkidle")
    assert any(url.endswith(".woff2") for url in watch.asked)
    assert not any("/search" in url for url in watch.asked)
    return sum(sent(site.site / url.removeprefix(origin)) for url in watch.asked)
