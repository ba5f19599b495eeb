"""Worksheets printed without a site around them, and where the fields of a PDF lie."""

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from markdown import markdown
from pypdf import PdfReader

from psychoed.library.sources import SheetSource
from psychoed.model.validation.messages import validate
from psychoed.model.worksheet import Worksheet
from psychoed.reading.file import File
from psychoed.reading.yaml.reader import read_yaml
from psychoed.views.paper.addresses import one_site
from psychoed.views.paper.documents import Documents
from psychoed.views.paper.printer import SPACINGS, Printed, Printer
from psychoed.views.papers import variants
from small_site import FIXTURE, the_library

OVERRIDES = Path(__file__).parents[2] / "overrides"
PAPERS = ("letter", "a4", "large-print")
MILLIMETRE = 72 / 25.4
FOOT = {"letter": 25, "a4": 25, "large-print": 37}  # mm


def sheet_of(text: str) -> SheetSource:
    tree, problems = read_yaml(File("worksheets/one.yml", text))
    worksheet, more = validate(Worksheet, tree) if tree else (None, [])
    assert [str(problem) for problem in [*problems, *more]] == []
    return SheetSource("one", worksheet, tree)


@cache
def the_printer() -> Printer:
    return Printer(OVERRIDES / "print", OVERRIDES.parent, staff=False)


def documents(to_html: Callable[[str], str]) -> Documents:
    return Documents(FIXTURE / "content", the_library(), one_site("https://clinic.example/"), to_html)


def printed(sheet: SheetSource, paper: str) -> bytes:
    (variant,) = [one for one in variants(the_library()) if one.name == paper]
    document = documents(markdown).sheet(sheet)
    return the_printer().print(the_printer().inputs(document, the_library(), variant)).pdf


def printed_to_fit(sheet: SheetSource, paper: str) -> Printed:
    """Print as a build does: as roomy as the pages that the sheet plans allow."""
    (variant,) = [one for one in variants(the_library()) if one.name == paper]
    document = documents(markdown).sheet(sheet)
    for spacing in SPACINGS if not variant.large else SPACINGS[:1]:
        found = the_printer().print(the_printer().inputs(document, the_library(), variant, spacing))
        if found.pages <= sheet.worksheet.pages and not found.outside:
            break
    return found


def out_of_place(pdf: bytes, paper: str) -> Iterator[str]:
    """Fields that leave the page, run into its foot, or are too small to write in with a pen."""
    for page in PdfReader(BytesIO(pdf)).pages:
        for note in page.get("/Annots", ()):
            if note["/Subtype"] != "/Widget":  # the link of the page's address
                continue
            left, bottom, right, top = (float(side) / MILLIMETRE for side in note["/Rect"])
            wide, tall = (float(side) / MILLIMETRE for side in page.mediabox[2:])
            if left < 10 or right > wide - 10 or bottom < FOOT[paper] - 0.1 or top > tall - 10:
                yield f"{note['/TU']} leaves its page"
            if note.get("/FT") == "/Tx" and "-total-" not in note["/T"] and (top - bottom < 5.9 or right - left < 10):
                yield f"{note['/TU']} has no room"
