"""The three papers that every sheet is printed on."""

from typing import NamedTuple

from library.library import Library


class Variant(NamedTuple):
    """One of the three papers."""

    name: str
    paper: str
    large: bool


def variants(library: Library) -> tuple[Variant, ...]:
    clinic_paper = library.clinic.paper if library.clinic else "letter"
    return (
        Variant("letter", "us-letter", large=False),
        Variant("a4", "a4", large=False),
        Variant("large-print", "a4" if clinic_paper == "a4" else "us-letter", large=True),
    )
