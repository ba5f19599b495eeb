"""Tables of a page as browsers need them: columns aligned by class, and each table in a frame that a keyboard can scroll."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from psychoed.reading.web.html import Edit, HtmlElement, edited, elements_of

ALIGNED = re.compile(r"text-align: (left|center|right);")
FRAME = Markup('<div class="table-scroll" role="group" aria-label="{}" tabindex="0">')
"""No landmark: a page may have several."""


def tables_ready(html: str, label: str) -> str:
    """Return the HTML of a text with its tables made ready. `label`: what a frame is called."""
    found = elements_of(html)
    return edited(html, [*columns_by_class(found), *plain_tables(found), *frames_around(found, label)])


def columns_by_class(elements: tuple[HtmlElement, ...]) -> Iterator[Edit]:
    """Align columns by class, as Markdown does by style: the security policy refuses styles inside a page."""
    for element in elements:
        style = element.attribute("style") if element.name in ("td", "th") else None
        how = ALIGNED.fullmatch(style.value) if style else None
        if style and how:
            named = element.attribute("class")
            yield Edit(style.at - (named is not None), style.end, "" if named else f'class="align-{how[1]}"')
            yield from [Edit(named.to, named.to, f"align-{how[1]} ")] if named else []


def plain_tables(elements: tuple[HtmlElement, ...]) -> Iterator[Edit]:
    """Mark tables as plain. One with a class of its own keeps its look."""
    for element in elements:
        if element.name == "table" and not element.attribute("class"):
            after_name = element.at + len("<table")
            yield Edit(after_name, after_name, ' class="plain"')


def frames_around(elements: tuple[HtmlElement, ...], label: str) -> Iterator[Edit]:
    """Put each table in a frame. One inside another scrolls with that."""
    end = 0
    for element in elements:
        if element.name == "table" and element.end and element.at >= end:
            end = element.end
            yield Edit(element.at, element.at, FRAME.format(label))
            yield Edit(end, end, "</div>")
