"""The words of every kind of file are found, wherever in it they stand."""

import gzip
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pymupdf
import pytest
from PIL import Image, PngImagePlugin

from psychoed.reading.media.words import words_in_file

NOTE = "Watch the breath of this client"


def png() -> bytes:
    said = PngImagePlugin.PngInfo()
    said.add_text("Comment", NOTE, zip=True)
    return saved("PNG", pnginfo=said)


def saved(kind: str, **more: object) -> bytes:
    into = BytesIO()
    Image.new("RGB", (8, 8), "teal").save(into, kind, **more)
    return into.getvalue()


def jpeg() -> bytes:
    exif = Image.Exif()
    exif[0x9C9C] = NOTE.encode("utf-16-le")  # the comment that Windows writes
    return saved("JPEG", exif=exif)


def zipped(name: str, data: bytes) -> bytes:
    into = BytesIO()
    with ZipFile(into, "w", 8) as archive:
        archive.writestr(name, data)
    return into.getvalue()


def attached() -> bytes:
    with pikepdf.new() as pdf, BytesIO() as into:
        pdf.add_blank_page()
        pdf.attachments["note.txt"] = pikepdf.AttachedFileSpec(pdf, NOTE.encode("utf-16"))
        pdf.save(into)
        return into.getvalue()


def locked() -> bytes:
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((50, 50), NOTE)
        return pdf.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="owner", user_pw="")


FILES = {
    "a.png": png,
    "a.jpg": jpeg,
    "a.webp": lambda: saved("WEBP", xmp=f"<x>{NOTE}</x>".encode()),
    "a.gif": lambda: saved("GIF", comment=NOTE),
    "none.png": lambda: NOTE.encode(),
    "a.svg": lambda: f"<svg><!-- {NOTE} --></svg>".encode(),
    "letters.svg": lambda: f"<svg><text>{''.join(f'<tspan>{c}</tspan>' for c in NOTE)}</text></svg>".encode(),
    "a.zip": lambda: zipped("in/a.txt.gz", gzip.compress(NOTE.encode())),
    "a.docx": lambda: zipped(
        "word/document.xml", f"<w><r>{NOTE[:9]}</r><r>{NOTE[9:]}</r></w>".encode()
    ),
    "a.txt": lambda: NOTE.encode("utf-16"),
    "a.csv": lambda: b"caf\xe9;" + NOTE.encode(),
    "a.rtf": lambda: rb"{\rtf1 \b Wat\b0 ch the br\'65ath of this cli\u101?nt}",
    "a.mp3": lambda: b"ID3\x04\x00\x00" + bytes(9) + NOTE.encode("utf-16"),
    "a.pdf": attached,
    "locked.pdf": locked,
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_words_are_found(name):
    assert NOTE in words_in_file(name, FILES[name]())


def test_a_file_in_a_file_without_end_comes_to_an_end():
    data = NOTE.encode()
    for _ in range(20):
        data = zipped("a.zip", data)
    assert NOTE not in words_in_file("a.zip", data)
