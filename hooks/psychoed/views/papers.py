"""The three papers that every sheet is printed on."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from psychoed.library.library import PAPERS, Library


class Laid(NamedTuple):
    """How a sheet is laid out on the clinic's paper, which a browser's own print follows."""

    pages: int
    begins: Mapping[int, int]
    """The page on which each block begins, by its place among the blocks."""


NO_PICTURES: Mapping[str, str] = MappingProxyType({})


class Variant(NamedTuple):
    """One of the three papers."""

    name: str
    paper: str
    large: bool


def paper_shown(library: Library) -> str:
    """Return the paper of which the library shows a picture: the clinic's own."""
    return library.clinic.value.paper if library.clinic else PAPERS[0]


def picture_of_paper(url: str, id_: str) -> str:
    """Return where the site has the picture of a sheet's first page. `url`: of the sheet."""
    return f"{url}{id_}.webp"


def variants(library: Library) -> tuple[Variant, ...]:
    clinic_paper = library.clinic.value.paper if library.clinic else "letter"
    return (
        Variant(PAPERS[0], "us-letter", large=False),
        Variant(PAPERS[1], "a4", large=False),
        Variant(PAPERS[2], "a4" if clinic_paper == "a4" else "us-letter", large=True),
    )
