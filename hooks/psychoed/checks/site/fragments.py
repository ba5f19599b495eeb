"""Places inside a file of the site: anchors of pages and drawings, and pages of PDFs."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pikepdf

from psychoed.checks.site.page import BuiltPage
from psychoed.reading.problem import Fault, nearest
from psychoed.reading.web.html import elements_of


def place_fault(file: Path, page: BuiltPage | None, fragment: str) -> Fault | None:
    """Return what is wrong with the part of an address after its #."""
    if not fragment:
        return None
    if page:
        return None if page.has(fragment) else no_place(fragment, {*page.ids, *page.names})
    if file.suffix == ".svg" and "(" not in fragment:
        ids = set(ids_in(file.read_text("utf-8", "replace")))
        return None if fragment in ids else no_place(fragment, ids)
    return pdf_fault(file, fragment) if file.suffix == ".pdf" else None


def ids_in(svg: str) -> list[str]:
    """Return the names of all places in a drawing, each as often as it stands there."""
    return [name for element in elements_of(svg) if (name := element.get("id"))]


def no_place(fragment: str, known: set[str]) -> Fault:
    what = f"there is no place “#{fragment}” on the page it leads to"
    same = next((name for name in known if name.lower() == fragment.lower()), None)
    close = same or nearest(fragment, known)
    return Fault(
        what,
        f"did you mean “#{close}”?" if close else "write the name of a heading there, in small letters with hyphens",
    )


def pdf_fault(file: Path, fragment: str) -> Fault | None:
    asked = parse_qs(fragment) if "=" in fragment else {"nameddest": [fragment]}
    try:
        with pikepdf.open(file) as pdf:
            pages, places = len(pdf.pages), places_in_pdf(pdf)
    except pikepdf.PdfError:
        return None  # the file itself has a Problem (checks/files/added.py)
    for page in asked.get("page", ()):
        if not page.isdecimal() or not 1 <= int(page) <= pages:
            return Fault(f"there is no page {page} in {file.name}", f"it has {pages}")
    for place in asked.get("nameddest", ()):
        if place not in places:
            close = nearest(place, places)
            instead = f"did you mean “{close}”?" if close else "write #page= and a number"
            return Fault(f"there is no place “{place}” in {file.name}", instead)
    return None


def places_in_pdf(pdf: pikepdf.Pdf) -> set[str]:
    """Return the named destinations, which PDFs keep in one of two ways."""
    root: Any = pdf.Root
    names = root.get("/Names", {}).get("/Dests")
    listed = {str(name) for name in pikepdf.NameTree(names)} if names is not None else set()
    return listed | {name.removeprefix("/") for name in dict(root.get("/Dests", {}))}
