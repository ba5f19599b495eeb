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
from psychoed.checks.site.staff_words import PhraseIndex, compared_words, staff_phrases
from psychoed.library.library import Library, staff_addresses
from psychoed.reading.cache import Cache
from psychoed.reading.problem import Position, Problem, problem_at

LEAK = Rule("staff-leak", "problem", "nothing that is only for staff stands in the public site")
NO_TEXT = {".woff2", ".woff", ".ttf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".gz"}
HTML_TAG = re.compile(r"<[^<>]*>")
ESCAPED_LETTER = re.compile(r"\\u([0-9a-fA-F]{4})|\\[nrt]")
"""Letters as JSON and scripts may write them."""
SCRIPTS_AND_STYLES = {".js", ".css", ".map"}
LEAST_IN_SCRIPTS = 4
"""Fewer words in a row may be a program's own."""
WORDS_SHOWN = 8
FIND_THE_LEAK = "do not publish this folder; find what put it there"


def check_leaks(site: Path, whole: Library, cache: Cache, reported: str = "") -> Iterator[Problem]:
    """Yield a Problem for each staff text that stands in a public site, which names both ends. `site`: the folder of
    the build. `reported`: what is reported already of links to staff pages."""
    index, addresses = PhraseIndex(staff_phrases(whole)), staff_addresses(whole)
    named: set[object] = set()
    for file in sorted(one for one in site.rglob("*") if one.is_file()):
        path = file.relative_to(site).as_posix()
        text = published_text(file, cache)
        for address, source in addresses.items():
            if (
                address not in named
                and address not in reported
                and (contains_address(address, path) or contains_address(address, text))
            ):
                named.add(address)
                what = f"the public site names this, in {site.name}/{path}"
                yield problem_at(source.tree.path, Position(), what, FIND_THE_LEAK, LEAK.id)
        least = LEAST_IN_SCRIPTS if file.suffix in SCRIPTS_AND_STYLES else 1
        for phrase in index.found_in(compared_words(f"{path} {text}")):
            if phrase not in named and len(phrase.words) >= least:
                named.add(phrase)
                short = " ".join(phrase.words[:WORDS_SHOWN]) + (" …" if len(phrase.words) > WORDS_SHOWN else "")
                what = f"“{short}” is for staff only, and stands in the public {site.name}/{path}"
                yield problem_at(phrase.path, phrase.at, what, FIND_THE_LEAK, LEAK.id)
    cache.tidy()


def contains_address(address: str, text: str) -> bool:
    """Return True if the text contains the address, and not only a longer one that begins alike."""
    return address in text and re.search(rf"{re.escape(address)}(?![\w-])", text) is not None


def published_text(file: Path, cache: Cache) -> str:
    """Return what a file of the site says, with the values of attributes and all that a PDF holds beside its pages."""
    if file.suffix in NO_TEXT:
        return ""
    data = file.read_bytes()
    if file.suffix == ".pdf":
        key = f"{sha256(data).hexdigest()[:32]}-said"
        return cache.remember(key, lambda: published_text_of_pdf(data).encode()).decode()
    text = ESCAPED_LETTER.sub(
        lambda found: chr(int(found[1], 16)) if found[1] else " ", data.decode("utf-8", "replace")
    )
    if file.suffix in (".html", ".xml", ".svg"):
        seen = html.unescape(HTML_TAG.sub(" ", text))
        return f"{seen}\n\n{html.unescape(' '.join(HTML_TAG.findall(text)))}"
    return html.unescape(HTML_TAG.sub(" ", text)) if file.suffix == ".json" else text


def published_text_of_pdf(data: bytes) -> str:
    try:
        with pypdfium2.PdfDocument(data) as document:
            seen = [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError:
        return ""  # the file itself has a Problem (checks/files/added.py)
    with pikepdf.open(BytesIO(data)) as pdf:
        beside = [text for one in pdf.objects for text in strings_in(one)]
        info = [str(value) for value in pdf.docinfo.values()]
        metadata = pdf.Root.Metadata.read_bytes().decode("utf-8", "replace") if "/Metadata" in pdf.Root else ""
    return "\n\n".join([*seen, *beside, *info, metadata])


def strings_in(one: object) -> Iterator[str]:
    """Yield titles, names of fields, tooltips, descriptions, addresses: every text that is an object of the PDF."""
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Array):
        for inner in one.values() if isinstance(one, pikepdf.Dictionary) else one:
            if not getattr(inner, "is_indirect", False):
                yield from strings_in(inner)
