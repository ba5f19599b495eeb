"""What people type into a PDF, in each of six programs, and how four of them show it: run with
`PYTHONPATH=hooks:tests/support`.

Prints a table and ends with 1 where something is lost that README.md does not except. pdf.js comes from npm and runs in
Chromium, Poppler from the machine's packages; a program that is not there is named.
"""

import base64
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from subprocess import CalledProcessError

import numpy
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from browsing import AS_ROOT, CHROMIUM
from serving import hosted
from typed import VALUES, blank_sheet, faults_of, pages_below_each_other, sizes_typed
from typing_programs import IN_PYTHON, SCALE, SEEN_IN_PYTHON, Picture, Values, seen_by_poppler, with_poppler

PDFJS = Path(__file__).parent / "node_modules/pdfjs-dist"
PENS = {"letter": 12, "large-print": 18}
OWN_POINT = "what is chosen hides its number"
NOT_PROMISED = {
    ("MuPDF", "PDFium"): {"“Пример” is not there", "“Παράδειγμα” is not there", OWN_POINT},
    ("MuPDF", "MuPDF"): {OWN_POINT},
    ("MuPDF", "Poppler"): {OWN_POINT},
    ("MuPDF", "pdf.js"): {OWN_POINT},
    ("pikepdf", "PDFium"): {OWN_POINT},
    ("pikepdf", "MuPDF"): {OWN_POINT},
}
OPEN = """
const lib = await import("/legacy/build/pdf.min.mjs");
lib.GlobalWorkerOptions.workerSrc = "/legacy/build/pdf.worker.min.mjs";
const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0));
const pdf = await lib.getDocument({ data: bytes, cMapUrl: "/cmaps/", standardFontDataUrl: "/standard_fonts/" }).promise;
"""
FILL_IN = """
for (let number = 1; number <= pdf.numPages; number++) {
  for (const one of await (await pdf.getPage(number)).getAnnotations()) {
    const value = values[one.fieldName];
    if (!value) continue;
    if (one.fieldType === "Tx") pdf.annotationStorage.setValue(one.id, { value });
    else if (one.checkBox) pdf.annotationStorage.setValue(one.id, { value: true });
    else pdf.annotationStorage.setValue(one.id, { value: "/" + one.buttonValue === value });
  }
}
return btoa(Array.from(await pdf.saveDocument(), byte => String.fromCharCode(byte)).join(""));
"""
SHOW = """
const page = await pdf.getPage(number);
const viewport = page.getViewport({ scale });
const canvas = Object.assign(document.createElement("canvas"), { width: viewport.width, height: viewport.height });
await page.render({ canvasContext: canvas.getContext("2d"), viewport, intent: "print" }).promise;
return canvas.toDataURL("image/png").split(",")[1];
"""


@contextmanager
def page_with_pdfjs() -> Iterator[Page]:
    with hosted(PDFJS) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=AS_ROOT)
        page = browser.new_page()
        page.goto(f"{address}package.json")
        yield page
        browser.close()


def with_pdfjs(page: Page, pdf: bytes, values: Values) -> bytes:
    return base64.b64decode(
        page.evaluate(
            "async ([data, values]) => {" + OPEN + FILL_IN + "}", [base64.b64encode(pdf).decode(), dict(values)]
        )
    )


def seen_by_pdfjs(page: Page, pdf: bytes, number: int = 0) -> Picture:
    drawn = page.evaluate(
        "async ([data, number, scale]) => {" + OPEN + SHOW + "}", [base64.b64encode(pdf).decode(), number + 1, SCALE]
    )
    return numpy.asarray(Image.open(BytesIO(base64.b64decode(drawn))).convert("L"))


def has_poppler() -> bool:
    """Return True if Poppler can type here, by its binding, and show, by its command."""
    try:
        with_poppler(blank_sheet("letter"), {})
    except (CalledProcessError, FileNotFoundError):
        return False
    return shutil.which("pdftoppm") is not None


def faults(types: Callable[[bytes, Values], bytes], shows: Callable[[bytes, int], Picture], paper: str) -> list[str]:
    blank = blank_sheet(paper)
    filled = types(blank, VALUES)
    sizes = sizes_typed(filled) - {PENS[paper]}
    before, after = seen_blank(shows, paper), pages_below_each_other(shows, filled)
    return [*faults_of(blank, before, after, PENS[paper]), *(f"something is set in {size} points" for size in sizes)]


@cache
def seen_blank(shows: Callable[[bytes, int], Picture], paper: str) -> Picture:
    return pages_below_each_other(shows, blank_sheet(paper))


def main() -> int:
    lost = 0
    with page_with_pdfjs() as page:
        typing = {**IN_PYTHON, "pdf.js": partial(with_pdfjs, page)}
        showing = {**SEEN_IN_PYTHON, "pdf.js": partial(seen_by_pdfjs, page)}
        if has_poppler():
            typing, showing = {**typing, "Poppler": with_poppler}, {**showing, "Poppler": seen_by_poppler}
        else:
            print("Poppler is not here (Debian: poppler-utils, python3-gi, gir1.2-poppler-0.18).")
        for paper in PENS:
            for writer, types in typing.items():
                for reader, shows in showing.items():
                    found = faults(types, shows, paper)
                    excepted = NOT_PROMISED.get((writer, reader), set())
                    lost += bool(set(found) - excepted)
                    print(f"{paper:12} {writer:8} shown by {reader:8} {'; '.join(found) or 'all there'}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
