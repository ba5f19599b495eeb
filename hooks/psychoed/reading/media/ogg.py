"""Comments of Ogg files (Vorbis, Opus, Theora): the list is made empty in its place, and its pages get new sums."""

from collections.abc import Iterator
from typing import NamedTuple

PAGE_HEAD = 27
PLACE_OF_SUM = slice(22, 26)
PACKETS_OF_COMMENTS = (b"\x03vorbis", b"OpusTags", b"\x81theora")
"""How a packet of comments begins."""
CREDIT_COMMENTS = (b"artist=", b"performer=", b"copyright=")
POLYNOMIAL, BITS_OF_SUM = 0x04C11DB7, 32


class OggPage(NamedTuple):
    """`inside`: where what it holds begins; `sizes`: of the pieces, of which one below 255 ends a packet."""

    at: int
    inside: int
    end: int
    stream: bytes
    sizes: bytes


def without_ogg_comments(data: bytes, credit: bool = False) -> bytes:
    """Return the file with empty lists of comments; `credit`: but for who made it and who holds the rights."""
    pages, copy = list(ogg_pages(data)), bytearray(data)
    for stream in dict.fromkeys(page.stream for page in pages):
        packet = second_packet([page for page in pages if page.stream == stream])
        said = b"".join(data[begin:end] for begin, end in packet)
        mark = next((one for one in PACKETS_OF_COMMENTS if said.startswith(one)), b"")
        if not mark:
            continue
        left = without_list(said, mark, credit=credit)
        for begin, end in packet:
            copy[begin:end], left = left[: end - begin], left[end - begin :]
        for page in pages:
            if any(page.at < begin < page.end for begin, _ in packet):
                write_sum(copy, page)
    return bytes(copy)


def ogg_pages(data: bytes) -> Iterator[OggPage]:
    at = 0
    while data[at : at + 4] == b"OggS" and at + PAGE_HEAD <= len(data):
        count = data[at + PAGE_HEAD - 1]
        sizes = data[at + PAGE_HEAD : at + PAGE_HEAD + count]
        inside = at + PAGE_HEAD + count
        yield OggPage(at, inside, inside + sum(sizes), data[at + 14 : at + 18], sizes)
        at = inside + sum(sizes)


def second_packet(pages: list[OggPage]) -> list[tuple[int, int]]:
    """Return the places of the packet behind the first one, which may go on over pages."""
    found, number = list[tuple[int, int]](), 0
    for page in pages:
        at = page.inside
        for size in page.sizes:
            if number == 1 and size:
                found.append((at, at + size))
            at, number = at + size, number + (size < 255)
            if number > 1:
                return found
    return found


def without_list(packet: bytes, mark: bytes, *, credit: bool) -> bytes:
    """Return the packet of the same length without what a program called itself, and without comments."""
    kept = [one for one in comments_of(packet, len(mark)) if credit and one.lower().startswith(CREDIT_COMMENTS)]
    listed = b"".join(len(one).to_bytes(4, "little") + one for one in kept)
    said = mark + bytes(4) + len(kept).to_bytes(4, "little") + listed + b"\1"
    return said.ljust(len(packet), b"\0")[: len(packet)]


def comments_of(packet: bytes, at: int) -> Iterator[bytes]:
    at += 4 + int.from_bytes(packet[at : at + 4], "little")
    count, at = int.from_bytes(packet[at : at + 4], "little"), at + 4
    for _ in range(count):
        size = int.from_bytes(packet[at : at + 4], "little")
        if at + 4 + size > len(packet):
            return
        yield packet[at + 4 : at + 4 + size]
        at += 4 + size


def sums_of_bytes() -> Iterator[int]:
    for byte in range(256):
        value = byte << BITS_OF_SUM - 8
        for _ in range(8):
            value = (value << 1 ^ (POLYNOMIAL if value >> BITS_OF_SUM - 1 else 0)) & 0xFFFFFFFF
        yield value


SUMS = tuple(sums_of_bytes())


def write_sum(copy: bytearray, page: OggPage) -> None:
    """Write the sum of a page, by which players know that it is whole."""
    piece = copy[page.at : page.end]
    piece[PLACE_OF_SUM] = bytes(4)
    value = 0
    for byte in piece:
        value = (value << 8 & 0xFFFFFFFF) ^ SUMS[value >> BITS_OF_SUM - 8 ^ byte]
    copy[page.at + PLACE_OF_SUM.start : page.at + PLACE_OF_SUM.stop] = value.to_bytes(4, "little")
