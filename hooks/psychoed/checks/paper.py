"""A sheet fits the pages it says it fits, in the usual size of both papers."""

from collections.abc import Iterator
from typing import Protocol

from psychoed.library.sources import SheetSource
from psychoed.reading.problem import Problem, problem_at


class Printed(Protocol):
    """What printing tells: the number of pages, and the page on which each block begins."""

    @property
    def pages(self) -> int: ...
    @property
    def begins(self) -> tuple[tuple[int, int], ...]: ...


class Variant(Protocol):
    """Which paper it was printed on."""

    @property
    def name(self) -> str: ...
    @property
    def large(self) -> bool: ...


def check_layout(sheet: SheetSource, variant: Variant, printed: Printed) -> Iterator[Problem]:
    """Large print takes the pages that it needs."""
    allowed = sheet.worksheet.pages
    if variant.large or printed.pages <= allowed:
        return
    spilled = next((block for block, page in printed.begins if page > allowed), len(sheet.worksheet.blocks) - 1)
    at = sheet.tree.position(("blocks", spilled))
    block = sheet.worksheet.blocks[spilled]
    id_ = getattr(block, "id", None)
    name = f"“{id_}”" if id_ else f"block {spilled + 1} ({block.type})"
    what = f"on {variant.name} paper the sheet needs {printed.pages} pages and plans {allowed}: {name} no longer fits"
    yield problem_at(sheet.tree.path, at, what, f"shorten what stands before it, or write pages: {printed.pages}")
