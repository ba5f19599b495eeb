"""Files of characters, captions, fonts and office documents: whether each is what its ending says."""

import json
import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from fontTools.ttLib import TTFont, TTLibError

from psychoed.reading.media.drawing_styles import without_style_comments
from psychoed.reading.media.outcome import Opened, not_what_it_says
from psychoed.reading.problem import Fault

MACROS = re.compile(r"vbaProject|/activeX/|/embeddings/|/Basic/|/Scripts/", re.IGNORECASE)
NOTE = re.compile(r"(?:(?<=\n\n)|\A)NOTE(?:[ \t].*)?(?:\n.+)*\n*")
"""A comment in captions, which no player shows."""
STYLE_BLOCK = re.compile(r"(?:(?<=\n\n)|\A)STYLE[ \t]*((?:\n.+)*)\n*")
TOP_OF_CAPTIONS = re.compile(r"WEBVTT.*\n(?:(?!.*-->).+\n)*\n*")
"""The first line of captions, and the lines right below it, in which programs say of whom the file is."""


def open_text(name: str, data: bytes) -> Opened:
    if data.startswith(b"%PDF") or b"\0" in data:
        return not_what_it_says(name)
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return Opened(fault=Fault(f"“{name}” is not UTF-8", "save it again with the encoding UTF-8"))
    return Opened()


def open_captions(name: str, data: bytes) -> Opened:
    opened = open_text(name, data)
    if opened.fault:
        return opened
    text = re.sub(r"\r\n?", "\n", data.decode("utf-8-sig"))
    if not re.match(r"WEBVTT(?:[ \t].*)?\n", text) or "-->" not in text:
        what = f"“{name}” holds no captions of the form WebVTT"
        return Opened(fault=Fault(what, "begin it with a line WEBVTT, then captions with their times"))
    bare = STYLE_BLOCK.sub(style_in_captions, NOTE.sub("", TOP_OF_CAPTIONS.sub("", text)))
    return Opened(f"WEBVTT\n\n{bare}".encode())


def style_in_captions(found: re.Match[str]) -> str:
    """Return a style of captions without comments; none where it would load a file."""
    css = without_style_comments(found[1])
    return "" if "url(" in css.lower() or "@" in css or "\\" in css else f"STYLE{css}\n\n"


def open_manifest(name: str, data: bytes) -> Opened:
    try:
        json.loads(data)
    except ValueError:
        return not_what_it_says(name)
    return Opened()


def open_font(name: str, data: bytes) -> Opened:
    try:
        TTFont(BytesIO(data), lazy=True).getGlyphOrder()
    except TTLibError:
        return not_what_it_says(name)
    return Opened()


def open_office(name: str, data: bytes) -> Opened:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            broken = archive.testzip()
    except (BadZipFile, RuntimeError, zlib.error):
        return not_what_it_says(name)
    if broken or not {"[Content_Types].xml", "mimetype"} & set(names):
        return not_what_it_says(name)
    if any(MACROS.search(one) for one in names):
        what = f"“{name}” holds a program or another file"
        return Opened(fault=Fault(what, "save it again without macros and embedded objects, or as a PDF"))
    return Opened()
