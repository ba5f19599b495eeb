"""Ways on which the words of a clinician's note once left the house: each is found in a site that people put files into."""

import base64
import gzip
import json
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pymupdf
import pytest
from PIL import Image, PngImagePlugin

from planted import NOTE, SHEET, STAFF_PAGE, clinic_with_notes, is_told, leaks, told_of
from psychoed.checks.site.leaks import check_leaks
from psychoed.library.load import load_library
from psychoed.reading.cache import Cache
from small_site import small_site

SPACED = " ".join(NOTE.replace(" ", "  "))
PNG, JPEG = "content.png", "content.jpg"


def picture(kind: str, **more: object) -> bytes:
    into = BytesIO()
    Image.new("RGB", (8, 8), "teal").save(into, kind, **more)
    return into.getvalue()


def png() -> bytes:
    said = PngImagePlugin.PngInfo()
    said.add_itxt("Comment", NOTE, zip=True)
    return picture("PNG", pnginfo=said)


def jpeg() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = NOTE
    exif.get_ifd(0x8825)[1] = "N"  # a photo of a telephone says where it was taken
    return picture("JPEG", exif=exif)


def zipped(data: bytes) -> bytes:
    into = BytesIO()
    with ZipFile(into, "w", 8) as archive:
        archive.writestr("notes/a.txt", data)
    return into.getvalue()


def pdf(draw: Callable[[pymupdf.Document], object], **saving: object) -> bytes:
    with pymupdf.open() as document:
        document.new_page().insert_text((50, 50), "Welcome.")
        document.new_page()
        draw(document)
        return bytes(document.tobytes(**saving))


def with_note(document: pymupdf.Document, **how: object) -> None:
    document[1].insert_textbox((50, 50, 300, 400), NOTE, **how)


def broken_at_line_ends(document: pymupdf.Document) -> None:
    document[1].insert_text(
        (50, 50), ["Watch whether the cli-", "ent grips the cha-", "ir before she names her brother,"]
    )


