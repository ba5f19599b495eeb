"""All words that a file holds, seen and unseen: descriptions, comments, tags, metadata, what is packed or attached.

Whoever looks for words that must not be published asks here, whatever kind of file it is.
"""

import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

import pikepdf
import pypdfium2
from fontTools.ttLib import TTFont, TTLibError
from lxml import etree
from PIL import ExifTags, Image

from psychoed.reading.media.office_tables import words_in_tables

DEEPEST_PACKED, MOST_UNPACKED = 3, 50_000_000
"""How far packed files are opened: files in files in files, and bytes of each."""
PLAIN_RUN = re.compile(
    rb"(?:[\x20-\x7e\t\r\n]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){6,}"
)
WIDE_RUN = re.compile(rb"(?:[\x20-\x7e\t\r\n]\x00){6,}|(?:\x00[\x20-\x7e\t\r\n]){6,}")
"""Runs of characters in a file of bytes: UTF-8, and UTF-16 of either order."""
STRING_IN_PDF = re.compile(rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|(?<!<)<[0-9a-fA-F]+>", re.DOTALL)
STRING_IN_DRAWING = re.compile(
    rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<\s*[fF][eE][fF][fF][0-9a-fA-F\s]+>", re.DOTALL
)
"""A text in what draws a page, but for those that name glyphs of a font by their numbers."""
SAID_IN_DRAWING = re.compile(rb"/\w+\s*(" + STRING_IN_DRAWING.pattern + rb")", re.DOTALL)
"""A text that a drawing holds under a name, to be read in the place of what it draws."""
REMARK_IN_DRAWING = re.compile(rb"%[^\r\n]{20,}")
LONG_NAME_IN_PDF = re.compile(rb"/[^\s/<>\[\](){}%]{20,}")
SIGN_IN_NAME = re.compile("#([0-9a-fA-F]{2})")
TIME_OF_CAPTION = re.compile(r"^.*-->.*$", re.MULTILINE)
NAME_OF_CAPTION = re.compile(r"^.+(?=\n.*-->)", re.MULTILINE)
PACKED_BEHIND = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]")
"""How what is packed by itself begins (gzip, zlib)."""
LEAST_UNPACKED, END_OF_ARCHIVE, GZIP_OR_ZLIB = 20, 70_000, 47
FONTS_IN_PDF = ("/Type1C", "/CIDFontType0C", "/OpenType")
NEXT_PAGE = "\n\f\n"
RTF_SIGN = re.compile(r"\\'([0-9a-f]{2})|\\u(-?\d+)\??|\\[a-z]+-?\d* ?|[{}]|\\[^a-z]|\r?\n", re.IGNORECASE)
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff")
PLAYED = (".mp3", ".m4a", ".ogg", ".mp4", ".webm")
OFFICE = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub")
XML_KINDS = (".svg", ".xml", ".rels", ".xhtml", ".opf", ".ncx")
KINDS_BY_BYTES = {
    b"PK\3\4": (".zip", *OFFICE),
    b"\x1f\x8b": (".gz", ".svgz"),
    b"%PDF": (".pdf",),
    b"{\\rtf": (".rtf",),
    b"\x89PNG": (".png",),
    b"\xff\xd8\xff": (".jpg", ".jpeg"),
}
NO_SIGNS = re.compile(rb"[\x00-\x08\x0e-\x1a]")
"""Bytes that no text has."""


class Packed(NamedTuple):
    """A file that lies in another one."""

    name: str
    data: bytes


def words_in_file(name: str, data: bytes, depth: int = 0) -> str:
    """Return all words of a file. What cannot be opened as its ending says is searched for runs of characters."""
    kind = kind_by_bytes(name, data)
    reader = READERS.get(kind)
    try:
        found = reader(data) if reader else decoded(data)
        inner = (
            [words_in_file(*packed, depth + 1) for packed in packed_in(kind, data)] if depth < DEEPEST_PACKED else []
        )
    except UNREADABLE:
        return runs_of_characters(data)
    return "\n\n".join([found, *inner])


def kind_by_bytes(name: str, data: bytes) -> str:
    """Return the ending that its first bytes ask for, where they say, whatever its name says."""
    ending = PurePosixPath(name.lower()).suffix
    known = next((kinds for mark, kinds in KINDS_BY_BYTES.items() if data.startswith(mark)), (ending,))
    return ending if ending in known else known[0]


