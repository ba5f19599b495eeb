"""Turns the link boxes of a drawn sheet into tagged form fields.

An answer area is a link to field:<name>?<label>[&kind=lines|tick|one][&value=<value>] (overrides/print/fields.typ).
Typst has put each link into the structure tree, in reading order, so its element only needs another name.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name

from psychoed.views.paper.appearance import appearance, button_appearance, embed
from psychoed.views.paper.fonts import form_font
from psychoed.views.paper.tags import tag_fields_and_headings

MULTILINE, RADIO, NO_TOGGLE_TO_OFF = 1 << 12, 1 << 15, 1 << 14  # ISO 32000-1, tables 226 to 228
PRINT = 4
MILLIMETER = 72 / 25.4  # points
ANSWER_INK = "0.18 0.29 0.45 rg"
ANY_SIZE = 0  # points: the reader's program shrinks what is long, so that nothing typed is cut off on paper


class Area(NamedTuple):
    """What a link box says of the answer that belongs there."""

    name: str
    label: str
    kind: str
    value: str


def area_of(annotation: pikepdf.Object) -> Area | None:
    """Return the answer area of a link, or None for an ordinary link."""
    action: Any = annotation.get("/A", {})
    uri = str(action.get("/URI", ""))
    if not uri.startswith("field:"):
        return None
    name, rest = uri.removeprefix("field:").split("?", 1)
    label, *options = rest.split("&")
    named = dict(option.split("=", 1) for option in options)
    return Area(name, unquote(label), named.get("kind", "text"), unquote(named.get("value", "on")))


def make_fillable(pdf: pikepdf.Pdf) -> None:
    """Replace every answer area by a form field of the same name and place."""
    font = embed(pdf, form_font())
    form = Form(pdf)
    groups: dict[str, pikepdf.Object] = {}
    for page, annotation, area in answer_areas(pdf):
        del annotation["/A"]
        if "/Border" in annotation:
            del annotation["/Border"]
        annotation.update(Dictionary(Subtype=Name.Widget, TU=area.label, Contents=area.label, F=PRINT, P=page.obj))
        if area.kind in ("text", "lines"):
            annotation.update(text_field(pdf, annotation, font))
            if area.kind == "lines":  # a white ground covers the ruled lines once it is used
                annotation.MK = Dictionary(BG=Array([1, 1, 1]))
            form.add(area.name, annotation)
            continue
        annotation.update(Dictionary(AP=button_appearance(pdf, annotation, area.kind, area.value), AS=Name.Off))
        if area.kind == "tick":
            annotation.update(Dictionary(FT=Name.Btn, V=Name.Off))
            form.add(area.name, annotation)
            continue
        if area.name not in groups:
            groups[area.name] = radio_group(pdf, area)
            form.add(area.name, groups[area.name])
        annotation.Parent = groups[area.name]
        groups[area.name].Kids.append(annotation)
    tag_fields_and_headings(pdf.Root.StructTreeRoot)
    if form.fields:
        look = f"/Pen {ANY_SIZE} Tf {ANSWER_INK}"
        pdf.Root.AcroForm = pdf.make_indirect(
            Dictionary(Fields=Array(form.fields), DR=Dictionary(Font=Dictionary(Pen=font)), DA=look)
        )


class Form:
    """The fields of a PDF. In a packet each worksheet is a field that holds those of its sheet, since no field's own
    name may have a full stop: its whole name is then <worksheet>.<field>."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.fields: list[pikepdf.Object] = []
        self.sheets: dict[str, pikepdf.Object] = {}

    def add(self, name: str, field: pikepdf.Object) -> None:
        sheet, _, own = name.rpartition(".")
        field.T = own
        if not sheet:
            self.fields.append(field)
            return
        if sheet not in self.sheets:
            self.sheets[sheet] = self.pdf.make_indirect(Dictionary(T=sheet, Kids=Array()))
            self.fields.append(self.sheets[sheet])
        field.Parent = self.sheets[sheet]
        self.sheets[sheet].Kids.append(field)


def answer_areas(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Page, pikepdf.Object, Area]]:
    for page in pdf.pages:
        for annotation in list(page.get("/Annots", Array())):
            if area := area_of(annotation):
                yield page, annotation, area


def fields_outside(pdf: pikepdf.Pdf, foot: float) -> Iterator[str]:
    """Yield the names of answers that run over the edge of their page or into its footer, which is so many mm high."""
    for page, annotation, area in answer_areas(pdf):
        left, bottom, right, _ = (float(side) for side in annotation.Rect)
        if bottom < foot * MILLIMETER - 1 or left < 0 or right > float(page.mediabox[2]):
            yield area.name


def text_field(pdf: pikepdf.Pdf, annotation: pikepdf.Object, font: pikepdf.Object) -> Dictionary:
    """Make a field to type in, which wraps and shrinks what is long."""
    empty = appearance(pdf, annotation, b"/Tx BMC EMC", Resources=Dictionary(Font=Dictionary(Pen=font)))
    look = f"/Pen {ANY_SIZE} Tf {ANSWER_INK}"
    return Dictionary(FT=Name.Tx, Ff=MULTILINE, DA=look, AP=Dictionary(N=empty))


def radio_group(pdf: pikepdf.Pdf, area: Area) -> pikepdf.Object:
    """Make the field that its points belong to: one of them is chosen, or none."""
    label = area.label.rsplit(": ", 1)[0]
    return pdf.make_indirect(Dictionary(FT=Name.Btn, Ff=RADIO | NO_TOGGLE_TO_OFF, TU=label, V=Name.Off, Kids=Array()))
