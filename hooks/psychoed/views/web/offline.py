"""The offline edition: what a web server would do for the site, done in its files, so that a folder can be opened."""

import json
from collections.abc import Iterator
from pathlib import Path

from psychoed.reading.web.address import is_relative
from psychoed.reading.web.html import Edit, edited, elements_of


def with_links_to_files(html: str) -> str:
    """Make links to folders, which a server would answer with the page in them, name that page."""
    return edited(html, edits_of_links(html))


def edits_of_links(html: str) -> Iterator[Edit]:
    for link in elements_of(html):
        href = link.attribute("href") if link.name == "a" else None
        if href and is_relative(href.typed):
            path = href.typed.partition("#")[0].partition("?")[0]
            yield from [Edit(href.to, href.to + len(path), with_its_file(path))] if path else ()


def with_its_file(address: str) -> str:
    last = address.rpartition("/")[2]
    return address if last.strip(".") else f"{address.rstrip('/')}/index.html"


def sheets_script(site: Path) -> dict[str, str]:
    """Return the sheets as a script, for the packet that somebody puts together on the page of all worksheets."""
    pages = {page.parent.name: page.read_text("utf-8") for page in sorted((site / "worksheets").glob("*/index.html"))}
    forms = {name: form for name, html in pages.items() for form in sheets_in(html)}
    return {"worksheets/sheets.js": f"window.librarySheets = {json.dumps(forms, ensure_ascii=False)};\n"}


def sheets_in(html: str) -> Iterator[str]:
    """Yield the form that a page of a worksheet holds."""
    for element in elements_of(html):
        if element.name == "form" and "sheet" in (element.get("class") or "").split():
            yield html[element.at : element.end]
