"""All checks over the whole library."""

from pathlib import Path

from checks.answers import check_answers
from checks.audience import check_audience
from checks.characters import check_characters
from checks.clinic import check_clinic
from checks.references import check_references
from library.library import Library
from library.problem import Problem


def check_library(library: Library, content: Path, printable: frozenset[int]) -> list[Problem]:
    """Every Problem of every file that could be read."""
    return [
        *check_clinic(library, content),
        *check_audience(library),
        *check_answers(library),
        *check_references(library),
        *check_characters(library, printable),
    ]
