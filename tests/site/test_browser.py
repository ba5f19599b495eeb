"""The site in a real browser: for everybody, from one origin, and private."""

import os
import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pymupdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from papers import body_on, squeezed
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
SEEN = {
    "home": "",
    "library": "worksheets/",
    "article": "parts/what-is-parts-work/",
    "topic": "parts/",
    "glossary": "glossary/",
    "sheet to write in": "worksheets/meet-a-protector/",
    "sheet with a table": "worksheets/seven-day-watch/",
    "sheet with a matrix": "worksheets/consent-and-preferences/",
    "missing page": "404.html",
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
USABLE = """fields => fields.filter(one => !one.disabled && one.checkVisibility({visibilityProperty: true})
    && one.getBoundingClientRect().width > 5).map(one => one.name)"""
WRITABLE = "#sheet textarea[name], #sheet input[type=text][name]"
FILL_IN = """fields => fields.map((field, n) => {
    field.value = `a${n}z`;
    field.dispatchEvent(new InputEvent("input", {bubbles: true}));
    return field.value;
})"""
WRITTEN = "Zwölf marigold words"
PAPER = {"Letter": (612, 792), "A4": (595, 842)}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM and "CI" not in os.environ, reason="there is no Chromium on this machine"),
]
seen = pytest.mark.parametrize("address", SEEN.values(), ids=SEEN)


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the base class's
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that is closed hangs up on what it was still asking for."""


@pytest.fixture(scope="module")
def origin(public_site) -> Iterator[str]:
    with Server(("127.0.0.1", 0), partial(Silent, directory=public_site.site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "CI has no Chromium: install it, so that nothing is skipped"
    as_root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET + as_root)
        yield browser
        browser.close()


@contextmanager
def visit(browser: Browser, url: str, **how: object) -> Iterator[Page]:
    """A page in a browser that has never been here."""
    with browser.new_context(**how) as context:
        page = context.new_page()
        page.goto(url)
        yield page


def wide(width: int) -> dict[str, int]:
    return {"width": width, "height": 800}


@seen
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_barrier_is_found(browser, origin, address, scheme, width):
    with visit(browser, origin + address, viewport=wide(width), color_scheme=scheme) as page:
        found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], node["html"][:200], node["failureSummary"]) for one in found for node in one["nodes"]] == []


@seen
def test_page_asks_no_other_origin_sets_no_cookie_and_complains_of_nothing(browser, origin, address):
    asked, said = [], []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(origin + address, wait_until="networkidle")
        cookies = context.cookies()
    assert asked
    assert [url for url in asked if not url.startswith((origin, "data:"))] == []
    assert cookies == []
    assert said == []


@seen
@pytest.mark.parametrize("width", [360, 320])
def test_page_never_scrolls_sideways(browser, origin, address, width):
    with visit(browser, origin + address, viewport=wide(width)) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.body.scrollWidth") <= width


def test_search_finds_a_worksheet_without_another_origin(browser, origin):
    with visit(browser, origin) as page:
        page.locator("[data-open-search]:visible").first.click()
        page.locator("#search-words").press_sequentially("marigold watch")
        page.locator("#search-words").fill("seven-day")
        page.locator(".md-search-result__link[href*='worksheets/seven-day-watch/']").first.wait_for()


def test_library_filters_by_phase(browser, origin):
    with visit(browser, origin + "worksheets/") as page:
        everything = page.locator(".sheets > li:visible").count()
        page.locator("input[name=phase][value=parts]").check(force=True)
        assert 0 < page.locator(".sheets > li:visible").count() < everything
        assert page.locator(".sheets > li:visible:not([data-phase=parts])").count() == 0


@pytest.mark.parametrize("sheet", ["meet-a-protector", "seven-day-watch", "consent-and-preferences"])
def test_sheet_is_complete_without_scripts(browser, origin, public_site, library, sheet):
    with visit(browser, f"{origin}worksheets/{sheet}/", java_script_enabled=False) as page:
        words = squeezed(page.locator("#sheet").inner_text())
        assert [text for text in body_on(public_site.source(sheet), library.quotes()) if text not in words] == []
        usable = page.eval_on_selector_all("#sheet [name]", USABLE)
    planned = Counter({one.name: max(1, len(one.values)) for one in library.sheets[sheet].worksheet.answers()})
    assert Counter(usable) == planned


def test_library_lists_every_sheet_without_scripts(browser, origin, library):
    with visit(browser, origin + "worksheets/", java_script_enabled=False) as page:
        assert page.locator(".sheets > li:visible").count() == len(library.edition(staff=False).sheets)


def kept(page: Page) -> str:
    """All that the browser holds after the page is closed, or could send along."""
    return page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])")


def test_answers_stay_in_the_tab_until_the_reader_keeps_them(browser, origin):
    with visit(browser, origin + "worksheets/meet-a-protector/") as page:
        page.locator("[name=reaction]").fill(WRITTEN)
        page.locator("[name=ready-1]").check()
        assert WRITTEN not in kept(page)
        page.reload()
        assert page.locator("[name=reaction]").input_value() == ""


def test_kept_answers_come_back_and_are_gone_once_cleared(browser, origin):
    with visit(browser, origin + "worksheets/meet-a-protector/") as page:
        page.locator("[name=reaction]").fill(WRITTEN)
        page.locator("[name=warmth][value='7']").check(force=True)
        page.locator("[data-keep]").check()
        page.locator("[name=place]").fill("after keeping")
        assert WRITTEN in kept(page)
        page.reload()
        assert page.locator("[name=reaction]").input_value() == WRITTEN
        assert page.locator("[name=place]").input_value() == "after keeping"
        assert page.locator("[name=warmth][value='7']").is_checked()
        page.on("dialog", lambda dialog: dialog.accept())
        page.locator("[data-clear]").click()
        assert page.locator("[name=reaction]").input_value() == ""
        assert WRITTEN not in kept(page)
        page.reload()
        assert page.locator("[name=reaction]").input_value() == ""


def test_answers_are_forgotten_when_the_reader_no_longer_keeps_them(browser, origin):
    with visit(browser, origin + "worksheets/meet-a-protector/") as page:
        page.locator("[data-keep]").check()
        page.locator("[name=reaction]").fill(WRITTEN)
        page.locator("[data-keep]").uncheck()
        assert WRITTEN not in kept(page)
        assert page.locator("[name=reaction]").input_value() == WRITTEN


def printed(page: Page, paper: str) -> PdfReader:
    """What the browser's own print makes of the page."""
    return PdfReader(BytesIO(page.pdf(format=paper, prefer_css_page_size=False, print_background=False)))


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("sheet", ["meet-a-protector", "seven-day-watch", "consent-and-preferences"])
def test_browser_prints_the_sheet_with_its_answers_and_nothing_else(
    browser, origin, public_site, library, sheet, paper
):
    with visit(browser, f"{origin}worksheets/{sheet}/") as page:
        answers = page.eval_on_selector_all(WRITABLE, FILL_IN)
        outside = [squeezed(words) for words in page.locator(".bar, .foot, .help, .papers, .crumb").all_inner_texts()]
        done = printed(page, paper)
    said = squeezed("".join(one.extract_text() for one in done.pages))
    assert all(one.mediabox[2:] == pytest.approx(PAPER[paper], abs=1.5) for one in done.pages)
    assert [text for text in body_on(public_site.source(sheet), library.quotes()) if text not in said] == []
    assert [answer for answer in answers if answer not in said] == []
    assert [words for words in outside if words and words in said] == []
    assert not any(words in said for words in ("Skiptothepage", "Hardmoment", "Searchthissite", "Clearmyanswers"))


