"""The structure of a tagged PDF, mended where Typst cannot say it: form fields, and headings of rows."""

import pikepdf
from pikepdf import Array, Dictionary, Name


def kids_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", Array())
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary)]


def tag_fields_and_headings(element: pikepdf.Object) -> bool:
    """Names the elements that hold a field Form, and the first cell of a row without one a row heading.

    Returns whether the element holds a field.
    """
    holds = False
    for kid in kids_of(element):
        if kid.get("/Type") == Name.OBJR and kid.Obj.get("/Subtype") == Name.Widget:
            element.S = Name.Form
            holds = True
        elif "/K" in kid:
            holds = tag_fields_and_headings(kid) or holds
    if element.get("/S") == Name.TR:
        cells = kids_of(element)
        if len(cells) > 1 and cells[0].S == Name.TD and not has_field(cells[0]) and has_words(cells[0]):
            cells[0].S = Name.TH
            cells[0].A = Dictionary(O=Name.Table, Scope=Name.Row)
    return holds


def has_field(element: pikepdf.Object) -> bool:
    return element.get("/S") == Name.Form or any(has_field(kid) for kid in kids_of(element))


def has_words(element: pikepdf.Object) -> bool:
    return "/K" in element and element.K not in ([], Array())
