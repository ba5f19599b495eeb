"""The tree of a tagged PDF, which says what is heard and in which order."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name


def kids_of(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", Array())
    return [kid for kid in (kids if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary)]


def tree_elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield every element below this one, in reading order."""
    for kid in kids_of(element):
        if "/S" in kid:
            yield kid
            yield from tree_elements(kid)


def has_field(element: pikepdf.Object) -> bool:
    return element.get("/S") == Name.Form or any(has_field(kid) for kid in kids_of(element))


def has_words(element: pikepdf.Object) -> bool:
    return "/K" in element and element.K not in ([], Array())
