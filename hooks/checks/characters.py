"""Characters that no font of the PDFs holds: they would vanish from paper."""

import unicodedata
from collections.abc import Iterator

from library.library import Library
from library.problem import Problem, problem_at

IGNORED = {0x200C, 0x200D, 0x200E, 0x200F, 0xAD, *range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400)}
"""Joiners, direction marks, soft hyphens, emoji styles and skin tones: they change others and are not drawn."""


def check_characters(library: Library, printable: frozenset[int]) -> Iterator[Problem]:
    """`printable`: the code points that the fonts hold."""
    for tree in [*library.written(), *([library.clinic_tree] if library.clinic_tree else [])]:
        for keys, text in tree.texts():
            missing = next(
                (c for c in text if ord(c) not in printable and ord(c) not in IGNORED and not c.isspace()), None
            )
            if missing:
                name = unicodedata.name(missing, f"U+{ord(missing):04X}").lower()
                what = f"the fonts of the PDFs have no “{missing}” ({name})"
                yield problem_at(tree.path, tree.position(keys), what, "write it in words, or choose another sign")
