"""Pictures, drawings and PDFs in content/: each holds what its ending says, and all of it."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pikepdf

from psychoed.reading.problem import Fault

FIRST_BYTES = {
    ".png": (b"\x89PNG",),
    ".jpg": (b"\xff\xd8",),
    ".jpeg": (b"\xff\xd8",),
    ".gif": (b"GIF8",),
    ".webp": (b"RIFF",),
    ".pdf": (b"%PDF",),
    ".svg": (b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg", b"\xef\xbb\xbf<"),
}
LAST_BYTES = {".png": b"IEND", ".jpg": b"\xff\xd9", ".jpeg": b"\xff\xd9", ".gif": b"\x3b"}
ACTIVE = re.compile(rb"<script|<foreignObject|\son\w+\s*=|javascript:|<!ENTITY", re.IGNORECASE)
SAVE_AGAIN = "save it again in the form that its ending names"


def content_fault(file: Path) -> Fault | None:
    data, kind = file.read_bytes(), file.suffix.lower()
    if not data.strip():
        return Fault(f"“{file.name}” is empty", "save it again, or take it out")
    if kind in FIRST_BYTES and not data.lstrip().startswith(FIRST_BYTES[kind]):
        return Fault(f"“{file.name}” does not hold what its ending says", SAVE_AGAIN)
    if kind in LAST_BYTES and LAST_BYTES[kind] not in data:
        return Fault(f"“{file.name}” breaks off before its end", "copy the whole file here again")
    if kind == ".svg":
        return drawing_fault(file, data)
    if kind == ".pdf" and not can_be_opened(file):
        return Fault(f"“{file.name}” cannot be opened", "save it again as a PDF without a password")
    return None


def drawing_fault(file: Path, data: bytes) -> Fault | None:
    if ACTIVE.search(data):
        return Fault(f"the drawing “{file.name}” holds a program", "save it again as plain SVG")
    try:
        ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        return Fault(f"the drawing “{file.name}” cannot be read ({error})", "save it again as plain SVG")
    return None


def can_be_opened(file: Path) -> bool:
    try:
        with pikepdf.open(file) as pdf:
            return len(pdf.pages) > 0
    except pikepdf.PdfError:
        return False
