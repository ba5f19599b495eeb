"""The structure of a tagged PDF, mended where Typst cannot say it: form fields, and headings of rows."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name


def kids_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", Array())
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary)]


def tag_fields_and_headings(element: pikepdf.Object) -> bool:
    """Tag the elements that hold a field as Form, and the first cell of a row without one as its heading.

    Return True if the element holds a field.
    """
    holds = False
    for kid in kids_of(element):
        if kid.get("/Type") == Name.OBJR and kid.Obj.get("/Subtype") == Name.Widget:
            element.S = Name.Form
            holds = True
        elif kid.get("/Type") == Name.OBJR and "/A" in kid.Obj and Name.ResetForm == kid.Obj.A.S:
            element.Alt = kid.Obj.Contents
        elif "/K" in kid:
            holds = tag_fields_and_headings(kid) or holds
    if element.get("/S") == Name.Table:
        name_rows(list(rows_of(element)))
    return holds


def rows_of(element: pikepdf.Object) -> Iterator[list[pikepdf.Object]]:
    """Yield the cells of each row of a table, or of a group of its rows."""
    for kid in kids_of(element):
        if kid.get("/S") == Name.TR:
            yield kids_of(kid)
        else:
            yield from rows_of(kid)


def name_rows(rows: list[list[pikepdf.Object]]) -> None:
    """Make the first cell of a row its heading, where it has words and no field.

    Not where headings would outnumber what they name, as with two columns: there the head of each column is enough.
    """
    body = [cells for cells in rows if len(cells) > 1 and cells[0].S == Name.TD]
    named = [cells[0] for cells in body if not has_field(cells[0]) and has_words(cells[0])]
    heads = sum(cell.S == Name.TH for cells in rows for cell in cells)
    if heads + len(named) <= sum(len(cells) for cells in body) - len(named):
        for cell in named:
            cell.S = Name.TH
            cell.A = Dictionary(O=Name.Table, Scope=Name.Row)


def has_field(element: pikepdf.Object) -> bool:
    return element.get("/S") == Name.Form or any(has_field(kid) for kid in kids_of(element))


def has_words(element: pikepdf.Object) -> bool:
    return "/K" in element and element.K not in ([], Array())