@pytest.mark.parametrize("chosen", ["", "dark"], ids=["dark device", "dark chosen"])
def test_dark_page_prints_dark_words_on_white(browser, origin, chosen):
    with visit(
        browser, origin + "worksheets/meet-a-protector/", color_scheme="dark" if not chosen else "light"
    ) as page:
        page.evaluate("scheme => localStorage.setItem('scheme', scheme)", chosen)
        page.reload()
        assert shade_of(page.screenshot()) < 90, "the page on the screen is not dark, so this shows nothing"
        shades = Counter(
            pymupdf.open(stream=page.pdf(print_background=True))[0].get_pixmap(colorspace=pymupdf.csGRAY).samples
        )
    assert shades[255] > 0.7 * shades.total()
    assert min(shades) < 90


def shade_of(picture: bytes) -> int:
    """The shade, from 0 for black, that most of a picture has."""
    pixels = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.Pixmap(picture))
    return Counter(pixels.samples).most_common(1)[0][0]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", [1280, 360])
def test_meanings_of_words_open_by_keyboard_stay_on_the_screen_and_close(browser, origin, width, scripts):
    with visit(
        browser,
        origin + "kat/what-research-says-about-kat/",
        viewport={"width": width, "height": 700},
        java_script_enabled=scripts,
    ) as page:
        words = page.locator(".term")
        assert words.count() > 2
        for word in words.all():
            meaning = page.locator(f"#{word.get_attribute('popovertarget')}")
            assert not meaning.is_visible()
            word.focus()
            page.keyboard.press("Enter")
            assert meaning.is_visible()
            box = meaning.bounding_box()
            assert 0 < box["x"] <= width - box["width"]
            assert 0 < box["y"] <= 700 - box["height"]
            page.keyboard.press("Escape")
            assert not meaning.is_visible()
            assert word.evaluate("one => one === document.activeElement")


def test_browser_prints_no_meaning_of_a_word(browser, origin):
    with visit(browser, origin + "kat/what-research-says-about-kat/") as page:
        page.locator(".term").first.click()
        meaning = squeezed(page.locator(".meaning").first.inner_text())
        word = squeezed(page.locator(".term").first.inner_text())
        said = squeezed("".join(one.extract_text() for one in printed(page, "Letter").pages))
    assert word in said
    assert meaning not in said
