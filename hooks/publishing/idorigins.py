"""Where an author gave a place its name, or named one: headings, {#…}, and attributes of raw HTML."""

import re
from collections.abc import Iterator

from markdown.extensions.toc import slugify

from checks.settings import in_body
from library.codemask import masked
from library.library import PageSource
from library.rawhtml import raw_elements
from publishing.origins import Author, Origin

HEADING = re.compile(r"^#{1,6}[ \t]+(.*?)[ \t]*(?:\{[^{}\n]*\})?[ \t]*#*$", re.MULTILINE)


def id_origin(source: Author | None, name: str) -> Origin | None:
    """The last of several places with one name, since that one is too many."""
    found = list(named(source, name)) if isinstance(source, PageSource) else []
    return max(found, key=lambda origin: origin.position) if found else None


def named(source: PageSource, name: str) -> Iterator[Origin]:
    for element in raw_elements(source.body):
        for one in element.attributes:
            if one.name == "id" and one.value == name:
                yield Origin(source.tree.path, in_body(source, one.to))
    for heading in HEADING.finditer(masked(source.body)):
        words = source.body[heading.start(1) : heading.end(1)]
        if slugify(re.sub(r"\[\^[^\]]*\]|[*_`]", "", words), "-") == name:
            yield Origin(source.tree.path, in_body(source, heading.start()))


def naming_origin(source: Author | None, attribute: str, name: str) -> Origin | None:
    """Where a label or a description names a place."""
    if not isinstance(source, PageSource):
        return None
    for element in raw_elements(source.body):
        for one in element.attributes:
            if one.name == attribute and name in (one.value or "").split():
                within = (in_body(source, element.at), in_body(source, one.at))
                return Origin(source.tree.path, in_body(source, one.to), name, within)
    return None
