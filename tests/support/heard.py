"""What a screen reader says of a PDF: its tags in order, each with the words or the field that it holds."""

import ctypes
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Array, Dictionary, Name

Words = dict[tuple[int, int], str]
"""What stands in each piece of marked content, by its page and its number there."""
TRANSPARENT = (
    "/Document",
    "/Div",
    "/NonStruct",
    "/Sect",
    "/Part",
    "/TBody",
    "/THead",
    "/LBody",
    "/Lbl",
    "/Span",
    "/Em",
    "/Strong",
)


def words_of(pdf: bytes) -> Words:
    found: Words = {}
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for part in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            mark = pdfium.FPDFPageObj_GetMarkedContentID(part.raw)
            if mark >= 0:
                found[number, mark] = found.get((number, mark), "") + words_in(part.raw, text.raw)
    return found


def words_in(part: object, text: object) -> str:
    size = pdfium.FPDFTextObj_GetText(part, text, None, 0)
    room = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(part, text, ctypes.cast(room, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return room.raw[: size - 2].decode("utf-16-le")


class Listener:
    """Reads one document from its first tag to its last."""

    def __init__(self, pdf: bytes) -> None:
        self.words = words_of(pdf)
        self.document = pikepdf.open(BytesIO(pdf))
        self.numbers = {page.objgen: number for number, page in enumerate(self.document.pages)}

    def transcript(self) -> str:
        return "\n".join(line.rstrip() for line in self.lines(self.document.Root.StructTreeRoot)) + "\n"

    def lines(self, element: pikepdf.Object, depth: int = 0) -> Iterator[str]:
        kids = [*kids_of(element)]
        tag, pad = str(element.get("/S", "/Document")), "  " * depth
        if tag == "/TR":
            yield f"{pad}row"
        elif tag == "/Table":
            yield f"{pad}table"
        elif tag == "/L":
            yield f"{pad}list of {len(kids)}{numbering(element)}"
        elif tag in ("/TH", "/TD"):
            yield f"{pad}{self.cell(element)}{one_line(self.said(element))}"
            return
        elif tag == "/Figure":
            yield f"{pad}picture: {element.get('/Alt', '')}"
            return
        elif tag not in TRANSPARENT:
            if said := one_line(self.said(element)):
                yield f"{pad}{called(tag)}{said}"
            return
        deeper = depth if tag in TRANSPARENT else depth + 1
        loose = ""
        for kid in kids:
            if isinstance(kid, Dictionary) and "/S" in kid:
                if loose.strip():
                    yield f"{pad}{loose.strip()}"
                loose = ""
                yield from self.lines(kid, deeper)
            else:
                loose += self.piece(kid, element)
        if loose.strip():
            yield f"{pad}{loose.strip()}"

    def cell(self, element: pikepdf.Object) -> str:
        if element.S == Name.TH:
            return "heading: "
        headings = next((one.Headers for one in attributes_of(element) if "/Headers" in one), ())
        listed = [*self.document.Root.StructTreeRoot.IDTree.Names]
        names = dict(zip(map(bytes, listed[::2]), listed[1::2], strict=True))
        said = " / ".join(one_line(self.said(names[bytes(one)])) for one in headings)
        return f"[{said}] "

    def said(self, element: pikepdf.Object) -> Iterator[str]:
        """Yield the words and fields of an element and all that it holds."""
        loose = ""
        for kid in kids_of(element):
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from (loose.strip(),) if loose.strip() else ()
                loose = ""
                yield from self.said(kid)
            else:
                loose += self.piece(kid, element)
        yield from (loose,) if loose.strip() else ()

    def piece(self, kid: pikepdf.Object, element: pikepdf.Object) -> str:
        if not isinstance(kid, Dictionary):
            return self.marked(element.get("/Pg"), kid)
        if kid.get("/Type") == Name.OBJR:
            return f" {field_said(kid.Obj)}"
        return self.marked(kid.get("/Pg", element.get("/Pg")), kid.MCID)

    def marked(self, page: pikepdf.Object, number: pikepdf.Object) -> str:
        return self.words.get((self.numbers[page.objgen], int(number)), "")


def elements_of(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield every element of the tree below this one."""
    for kid in kids_of(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from elements_of(kid)


def kids_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def one_line(parts: Iterator[str]) -> str:
    return " ".join(" ".join(parts).split())


def attributes_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    said = element.get("/A", Array())
    return list(said) if isinstance(said, Array) else [said]


def numbering(element: pikepdf.Object) -> str:
    how = next((one.ListNumbering for one in attributes_of(element) if "/ListNumbering" in one), None)
    return ", numbered" if how == Name.Decimal else ""


def called(tag: str) -> str:
    return {"/P": "", "/LI": "• ", "/Form": "", "/Link": "link: "}.get(
        tag, f"heading {tag[2:]}: " if tag[1] == "H" else f"{tag[1:]}: "
    )


def field_said(widget: pikepdf.Object) -> str:
    if widget.get("/Subtype") != Name.Widget:
        return ""
    of_group = widget.get("/Parent", Dictionary())
    kind = str(widget.get("/FT", of_group.get("/FT", "")))
    chosen = "radio button" if "/FT" not in widget and kind == "/Btn" else "check box"
    return f"({ {'/Tx': 'edit', '/Btn': chosen, '/Sig': 'signature'}[kind] }: {widget.TU})"
