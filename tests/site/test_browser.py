"""The site in a real browser: for everybody, from one origin, and private."""

from collections import Counter
from io import BytesIO
from pathlib import Path

import pymupdf
import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from browsing import needs_browser, visit
from papers import body_on, squeezed

SEEN = {
    "home": "",
    "library": "worksheets/",
    "article": "parts/sides-of-you/",
    "topic": "parts/",
    "glossary": "glossary/",
    "sheet to write in": "worksheets/a-side-of-me/",
    "sheet with a table": "worksheets/seven-evenings/",
    "sheet with a matrix": "worksheets/what-is-okay/",
    "missing page": "404.html",
}
USABLE = """fields => fields.filter(one => !one.disabled && one.checkVisibility({visibilityProperty: true})
    && one.getBoundingClientRect().width > 5).map(one => one.name)"""
WRITABLE = "#sheet textarea[name]"
FILL_IN = """fields => fields.map((field, n) => {
    field.value = `a${n}z`;
    field.dispatchEvent(new InputEvent("input", {bubbles: true}));
    return field.value;
})"""
PAPER = {"Letter": (612, 792), "A4": (595, 842)}

pytestmark = needs_browser
seen = pytest.mark.parametrize("address", SEEN.values(), ids=SEEN)


def test_library_filters_by_phase(browser, origin):
    with visit(browser, origin + "worksheets/") as page:
        everything = page.locator(".sheets > li:visible").count()
        page.locator("input[name=phase][value=parts]").check(force=True)
        assert 0 < page.locator(".sheets > li:visible").count() < everything
        assert page.locator(".sheets > li:visible:not([data-phase=parts])").count() == 0


@pytest.mark.parametrize("sheet", ["a-side-of-me", "seven-evenings", "what-is-okay"])
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


def printed(page: Page, paper: str) -> PdfReader:
    """What the browser's own print makes of the page."""
    return PdfReader(BytesIO(page.pdf(format=paper, prefer_css_page_size=False, print_background=False)))


def is_across(pdf: Path) -> bool:
    """Whether the sheet lies on its side, as its print from the page then does too."""
    box = PdfReader(pdf).pages[0].mediabox
    return box.width > box.height


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("sheet", ["a-side-of-me", "seven-evenings", "what-is-okay"])
def test_browser_prints_the_sheet_with_its_answers_and_nothing_else(
    browser, origin, public_site, library, sheet, paper
):
    with visit(browser, f"{origin}worksheets/{sheet}/") as page:
        answers = page.eval_on_selector_all(WRITABLE, FILL_IN)
        outside = [squeezed(words) for words in page.locator(".bar, .foot, .help, .papers, .crumb").all_inner_texts()]
        done = printed(page, paper)
    said = squeezed("".join(one.extract_text() for one in done.pages))
    sides = PAPER[paper][::-1] if is_across(public_site.pdf(sheet, "letter")) else PAPER[paper]
    assert all(one.mediabox[2:] == pytest.approx(sides, abs=1.5) for one in done.pages)
    assert [text for text in body_on(public_site.source(sheet), library.quotes()) if text not in said] == []
    assert [answer for answer in answers if answer not in said] == []
    assert [words for words in outside if words and words in said] == []
    assert not any(
        words in said for words in ("Skiptothepage", "Hardmoment", "Searchthissite", "Cleareverything", "Groundhere")
    )


@pytest.mark.parametrize("chosen", ["", "dark"], ids=["dark device", "dark chosen"])
def test_dark_page_prints_dark_words_on_white(browser, origin, chosen):
    with visit(browser, origin + "worksheets/a-side-of-me/", color_scheme="dark" if not chosen else "light") as page:
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
        origin + "kat/what-studies-found/",
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
    with visit(browser, origin + "kat/what-studies-found/") as page:
        page.locator(".term").first.click()
        meaning = squeezed(page.locator(".meaning").first.inner_text())
        word = squeezed(page.locator(".term").first.inner_text())
        said = squeezed("".join(one.extract_text() for one in printed(page, "Letter").pages))
    assert word in said
    assert meaning not in said
