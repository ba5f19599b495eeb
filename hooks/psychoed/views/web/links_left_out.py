"""Links of an article to pages that are not published yet: their words stay, and lead nowhere."""

import posixpath
from collections.abc import Container, Iterator

from psychoed.reading.web.html import Edit, edited, elements_of

CLOSING = "</a>"


def without_links_to(waiting: Container[str], html: str, path: str) -> str:
    """Return the HTML of the page at `path`, a path from content/, with the words of such links alone."""
    return edited(html, edits_of_links_to(waiting, html, path)) if waiting and ".md" in html else html


def edits_of_links_to(waiting: Container[str], html: str, path: str) -> Iterator[Edit]:
    for link in elements_of(html):
        page = (link.get("href") or "").partition("#")[0] if link.name == "a" else ""
        if page and link.end and posixpath.normpath(posixpath.join(posixpath.dirname(path), page)) in waiting:
            yield Edit(link.at, link.inside, "<span>")
            yield Edit(link.end - len(CLOSING), link.end, "</span>")
