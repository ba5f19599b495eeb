"""What is drawn on paper: a sheet fits the pages it says it fits, in the usual size of both papers."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from psychoed.checks.rules import Rule, under
from psychoed.library.sources import SheetSource, Source
from psychoed.model.worksheet import MOST_PAGES
from psychoed.reading.markdown.braces import braces_in
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.yaml.tree import Keys

PAPER_FIT = Rule("paper-fit", "fixed", "a sheet fits the pages that it plans")
PAPER_PLAN = Rule("paper-plan", "advice", "a sheet plans about as many pages as it needs")
DIAGRAM_SHAPE = Rule("diagram-shape", "advice", "a diagram has room for its shape on paper")
LONG_DETAIL = 90
"""Letters of a detail from which on it may be what makes a sheet too long."""
PRINTABLE_SOURCE = Rule("printed", "fixed", "everything can be drawn on paper")


class PrintedPages(Protocol):
    """What printing tells: the number of pages, the page on which each block begins, and the answers that leave it."""

    @property
    def pages(self) -> int: ...
    @property
    def begins(self) -> tuple[tuple[int, int], ...]: ...
    @property
    def outside(self) -> tuple[str, ...]: ...


class Paper(Protocol):
    """Which paper it was printed on."""

    @property
    def name(self) -> str: ...
    @property
    def large(self) -> bool: ...


def check_layout(
    sheet: SheetSource, variant: Paper, printed: PrintedPages, quotes: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield a Problem where a sheet needs more pages than it plans, and for each block that leaves its page. Large print
    takes the pages that it needs. `quotes`: what the clinic's details say, of which a long one may be the cause."""
    yield from under(PAPER_FIT, blocks_outside(sheet, variant, printed))
    allowed = sheet.worksheet.pages
    if variant.large or printed.pages <= allowed:
        return
    spilled = next((block for block, page in printed.begins if page > allowed), len(sheet.worksheet.blocks) - 1)
    at = sheet.tree.position(("blocks", spilled))
    name = name_of_block(sheet, spilled)
    what = f"on {variant.name} paper the sheet needs {printed.pages} pages and plans {allowed}: {name} no longer fits"
    first = f"shorten {long}, or" if (long := longest_quote(sheet, quotes)) else "shorten"
    instead = f"{first} what stands before it, or write pages: {printed.pages}"
    if printed.pages > MOST_PAGES:
        instead = f"part it into several sheets: one has {MOST_PAGES} pages at most"
    yield from under(PAPER_FIT, [problem_at(sheet.tree.path, at, what, instead)])


def name_of_block(sheet: SheetSource, number: int) -> str:
    block = sheet.worksheet.blocks[number]
    id_ = getattr(block, "id", None)
    return f"“{id_}”" if id_ else f"block {number + 1} ({block.type})"


def blocks_outside(sheet: SheetSource, variant: Paper, printed: PrintedPages) -> Iterator[Problem]:
    """Yield a Problem for each block of which an answer leaves its page."""
    owners = {answer.name: int(keys[1]) for keys, answer in sheet.worksheet.named_answers()}
    for number in sorted({owners[name] for name in printed.outside if name in owners}):
        at = sheet.tree.position(("blocks", number))
        what = f"on {variant.name} paper {name_of_block(sheet, number)} runs over the edge of its page"
        yield problem_at(sheet.tree.path, at, what, "give it fewer lines, boxes or columns, or part it in two")


def check_pages_planned(sheet: SheetSource, most: int) -> Iterator[Problem]:
    """Yield an Advice where a sheet plans far more pages than the `most` that it needs on either paper."""
    planned = sheet.worksheet.pages
    if planned > most + 1:
        what = f"the sheet plans {planned} pages and needs {most}"
        yield problem_at(sheet.tree.path, sheet.tree.position(("pages",)), what, f"write pages: {most}")


def without_shape(sheet: SheetSource, keys: Keys, id_: str, shape: str) -> Iterator[Problem]:
    """Yield the Advice on a diagram that has no room for its shape and is drawn down the page."""
    what = f"the {'shape areas' if shape == 'areas' else shape} of “{id_}” has no room on a page, and is drawn as a list of boxes"
    instead = "write fewer boxes, `lines` or words, or arrows that cross no box, or shape: flow"
    at = sheet.tree.position((*keys, "shape"))
    yield from under(DIAGRAM_SHAPE, [problem_at(sheet.tree.path, at, what, instead)])


def longest_quote(sheet: SheetSource, quotes: Mapping[str, str]) -> str:
    """Return the longest of the clinic's details that the sheet quotes, with its length; empty where none is long."""
    texts = "\n".join(text for _, text in sheet.tree.texts())
    named = {found.name for found in braces_in(texts) if found.name.startswith("clinic.")}
    longest = max(named & quotes.keys(), key=lambda name: (len(quotes[name]), name), default="")
    length = len(quotes.get(longest, ""))
    return f"{longest} in mkdocs.yml, which has {length} letters" if length > LONG_DETAIL else ""


def unprintable(source: Source, why: str) -> Iterator[Problem]:
    """Yield the Problem of what no PDF can be made of."""
    what = f"the {source.noun} cannot be printed ({why})"
    yield from under(PRINTABLE_SOURCE, [problem_at(source.tree.path, Position(), what, "change the text it names")])
