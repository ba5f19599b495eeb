"""The programs in which people type into a PDF and look at it again: each fills in a file, or draws it as a picture."""

import ctypes
import json
import subprocess
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy
import pikepdf
import pymupdf
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray
from pikepdf.form import Form
from pypdf import PdfReader, PdfWriter

Values = Mapping[str, str]
"""What to type or choose by a field's name; `/on` ticks, and `/7` chooses the point 7."""
Picture = NDArray[numpy.uint8]
SCALE = 3
"""Pixels to a point: 216 to an inch."""


def with_pdfium(pdf: bytes, values: Values) -> bytes:
    """Type and click as a person does in Chrome."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    form = document.formenv.raw
    for page in document:
        for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
            widget = pdfium.FPDFPage_GetAnnot(page.raw, number)
            if pdfium.FPDFAnnot_GetSubtype(widget) == pdfium.FPDF_ANNOT_WIDGET:
                answer_widget(form, page.raw, widget, values)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def answer_widget(form, page, widget, values: Values) -> None:
    value = values.get(utf16(pdfium.FPDFAnnot_GetFormFieldName, form, widget), "")
    chosen = utf16(pdfium.FPDFAnnot_GetFormFieldExportValue, form, widget) == value.removeprefix("/")
    is_text = pdfium.FPDFAnnot_GetFormFieldType(form, widget) == pdfium.FPDF_FORMFIELD_TEXTFIELD
    if not value or not (is_text or chosen):
        return
    place = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(widget, place)
    x, y = (place.left + place.right) / 2, (place.top + place.bottom) / 2
    pdfium.FORM_OnLButtonDown(form, page, 0, x, y)
    pdfium.FORM_OnLButtonUp(form, page, 0, x, y)
    for letter in value if is_text else "":
        pdfium.FORM_OnChar(form, page, ord(letter), 0)
    pdfium.FORM_ForceToKillFocus(form)


def utf16(ask: Callable[..., int], *of) -> str:
    size = ask(*of, None, 0)
    said = ctypes.create_string_buffer(size)
    ask(*of, ctypes.cast(said, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return said.raw.decode("utf-16le").rstrip("\0")


def with_mupdf(pdf: bytes, values: Values) -> bytes:
    document = pymupdf.open(stream=pdf)
    for page in document:
        for widget in page.widgets():
            value = values.get(widget.field_name, "")
            if value.startswith("/"):
                value = value == f"/{widget.on_state()}" or ""
            if value:
                widget.field_value = value
                widget.update()
    return document.tobytes()


def with_pypdf(pdf: bytes, values: Values) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(values), auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def with_pikepdf(pdf: bytes, values: Values) -> bytes:
    """Fill in without a picture of what is typed, which the program that shows it makes: pikepdf types in fonts of one
    byte a letter only."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        for name, field in Form(document, None).items():
            value = values.get(name, "")
            if value == "/on":
                field.checked = True
            elif value:
                field.value = pikepdf.Name(value) if value.startswith("/") else value
        document.save(out)
    return out.getvalue()


POPPLER = """
import json, sys, gi
gi.require_version("Poppler", "0.18")
from gi.repository import Poppler
file, out, values = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
document = Poppler.Document.new_from_file("file://" + file, None)
for number in range(document.get_n_pages()):
    for mapping in document.get_page(number).get_form_field_mapping():
        field = mapping.field
        value, place = values.get(field.get_name(), ""), mapping.area
        if value and field.get_field_type() == Poppler.FormFieldType.TEXT:
            field.text_set_text(value)
        elif value == "/on" or value and [number, round(place.x1), round(place.y1)] in values["places"]:
            field.button_set_state(True)
document.save("file://" + out)
"""


def with_poppler(pdf: bytes, values: Values) -> bytes:
    """Fill in as Evince does, through Poppler's binding for Python (Debian: python3-gi, gir1.2-poppler-0.18)."""
    with TemporaryDirectory() as folder:
        file, out = Path(folder, "blank.pdf"), Path(folder, "filled.pdf")
        file.write_bytes(pdf)
        given = json.dumps({**values, "places": places_of_choices(pdf, values)})
        subprocess.run(["/usr/bin/python3", "-c", POPPLER, str(file), str(out), given], check=True, capture_output=True)
        return out.read_bytes()


def places_of_choices(pdf: bytes, values: Values) -> list[list[int]]:
    """Return page, left and bottom of the points to choose, which Poppler does not call by their values."""
    return [
        [number, round(float(widget["/Rect"][0])), round(float(widget["/Rect"][1]))]
        for number, page in enumerate(PdfReader(BytesIO(pdf)).pages)
        for widget in page.get("/Annots", ())
        if widget.get("/Parent", {}).get("/T", "") in values and values[widget["/Parent"]["/T"]] in widget["/AP"]["/N"]
    ]


def seen_by_pdfium(pdf: bytes, page: int = 0) -> Picture:
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return document[page].render(scale=SCALE, grayscale=True, may_draw_forms=True).to_numpy().squeeze()


def seen_by_mupdf(pdf: bytes, page: int = 0) -> Picture:
    drawn = pymupdf.open(stream=pdf)[page].get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE), colorspace=pymupdf.csGRAY)
    return numpy.frombuffer(drawn.samples, numpy.uint8).reshape(drawn.height, drawn.width)


def seen_by_poppler(pdf: bytes, page: int = 0) -> Picture:
    """Draw with pdftoppm (Debian: poppler-utils)."""
    command = ["pdftoppm", "-r", str(72 * SCALE), "-f", str(page + 1), "-l", str(page + 1), "-gray", "-"]
    drawn = subprocess.run(command, input=pdf, check=True, capture_output=True).stdout
    _, size, _, pixels = drawn.split(b"\n", 3)
    width, height = map(int, size.split())
    return numpy.frombuffer(pixels, numpy.uint8, width * height).reshape(height, width)


IN_PYTHON = {"PDFium": with_pdfium, "MuPDF": with_mupdf, "pypdf": with_pypdf, "pikepdf": with_pikepdf}
SEEN_IN_PYTHON = {"PDFium": seen_by_pdfium, "MuPDF": seen_by_mupdf}
