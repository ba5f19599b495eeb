"""Characters that no font of the PDFs holds: they would vanish from paper."""

import unicodedata
from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.reading.problem import Problem, problem_at

RULES = (Rule("printable", "fixed", "the fonts of the PDFs have every character"),)
IGNORED = frozenset({0x200C, 0x200D, 0x200E, 0x200F, 0xAD, *range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400)})
"""Joiners, direction marks, soft hyphens, emoji styles and skin tones: they change others and are not drawn."""


def check_characters(library: Library, printable: frozenset[int]) -> Iterator[Problem]:
    """Yield the first character of each text that paper would lose. `printable`: the code points that the fonts hold."""
    known = printable | IGNORED
    for tree in [*library.written(), *library.listed("clinic")]:
        for _, text in tree.placed_texts():
            lost = (n for n, c in enumerate(text.text) if ord(c) not in known and not c.isspace())
            if (offset := next(lost, None)) is not None:
                missing = text.text[offset]
                name = unicodedata.name(missing, f"U+{ord(missing):04X}").lower()
                what = f"the fonts of the PDFs have no “{missing}” ({name})"
                yield problem_at(tree.path, text.at(offset), what, "write it in words, or choose another sign")
