"""Words of the glossary with their meanings, as page and paper say them."""

from collections.abc import Iterable

from library.library import Library
from library.references import Term
from library.richtext import plain


def meaning(term: Term, library: Library) -> str:
    """What it means, and whether that is an idea and no finding."""
    return f"{plain(term.means)} {library.words['glossary']['idea']}" if term.model else plain(term.means)


def meanings(terms: Iterable[Term], library: Library) -> list[list[str]]:
    return [[term.term, meaning(term, library)] for term in terms]


def meanings_of(ids: Iterable[str], library: Library) -> list[list[str]]:
    """Of terms by their ids, in this order; one that a Problem keeps away is left out."""
    terms = {term.id: term for term in library.glossary}
    return meanings((terms[id_] for id_ in ids if id_ in terms), library)
