"""Tables of a tagged PDF: every cell names the headings of its row and of its column, each by an id of its own."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from psychoed.views.paper.structure import has_field, has_words, kids_of


def name_cells(table: pikepdf.Object) -> None:
    rows = [*rows_of(table)]
    for cell in (cell for cells in rows for cell in cells):
        if cell.S == Name.TH and not has_words(cell):
            make_plain(cell)
    name_rows(rows)
    for cells in rows:
        about_row = next((cell for cell in cells if is_heading(cell, Name.Row)), None)
        for cell in cells:
            if about_row is not None and cell.S == Name.TD:
                add_heading(cell, about_row)


def rows_of(element: pikepdf.Object) -> Iterator[list[pikepdf.Object]]:
    """Yield the cells of each row of a table, or of a group of its rows."""
    for kid in kids_of(element):
        if kid.get("/S") == Name.TR:
            yield kids_of(kid)
        else:
            yield from rows_of(kid)


def make_plain(cell: pikepdf.Object) -> None:
    """Make a corner without words a cell like others: it is no heading of anything."""
    cell.S = Name.TD
    for key in ("/ID", "/A"):
        if key in cell:
            del cell[key]


def name_rows(rows: list[list[pikepdf.Object]]) -> None:
    """Make the first cell of a row its heading, where it has words and no field.

    Not where headings would outnumber what they name, as with two columns: there the head of each column is enough.
    """
    body = [cells for cells in rows if len(cells) > 1 and cells[0].S == Name.TD and cells[1].S == Name.TD]
    named = [cells[0] for cells in body if not has_field(cells[0]) and has_words(cells[0])]
    heads = sum(cell.S == Name.TH for cells in rows for cell in cells)
    if heads + len(named) <= sum(len(cells) for cells in body) - len(named):
        for cell in named:
            cell.S = Name.TH
            cell.A = Dictionary(O=Name.Table, Scope=Name.Row, Headers=headings_of(cell))
            cell.ID = String(f"row-{cell.objgen[0]:06}")


def of_table(cell: pikepdf.Object) -> pikepdf.Object | None:
    """Return what a cell says of its place in the table."""
    said = cell.get("/A", Array())
    return next((one for one in (said if isinstance(said, Array) else [said]) if one.get("/O") == Name.Table), None)


def headings_of(cell: pikepdf.Object) -> pikepdf.Object:
    said = of_table(cell)
    return said.get("/Headers", Array()) if said is not None else Array()


def is_heading(cell: pikepdf.Object, scope: pikepdf.Object) -> bool:
    said = of_table(cell)
    return cell.S == Name.TH and said is not None and said.get("/Scope") == scope


def add_heading(cell: pikepdf.Object, heading: pikepdf.Object) -> None:
    """Say that a cell belongs to the row of this heading, before the column that it names."""
    said, before = of_table(cell), headings_of(cell)
    if said is None:
        cell.A = said = Dictionary(O=Name.Table)
    said.Headers = Array([heading.ID, *before])


def list_headings(root: pikepdf.Object, found: list[pikepdf.Object]) -> None:
    """List every heading by its id, and let no cell of `found` name one that is gone."""
    known = {bytes(element.ID): element for element in found if "/ID" in element}
    for cell in found:
        if cell.S in (Name.TH, Name.TD) and (said := of_table(cell)) is not None and "/Headers" in said:
            said.Headers = Array([id_ for id_ in said.Headers if bytes(id_) in known])
    if known:
        root.IDTree = Dictionary(Names=Array([part for id_ in sorted(known) for part in (String(id_), known[id_])]))
    elif "/IDTree" in root:
        del root.IDTree
