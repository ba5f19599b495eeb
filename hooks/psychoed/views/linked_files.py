"""Links of a page to files beside it, written with the names under which these are published."""

import re
from collections.abc import Iterator

from psychoed.model.file_addresses import address_in_site
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.markdown.html import RawElement
from psychoed.reading.web.attributes import addresses_in
from psychoed.reading.web.html import Edit, edited

TYPED_VALUE = re.compile(r"(?<=\")[^\"]*|(?<=')[^']*|[^\s\"'=<>`]+")
"""The value of an attribute, from where it begins."""


def with_names_in_site(markdown: str) -> str:
    """Return a text whose links to files name them as the site does, however the author wrote them."""
    found = read_markdown(markdown)
    links = ((link.target, markdown.find(link.target, link.to)) for link in found.addresses)
    in_html = (
        address for element in found.elements if not element.is_list for address in typed_addresses(element, markdown)
    )
    said = ((typed, at, address_in_site(typed)) for typed, at in (*links, *in_html))
    edits = {Edit(at, at + len(typed), other) for typed, at, other in said if other != typed}
    return edited(markdown, edits) if edits else markdown


def typed_addresses(element: RawElement, text: str) -> Iterator[tuple[str, int]]:
    """Yield the addresses of a tag as they are typed, each with its place."""
    for attribute in element.attributes:
        if attribute.value and (value := TYPED_VALUE.match(text, attribute.to)):
            yield from ((typed, attribute.to + at) for typed, at in addresses_in(attribute.name, value[0]))