def xmp(document: pymupdf.Document) -> None:
    document.set_xml_metadata(f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><note>{NOTE}</note></x:xmpmeta>")


def attached(data: bytes) -> bytes:
    with pikepdf.new() as document, BytesIO() as into:
        document.add_blank_page()
        document.attachments["a.txt"] = pikepdf.AttachedFileSpec(document, data)
        document.save(into)
        return into.getvalue()


def letters(name: str) -> str:
    return "".join(f"<{name}>{one}</{name}>\n" for one in NOTE)


LOCKED = {"encryption": pymupdf.PDF_ENCRYPT_AES_256, "owner_pw": "owner", "user_pw": ""}
SVG = "<svg xmlns='http://www.w3.org/2000/svg'>{}</svg>"
HALF = " ".join(NOTE.split()[:8])
OTHERWISE = NOTE.replace("names", "named").replace("slow", "slowed")
ROUTES: dict[str, tuple[str, bytes]] = {
    "PNG text chunk": ("a.png", png()),
    "JPEG with EXIF": ("a.jpg", jpeg()),
    "picture with another ending": ("b.jpg", png()),
    "zip": ("a.zip", zipped(NOTE.encode())),
    "zip in a zip": ("b.zip", zipped(zipped(NOTE.encode()))),
    "gz": ("a.gz", gzip.compress(NOTE.encode())),
    "UTF-16": ("a.txt", NOTE.encode("utf-16")),
    "UTF-16 without a mark": ("b.txt", NOTE.encode("utf-16-be")),
    "UTF-32": ("c.txt", NOTE.encode("utf-32")),
    "RTF": ("a.rtf", b"{\\rtf1\\ansi " + NOTE.replace("chair", "c\\'68\\u97?ir").encode() + b"}"),
    "PDF page": ("a.pdf", pdf(with_note)),
    "PDF attachment": ("b.pdf", attached(NOTE.encode())),
    "PDF attachment, packed": ("c.pdf", attached(zipped(NOTE.encode()))),
    "hyphenated line ends": ("d.pdf", pdf(broken_at_line_ends)),
    "encrypted with an empty password": ("e.pdf", pdf(with_note, **LOCKED)),
    "bookmark": ("f.pdf", pdf(lambda document: document.set_toc([[1, NOTE, 1]]))),
    "XMP": ("g.pdf", pdf(xmp)),
    "invisible text": ("h.pdf", pdf(lambda document: with_note(document, render_mode=3))),
    "letter-spaced text": ("a.html", f"<p>{SPACED}</p>".encode()),
    "tags between letters": ("b.html", "<p>{}</p>".format(NOTE.replace("a", "<b></b>a")).encode()),
    "SVG, one tspan per letter": ("a.svg", SVG.format(f"<text>{letters('tspan')}</text>").encode()),
    "SVG, one text per letter": ("b.svg", SVG.format(letters("text")).encode()),
    "SVG data URI": (
        "c.html",
        b"<img src='data:image/svg+xml;base64,%s'>" % base64.b64encode(SVG.format(f"<text>{NOTE}</text>").encode()),
    ),
    "SVG data URI in percent signs": (
        "d.html",
        ("<img src='data:image/svg+xml," + "".join(f"%{byte:02X}" for byte in NOTE.encode()) + "'>").encode(),
    ),
    "SVG comment": ("d.svg", SVG.format(f"<!-- {NOTE} -->").encode()),
    "CSS escape": ("a.css", ('p::after { content: "' + NOTE.replace("a", "\\61 ").replace("g", "\\000067") + '" }').encode()),
    "soft hyphens": ("e.html", f"<p>{'­'.join(NOTE)}</p>".encode()),
    "entities": ("f.html", ("<p>" + "".join(f"&#{ord(one)};" for one in NOTE) + "</p>").encode()),
    "quoted-printable": ("a.eml", NOTE.replace("a", "=61").replace("she", "s=\nhe").encode()),
    "truncated sentence": ("g.html", f"<p>Now. {HALF}</p>".encode()),
    "inflected words": ("h.html", f"<p>{OTHERWISE}</p>".encode()),
    "one word changed in the middle": (
        "i.html", b"<p>Now, slow the whole session down, as she names a brother: watch whether the client grips her chair before she names her brother.</p>",
    ),
    "JSON escapes": ("a.json", json.dumps({"a": NOTE}).replace("a", "\\u0061").encode()),
    "capitals": ("j.html", f"<p>{NOTE.upper()}</p>".encode()),
    "name of a file": (NOTE.lower().rstrip(".").replace(",", "").replace(" ", "-") + ".txt", b"Welcome"),
    "packed words in a picture": ("c.png", png()[:-12] + zlib.compress(b"") + NOTE.encode()),
    "footnote": ("k.html", b"<p>The neighbour upstairs wants us to leave the left gate open</p>"),
    "attribute": ("l.html", b"<p>Tell every porter that the spare key hangs behind it</p>"),
    "comment of an author": ("m.html", b"<p>Dana asked us never to seat two former patients together</p>"),
    "code": ("n.html", b"<p>open the archive with the password of the old pharmacist</p>"),
    "guide of the staff edition": ("o.html", b"<p>How long did it take you to pour every jar of it?</p>"),
}  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    return told_of(clinic_with_notes(tmp_path_factory.mktemp("clinic")), dict(ROUTES.values()))


@pytest.mark.parametrize("route", ROUTES)
def test_it_is_found(told, route):
    path, _ = ROUTES[route]
    assert is_told(path, told), told[path]


HONEST = """<h1>Suicide risk</h1><p>A document for each month about psychotic symptoms. Marmalade at the door.</p>
<p>You may stop at any time, and you can slow the whole thing down. Watch whether you like it.</p>"""


def test_what_a_leaflet_says_by_chance_is_no_leak(tmp_path):
    root = small_site(tmp_path)
    (root / "worksheets" / "marmalade-pots.yml").write_text(SHEET, "utf-8")
    (root / "content" / "staff").mkdir()
    staff = STAFF_PAGE.replace(
        "Ring", "## Document\n\n## Suicide risk\n\n## Each month\n\n## Psychotic symptoms\n\nRing"
    )
    (root / "content" / "staff" / "door.md").write_text(staff, "utf-8")
    site = root / "site"
    site.mkdir()
    (site / "leaflet.html").write_text(HONEST, "utf-8")
    (site / "leaflet.pdf").write_bytes(
        pdf(lambda document: document[1].insert_text((50, 50), ["Document", "Each month"]))
    )
    whole, _ = load_library(root, root / "mkdocs.yml", "en")
    assert [str(one) for one in leaks(site, whole, root)] == []


def test_a_message_names_the_page_or_the_line(tmp_path):
    root = small_site(tmp_path)
    (root / "worksheets" / "marmalade-pots.yml").write_text(SHEET, "utf-8")
    site = root / "site"
    site.mkdir()
    (site / "a.html").write_text(f"<h1>Now</h1>\n<p\n>One.\n{NOTE}</p>", "utf-8")
    (site / "a.pdf").write_bytes(pdf(with_note))
    whole, _ = load_library(root, root / "mkdocs.yml", "en")
    (told,) = check_leaks(site, whole, Cache(root / ".cache"), content=root / "content", authored={"a.pdf": "a.pdf"})
    assert str(told) == (
        "worksheets/marmalade-pots.yml:7:18: “watch whether the client grips the chair before …” is for staff only, and"
        " stands in the public site/a.html:4, and in site/a.pdf, page 2, which is content/a.pdf; do not publish this folder; find what put it there"
    )
    (site / "a.html").unlink()
    (told,) = check_leaks(site, whole, Cache(root / ".cache"), content=root / "content", authored={"a.pdf": "a.pdf"})
    assert "stands in the public site/a.pdf, page 2, which is content/a.pdf;" in str(told)


QUOTES_IT = """---
title: At the door
summary: What the porter does.
main_message: Ring twice.
audience: staff
group: staff
---

{{ list.porter }}
"""
LIST = """- id: porter
  says: What the porter looks out for.
  items:
    - says: A blue van that waits before the left gate for more than an hour
    - says: A lamp that is still lit
"""


def test_a_list_that_only_staff_texts_quote_is_for_staff(tmp_path):
    """And it is not where a public page quotes it too."""
    root = small_site(tmp_path)
    (root / "data" / "care-lists.yml").write_text(LIST, "utf-8")
    (root / "content" / "staff").mkdir()
    (root / "content" / "staff" / "door.md").write_text(QUOTES_IT, "utf-8")
    site = root / "site"
    site.mkdir()
    words = "A blue van that waits before the left gate for more than an hour"
    (site / "a.html").write_text(f"<p>{words}</p>", "utf-8")
    whole, _ = load_library(root, root / "mkdocs.yml", "en")
    (told,) = map(str, leaks(site, whole, root))
    assert told.startswith("data/care-lists.yml:4:13: “a blue van that waits before the left …” is for staff only")
    public = root / "content" / "parts" / "protectors.md"
    public.write_text(f"{public.read_text('utf-8')}\n{{{{ list.porter }}}}\n", "utf-8")
    whole, _ = load_library(root, root / "mkdocs.yml", "en")
    assert list(leaks(site, whole, root)) == []
