"""PDFs that people add are written anew without what acts by itself: scripts, forms that send, files inside them.

Earlier states of a PDF that was changed are not in the copy either, nor the password of one that opens without.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from psychoed.reading.media.outcome import Opened, weight
from psychoed.reading.problem import Fault

HEAVY_PDF = 8_000_000
ACTIONS = frozenset({"/URI", "/GoTo", "/Named"})
"""What a link of a PDF may do: lead to a page of the web or its own, and turn pages."""
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
        yield from removed_within(one.stream_dict)
    elif isinstance(one, pikepdf.Dictionary):
        yield from removed_keys(one)
        for inner in list(one.values()):
            yield from removed_within(inner) if is_direct(inner) else ()
    elif isinstance(one, pikepdf.Array):
        for inner in list(one):
            yield from removed_within(inner) if is_direct(inner) else ()


def is_direct(inner: object) -> bool:
    return isinstance(inner, pikepdf.Dictionary | pikepdf.Array) and not inner.is_indirect


def removed_keys(one: pikepdf.Dictionary) -> Iterator[str]:
    """Take keys out of a dictionary by what stands under them."""
    for key in [key for key in KEYS if key in one and not (key == "/JavaScript" and one.get("/S") == key)]:
        del one[key]
        yield KEYS[key]
    for key in [key for key in ("/A", "/OpenAction", "/PA") if is_action(one.get(key))]:
        if called := forbidden_action(one[key]):
            del one[key]
            yield called
    if is_action(one) and "/Next" in one:
        following = one["/Next"]
        del one["/Next"]
        yield (is_action(following) and forbidden_action(following)) or "a link that does a second thing"
    notes = one.get("/Annots")
    if isinstance(notes, pikepdf.Array) and any(is_lively(note) for note in notes):
        one["/Annots"] = pikepdf.Array([note for note in notes if not is_lively(note)])
        yield "a film, a sound or an attached file"


def is_action(one: object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and str(one.get("/S")) in ACTIONS | ACTION_NAMES.keys() | {
        "/Hide", "/Rendition", "/Movie", "/Sound", "/Thread", "/ResetForm", "/SetOCGState", "/Trans", "/GoTo3DView",
        "/RichMediaExecute",
    }  # fmt: skip


def forbidden_action(action: Any) -> str:
    """Return what people call an action that no copy holds; empty for one that it may."""
    kind = str(action.get("/S"))
    if kind == "/URI" and str(action.get("/URI", "")).strip().lower().startswith(("javascript:", "data:", "file:")):
        return "a script" if "script" in str(action["/URI"]).lower() else "a link to a file of one computer"
    return "" if kind in ACTIONS else ACTION_NAMES.get(kind, "a link that changes or plays something")


def is_lively(note: object) -> bool:
    return isinstance(note, pikepdf.Dictionary) and str(note.get("/Subtype")) in LIVELY


def pdf_weight(name: str, size: int) -> Fault | None:
    if size <= HEAVY_PDF:
        return None
    what = f"“{name}” weighs {weight(size)}"
    return Fault(what, "save it for the web, with pictures of 150 dots an inch: 2 MB would do", "file-weight")