def decoded(data: bytes) -> str:
    """Return what a file of characters says, in whichever encoding; else the runs of characters among its bytes."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        of_one_byte = not NO_SIGNS.search(data)
        return data.decode("cp1252", "replace") if of_one_byte else runs_of_characters(data)
    return text if "\0" not in text else f"{text}\n{runs_of_characters(data)}"


def runs_of_characters(data: bytes) -> str:
    """Return what somebody could read in a file of bytes."""
    plain = (found[0].decode("utf-8", "replace") for found in PLAIN_RUN.finditer(data))
    wide = (found[0].replace(b"\0", b"").decode("ascii") for found in WIDE_RUN.finditer(data))
    return "\n".join([*plain, *wide])


def words_of_picture(data: bytes) -> str:
    """Return what is written beside the picture: EXIF, XMP, comments, text chunks; and what is in its bytes as it is."""
    with Image.open(BytesIO(data)) as picture:
        picture.load()  # the chunks behind a PNG's dots are read then
        exif = picture.getexif()
        tags = [exif, *(exif.get_ifd(ifd) for ifd in ExifTags.IFD)]
        said = [value for tag in tags for value in tag.values()] + list(picture.info.values())
    return "\n".join([*(said_in(value) for value in said), runs_of_characters(data)])


def said_in(value: object) -> str:
    """Return a value of a picture's metadata as words."""
    if isinstance(value, bytes):
        return value.replace(b"\0", b"").decode("utf-8", "replace")
    return " ".join(map(said_in, value)) if isinstance(value, tuple | list) else str(value)


