"""Files that people add to a site, made here: photos as a phone takes them, leaflets, sound."""

from functools import cache
from io import BytesIO

import pikepdf
import pymupdf
from PIL import Image, ImageCms

from psychoed.reading.media.ogg import OggPage, write_sum

NOTE = "Watch the breath of this client"
CREDIT = "Ada Field"


def photo(form: str = "JPEG", size: tuple[int, int] = (40, 20), **more: object) -> bytes:
    exif = Image.Exif()
    exif[0x010E], exif[0x0112], exif[0x013B] = NOTE, 6, CREDIT  # turned by a quarter
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 30.0, 0.0), 3: "E", 4: (13.0, 24.0, 0.0)})
    into = BytesIO()
    Image.new("RGB", size, "teal").save(into, form, exif=exif, icc_profile=profile(), **more)
    return into.getvalue()


@cache  # it holds the second in which it was made
def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def leaflet(number: int) -> bytes:
    """A PDF as a clinic has many: with a title, bookmarks, a link, and a picture."""
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((50, 50), f"Leaflet {number}: how to rest")
        page.insert_image(pymupdf.Rect(50, 80, 130, 120), stream=photo())
        page.insert_link({"kind": pymupdf.LINK_URI, "from": page.rect, "uri": "https://harbor.example/"})
        document.set_metadata({"title": f"Leaflet {number}", "author": CREDIT})
        document.set_toc([[1, "How to rest", 1]])
        return document.tobytes()


def pdf(change) -> bytes:
    with pymupdf.open() as document:
        document.new_page().insert_text((50, 50), "Welcome.")
        plain = document.tobytes()
    with pikepdf.open(BytesIO(plain)) as document, BytesIO() as into:
        change(document)
        document.save(into)
        return into.getvalue()


def mp3(tag: bytes = b"") -> bytes:
    frame = bytes.fromhex("fffb9064") + bytes(413)
    return tag + frame * 200


def box(name: bytes, *inside: bytes) -> bytes:
    said = b"".join(inside)
    return (len(said) + 8).to_bytes(4) + name + said


def said_box(name: bytes, text: str) -> bytes:
    return box(name, box(b"data", (1).to_bytes(4), bytes(4), text.encode()))


def mp4() -> bytes:
    """Two seconds of a film as a telephone makes it: with its place, a title, an artist and a comment."""
    head = box(b"mvhd", bytes(12), (1000).to_bytes(4), (2000).to_bytes(4), bytes(80))
    times = box(b"mdhd", bytes(12), (1000).to_bytes(4), (2000).to_bytes(4), bytes(4))
    kind = box(b"hdlr", bytes(8), b"soun", bytes(12), NOTE.encode() + b"\0")
    track = box(b"trak", box(b"mdia", times, kind))
    listed = box(b"ilst", said_box(b"\xa9nam", NOTE), said_box(b"\xa9ART", CREDIT), said_box(b"\xa9cmt", NOTE))
    meta = box(b"meta", bytes(4), box(b"hdlr", bytes(8), b"mdir", bytes(13)), listed)
    place = box(b"\xa9xyz", b"\0\x12\x15\xc7+52.5000+013.4000/")
    other = box(b"uuid", bytes(16), f"<x:xmpmeta>{NOTE}</x:xmpmeta>".encode())
    return b"".join(
        [
            box(b"ftyp", b"isom", bytes(4)),
            box(b"moov", head, track, box(b"udta", place, meta)),
            other,
            box(b"mdat", b"sound"),
        ]
    )


def id3(**frames: str) -> bytes:
    said = b"".join(
        name.encode() + (len(text) + 1).to_bytes(4) + b"\0\0\0" + text.encode() for name, text in frames.items()
    )
    return b"ID3\3\0\0\0" + bytes((len(said) >> 14 & 127, len(said) >> 7 & 127, len(said) & 127)) + said


def ogg(comments: list[str]) -> bytes:
    """Two seconds of Opus, whose list of comments goes on over two pages."""
    listed = b"".join(len(one.encode()).to_bytes(4, "little") + one.encode() for one in comments)
    packet = b"OpusTags" + (4).to_bytes(4, "little") + b"Lavf" + len(comments).to_bytes(4, "little") + listed
    packet = packet.ljust(600, b"\0")
    pieces = [(2, 0, b"OpusHead\1\2" + bytes(9)), (0, 0, packet[:510]), (1, 0, packet[510:]), (4, 96_000, b"sound")]
    whole = b""
    for number, (flag, at, piece) in enumerate(pieces):
        sizes = bytes([255] * (len(piece) // 255) + ([len(piece) % 255] if number != 1 else []))
        head = b"OggS\0" + bytes([flag]) + at.to_bytes(8, "little") + b"ours" + number.to_bytes(4, "little") + bytes(4)
        page = bytearray(head + bytes([len(sizes)]) + sizes + piece)
        write_sum(page, OggPage(0, 0, len(page), b"ours", sizes))
        whole += page
    return whole


def element(name: str, *inside: bytes) -> bytes:
    said = b"".join(inside)
    return bytes.fromhex(name) + (len(said) | 1 << 56).to_bytes(8) + said


def webm() -> bytes:
    head = element("1a45dfa3", element("4282", b"webm"))
    info = element("1549a966", element("7ba9", NOTE.encode()))
    tags = element(
        "1254c367", element("7373", element("67c8", element("45a3", b"ARTIST"), element("4487", NOTE.encode())))
    )
    return head + element("18538067", info, tags, element("1f43b675", element("e7", b"\0")))
