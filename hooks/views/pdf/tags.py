"""The structure of a tagged PDF, mended where Typst cannot say it: form fields, and headings of rows."""

import pikepdf
from pikepdf import Array, Dictionary, Name


def kids_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", Array())
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary)]


def tag_fields_and_headings(element: pikepdf.Object) -> bool:
    """Names the elements that hold a field Form, and the first cells of a table's rows without one row headings.

    Returns whether the element holds a field.
    """
    holds = False
    for kid in kids_of(element):
        if kid.get("/Type") == Name.OBJR and kid.Obj.get("/Subtype") == Name.Widget:
            element.S = Name.Form
            holds = True
        elif "/K" in kid:
            holds = tag_fields_and_headings(kid) or holds
    if element.get("/S") == Name.Table:
        head_rows(element)
    return holds


def head_rows(table: pikepdf.Object) -> None:
    """Not where headings would then outnumber what they head, as in two columns: to a screen reader such a table is
    headings alone, and the column's heading says enough."""
    rows = [kids_of(row) for row in rows_of(table)]
    heads = [cells[0] for cells in rows if len(cells) > 1 and is_heading(cells[0])]
    cells = [cell for row in rows for cell in row]
    columns = sum(cell.S == Name.TH for cell in cells)
    if columns + len(heads) <= len(cells) - columns - len(heads):
        for cell in heads:
            cell.S = Name.TH
            cell.A = Dictionary(O=Name.Table, Scope=Name.Row)


def rows_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    if element.get("/S") == Name.TR:
        return [element]
    return [row for kid in kids_of(element) for row in rows_of(kid)]


def is_heading(cell: pikepdf.Object) -> bool:
    return cell.S == Name.TD and not has_field(cell) and has_words(cell)


def has_field(element: pikepdf.Object) -> bool:
    return element.get("/S") == Name.Form or any(has_field(kid) for kid in kids_of(element))


def has_words(element: pikepdf.Object) -> bool:
    return "/K" in element and element.K not in ([], Array())
