"""The public site holds nothing that is only for staff: each of its files is read, pages, index and PDFs alike."""

import html
import re
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2

from psychoed.checks.rules import Rule
from psychoed.checks.site.staff_words import Index, staff_phrases, words_of
from psychoed.library.library import Library, staff_addresses
from psychoed.reading.cache import Cache
from psychoed.reading.problem import Position, Problem, problem_at

LEAK = Rule("staff-leak", "problem", "nothing that is only for staff stands in the public site")
NO_TEXT = {".woff2", ".woff", ".ttf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".gz"}
TAG = re.compile(r"<[^<>]*>")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\[nrt]")
"""Letters as JSON and scripts may write them."""
PROGRAMS = {".js", ".css", ".map"}
LEAST_IN_PROGRAMS = 4
"""Fewer words in a row may be a program's own."""
WORDS_SHOWN = 8
INSTEAD = "do not publish this folder; find what put it there"


def check_leaks(site: Path, whole: Library, cache: Cache, told: str = "") -> Iterator[Problem]:
    """`site`: the folder of a public build. Each staff text that stands in it is a Problem that names both ends. `told`:
    what is said already of links to staff pages.
    """
    index, addresses = Index(staff_phrases(whole)), staff_addresses(whole)
    said: set[object] = set()
    for file in sorted(one for one in site.rglob("*") if one.is_file()):
        path = file.relative_to(site).as_posix()
        text = text_of(file, cache)
        for address, source in addresses.items():
            if address not in said and address not in told and (named(address, path) or named(address, text)):
                said.add(address)
                what = f"the public site names this, in {site.name}/{path}"
                yield problem_at(source.tree.path, Position(), what, INSTEAD, LEAK.id)
        least = LEAST_IN_PROGRAMS if file.suffix in PROGRAMS else 1
        for phrase in index.found_in(words_of(f"{path} {text}")):
            if phrase not in said and len(phrase.words) >= least:
                said.add(phrase)
                short = " ".join(phrase.words[:WORDS_SHOWN]) + (" …" if len(phrase.words) > WORDS_SHOWN else "")
                what = f"“{short}” is for staff only, and stands in the public {site.name}/{path}"
                yield problem_at(phrase.path, phrase.at, what, INSTEAD, LEAK.id)
    cache.tidy()


def named(address: str, text: str) -> bool:
    """Whether a text holds the address, and not only a longer one that begins alike."""
    return address in text and re.search(rf"{re.escape(address)}(?![\w-])", text) is not None


def text_of(file: Path, cache: Cache) -> str:
    """What a file of the site says, with the values of attributes and all that a PDF holds beside its pages."""
    if file.suffix in NO_TEXT:
        return ""
    data = file.read_bytes()
    if file.suffix == ".pdf":
        key = f"{sha256(data).hexdigest()[:32]}-said"
        return cache.remember(key, lambda: text_of_pdf(data).encode()).decode()
    text = ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", data.decode("utf-8", "replace"))
    if file.suffix in (".html", ".xml", ".svg"):
        seen = html.unescape(TAG.sub(" ", text))
        return f"{seen}\n\n{html.unescape(' '.join(TAG.findall(text)))}"
    return html.unescape(TAG.sub(" ", text)) if file.suffix == ".json" else text


def text_of_pdf(data: bytes) -> str:
    try:
        with pypdfium2.PdfDocument(data) as document:
            seen = [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError:
        return ""  # the file itself has a Problem (checks/files/contents.py)
    with pikepdf.open(BytesIO(data)) as pdf:
        beside = [text for one in pdf.objects for text in strings_in(one)]
        info = [str(value) for value in pdf.docinfo.values()]
        metadata = pdf.Root.Metadata.read_bytes().decode("utf-8", "replace") if "/Metadata" in pdf.Root else ""
    return "\n\n".join([*seen, *beside, *info, metadata])


def strings_in(one: object) -> Iterator[str]:
    """Titles, names of fields, tooltips, descriptions, addresses: every text that is an object of the PDF."""
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Array):
        for inner in one.values() if isinstance(one, pikepdf.Dictionary) else one:
            if not getattr(inner, "is_indirect", False):
                yield from strings_in(inner)
