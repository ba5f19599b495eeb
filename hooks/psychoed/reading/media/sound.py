"""Sound and film: whether a file is what its ending says, and what it tells beside."""

from io import BytesIO

from tinytag import TinyTag, TinyTagException

from psychoed.reading.media.outcome import Opened, not_what_it_says, weight
from psychoed.reading.problem import Fault

HEAVY_SOUND = 30_000_000
PLACES = (b"\xa9xyz", b"com.apple.quicktime.location", b"loci")
"""Names under which phones write where a film was taken."""


def open_sound(name: str, data: bytes) -> Opened:
    kind = name[name.rindex(".") :].lower()
    if not (is_webm(data) if kind == ".webm" else is_sound(kind, data)):
        return not_what_it_says(name)
    return Opened(advice=place_advice(name, data) or sound_weight(name, len(data)))


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
    head, tail = data[:2_000_000], data[-2_000_000:]
    if not any(place in head or place in tail for place in PLACES):
        return None
    return Fault(f"“{name}” says where it was taken", "export it again without the place", "metadata")


def sound_weight(name: str, size: int) -> Fault | None:
    if size <= HEAVY_SOUND:
        return None
    instead = "export it at 720 lines and 1 Mbit/s, or sound alone at 64 kbit/s: 8 MB or 0.5 MB a minute would do"
    return Fault(f"“{name}” weighs {weight(size)}", instead, "file-weight")
