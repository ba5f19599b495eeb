"""Settings that a text quotes between double braces, as in {{ clinic.phone }}."""

import re
from collections.abc import Iterator
from typing import NamedTuple

BRACES = re.compile(r"\{\{([^{}]*)(\}\}|)|\}\}")


class Braces(NamedTuple):
    """`name`: what stands between them. `whole`: whether there are two pairs, one before it and one after it."""

    name: str
    at: int
    typed: str
    whole: bool


def braces_in(text: str) -> Iterator[Braces]:
    for found in BRACES.finditer(text):
        yield Braces((found[1] or "").strip(), found.start(), found[0], bool(found[2]))
