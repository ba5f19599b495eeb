"""Tags of sound and film: title, artist, comment, cover, place. They are overwritten where they stand, so that every other
byte of the file keeps its place, but for those at the ends of an MP3, which are cut off."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from psychoed.reading.media.ogg import without_ogg_comments

ID3_HEAD, ID3_TAIL, APE_FOOT = 10, 128, 32
SONG_FOOT = re.compile(rb"(\d{6})LYRICS200\Z")
BOX_HEAD = 8
BOXES_OF_BOXES = (b"moov", b"trak", b"mdia")
"""Boxes of an MP4 in which others with tags may stand."""
TAG_BOXES = (b"udta", b"meta", b"uuid")
CREDIT_BOXES = (b"\xa9ART", b"cprt", b"\xa9cpy")
"""Names of an MP4 for who made it, and who holds the rights."""
SEGMENT_OF_WEBM, TAGS_OF_WEBM, ATTACHMENTS, INFO_OF_WEBM = (
    b"\x18\x53\x80\x67",
    b"\x12\x54\xc3\x67",
    b"\x19\x41\xa4\x69",
    b"\x15\x49\xa9\x66",
)
NAMES_IN_WEBM = (b"\x7b\xa9", b"\x4d\x80", b"\x57\x41")
"""Names of the elements of a WebM; the last are its title, and what the programs that made it call themselves."""
VOID_ELEMENT, LONGEST_SIZE = b"\xec", 8


class TaggedPiece(NamedTuple):
    """A box or an element: its name, where it begins, where what it holds does, and where it ends."""

    name: bytes
    at: int
    inside: int
    end: int


def without_tags(kind: str, data: bytes, *, credit: bool = False) -> bytes:
    """Return a file without its tags; the same where it has none. `credit`: keep who made it and who holds the rights."""
    return STRIPPERS[kind](data, credit)


def bare_mp3(data: bytes, credit: bool) -> bytes:
    """Return an MP3 without what stands before and behind its sound. ID3 cannot be mended in its place."""
    begin, end = 0, len(data)
    kept = (
        [frame for size, head in id3_heads(data) for frame in credit_frames(data[begin:size], head)] if credit else []
    )
    for size, _ in id3_heads(data):
        begin = size
    while behind := tag_at_end(data[begin:end]):
        end -= behind
    return id3_of(kept) + data[begin : max(begin, end)]


def tag_at_end(data: bytes) -> int:
    """Return how long the last tag behind the sound is: ID3 of the first version, APE, words of a song, ID3 with a foot."""
    foot = data[-APE_FOOT:]
    if data[-ID3_TAIL:].startswith(b"TAG"):
        return ID3_TAIL
    if foot.startswith(b"APETAGEX"):
        has_head = foot[23] & 0x80
        return int.from_bytes(foot[12:16], "little") + (APE_FOOT if has_head else 0)
    if song := SONG_FOOT.search(data[-15:]):
        return int(song[1]) + len(song[0])
    if data[-ID3_HEAD:].startswith(b"3DI"):
        return of_seven_bits(data[-4:]) + 2 * ID3_HEAD
    return 0


def id3_heads(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each tag at the beginning ends, and which version of ID3 it is."""
    at = 0
    while data[at : at + 3] == b"ID3" and len(data) >= at + ID3_HEAD:
        foot = ID3_HEAD if data[at + 5] & 0x10 else 0
        version, at = data[at + 3], at + ID3_HEAD + of_seven_bits(data[at + 6 : at + 10]) + foot
        yield at, version


def of_seven_bits(four: bytes) -> int:
    return sum((byte & 0x7F) << shift for byte, shift in zip(four, (21, 14, 7, 0), strict=False))


def credit_frames(tag: bytes, version: int) -> Iterator[bytes]:
    """Yield the frames on the artist and the rights, as ID3 2.3 writes them."""
    for found in re.finditer(rb"(TPE1|TCOP)(.{4})..", tag, re.DOTALL) if version >= 3 else ():
        size = of_seven_bits(found[2]) if version == 4 else int.from_bytes(found[2])
        said = tag[found.end() : found.end() + size]
        yield found[1] + len(said).to_bytes(4) + b"\0\0" + said


def id3_of(frames: list[bytes]) -> bytes:
    if not frames:
        return b""
    said = b"".join(frames)
    return b"ID3\3\0\0" + bytes(len(said) >> shift & 0x7F for shift in (21, 14, 7, 0)) + said


