"""What published files other than pages lead to: style sheets, drawings, manifests, and PDFs that somebody put there."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from psychoed.checks.site.fragments import ids_in
from psychoed.reading.web.aria import NAMING
from psychoed.reading.web.attributes import addresses_in
from psychoed.reading.web.css import addresses_in_css
from psychoed.reading.web.html import elements_of

IN_ROBOTS = re.compile(r"^Sitemap:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
IN_MANIFEST = re.compile(r'"(?:src|start_url|url|scope)"\s*:\s*"([^"]*)"')


def addresses_in_file(file: Path, *, authored: bool) -> Iterator[str]:
    """Yield the addresses that a file names. `authored`: it lies in content/. PDFs that the build makes are made of
    checked text."""
    if file.suffix == ".css":
        yield from addresses_in_css(read_text(file))
    elif file.suffix == ".svg":
        yield from addresses_in_drawing(read_text(file))
    elif file.name == "robots.txt":
        yield from IN_ROBOTS.findall(read_text(file))
    elif file.suffix == ".webmanifest":
        yield from IN_MANIFEST.findall(read_text(file))
    elif file.suffix == ".pdf" and authored:
        yield from addresses_in_pdf(file)


def read_text(file: Path) -> str:
    return file.read_text("utf-8", "replace")


def addresses_in_drawing(svg: str) -> Iterator[str]:
    """Yield all addresses but those that hold their file themselves."""
    for element in elements_of(svg):
        for attribute in element.attributes:
            found = addresses_in(attribute.name, attribute.value)
            yield from (address for address, _ in found if not address.startswith("data:"))
            yield from addresses_in_css(attribute.value) if "url(" in attribute.value else ()
        if element.name == "style":
            yield from addresses_in_css(svg[element.inside : element.end])


def ids_twice(file: Path) -> list[str]:
    """Return the names that two places of a drawing have."""
    return [name for name, count in Counter(ids_in(read_text(file))).items() if count > 1]


def ids_missing(file: Path) -> Iterator[tuple[str, str]]:
    """Yield the names that a drawing gives to what describes it, and that it does not hold, each with its attribute."""
    svg = read_text(file)
    known = set(ids_in(svg))
    for attribute in (one for element in elements_of(svg) for one in element.attributes if one.name in NAMING):
        yield from ((attribute.name, name) for name in attribute.value.split() if name not in known)


def addresses_in_pdf(file: Path) -> Iterator[str]:
    """Yield the web addresses that its pages lead to, each once."""
    try:
        with pikepdf.open(file) as pdf:
            yield from dict.fromkeys(uri for page in pdf.pages for uri in uris_on(page.obj))
    except pikepdf.PdfError:
        return  # the file itself has a Problem (checks/files/added.py)


def uris_on(page: Any) -> Iterator[str]:
    for annotation in page.get("/Annots", []):
        action = annotation.get("/A", {})
        if "/URI" in action:
            yield str(action["/URI"])
