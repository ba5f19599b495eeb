"""Turns the link boxes of a drawn sheet into tagged form fields.

An answer area is a link to field:<name>?<label>[&kind=lines|tick|one][&value=<value>] (overrides/print/fields.typ).
Typst has put each link into the structure tree, in reading order, so its element only needs another name.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name

from views.pdf.fonts import FormFont, form_font

MULTILINE, RADIO, NO_TOGGLE_TO_OFF = 1 << 12, 1 << 15, 1 << 14  # ISO 32000-1, tables 226 to 228
PRINT = 4
PEN = "0.18 0.29 0.45 rg"
SMALLEST, TYPED = 0, 11  # points; 0 lets the reader's program shrink what is long, so that nothing is cut off
TICK = b"q 0.18 0.29 0.45 RG 1.4 w 1 J 1 j %.2f %.2f m %.2f %.2f l %.2f %.2f l S Q"
DOT = b"q 0.18 0.29 0.45 RG 1.8 w %.2f %.2f m %s S Q"


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
        annotation.update(Dictionary(AP=marks(pdf, annotation, area), AS=Name.Off))
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
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(Fields=Array(fields), DR=Dictionary(Font=Dictionary(Pen=font)), DA=f"/Pen {TYPED} Tf {PEN}")
    )


def answer_areas(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Page, pikepdf.Object, Area]]:
    for page in pdf.pages:
        for annotation in list(page.get("/Annots", Array())):
            if area := area_of(annotation):
                yield page, annotation, area


def size_of(annotation: pikepdf.Object) -> tuple[float, float]:
    """Width and height in points."""
    left, bottom, right, top = (float(side) for side in annotation.Rect)
    return right - left, top - bottom


def appearance(pdf: pikepdf.Pdf, annotation: pikepdf.Object, content: bytes, **more: Any) -> pikepdf.Stream:
    return pdf.make_stream(
        content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, *size_of(annotation)]), **more
    )


def text_field(pdf: pikepdf.Pdf, annotation: pikepdf.Object, area: Area, font: pikepdf.Object) -> Dictionary:
    """A field to type in. Its white ground covers the ruled lines once something is written."""
    several = area.kind == "lines"
    empty = appearance(pdf, annotation, b"/Tx BMC EMC", Resources=Dictionary(Font=Dictionary(Pen=font)))
    field = Dictionary(
        FT=Name.Tx, T=area.name, DA=f"/Pen {SMALLEST if several else TYPED} Tf {PEN}", AP=Dictionary(N=empty)
    )
    if several:
        field.update(Dictionary(Ff=MULTILINE, MK=Dictionary(BG=Array([1, 1, 1]))))
    return field


def marks(pdf: pikepdf.Pdf, annotation: pikepdf.Object, area: Area) -> Dictionary:
    """What a ticked box or a chosen point looks like, and what an empty one does not."""
    w, h = size_of(annotation)
    drawn = TICK % (w * 0.2, h * 0.5, w * 0.42, h * 0.26, w * 0.82, h * 0.78) if area.kind == "tick" else ring(w, h)
    states = Dictionary(
        {f"/{area.value}": appearance(pdf, annotation, drawn), "/Off": appearance(pdf, annotation, b"")}
    )
    return Dictionary(N=states)


def ring(w: float, h: float) -> bytes:
    """A circle around the number, so that it can still be read."""
    x, y, r = w / 2, h / 2, min(w, h) / 2 - 1.2
    c = 0.5523 * r  # how far the handles of a quarter circle reach
    arcs = [
        (x + r, y + c, x + c, y + r, x, y + r),
        (x - c, y + r, x - r, y + c, x - r, y),
        (x - r, y - c, x - c, y - r, x, y - r),
        (x + c, y - r, x + r, y - c, x + r, y),
    ]
    path = b" ".join(b"%.2f %.2f %.2f %.2f %.2f %.2f c" % arc for arc in arcs)
    inner = b"q 0.18 0.29 0.45 rg %.2f %.2f %.2f %.2f re f Q" % (x - r / 2, y - r / 2, r, r)
    return DOT % (x + r, y, path) if r > 6 else inner


def group(pdf: pikepdf.Pdf, area: Area) -> pikepdf.Object:
    """The field that its points belong to: one of them is chosen, or none."""
    label = area.label.rsplit(": ", 1)[0]
    return pdf.make_indirect(
        Dictionary(FT=Name.Btn, Ff=RADIO | NO_TOGGLE_TO_OFF, T=area.name, TU=label, V=Name.Off, Kids=Array())
    )


def embed(pdf: pikepdf.Pdf, font: FormFont) -> pikepdf.Object:
    """The font for typed answers, whole in the file: a reader's program has not to find one."""
    name = Name("/AtkinsonHyperlegible-Regular")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=32,
        FontBBox=Array(font.box),
        ItalicAngle=0,
        Ascent=font.ascent,
        Descent=font.descent,
        CapHeight=font.cap_height,
        StemV=80,
        FontFile2=pdf.make_stream(font.data, Length1=len(font.data)),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=name,
            Encoding=Name.WinAnsiEncoding,
            FirstChar=32,
            LastChar=255,
            Widths=Array(font.widths),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )


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