def bare_mp4(data: bytes, credit: bool) -> bytes:
    """Return an MP4 whose boxes_in of tags are free room."""
    copy = bytearray(data)
    for box in boxes_in(data, 0, len(data)):
        blank_tags(copy, data, box, credit=credit)
    return bytes(copy)


def boxes_in(data: bytes, at: int, end: int) -> Iterator[TaggedPiece]:
    while at + BOX_HEAD <= end:
        size, name, head = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8], BOX_HEAD
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16]), 16
        size = size or end - at
        if size < head or at + size > end:
            return
        yield TaggedPiece(name, at, at + head, at + size)
        at += size


def blank_tags(copy: bytearray, data: bytes, box: TaggedPiece, *, credit: bool) -> None:
    if box.name in BOXES_OF_BOXES:
        for inner in boxes_in(data, box.inside, box.end):
            blank_tags(copy, data, inner, credit=credit)
    elif box.name in (b"udta", b"meta", b"ilst") and credit and has_credit(data, box):
        skipped = 4 if box.name == b"meta" and data[box.inside : box.inside + 4] == bytes(4) else 0
        for inner in boxes_in(data, box.inside + skipped, box.end):
            if inner.name in (b"meta", b"ilst"):
                blank_tags(copy, data, inner, credit=credit)
            elif inner.name not in (*CREDIT_BOXES, b"hdlr"):
                make_free(copy, inner)
    elif box.name in TAG_BOXES or box.name == b"ilst":
        make_free(copy, box)
    elif box.name in (b"free", b"skip"):
        copy[box.inside : box.end] = bytes(box.end - box.inside)
    elif box.name == b"hdlr":  # behind 24 bytes stands what a program calls the track
        copy[box.inside + 24 : box.end] = bytes(max(0, box.end - box.inside - 24))


def has_credit(data: bytes, box: TaggedPiece) -> bool:
    return any(name in data[box.inside : box.end] for name in CREDIT_BOXES)


def make_free(copy: bytearray, box: TaggedPiece) -> None:
    copy[box.at + 4 : box.at + 8] = b"free"
    copy[box.inside : box.end] = bytes(box.end - box.inside)


def bare_webm(data: bytes, credit: bool) -> bytes:
    """Return a WebM whose tags and attachments are void, and whose title and makers are empty."""
    copy = bytearray(data)
    for top in elements_of_webm(data, 0, len(data)):
        for one in elements_of_webm(data, top.inside, top.end) if top.name == SEGMENT_OF_WEBM else ():
            if one.name in (TAGS_OF_WEBM, ATTACHMENTS, VOID_ELEMENT):
                make_void(copy, one)
            for inner in elements_of_webm(data, one.inside, one.end) if one.name == INFO_OF_WEBM else ():
                if inner.name in NAMES_IN_WEBM:
                    copy[inner.inside : inner.end] = bytes(inner.end - inner.inside)
    return bytes(copy)


def elements_of_webm(data: bytes, at: int, end: int) -> Iterator[TaggedPiece]:
    """Yield the elements there. One whose size is not known goes on to the end."""
    while at + 2 <= end and data[at]:
        name = data[at : at + number_length(data[at])]
        size_at = at + len(name)
        if size_at >= end or not data[size_at]:
            return
        length = number_length(data[size_at])
        size = int.from_bytes(data[size_at : size_at + length]) & (1 << 7 * length) - 1
        unknown = size == (1 << 7 * length) - 1
        inside = size_at + length
        if not unknown and inside + size > end:
            return
        yield TaggedPiece(name, at, inside, end if unknown else inside + size)
        at = end if unknown else inside + size


def number_length(first: int) -> int:
    """Return how many bytes a number takes, by the zeros at the head of its first."""
    return LONGEST_SIZE + 1 - first.bit_length()


def make_void(copy: bytearray, one: TaggedPiece) -> None:
    whole = one.end - one.at
    head = LONGEST_SIZE if whole > LONGEST_SIZE else 1
    size = whole - 1 - head
    copy[one.at : one.end] = VOID_ELEMENT + (size | 1 << 7 * head).to_bytes(head) + bytes(size)


STRIPPERS: Mapping[str, Callable[[bytes, bool], bytes]] = {
    ".mp3": bare_mp3,
    ".m4a": bare_mp4,
    ".mp4": bare_mp4,
    ".ogg": without_ogg_comments,
    ".webm": bare_webm,
}
