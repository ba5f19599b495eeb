"""What the PDF/UA checker says of a PDF: every error, and every warning that is not explained here."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pikepdf
from outloud import check
from outloud.findings import Result

EXPLAINED = {
    "TBL-012": "A cell to write in holds a form field, which has a name and no text: to the checker it is empty.",
    "TBL-014": "It measures a table by its words on its first page, not by its rules, fields and later pages.",
    "PAG-001": "In a packet several documents begin with the same words, such as “Not yet reviewed by a clinician”.",
    "TAG-030": "A drawing of many boxes fills its page; its words and fields are tagged one by one and read as well.",
    "ORD-001": "Large print paints the raised numbers of sources after their line. What is heard follows the tags.",
}
"""Rules whose warnings are right about what they see, and wrong about what it means, each with the reason."""


@lru_cache(maxsize=256)
def checked(pdf: Path) -> Result:
    """What the checker says of a PDF, which it reads once."""
    result = check(str(pdf))
    assert result.error is None
    return result


def complaints(pdf: Path) -> list[str]:
    result = checked(pdf)
    crashed = [f"{run.rule}: {run.reason}" for run in result.runs if run.status == "crashed"]
    return crashed + [f"{one.rule}: {one.message} ({one.evidence})" for one in unexplained(result, pdf)]


def unexplained(result: Result, pdf: Path) -> Iterator[object]:
    with_tables = pages_with_tables(pdf) if any(one.rule == "TBL-014" for one in result.findings) else set()
    for one in result.findings:
        excused = one.severity == "warning" and one.rule in EXPLAINED
        if one.rule == "TBL-014" and one.page not in with_tables:
            excused = False  # the grid is not part of any table
        if one.severity in ("error", "warning") and not excused:
            yield one


def pages_with_tables(pdf: Path) -> set[int]:
    """The pages, counted from 1, on which some table has words."""
    with pikepdf.open(pdf) as document:
        numbers = {page.objgen: number for number, page in enumerate(document.pages, 1)}
        return {numbers[page] for page in places(document.Root.StructTreeRoot, inside=False)}


def places(element: pikepdf.Object, *, inside: bool, page: tuple[int, int] | None = None) -> Iterator[tuple[int, int]]:
    """The page of each piece of marked content that belongs to a table."""
    page = element.Pg.objgen if "/Pg" in element else page
    inside = inside or element.get("/S") == pikepdf.Name.Table
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield from places(kid, inside=inside, page=page)
    if inside and page:
        yield page
