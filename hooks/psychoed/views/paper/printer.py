"""Prints documents: the same data as the page, in Letter, A4 and large print, each printable, fillable and tagged."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pikepdf
import typst

from psychoed.library.library import Library
from psychoed.reading.cache import made_by
from psychoed.views.data import Data
from psychoed.views.help import help_now, page_of, primary_way, stop_box
from psychoed.views.paper.fields import LARGE_TYPE_SIZE, TYPE_SIZE, fields_outside, make_fillable
from psychoed.views.paper.fonts import font_folders
from psychoed.views.paper.spreading import shares_of_room
from psychoed.views.papers import NO_PICTURES, Variant

TOOLS = (
    "typst",
    "pikepdf",
    "fonttools",
    "segno",
    "pypdfium2",
    "fontpkg-atkinson-hyperlegible",
    "fontpkg-source-serif-4",
    "manimgx-fonts",
)
"""Packages whose versions change the bytes of a PDF."""
SPACINGS = (0, 1, 2, 3)
"""How closely a sheet may be set, from roomy to close (`closer` in overrides/print/look.typ)."""
PAGE_FOOT, LARGE_PAGE_FOOT = 25.0, 37.0
"""The height of the footer in mm, as in overrides/print/look.typ."""
DEFAULT_COLOUR = "#2f4a73"


class Printed(NamedTuple):
    """A finished PDF, its pages (without the clinician's), the page on which each block of a worksheet begins, and the
    answers that leave the page."""

    pdf: bytes
    pages: int
    begins: tuple[tuple[int, int], ...] = ()
    outside: tuple[str, ...] = ()

    def packed(self) -> bytes:
        return json.dumps([self.pages, self.begins, self.outside]).encode() + b"\n" + self.pdf

    @classmethod
    def unpacked(cls, data: bytes) -> "Printed":
        facts, _, pdf = data.partition(b"\n")
        pages, begins, outside = json.loads(facts)
        return cls(pdf, pages, tuple((block, page) for block, page in begins), tuple(outside))


class Printer:
    """One compiler for all documents of a build: reusing it is several times faster than a new one each."""

    def __init__(self, templates: Path, root: Path, *, staff: bool, pictures: Mapping[str, str] = NO_PICTURES) -> None:
        """Remember where paper finds the pictures of content/, by the path from there."""
        self.root = root
        self.pictures = pictures
        folders = [str(folder) for folder in font_folders()]
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
        self.compiler = typst.Compiler(str(templates / "document.typ"), root=str(self.root), font_paths=fonts)
        self.staff = staff
        self.tools = templates_key(templates)

    def inputs(self, document: Data, library: Library, variant: Variant, spacing: int = 0) -> dict[str, str]:
        """Return what Typst is given: all of it text. `spacing`: one of SPACINGS."""
        return {
            "document": json.dumps(document, ensure_ascii=False),
            "house": json.dumps(self.house(library), ensure_ascii=False),
            "paper": variant.paper,
            "large": "yes" if variant.large else "no",
            "set": str(spacing),
        }

    def key(self, inputs: dict[str, str]) -> str:
        """Return a name for the bytes that these inputs give."""
        return sha256(json.dumps([self.tools, inputs], sort_keys=True).encode()).hexdigest()

    def print(self, inputs: dict[str, str]) -> Printed:
        """Draw one document. Raise typst.TypstError where it cannot be drawn as PDF/UA-1."""
        foot = LARGE_PAGE_FOOT if inputs["large"] == "yes" else PAGE_FOOT
        drawn, begins = self.draw(inputs)
        pages = begins[-1][1]
        if is_long_sheet(begins) and (more := shares_of_room(drawn, pages, foot)):
            again = self.draw(inputs | {"more": json.dumps(more)})
            drawn = again[0] if again[1] == begins else drawn
        with pikepdf.open(BytesIO(drawn)) as pdf:
            outside = tuple(fields_outside(pdf, foot))
            make_fillable(pdf, LARGE_TYPE_SIZE if inputs["large"] == "yes" else TYPE_SIZE)
            out = BytesIO()
            pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return Printed(out.getvalue(), pages=pages, begins=tuple(begins[:-1]), outside=outside)

    def draw(self, inputs: dict[str, str]) -> tuple[bytes, list[tuple[int, int]]]:
        """Return what Typst makes of it, with the page on which each block begins, and last the number of pages."""
        drawn = self.compiler.compile(sys_inputs=inputs, format="pdf", pdf_standards="ua-1")
        assert isinstance(drawn, bytes)
        return drawn, [(at["block"], at["page"]) for at in json.loads(self.compiler.query("<begins>", field="value"))]

    def house(self, library: Library) -> Data:
        """Return the clinic's details and the template's words, as every document shows them."""
        assert library.clinic and library.help, "the library is read before it is printed"
        clinic, words = library.clinic.value, library.words
        return {
            "clinic": clinic.name,
            "phone": clinic.phone,
            "logo": self.pictures.get(clinic.logo or "", ""),  # checks.clinic says where it is missing
            "help": stop_box(library),
            "help_now": help_now(library),
            "help_page": page_of(primary_way(library)).get("page", ""),
            "colour": clinic.colour or DEFAULT_COLOUR,
            **language_of(library.language),
            "direction": words["direction"],
            "staff": self.staff,
            "words": dict(words),
        }


def is_long_sheet(begins: list[tuple[int, int]]) -> bool:
    """Return True for one worksheet of several pages; a packet has the end of each of its documents besides its own."""
    ends = [page for block, page in begins if block < 0]
    return len(ends) == 1 < len(begins) and ends[0] > 1


def language_of(code: str) -> dict[str, str]:
    """Return the language of the site, such as es or pt-BR, as Typst is told of it: a region is a word of its own."""
    language, *more = re.split("[-_]", code)
    return {"language": language.lower(), "region": next((part.upper() for part in more if len(part) == 2), "")}


def templates_key(templates: Path) -> str:
    """Return a key that changes when a template, our own drawing code or a tool does."""
    return made_by(*template_files(templates), *sorted(Path(__file__).parent.glob("*.py")), packages=TOOLS)


def template_files(folder: Path) -> list[Path]:
    """Return what Typst draws with: its own files, and the drawings of ideas, which pages show too."""
    return sorted(file for ending in ("*.typ", "*.html") for file in folder.rglob(ending))
