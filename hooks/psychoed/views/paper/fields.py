"""Turns the link boxes of a drawn sheet into tagged form fields.

An answer area is a link to field:<name>?<label>[&kind=lines|signature|tick|one|none][&value=<value>][&rules=<n>][&grows=<key>&step=<mm>] (overrides/print/fields.typ).
Typst has put each link into the structure tree, in reading order, so its element only needs another name.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name

from psychoed.views.paper.appearance import FONT, Appearances, size_of
from psychoed.views.paper.fonts import form_font
from psychoed.views.paper.tags import mend_tags

MULTILINE, RADIO = 1 << 12, 1 << 15  # ISO 32000-1, tables 226 to 228
PRINT = 4
DRAWN_ANEW = {"tick": "4", "one": "m"}
"""What a program that draws a chosen answer anew takes from the font of signs: a check mark, and a ring, through which a number can be read."""
LINE = 1.2  # of the size of what is typed
MILLIMETER = 72 / 25.4  # points
ANSWER_INK = "0.18 0.29 0.45 rg"
TYPE_SIZE, LARGE_TYPE_SIZE = 12, 18  # points: everything typed on a page has one size


class Area(NamedTuple):
    """What a link box says of the answer that belongs there."""

    name: str
    label: str
    kind: str
    value: str
    rules: int
    """How many lines to write on an empty area shows."""
    grows: str = ""
    """The key by which it has more of the page, where it may."""
    step: float = 0
    """The height in mm that one more step of it takes."""


def area_of(annotation: pikepdf.Object) -> Area | None:
    """Return the answer area of a link, or None for an ordinary link."""
    action: Any = annotation.get("/A", {})
    uri = str(action.get("/URI", ""))
    if not uri.startswith("field:"):
        return None
    name, rest = uri.removeprefix("field:").split("?", 1)
    label, *options = rest.split("&")
    named = dict(option.split("=", 1) for option in options)
    return Area(
        name,
        unquote(label),
        named.get("kind", "text"),
        unquote(named.get("value", "on")),
        int(named.get("rules", "1")),
        unquote(named.get("grows", "")),
        float(named.get("step", "0")),
    )


def make_fillable(pdf: pikepdf.Pdf, pen: int = TYPE_SIZE) -> None:
    """Replace every answer area by a form field of the same name and place. `pen`: the size of what is typed."""
    looks = Appearances(pdf, form_font())
    form = Form(pdf)
    groups: dict[str, pikepdf.Object] = {}
    for page, annotation, area in answer_areas(pdf):
        del annotation["/A"]
        annotation.Border = Array([0, 0, 0])
        if area.kind == "none":
            annotation.update(taking_back(annotation, area, looks))
            continue
        annotation.update(Dictionary(Subtype=Name.Widget, TU=area.label, Contents=area.label, F=PRINT, P=page.obj))
        annotation.update(answer_field(annotation, area, looks, pen))
        if area.kind != "one":
            form.add(area.name, annotation)
            continue
        if area.name not in groups:
            groups[area.name] = radio_group(pdf, area)
            form.add(area.name, groups[area.name])
        join(groups[area.name], annotation)
    mend_tags(pdf.Root.StructTreeRoot)
    if form.fields:
        fonts = Dictionary(Font=Dictionary({FONT: looks.font}))
        pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array(form.fields), DR=fonts, DA=type_in(pen)))


TYPED_ONCE = {"sheet-person": "packet-person", "sheet-date": "packet-date"}
"""What is typed on the cover of a packet and stands on each of its sheets, too."""


class Form:
    """The fields of a PDF. In a packet each worksheet is a field that holds those of its sheet, since no field's own
    name may have a full stop: its whole name is then <worksheet>.<field>."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.fields: list[pikepdf.Object] = []
        self.sheets: dict[str, pikepdf.Object] = {}
        self.typed_once: dict[str, pikepdf.Object] = {}

    def add(self, name: str, field: pikepdf.Object) -> None:
        sheet, _, own = name.rpartition(".")
        if name in TYPED_ONCE.values():
            self.typed_once[name] = self.group(T=name, FT=Name.Tx, Ff=field.Ff, DA=field.DA, TU=field.TU)
            self.fields.append(self.typed_once[name])
        if TYPED_ONCE.get(own, name) in self.typed_once:
            join(self.typed_once[TYPED_ONCE.get(own, name)], field)
            return
        field.T = own
        if not sheet:
            self.fields.append(field)
            return
        if sheet not in self.sheets:
            self.sheets[sheet] = self.group(T=sheet)
            self.fields.append(self.sheets[sheet])
        join(self.sheets[sheet], field)

    def group(self, **keys: Any) -> pikepdf.Object:
        return self.pdf.make_indirect(Dictionary(Kids=Array(), **keys))


def join(group: pikepdf.Object, field: pikepdf.Object) -> None:
    field.Parent = group
    group.Kids.append(field)


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


def type_in(pen: int) -> str:
    return f"{FONT} {pen} Tf {ANSWER_INK}"


def answer_field(annotation: pikepdf.Object, area: Area, looks: Appearances, pen: int) -> Dictionary:
    """Return what makes a widget a field of its kind; a point of a choice belongs to a group besides."""
    if area.kind in ("text", "lines"):
        return text_field(annotation, looks, pen, area.rules)
    if area.kind == "signature":
        return Dictionary(FT=Name.Sig, AP=looks.to_type_in(annotation, 1))
    look, sign = looks.to_choose(annotation, area.kind, area.value), Dictionary(CA=DRAWN_ANEW[area.kind])
    choice = Dictionary(AP=look, AS=Name.Off, MK=sign)
    if area.kind == "tick":
        choice.update(Dictionary(FT=Name.Btn, V=Name.Off))
    return choice


def text_field(annotation: pikepdf.Object, looks: Appearances, pen: int, rules: int) -> Dictionary:
    """Make a field to type in, which wraps where it has room for two lines, and scrolls where it is full."""
    flags = MULTILINE if size_of(annotation)[1] >= 2 * LINE * pen else 0
    return Dictionary(FT=Name.Tx, Ff=flags, DA=type_in(pen), AP=looks.to_type_in(annotation, rules))


def taking_back(annotation: pikepdf.Object, area: Area, looks: Appearances) -> Dictionary:
    """Make a link that takes a choice back, for programs in which no click on a chosen point does."""
    action = Dictionary(S=Name.ResetForm, Fields=Array([area.name]))
    return Dictionary(A=action, Contents=area.label, F=PRINT, AP=looks.to_take_back(annotation))


def radio_group(pdf: pikepdf.Pdf, area: Area) -> pikepdf.Object:
    """Make the field that its points belong to: one of them is chosen, or none."""
    label = area.label.rsplit(": ", 1)[0]
    return pdf.make_indirect(Dictionary(FT=Name.Btn, Ff=RADIO, TU=label, V=Name.Off, Kids=Array()))
