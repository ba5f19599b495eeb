"""What a field looks like: an empty one, a ticked one, and the font in which answers are typed."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from psychoed.views.paper.fonts import FormFont

TICK = b"q 0.18 0.29 0.45 RG 1.4 w 1 J 1 j %.2f %.2f m %.2f %.2f l %.2f %.2f l S Q"
DOT = b"q 0.18 0.29 0.45 RG 1.8 w %.2f %.2f m %s S Q"

AREA_INSET = 0.8 * 72 / 25.4  # points: how far a field keeps off the edge of its area, as in overrides/print/fields.typ

FONT = "/Webdings"
"""PDFium types letters beyond Western Europe in a font of a document only where it is named as a font of signs."""


def size_of(annotation: pikepdf.Object) -> tuple[float, float]:
    """Return width and height in points."""
    left, bottom, right, top = (float(side) for side in annotation.Rect)
    return right - left, top - bottom


class Appearances:
    """What the fields of one PDF look like, each look kept once: a week of choices has hundreds that are alike."""

    def __init__(self, pdf: pikepdf.Pdf, font: FormFont) -> None:
        self.pdf = pdf
        self.font = embed(pdf, font)
        self.known: dict[tuple[bytes, float, float], pikepdf.Stream] = {}

    def draw(self, annotation: pikepdf.Object, content: bytes, **more: Any) -> pikepdf.Stream:
        width, height = (round(side, 1) for side in size_of(annotation))
        key = (content, width, height)
        if key not in self.known:
            stream = self.pdf.make_stream(
                content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, width, height]), **more
            )
            self.known[key] = stream
        return self.known[key]

    def to_type_in(self, annotation: pikepdf.Object, rules: int) -> Dictionary:
        """Return what an empty field to type in looks like: the lines that its area has."""
        fonts = Dictionary(Font=Dictionary({FONT: self.font}))
        return Dictionary(N=self.draw(annotation, dots(*size_of(annotation), rules), Resources=fonts))

    def to_choose(self, annotation: pikepdf.Object, kind: str, value: str) -> Dictionary:
        """Return what a ticked box or a chosen point looks like, and what an empty one does not."""
        w, h = size_of(annotation)
        drawn = TICK % (w * 0.2, h * 0.5, w * 0.42, h * 0.26, w * 0.82, h * 0.78) if kind == "tick" else ring(w, h)
        states = Dictionary({f"/{value}": self.draw(annotation, drawn), "/Off": self.draw(annotation, b"")})
        return Dictionary(N=states)

    def to_take_back(self, annotation: pikepdf.Object) -> Dictionary:
        return Dictionary(N=self.draw(annotation, cross(*size_of(annotation))))


def dots(w: float, h: float, rules: int) -> bytes:
    """Draw the lines of an empty area as dots between the strokes at its sides, as content that typing replaces."""
    pitch = (h + 2 * AREA_INSET) / rules
    lines = (b"%.2f %.2f m %.2f %.2f l S" % (0, y, w, y) for y in (pitch * n - AREA_INSET for n in range(1, rules)))
    return b"/Tx BMC q 0.24 0.27 0.29 RG 0.95 w 1 J [0 4.25] 0 d " + b" ".join(lines) + b" Q EMC"


def cross(w: float, h: float) -> bytes:
    """Draw a small cross, as on a button that empties something: so pale that paper hardly shows it."""
    near, far = 0.3, 0.7
    ends = ((near, near, far, far), (near, far, far, near))
    return (
        b"q 0.72 0.75 0.76 RG 0.9 w 1 J "
        + b" ".join(b"%.2f %.2f m %.2f %.2f l S" % (a * w, b * h, c * w, d * h) for a, b, c, d in ends)
        + b" Q"
    )


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
    """Embed the font for typed answers, whole: a reader's program has not to find one. A code is the number of a glyph,
    since no code of one byte holds the letters of all names."""
    name = Name("/NotoSans-Regular")
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
    letters = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        CIDToGIDMap=Name.Identity,
        W=Array([0, Array(font.widths)]),
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(letters)]),
            ToUnicode=pdf.make_stream(letters_of_glyphs(font)),
        )
    )


def letters_of_glyphs(font: FormFont) -> bytes:
    """Return the CMap that names the letter of each glyph, a hundred to a section, as its format allows (ISO 32000-1,
    9.10.3)."""
    letters = [b"<%04X> <%04X>" % (glyph, code) for glyph, code in {glyph: code for code, glyph in font.glyphs}.items()]
    parts = [letters[start : start + 100] for start in range(0, len(letters), 100)]
    body = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(part), b"\n".join(part)) for part in parts)
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + body + b"\n"
        b"endcmap CMapName currentdict /CMap defineresource pop end end\n"
    )
