"""A photo as its camera packed it (JPEG), without what is written beside its dots: for pictures inside other files,
whose dots stay byte for byte."""

import re
from collections.abc import Iterator

NEXT_MARK = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
"""What ends the dots of a scan: any mark but those that stand within one."""
SCAN, END = 0xDA, 0xD9


def bare_jpeg(data: bytes) -> bytes:
    """Return the photo without camera facts, notes and whatever stands behind it; unchanged where it is no whole photo."""
    try:
        return b"\xff\xd8" + b"".join(kept_pieces(data)) if data.startswith(b"\xff\xd8") else data
    except IndexError:
        return data


def kept_pieces(data: bytes) -> Iterator[bytes]:
    at = 2
    while data[at + 1] != END:
        mark, end = data[at + 1], at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if data[at] != 0xFF or end < at + 4:
            raise IndexError
        if mark == SCAN:
            found = NEXT_MARK.search(data, end)
            end = found.start() if found else len(data)
        if is_needed(mark, data[at + 4 : end]):
            yield data[at:end]
        at = end
    yield data[at : at + 2]


def is_needed(mark: int, said: bytes) -> bool:
    """Return True for what the dots cannot be shown without: tables, scans, the profile and the kind of the colors."""
    if mark == 0xE2:
        return said.startswith(b"ICC_PROFILE\0")
    return mark in (0xE0, 0xEE) or not (0xE0 <= mark <= 0xEF or mark == 0xFE)
