"""Files that people add to a site, made here: photos as a phone takes them, leaflets, sound."""

from functools import cache
from io import BytesIO

import pikepdf
import pymupdf
from PIL import Image, ImageCms

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
