"""Sound and film: whether a file is what its ending says, and a copy without what it tells beside."""

from collections.abc import Iterator
from io import BytesIO

from tinytag import TinyTag, TinyTagException

from psychoed.reading.media.outcome import Opened, not_what_it_says, weight
from psychoed.reading.media.tags import without_tags
from psychoed.reading.problem import Fault

HEAVY_SOUND = 30_000_000
PLACES = (b"\xa9xyz", b"com.apple.quicktime.location", b"loci", b"gpmd", b"mebx")
"""Names under which phones and cameras write where a film was taken; the last two are of tracks."""
TECHNICAL = frozenset({
    "filename", "filesize", "duration", "bitrate", "bitdepth", "samplerate", "channels", "encoder_settings",
})  # fmt: skip
"""What a reader of tags says that no person wrote."""


def open_sound(name: str, data: bytes, *, credit: bool = False) -> Opened:
    """Return a copy without tags; `credit`: with who made it and who holds the rights."""
    kind = name[name.rindex(".") :].lower()
    if not is_playable(kind, data):
        return not_what_it_says(name)
    copy = without_tags(kind, data, credit=credit)
    if not is_playable(kind, copy):  # its tags are written in a way of their own
        copy = data
    advice = place_advice(name, copy) or sound_weight(name, len(data))
    return Opened(None if copy == data else copy, lost=tuple(told_beside(kind, data, copy)), advice=advice)


def is_playable(kind: str, data: bytes) -> bool:
    return is_webm(data) if kind == ".webm" else is_sound(kind, data)


def told_beside(kind: str, data: bytes, copy: bytes) -> Iterator[str]:
    """Yield what the file told that its copy does not, as people call it."""
    if names_place(data) and not names_place(copy):
        yield "the place where it was taken"
    if copy != data and (kind == ".webm" or tags_of(kind, data) - tags_of(kind, copy)):
        yield "tags such as a title, a name or a comment"


def tags_of(kind: str, data: bytes) -> frozenset[str]:
    found = TinyTag.get(filename=f"file{kind}", file_obj=BytesIO(data)).as_dict()
    return frozenset(name for name, said in found.items() if said and name not in TECHNICAL)


def is_webm(data: bytes) -> bool:
    """Return True for the head of a WebM file, by the name that it gives its form."""
    return data.startswith(b"\x1aE\xdf\xa3") and b"webm" in data[:100]


def is_sound(kind: str, data: bytes) -> bool:
    """Return True if the file holds something to hear or see that lasts."""
    if kind in (".mp4", ".m4a") and data[4:8] != b"ftyp":
        return False
    try:
        found = TinyTag.get(filename=f"file{kind}", file_obj=BytesIO(data))
    except TinyTagException:
        return False
    return bool(found.duration)


def place_advice(name: str, data: bytes) -> Fault | None:
    if not names_place(data):
        return None
    return Fault(f"“{name}” says where it was taken", "export it again without the place", "metadata")


def names_place(data: bytes) -> bool:
    head, tail = data[:2_000_000], data[-2_000_000:]
    return any(place in head or place in tail for place in PLACES)


def sound_weight(name: str, size: int) -> Fault | None:
    if size <= HEAVY_SOUND:
        return None
    instead = "export it at 720 lines and 1 Mbit/s, or sound alone at 64 kbit/s: 8 MB or 0.5 MB a minute would do"
    return Fault(f"“{name}” weighs {weight(size)}", instead, "file-weight")
