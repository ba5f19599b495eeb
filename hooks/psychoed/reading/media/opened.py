"""A file of a kind that a site may hold is opened: what of it is published, or why it is not."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath

from psychoed.reading.cache import Cache, made_by
from psychoed.reading.media.drawings import open_drawing
from psychoed.reading.media.office import open_captions, open_font, open_manifest, open_office, open_text
from psychoed.reading.media.outcome import Opened, not_what_it_says
from psychoed.reading.media.pdfs import open_pdf
from psychoed.reading.media.pictures import FORMATS, open_picture
from psychoed.reading.media.sound import open_sound
from psychoed.reading.media.words import PLAYED
from psychoed.reading.problem import Fault

MADE_BY = ("pillow", "lxml", "pikepdf", "pypdfium2", "tinytag", "tinycss2", "fonttools")
"""Packages whose versions may change what comes of a file, or what is read in it."""
Opener = Callable[[str, bytes], Opened]
OPENERS: Mapping[str, Opener] = {
    **dict.fromkeys(FORMATS, open_picture),
    ".svg": open_drawing,
    ".pdf": open_pdf,
    **dict.fromkeys(PLAYED, open_sound),
    ".vtt": open_captions,
    **dict.fromkeys((".woff2", ".woff", ".ttf", ".otf"), open_font),
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub"), open_office),
    **dict.fromkeys((".txt", ".csv", ".tsv", ".ics", ".vcf", ".css", ".js", ".rtf", ""), open_text),
    ".webmanifest": open_manifest,
}
"""By the ending of a file's name, in small letters."""


def open_file(name: str, data: bytes, cache: Cache | None = None, *, credit: bool = False) -> Opened:
    """Return what may be published of a file. `credit`: whether pictures, sound and film keep who made them."""

    def opened() -> Opened:
        if not data.strip():
            return Opened(fault=Fault(f"“{name}” is empty", "save it again, or take it out"))
        kind = PurePosixPath(name.lower()).suffix
        opener = OPENERS[kind]
        try:
            if kind in PLAYED:
                return open_sound(name, data, credit=credit)
            return open_picture(name, data, credit=credit) if kind in FORMATS else opener(name, data)
        except Exception:  # a decoder may raise anything at bytes that were made to break it
            return not_what_it_says(name)

    if cache is None:
        return opened()
    key = sha256(f"{openers_key()}\0{name}\0{credit}\0".encode() + data).hexdigest()
    return Opened.unpacked(cache.remember(f"opened-{key[:40]}", lambda: opened().packed()))


@lru_cache
def openers_key() -> str:
    """Return a key that changes when these openers do, or a package that they use."""
    return made_by(*sorted(Path(__file__).parent.glob("*.py")), packages=MADE_BY)
