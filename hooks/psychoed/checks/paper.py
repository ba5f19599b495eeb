"""What is drawn on paper: a sheet fits the pages it says it fits, in the usual size of both papers."""

from collections.abc import Iterator
from typing import Protocol

from psychoed.checks.rules import Rule, under
from psychoed.library.sources import SheetSource, Source
from psychoed.reading.problem import Position, Problem, problem_at

PAPER_FIT = Rule("paper-fit", "fixed", "a sheet fits the pages that it plans")
PRINTABLE_SOURCE = Rule("printed", "fixed", "everything can be drawn on paper")


class PrintedPages(Protocol):
    """What printing tells: the number of pages, and the page on which each block begins."""

    @property
    def pages(self) -> int: ...
    @property
    def begins(self) -> tuple[tuple[int, int], ...]: ...


class Paper(Protocol):
    """Which paper it was printed on."""

    @property
    def name(self) -> str: ...
    @property
    def large(self) -> bool: ...


def check_layout(sheet: SheetSource, variant: Paper, printed: PrintedPages) -> Iterator[Problem]:
    """Yield a Problem where a sheet needs more pages than it plans. Large print takes the pages that it needs."""
    allowed = sheet.worksheet.pages
    if variant.large or printed.pages <= allowed:
        return
    spilled = next((block for block, page in printed.begins if page > allowed), len(sheet.worksheet.blocks) - 1)
    at = sheet.tree.position(("blocks", spilled))
    block = sheet.worksheet.blocks[spilled]
    id_ = getattr(block, "id", None)
    name = f"“{id_}”" if id_ else f"block {spilled + 1} ({block.type})"
    what = f"on {variant.name} paper the sheet needs {printed.pages} pages and plans {allowed}: {name} no longer fits"
    instead = f"shorten what stands before it, or write pages: {printed.pages}"
    yield from under(PAPER_FIT, [problem_at(sheet.tree.path, at, what, instead)])


def unprintable(source: Source, why: str) -> Iterator[Problem]:
    """Yield the Problem of what no PDF can be made of."""
    what = f"the {source.noun} cannot be printed ({why})"
    yield from under(PRINTABLE_SOURCE, [problem_at(source.tree.path, Position(), what, "change the text it names")])
