"""What a field looks like: an empty one, a ticked one, and the font in which answers are typed."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from psychoed.views.paper.fonts import FormFont

TICK = b"q 0.18 0.29 0.45 RG 1.4 w 1 J 1 j %.2f %.2f m %.2f %.2f l %.2f %.2f l S Q"
DOT = b"q 0.18 0.29 0.45 RG 1.8 w %.2f %.2f m %s S Q"


def size_of(annotation: pikepdf.Object) -> tuple[float, float]:
    """Return width and height in points."""
    left, bottom, right, top = (float(side) for side in annotation.Rect)
    return right - left, top - bottom


def appearance(pdf: pikepdf.Pdf, annotation: pikepdf.Object, content: bytes, **more: Any) -> pikepdf.Stream:
    return pdf.make_stream(
        content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, *size_of(annotation)]), **more
    )


def button_appearance(pdf: pikepdf.Pdf, annotation: pikepdf.Object, kind: str, value: str) -> Dictionary:
    """Return what a ticked box or a chosen point looks like, and what an empty one does not."""
    w, h = size_of(annotation)
    drawn = TICK % (w * 0.2, h * 0.5, w * 0.42, h * 0.26, w * 0.82, h * 0.78) if kind == "tick" else ring(w, h)
    states = Dictionary({f"/{value}": appearance(pdf, annotation, drawn), "/Off": appearance(pdf, annotation, b"")})
    return Dictionary(N=states)


def ring(w: float, h: float) -> bytes:
    """Draw a circle around the number, so that it can still be read."""
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


def embed(pdf: pikepdf.Pdf, font: FormFont) -> pikepdf.Object:
    """Embed the font for typed answers, whole: a reader's program has not to find one."""
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
