"""The framed view: a page once more at <page>/embed/, without bar and foot, for a frame on the clinic's own website."""

from collections.abc import Iterator

from psychoed.reading.web.address import is_relative
from psychoed.reading.web.attributes import addresses_in
from psychoed.reading.web.html import Edit, HtmlElement, edited, elements_of

STAYING = ("#", "tel:", "sms:", "mailto:")
"""Links that leave the page where it is."""


def embed_path(page: str) -> str:
    """Return where the framed view of a built page such as kat/before/index.html lies."""
    return f"{page.removesuffix('index.html')}embed/index.html"


def one_folder_down(html: str) -> str:
    """Return a page's HTML for a place one folder below it. Its links open in another tab, so that nothing typed here
    is lost."""
    return edited(
        html,
        (edit for element in elements_of(html) for edit in (*edits_of_target(element), *edits_of_addresses(element))),
    )


def edits_of_addresses(element: HtmlElement) -> Iterator[Edit]:
    for attribute in element.attributes:
        for typed, at in addresses_in(attribute.name, attribute.typed):
            if is_relative(typed):
                yield Edit(attribute.to + at, attribute.to + at, "../")


def edits_of_target(element: HtmlElement) -> Iterator[Edit]:
    href = element.get("href")
    if element.name == "a" and href is not None and element.get("target") is None and not href.startswith(STAYING):
        after_name = element.at + len("<a")
        yield Edit(after_name, after_name, ' target="_blank"')
