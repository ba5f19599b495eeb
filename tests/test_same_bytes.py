"""What tests/tools/same_bytes.py says of two sites."""

from io import BytesIO

import pikepdf
import pymupdf
import pytest

from same_bytes import ADDED, OTHER, REMOVED, SAME_TREE, SAME_WORDS, differences

PAGE = b'<!doctype html><html lang="en"><body><p class="a" id="b">Two &amp; three</p></body></html>'


def pdf(words: str, title: str) -> bytes:
    with pymupdf.open() as document:
        document.new_page().insert_text((50, 50), words)
        document.set_metadata({"title": title})
        return document.tobytes(no_new_id=True)


def packed_anew(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as document, BytesIO() as into:
        document.save(into, compress_streams=False, static_id=True)
        return into.getvalue()


def test_the_same_site_has_no_difference():
    site = {"site/a/index.html": PAGE, "site/a.pdf": pdf("Words", "A")}
    assert list(differences(site, dict(site))) == []


def test_each_file_that_comes_or_goes_is_named_in_order():
    found = list(differences({"site/b.css": b"", "site/c.css": b""}, {"site/a.css": b"", "site/c.css": b""}))
    assert found == [("site/a.css", ADDED), ("site/b.css", REMOVED)]


@pytest.mark.parametrize(
    ("path", "before", "after", "how"),
    [
        ("a.html", PAGE, PAGE.replace(b'class="a" id="b"', b"id='b' class=a"), SAME_TREE),
        ("a.html", PAGE, PAGE.replace(b"&amp;", b"&#38;"), SAME_TREE),
        ("a.html", PAGE, PAGE.replace(b' id="b"', b""), SAME_WORDS),
        ("a.html", PAGE, PAGE.replace(b"three", b"four"), OTHER),
        ("a.json", b'{"a": 1, "b": 2}', b'{"b":2,"a":1}', SAME_TREE),
        ("a.json", b'{"a": 1}', b'{"a": 2}', OTHER),
        ("a.pdf", pdf("Words", "A"), pdf("Words", "B"), SAME_WORDS),
        ("a.pdf", pdf("Words", "A"), packed_anew(pdf("Words", "A")), SAME_WORDS),
        ("a.pdf", pdf("Words", "A"), pdf("Other words", "A"), OTHER),
        ("a.css", b"a{}", b"a {}", OTHER),
    ],
)
def test_it_says_how_a_file_differs(path: str, before: bytes, after: bytes, how: str):
    assert list(differences({path: before}, {path: after})) == [(path, how)]
