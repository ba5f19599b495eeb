"""Says how much of each page of the sheets is empty: `python tests/tools/paper_room.py [--papers letter,large-print] [IDS]`.

One line a page that is emptier than it should be, then the worst and the mean of each paper. No build is needed.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pymupdf
from markdown import markdown

PROJECT = Path(__file__).parents[2]
sys.path[:0] = [str(PROJECT / "hooks"), str(PROJECT / "tests/support")]

from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.library.sources import SheetSource
from psychoed.views.paper.addresses import one_site
from psychoed.views.paper.documents import Documents
from psychoed.views.paper.printer import SPACINGS, Printed, Printer
from psychoed.views.papers import Variant, variants
from type_area import share_used

FOOT = {False: 25.0, True: 37.0}
LEAST_USED, LEAST_OF_LAST = 0.88, 0.40


class Page(NamedTuple):
    """How much of a page is used, from the head of the type area to its foot."""

    sheet: str
    paper: str
    number: int
    of: int
    used: float

    @property
    def is_empty(self) -> bool:
        return self.of > 1 and self.used < (LEAST_OF_LAST if self.number == self.of else LEAST_USED)


def printed_to_fit(printer: Printer, documents: Documents, sheet: SheetSource, paper: Variant) -> Printed:
    for spacing in SPACINGS[:1] if paper.large else SPACINGS:
        found = printer.print(printer.inputs(documents.sheet(sheet), documents.library, paper, spacing))
        if found.pages <= sheet.worksheet.pages and not found.outside:
            break
    return found


def pages_of(library: Library, ids: list[str], papers: list[str]) -> Iterator[Page]:
    printer = Printer(PROJECT / "overrides/print", PROJECT, staff=False)
    documents = Documents(PROJECT / "content", library, one_site("https://clinic.example/"), markdown)
    for sheet in library.sheets.values():
        for paper in (one for one in variants(library) if one.name in papers and (not ids or sheet.id in ids)):
            printed = printed_to_fit(printer, documents, sheet, paper)
            pdf = pymupdf.open(stream=printed.pdf)
            for number in range(printed.pages):
                used = share_used(pdf[number], FOOT[paper.large])
                yield Page(sheet.id, paper.name, number + 1, printed.pages, used)
            if not paper.large and printed.pages > sheet.worksheet.pages:
                print(f"{sheet.id} {paper.name}: {printed.pages} pages, planned {sheet.worksheet.pages}")


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("ids", nargs="*")
    parser.add_argument("--papers", default="letter,a4,large-print")
    told = parser.parse_args()
    library, _ = load_library(PROJECT, PROJECT / "mkdocs.yml", "en")
    found = list(pages_of(library, told.ids, told.papers.split(",")))
    for page in (page for page in found if page.is_empty):
        print(f"{page.sheet:<32}{page.paper:<12}page {page.number} of {page.of}: {page.used:4.0%} used")
    for paper in told.papers.split(","):
        first = [page.used for page in found if page.paper == paper and page.number < page.of]
        last = [page.used for page in found if page.paper == paper and page.number == page.of > 1]
        mean = sum(first) / max(1, len(first))
        worst = f"emptiest {1 - min(first, default=1):.0%}, mean {1 - mean:.0%}"
        print(
            f"{paper}: {len(first)} pages before the last, {worst}; last pages used {min(last, default=1):.0%} at least"
        )


if __name__ == "__main__":
    main()