def words_of_xml(data: bytes) -> str:
    """Return the texts of a drawing or another XML file, its attributes and comments."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    root = etree.fromstring(data, parser)
    if root is None:
        return decoded(data)
    nodes = list(root.iter())
    texts = [text for node in nodes for text in (node.text, node.tail) if text and text.strip()]
    by_tag: dict[object, list[str]] = {}
    for node in nodes:
        by_tag.setdefault(node.tag, []).append(node.text or "")
    placed = sorted((place for node in nodes if (place := place_in_drawing(node))), key=lambda one: one[:2])
    return "\n\n".join(
        [
            "".join(root.itertext()),
            "\n".join(texts),
            "\n".join(text for _, _, text in placed),
            *(" ".join(said) for said in by_tag.values()),  # without what a program keeps between the words
            *(v for node in nodes for v in node.attrib.values()),
        ]
    )


def place_in_drawing(node: Any) -> tuple[float, float, str] | None:
    """Return how far down and how far along a text of a drawing stands, which may be drawn in any order."""
    try:
        return float(node.get("y") or ""), float(node.get("x") or ""), "".join(node.itertext())
    except ValueError:
        return None


def words_of_captions(data: bytes) -> str:
    """Return what captions say one after the other, with their lines; then their names and settings."""
    text = re.sub(r"\r\n?", "\n", decoded(data))
    beside = [*NAME_OF_CAPTION.findall(text), *TIME_OF_CAPTION.findall(text)]
    return TIME_OF_CAPTION.sub("", NAME_OF_CAPTION.sub("", text)) + "\n\n" + " ".join(beside)


def words_of_font(data: bytes) -> str:
    """Return what a font says of itself, and what is packed beside it."""
    with TTFont(BytesIO(data), lazy=True) as font:
        names = [one.toUnicode("replace") for one in font["name"].names] if "name" in font else []
        beside = font.flavorData
        more = [beside.metaData, beside.privData] if beside else []
        said = font["meta"].data.values() if "meta" in font else []
    return "\n\n".join([*names, *(decoded(one) for one in more if one), *map(said_in, said)])


def words_of_office(data: bytes) -> str:
    """Return the paragraphs of a document of Word, Excel, PowerPoint or LibreOffice, and its tables row by row and
    column by column."""
    parts = [part for part in unpacked(data) if part.name.endswith((".xml", ".rels", ".xhtml"))]
    return "\n\n".join([*(words_of_xml(part.data) for part in parts), *words_in_tables(parts)])


def words_of_rtf(data: bytes) -> str:
    """Return the words of a document in Rich Text Format, and the signs that it writes by their numbers."""

    def sign(found: re.Match[str]) -> str:
        if found[1]:
            return bytes.fromhex(found[1]).decode("cp1252", "replace")
        return chr(int(found[2]) % 0x10000) if found[2] else "\n" if found[0].startswith(("\\par", "\\line")) else ""

    return RTF_SIGN.sub(sign, data.decode("cp1252", "replace"))


def words_of_pdf(data: bytes) -> str:
    """Return the text of the pages, and all that the PDF holds beside: bookmarks, names, tooltips, metadata."""
    with pypdfium2.PdfDocument(data) as document:
        seen = [page.get_textpage().get_text_range() for page in document]
    with pikepdf.open(BytesIO(data)) as pdf:
        beside = [text for one in pdf.objects for text in (*strings_in_pdf(one), *strings_in_stream(one))]
        info = [str(value) for value in pdf.docinfo.values()]
        metadata = [one.read_bytes().decode("utf-8", "replace") for one in pdf.objects if is_metadata(one)]
    return "\n\n".join([NEXT_PAGE.join(seen), *beside, *info, *metadata])


def is_metadata(one: object) -> bool:
    return isinstance(one, pikepdf.Stream) and one.get("/Type") == "/Metadata"


def strings_in_pdf(one: object) -> Iterator[str]:
    """Yield titles, names of fields, tooltips, descriptions, addresses: every text in an object of the PDF. They are
    taken from the object as it is written, which is faster than to walk through it."""
    written = one.stream_dict if isinstance(one, pikepdf.Stream) else one
    if isinstance(written, pikepdf.Object):
        said = written.unparse(resolved=True)
        for found in STRING_IN_PDF.finditer(said):
            yield str(pikepdf.Object.parse(found[0]))
        for name in LONG_NAME_IN_PDF.findall(said):
            yield SIGN_IN_NAME.sub(lambda sign: chr(int(sign[1], 16)), name.decode("utf-8", "replace"))


def strings_in_stream(one: object) -> Iterator[str]:
    """Yield what stands in a drawing that no page may show: a stamp, a remark, what a program says is read in its place.
    A color profile is read as it is."""
    if not isinstance(one, pikepdf.Stream) or one.get("/Type") in ("/Metadata", "/ObjStm", "/XRef"):
        return
    if one.get("/Subtype") == "/Image" or "/Length1" in one or one.get("/Subtype") in FONTS_IN_PDF:
        return
    data = one.read_bytes()
    if "/N" in one:
        yield runs_of_characters(data)
        return
    is_apart = one.get("/Subtype") == "/Form"  # a drawing of its own, which a page may show or not
    found = STRING_IN_DRAWING.findall(data) if is_apart else SAID_IN_DRAWING.findall(data)
    yield from (str(pikepdf.Object.parse(text)) for text in found)
    yield from (found.decode("utf-8", "replace") for found in REMARK_IN_DRAWING.findall(data))


def packed_in(kind: str, data: bytes) -> Iterator[Packed]:
    """Yield the files that lie in an archive, a document or a PDF."""
    if kind in (".gz", ".svgz"):
        yield Packed("unpacked.xml" if kind == ".svgz" else "unpacked.txt", inflated(data))
    elif kind == ".zip" or kind in OFFICE:
        yield from (part for part in unpacked(data) if kind == ".zip" or not part.name.endswith(XML_KINDS))
    elif kind in PLAYED:
        yield from packed_behind(data)
    elif kind == ".pdf":
        with pikepdf.open(BytesIO(data)) as pdf:
            for name, attached in pdf.attachments.items():
                yield Packed(name, attached.get_file().read_bytes()[:MOST_UNPACKED])


def unpacked(data: bytes) -> Iterator[Packed]:
    """Yield the files of an archive, each up to a size that no honest one has."""
    with ZipFile(BytesIO(data)) as archive:
        left = MOST_UNPACKED
        for one in archive.infolist():
            with archive.open(one) as part:
                found = part.read(left)
            left -= len(found)
            yield Packed(one.filename.lower(), found)
            yield Packed("comment.txt", one.comment)
        yield Packed("comment.txt", archive.comment)


def packed_behind(data: bytes) -> Iterator[Packed]:
    """Yield what lies packed in a file that plays: an archive at its end, or pieces anywhere in it."""
    if b"PK\5\6" in data[-END_OF_ARCHIVE:]:
        yield Packed("behind.zip", data[max(0, data.find(b"PK\3\4")) :])
    whole = memoryview(data)
    for found in PACKED_BEHIND.finditer(data):
        way = zlib.decompressobj(GZIP_OR_ZLIB)
        try:
            piece = way.decompress(whole[found.start() : found.start() + MOST_UNPACKED], MOST_UNPACKED)
        except zlib.error:
            continue
        if len(piece) >= LEAST_UNPACKED:
            yield Packed("unpacked.txt", piece)


def inflated(data: bytes) -> bytes:
    with gzip.open(BytesIO(data)) as packed:
        return packed.read(MOST_UNPACKED)


def no_words(data: bytes) -> str:
    return ""


READERS: dict[str, Callable[[bytes], str]] = {
    **dict.fromkeys(PICTURES, words_of_picture),
    **dict.fromkeys(XML_KINDS, words_of_xml),
    **dict.fromkeys(OFFICE, words_of_office),
    **dict.fromkeys((".zip", ".gz", ".svgz"), no_words),
    **dict.fromkeys((*PLAYED, ".doc", ".xls", ".ppt"), runs_of_characters),
    **dict.fromkeys((".woff2", ".woff", ".ttf", ".otf"), words_of_font),
    ".vtt": words_of_captions,
    ".pdf": words_of_pdf,
    ".rtf": words_of_rtf,
}
"""By the ending of a file's name, in small letters."""
UNREADABLE = (
    OSError, ValueError, SyntaxError, KeyError, EOFError, RuntimeError, NotImplementedError, BadZipFile, zlib.error,
    etree.LxmlError, TTLibError, pikepdf.PdfError, pypdfium2.PdfiumError, Image.DecompressionBombError,
)  # fmt: skip
"""What the libraries raise at a file that is not what its name says."""
