"""What templates are given: plain data, in which rich text is lists and dicts."""

from collections.abc import Callable
from typing import Any

from psychoed.library.library import TemplateWords
from psychoed.reading.markdown.richtext import Element, Nodes

AddressOf = Callable[[str], str]
"""From the path of a page, such as help/pause-and-ground.md#next, to an address; empty where there is none."""
Data = dict[str, Any]


def with_count(forms: TemplateWords, n: int) -> str:
    """Count in words: “1 page”, “2 pages”."""
    return str(forms["one" if n == 1 else "many"]).format(n=n)


def as_data(nodes: Nodes, link: AddressOf) -> list[Any]:
    """Return rich text as lists and dicts; a link that leads nowhere is only its words."""
    return [node if isinstance(node, str) else element_data(node, link) for node in nodes]


def element_data(element: Element, link: AddressOf) -> Data:
    href = link(element.href) if element.href else ""
    return {
        "tag": "span" if element.tag == "a" and not href else element.tag,
        "kids": as_data(element.kids, link),
        **({"href": href} if href else {}),
        **({"name": element.name} if element.name else {}),
        **({"number": element.number} if element.number is not None else {}),
    }


def running_title(title: str, most: int = 6) -> str:
    """Return the title for the head of later pages, where a few words are enough."""
    words = title.split()
    return title if len(words) <= most else " ".join(words[:most]).rstrip(",:;") + " …"
