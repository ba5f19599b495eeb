"""Addresses that a style sheet names."""

from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

HOLDING = ("function", "() block", "[] block", "{} block")


def addresses_in_css(css: str) -> Iterator[str]:
    """Return all but those that hold their file themselves."""
    if "(" not in css and "@" not in css:  # a parser is slow, and most values of attributes name none
        return iter(())
    found = addresses_among(tinycss2.parse_component_value_list(css, skip_comments=True))
    return (address for address in found if not address.lower().startswith("data:"))


def addresses_among(nodes: Iterable[Any]) -> Iterator[str]:
    """Return those in url(…), src(…), image(…) and image-set(…), and as a text after @import."""
    imports = False
    for node in nodes:
        if node.type == "url" or (node.type == "string" and imports):
            yield node.value
        elif node.type in HOLDING:
            yield from addresses_within(node)
        imports = (imports and node.type == "whitespace") or (
            node.type == "at-keyword" and node.lower_value == "import"
        )


def addresses_within(node: Any) -> Iterator[str]:
    name = node.lower_name if node.type == "function" else ""
    inside = node.arguments if name else node.content
    if name in ("url", "src", "image") or name.endswith("image-set"):
        yield from (one.value for one in inside if one.type == "string")
    yield from addresses_among(inside)
