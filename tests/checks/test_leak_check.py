"""Staff words in each kind of file that a public site may hold: a hit names the author's line and the file."""

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from psychoed.checks.site.leaks import check_leaks
from psychoed.library.load import load_library
from psychoed.reading.cache import Cache
from small_site import small_site

NOTE = "Don't hurry: watch the client's breath."
SHEET = f"""title: Marmalade
summary: What it is for.
phase: clinic
minutes: 5
pages: 1
use: in-session
audience: client
clinician_note: "{NOTE}"
blocks:
  - type: pause
  - {{type: lines, id: what, text: "Which marmalade pots?"}}
"""
CURLY = NOTE.replace("'", "’")


def pdf(**said: str) -> bytes:
    with pymupdf.open() as document:
        page = document.new_page()
        page.insert_text((50, 50), said.get("text", "Welcome."))
        document.set_metadata({"keywords": said.get("keywords", "")})
        document.set_toc([[1, said.get("mark", "Welcome"), 1]])
        page.insert_link(
            {"kind": pymupdf.LINK_URI, "from": page.rect, "uri": said.get("uri", "https://clinic.example/")}
        )
        return document.tobytes()


def with_alt(words: str) -> bytes:
    with pikepdf.new() as document, BytesIO() as into:
        document.add_blank_page()
        figure = pikepdf.Dictionary(S=pikepdf.Name.Figure, Alt=pikepdf.String(words))
        document.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Array([figure]))
        document.save(into)
        return into.getvalue()


FILES = {
    "page": ("a/index.html", "<p>Now: don’t hurry: <em>watch</em> the client’s breath.</p>".encode()),
    "attribute": ("a/index.html", f'<p title="{CURLY}">Now</p>'.encode()),
    "comment": ("a/index.html", f"<p>Now</p><!-- {NOTE} -->".encode()),
    "words for a script": (
        "a/index.html",
        rb'<p data-words="{&#34;a&#34;: &#34;Don\u0027t hurry: watch the client\u2019s breath.&#34;}">Now</p>',
    ),
    "index of the search": ("search/search_index.json", json.dumps({"docs": [{"text": f"Now\n{CURLY}"}]}).encode()),
    "title in the index": (
        "search/index.js",
        b'window.searchIndex = {"pages":[["a/","page","Marmalade","",[],[]]]};\n',
    ),
    "heading in the index": (
        "search/index.js",
        b'window.searchIndex = {"pages":[["a/","page","Now","",["Marmalade"],[]]]};\n',
    ),
    "list of pages": ("sitemap.xml", b"<loc>https://clinic.example/worksheets/marmalade-pots/</loc>"),
    "link from beside it": ("worksheets/index.html", b'<a href="marmalade-pots/">Now</a>'),
    "name of a file": ("assets/marmalade-pots-letter.png", b""),
    "title of one word": ("a/index.html", b"<h1>Marmalade</h1>"),
    "schema": ("schema.json", json.dumps({"description": NOTE}).encode()),
    "source map": ("assets/a.js.map", json.dumps({"sourcesContent": [f"x\n// {NOTE}"]}).encode()),
    "style sheet": ("assets/a.css", f"/* {NOTE} */".encode()),
    "drawing": ("assets/a.svg", f"<svg><desc>{NOTE}</desc></svg>".encode()),
    "text of a PDF": ("a/a.pdf", pdf(text=NOTE)),
    "metadata of a PDF": ("a/a.pdf", pdf(keywords=NOTE)),
    "bookmark of a PDF": ("a/a.pdf", pdf(mark=NOTE)),
    "link of a PDF": ("a/a.pdf", pdf(uri="https://clinic.example/worksheets/marmalade-pots/")),
    "description of a picture in a PDF": ("a/a.pdf", with_alt(NOTE)),
}


@pytest.fixture
def whole(tmp_path):
    root = small_site(tmp_path / "project")
    (root / "worksheets").mkdir(exist_ok=True)
    (root / "worksheets" / "marmalade-pots.yml").write_text(SHEET, "utf-8")
    return load_library(root, root / "mkdocs.yml", "en")[0]


def leaks(site: Path, whole, scratch: Path) -> list[str]:
    return [str(problem) for problem in check_leaks(site, whole, Cache(scratch))]


@pytest.mark.parametrize("where", FILES)
def test_a_leak_names_both_ends(whole, tmp_path, where):
    path, data = FILES[where]
    file = tmp_path / "site" / path
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    found = leaks(tmp_path / "site", whole, tmp_path / "scratch")
    assert any(line.startswith("worksheets/marmalade-pots.yml:") and f"site/{path}" in line for line in found), found


def test_words_that_anybody_may_use_are_no_leak(whole, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<p>Don’t hurry. Watch the breath. Which pots?</p>", "utf-8")
    assert leaks(tmp_path / "site", whole, tmp_path / "scratch") == []
