"""What a browser's own print makes of a worksheet's page, empty and filled in."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pymupdf
from playwright.sync_api import Page

BOTH = ("letter", "a4")
TWO_LINES = """fields => fields.forEach((field, n) => {
    field.value = `Some words ${n}\\nand others`;
    field.dispatchEvent(new InputEvent("input", {bubbles: true}));
})"""
CHOSEN = """marks => marks.forEach(mark => {
    mark.checked = true;
    mark.dispatchEvent(new InputEvent("input", {bubbles: true}));
})"""
CONTROLS = "#sheet :is(button, [data-js]), .done, .sheet-top, .where"


class BrowserPrint(NamedTuple):
    """A print of one sheet beside its PDF of the same paper."""

    paper: str
    filled: bool
    pages: int
    pages_of_pdf: int
    text: str


def fill_in(page: Page) -> None:
    """Type two lines into every answer, and choose every mark."""
    page.eval_on_selector_all("#sheet textarea[name]", TWO_LINES)
    page.eval_on_selector_all("#sheet .block input[name]", CHOSEN)


def prints(page: Page, pdf_of: dict[str, Path]) -> Iterator[BrowserPrint]:
    """Yield the prints of the sheet that the page shows: empty and filled in, on each paper."""
    for filled in (False, True):
        if filled:
            fill_in(page)
        for paper in BOTH:
            printed = pymupdf.open(stream=page.pdf(format={"letter": "Letter", "a4": "A4"}[paper]))
            text = "\n".join(one.get_text() for one in printed)
            yield BrowserPrint(paper, filled, len(printed), len(pymupdf.open(pdf_of[paper])), text)
