"""Addresses in raw HTML, which MkDocs leaves as they are: their form, and what only Markdown can do.

Whether they lead somewhere is seen on the built site: checks/site/.
"""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from psychoed.library.library import Library
from psychoed.library.sources import in_body
from psychoed.model.allowed_html import NEVER
from psychoed.model.file_addresses import address_in_site
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.markdown.html import RawElement
from psychoed.reading.problem import Fault, Problem, nearest
from psychoed.reading.web.address import form_fault, is_outside, squeezed
from psychoed.reading.web.attributes import FETCHED, LOADING, ONE_ADDRESS, addresses_in


def check_html_links(library: Library) -> Iterator[Problem]:
    for source in library.pages.values():
        for fault in html_faults(source.body):
            yield fault.problem(source.tree.path, in_body(source, fault.at))


def html_faults(body: str) -> Iterator[Fault]:
    for element in read_markdown(body).elements:
        if element.name in NEVER:
            continue  # refused as a whole (checks/files/html_allowed.py)
        if fault := no_address_fault(element):
            yield fault._replace(at=element.at)
        for attribute in element.attributes:
            for typed, _ in addresses_in(attribute.name, attribute.value or ""):
                loaded = element.name in LOADING and attribute.name in FETCHED and is_outside(typed)
                if not loaded and "{{" not in typed and (fault := html_fault(typed)):
                    yield fault._replace(at=attribute.to)


def no_address_fault(element: RawElement) -> Fault | None:
    names = {attribute.name for attribute in element.attributes}
    if element.closing or not element.closed or any(nearest(name, ONE_ADDRESS) for name in names):
        return None  # it has one, or a mistyped name, of which the check of names speaks
    if element.name == "a" and not names & {"id", "name"}:
        return Fault("this link has no address", 'write <a href="…">, or a link in Markdown', "link-form")
    if element.name == "img" and "srcset" not in names:
        return Fault("this picture has no address", 'write <img src="…">, or a picture in Markdown', "link-form")
    return None


def html_fault(typed: str) -> Fault | None:
    if fault := form_fault(address_in_site(typed)):
        return fault
    path = unquote(urlsplit(squeezed(typed)).path)
    if is_outside(typed) or not path:
        return None
    if path.startswith("/"):
        what = f"“{typed}” begins at the top of the web server"
        return Fault(what, "write the path from this page, with ../ for each folder up", "link-form")
    if path.endswith(".md"):
        return Fault(
            f"“{typed}” in HTML stays as it is, and the site has no .md pages", f"write [words]({typed})", "link-form"
        )
    return None
