"""PDFs that people add are written anew without what acts by itself: scripts, forms that send, files inside them.

Their pictures lose what cameras wrote, as pictures beside pages do. Earlier states of a PDF that was changed are not in the copy either, nor the password of one that opens without.
"""

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from psychoed.reading.media.jpeg import bare_jpeg
from psychoed.reading.media.outcome import Opened, weight
from psychoed.reading.problem import Fault
from psychoed.reading.web.address import SCHEME, squeezed

HEAVY_PDF = 8_000_000
ACTIONS = frozenset({"/URI", "/GoTo", "/Named"})
"""What a link of a PDF may do: lead to a page of the web or its own, and turn pages."""
LINKED_SCHEMES = frozenset({"https", "http", "mailto", "tel", "sms"})
ACTION_NAMES = {
    "/JavaScript": "a script",
    "/Launch": "a link that starts a program",
    "/SubmitForm": "a form that sends what is typed",
    "/ImportData": "a form that loads answers",
    "/GoToR": "a link to a file of one computer",
    "/GoToE": "a link into a file inside it",
}
LIVELY = frozenset({"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/FileAttachment"})
"""Kinds of notes on a page that play, run or hold a file."""
KEYS = {
    "/AA": "a script",
    "/JS": "a script",
    "/JavaScript": "a script",
    "/XFA": "a form of a second kind (XFA)",
    "/EmbeddedFiles": "an attached file",
    "/AF": "an attached file",
    "/EF": "an attached file",
    "/Collection": "a list of attached files",
    "/RichMediaContent": "a film",
    "/PieceInfo": "notes of a program",
    "/Requirements": "a script",
    "/OPI": "a picture of another file",
}
"""What no dictionary of a copy holds."""


def open_pdf(name: str, data: bytes) -> Opened:
    try:
        with pikepdf.open(BytesIO(data)) as pdf, BytesIO() as into:
            if not len(pdf.pages):
                raise pikepdf.PdfError
            lost = tuple(dict.fromkeys(removed_from(pdf)))
            pdf.remove_unreferenced_resources()
            pdf.save(into, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
            return Opened(into.getvalue(), lost=lost, advice=pdf_weight(name, into.tell()))
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return Opened(fault=Fault(f"“{name}” cannot be opened", "save it again as a PDF without a password"))


def removed_from(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Take away what acts by itself, wherever it stands, and yield what each was."""
    for one in [pdf.trailer, *pdf.objects]:
        yield from removed_within(one)


def removed_within(one: Any) -> Iterator[str]:
    """Look through an object and what stands directly in it."""
    if isinstance(one, pikepdf.Stream):
        yield from removed_from_stream(one)
        yield from removed_within(one.stream_dict)
    elif isinstance(one, pikepdf.Dictionary):
        yield from removed_keys(one)
        for inner in list(one.values()):
            yield from removed_within(inner) if is_direct(inner) else ()
    elif isinstance(one, pikepdf.Array):
        for inner in list(one):
            yield from removed_within(inner) if is_direct(inner) else ()


def removed_from_stream(stream: pikepdf.Stream) -> Iterator[str]:
    """Take out what a camera wrote beside the dots of a picture, and the names of files in which more of it would be."""
    known = stream.stream_dict
    outside = [key for key in ("/F", "/FFilter", "/FDecodeParms") if key in known]
    if isinstance(known.get("/Ref"), pikepdf.Dictionary) and "/F" in known["/Ref"]:
        outside.append("/Ref")
    for key in outside:
        del known[key]
    if outside:
        yield "a picture of another file"
    if known.get("/Subtype") != "/Image":
        return
    if noted := "/Metadata" in known:
        del known["/Metadata"]
    photo = photo_in(stream)
    bare = bare_jpeg(photo)
    if bare != photo:
        said = known.get("/DecodeParms")
        last: Any = said[-1] if isinstance(said, pikepdf.Array) and len(said) else said
        stream.write(bare, filter=pikepdf.Name.DCTDecode, decode_parms=last)
    if noted or bare != photo:
        yield "what a camera wrote beside a picture"


def photo_in(stream: pikepdf.Stream) -> bytes:
    """Return the photo that a picture of a PDF is, as its camera packed it; empty where it is of another form."""
    packed = stream.stream_dict.get("/Filter")
    names = [str(one) for one in packed] if isinstance(packed, pikepdf.Array) and len(packed) else [str(packed)]
    if names[-1] != "/DCTDecode":
        return b""
    if names[:-1] == ["/FlateDecode"]:
        try:
            return zlib.decompress(stream.read_raw_bytes())
        except zlib.error:
            return b""
    return stream.read_raw_bytes() if len(names) == 1 else b""


def is_direct(inner: object) -> bool:
    return isinstance(inner, pikepdf.Dictionary | pikepdf.Array) and not inner.is_indirect


def removed_keys(one: pikepdf.Dictionary) -> Iterator[str]:
    """Take keys out of a dictionary by what stands under them."""
    for key in [key for key in KEYS if key in one and not (key == "/JavaScript" and one.get("/S") == key)]:
        del one[key]
        yield KEYS[key]
    if isinstance(one.get("/URI"), pikepdf.Dictionary):  # where all links that name no site begin
        del one["/URI"]
    for key in [key for key in ("/A", "/OpenAction", "/PA") if may_act(one.get(key))]:
        if called := forbidden_action(one[key]):
            del one[key]
            yield called
    if is_action(one) and "/Next" in one:
        following = one["/Next"]
        del one["/Next"]
        yield (may_act(following) and forbidden_action(following)) or "a link that does a second thing"
    notes = one.get("/Annots")
    if isinstance(notes, pikepdf.Array) and any(is_lively(note) for note in notes):
        one["/Annots"] = pikepdf.Array([note for note in notes if not is_lively(note)])
        yield "a film, a sound or an attached file"


def may_act(one: object) -> bool:
    """Return True for a dictionary that stands where an action does: of kinds that are not known yet, too."""
    return isinstance(one, pikepdf.Dictionary) and ("/S" in one or "/Next" in one)


def is_action(one: object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and str(one.get("/S")) in ACTIONS


def forbidden_action(action: Any) -> str:
    """Return what people call an action that no copy holds; empty for one that it may."""
    kind = str(action.get("/S"))
    if kind == "/URI":
        return forbidden_address(str(action.get("/URI", "")))
    return "" if kind in ACTIONS else ACTION_NAMES.get(kind, "a link that changes or plays something")


def forbidden_address(typed: str) -> str:
    """Return what people call a link that no copy holds: whatever opens neither a page of the web nor a call."""
    address = squeezed(typed)
    scheme = SCHEME.match(address)
    if scheme and scheme[1].lower() not in LINKED_SCHEMES:
        return "a script" if "script" in scheme[1].lower() else "a link to a file or a program of one computer"
    return "a link to a file or a program of one computer" if address.startswith("\\\\") else ""


def is_lively(note: object) -> bool:
    return isinstance(note, pikepdf.Dictionary) and str(note.get("/Subtype")) in LIVELY


def pdf_weight(name: str, size: int) -> Fault | None:
    if size <= HEAVY_PDF:
        return None
    what = f"“{name}” weighs {weight(size)}"
    return Fault(what, "save it for the web, with pictures of 150 dots an inch: 2 MB would do", "file-weight")
