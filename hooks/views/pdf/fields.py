"""Turns the link boxes of a drawn sheet into tagged form fields.

An answer area is a link to field:<name>?<label>[&kind=lines|tick|one][&value=<value>] (overrides/print/fields.typ).
Typst has put each link into the structure tree, in reading order, so its element only needs another name.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name

from views.pdf.appearance import appearance, embed, marks
from views.pdf.fonts import form_font
from views.pdf.tags import tag_fields_and_headings

MULTILINE, RADIO, NO_TOGGLE_TO_OFF = 1 << 12, 1 << 15, 1 << 14  # ISO 32000-1, tables 226 to 228
PRINT = 4
PEN = "0.18 0.29 0.45 rg"
ANY_SIZE = 0  # points: the reader's program shrinks what is long, so that nothing typed is cut off on paper


class Area(NamedTuple):
    """What a link box says of the answer that belongs there."""

    name: str
    label: str
    kind: str
    value: str


def area_of(annotation: pikepdf.Object) -> Area | None:
    """The answer area of a link, or None for an ordinary link."""
    action: Any = annotation.get("/A", {})
    uri = str(action.get("/URI", ""))
    if not uri.startswith("field:"):
        return None
    name, rest = uri.removeprefix("field:").split("?", 1)
    label, *options = rest.split("&")
    named = dict(option.split("=", 1) for option in options)
    return Area(name, unquote(label), named.get("kind", "text"), unquote(named.get("value", "on")))


def make_fillable(pdf: pikepdf.Pdf) -> None:
    """Replaces every answer area by a form field of the same name and place."""
    font = embed(pdf, form_font())
    fields: list[pikepdf.Object] = []
    groups: dict[str, pikepdf.Object] = {}
    for page, annotation, area in answer_areas(pdf):
        del annotation["/A"]
        if "/Border" in annotation:
            del annotation["/Border"]
        annotation.update(Dictionary(Subtype=Name.Widget, TU=area.label, Contents=area.label, F=PRINT, P=page.obj))
        if area.kind in ("text", "lines"):
            annotation.update(text_field(pdf, annotation, area, font))
            fields.append(annotation)
            continue
        annotation.update(Dictionary(AP=marks(pdf, annotation, area.kind, area.value), AS=Name.Off))
        if area.kind == "tick":
            annotation.update(Dictionary(FT=Name.Btn, T=area.name, V=Name.Off))
            fields.append(annotation)
            continue
        if area.name not in groups:
            groups[area.name] = group(pdf, area)
            fields.append(groups[area.name])
        annotation.Parent = groups[area.name]
        groups[area.name].Kids.append(annotation)
    tag_fields_and_headings(pdf.Root.StructTreeRoot)
    if not fields:
        return
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(Fields=Array(fields), DR=Dictionary(Font=Dictionary(Pen=font)), DA=f"/Pen {ANY_SIZE} Tf {PEN}")
    )


def answer_areas(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Page, pikepdf.Object, Area]]:
    for page in pdf.pages:
        for annotation in list(page.get("/Annots", Array())):
            if area := area_of(annotation):
                yield page, annotation, area


def text_field(pdf: pikepdf.Pdf, annotation: pikepdf.Object, area: Area, font: pikepdf.Object) -> Dictionary:
    """A field to type in, which wraps and shrinks what is long. A white ground covers its ruled lines once it is used."""
    empty = appearance(pdf, annotation, b"/Tx BMC EMC", Resources=Dictionary(Font=Dictionary(Pen=font)))
    look = f"/Pen {ANY_SIZE} Tf {PEN}"
    field = Dictionary(FT=Name.Tx, Ff=MULTILINE, T=area.name, DA=look, AP=Dictionary(N=empty))
    if area.kind == "lines":
        field.MK = Dictionary(BG=Array([1, 1, 1]))
    return field


def group(pdf: pikepdf.Pdf, area: Area) -> pikepdf.Object:
    """The field that its points belong to: one of them is chosen, or none."""
    label = area.label.rsplit(": ", 1)[0]
    return pdf.make_indirect(
        Dictionary(FT=Name.Btn, Ff=RADIO | NO_TOGGLE_TO_OFF, T=area.name, TU=label, V=Name.Off, Kids=Array())
    )
