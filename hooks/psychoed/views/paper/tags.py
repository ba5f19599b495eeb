"""The structure of a tagged PDF, mended where Typst cannot say it: form fields, questions, lists to tick, headings of rows."""

import pikepdf
from pikepdf import Array, Dictionary, Name

from psychoed.views.paper.structure import has_field, kids_of, tree_elements
from psychoed.views.paper.table_tags import list_headings, name_cells

HEADING_TAGS = tuple(Name(f"/H{depth}") for depth in range(1, 7))


def mend_tags(root: pikepdf.Object) -> None:
    """Mend the tree of a document, which `root` is the root of."""
    tag_fields(root)
    found = [*tree_elements(root)]
    for element in found:
        if Name.Table == element.S:
            name_cells(element)
        elif element.S == Name.L and all(map(is_to_tick, kids_of(element))):
            element.A = Dictionary(O=Name.List, ListNumbering=Name("/None"))
    for element in found:
        join_lists(element)
        lift_questions(element)
    list_headings(root, found)


def tag_fields(element: pikepdf.Object) -> None:
    """Tag the elements that hold a field as Form."""
    for kid in kids_of(element):
        if kid.get("/Type") == Name.OBJR and kid.Obj.get("/Subtype") == Name.Widget:
            element.S = Name.Form
        elif kid.get("/Type") == Name.OBJR and "/A" in kid.Obj and Name.ResetForm == kid.Obj.A.S:
            element.Alt = kid.Obj.Contents
        elif "/K" in kid:
            tag_fields(kid)


def is_to_tick(entry: pikepdf.Object) -> bool:
    """Return True if a box to tick, or a point to choose, stands in the place of the bullet or number of an entry."""
    return any(kid.get("/S") == Name.Lbl and has_field(kid) for kid in kids_of(entry))


def join_lists(element: pikepdf.Object) -> None:
    """Make one list of those that stand side by side, each a column of the same options."""
    columns = kids_of(element)
    lists = [list_in(column) for column in columns]
    if len(lists) < 2 or not all(lists):
        return
    first, *others = (one for one in lists if one is not None)
    for other in others:
        for entry in kids_of(other):
            entry.P = first
            first.K.append(entry)
    element.K = Array([columns[0]])


def lift_questions(element: pikepdf.Object) -> None:
    """Let the paragraph that is all of a heading be the heading itself."""
    for place, heading in enumerate(kids_of(element)):
        match kids_of(heading):
            case [only] if heading.get("/S") in HEADING_TAGS and only.get("/S") == Name.P:
                only.S, only.P = heading.S, element
                if "/T" in heading:
                    only.T = heading.T
                element.K[place] = only


def list_in(column: pikepdf.Object) -> pikepdf.Object | None:
    """Return the list to tick that is all there is in a column."""
    match kids_of(column):
        case [only] if only.get("/S") == Name.L and all(map(is_to_tick, kids_of(only))):
            return only
    return None
