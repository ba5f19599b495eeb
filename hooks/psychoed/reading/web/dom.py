"""A page as browsers read it, by the rules of HTML5: what they mend, move and end is what is seen here.

Places are not known here; whoever needs them asks reading/web/html.py.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser


class BrowserElement(NamedTuple):
    """An element with its attributes, all names in small letters."""

    name: str
    attributes: Mapping[str, str | None]


def elements_in_browsers(html: str) -> Iterator[BrowserElement]:
    """Yield the elements of a page in the order of the tree that a browser makes of it."""
    root = LexborHTMLParser(html).root
    for node in root.traverse() if root else ():
        if node.tag and not node.tag.startswith("-"):
            yield BrowserElement(node.tag.lower(), {name.lower(): said for name, said in node.attributes.items()})
