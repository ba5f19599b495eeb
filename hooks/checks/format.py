"""How a text is set and written, whatever it says: headings, lengths, signs, and what must be quoted, not typed."""

from collections.abc import Iterator

from checks import headings, lengths, signs, typed
from checks.rules import Rule
from library.library import Library
from library.problem import Problem

RULES: tuple[Rule, ...] = (*headings.RULES, *lengths.RULES, *signs.RULES, *typed.RULES)


def check_format(library: Library) -> Iterator[Problem]:
    yield from headings.check_headings(library)
    yield from lengths.check_lengths(library)
    yield from signs.check_signs(library)
    yield from typed.check_typed(library)
