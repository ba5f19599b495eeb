"""Raw HTML of pages: only what the settings allow, and nothing that runs, asks, or shows another site."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from lxml.html.defs import tags as HTML4_AND_5

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import PageSource, in_body
from psychoed.model.allowed_html import EVERYWHERE, NEVER
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.markdown.html import Attribute, RawElement
from psychoed.reading.problem import Fault, Problem, nearest
from psychoed.reading.web.address import is_outside
from psychoed.reading.web.attributes import FETCHED, LOADING, addresses_in

RULES = (Rule("unsafe-html", "problem", "pages hold only the HTML that the settings allow"),)
IN_ATTRIBUTE_LISTS = frozenset(
    {"width", "height", "target", "rel", "loading", "download", "start", "scope", "colspan", "rowspan"}
)
"""What {: … } may say beside; an address belongs into the parentheses."""
INSTEAD_OF_TAGS = {
    "form": "make it a worksheet",
    "input": "make it a worksheet",
    "iframe": "link to the page instead",
    "object": "link to the file instead",
    "embed": "link to the file instead",
    "style": "give it a class of overrides/assets/css",
    "center": "write it without; the page sets its own form",
    "font": "write **strong** or *emphasis*",
    "aside": 'write !!! note "Title", with its words indented by four spaces below',
    "h1": "begin with ##; the title above the text is the first heading",
}
HTML_NAMES = frozenset(HTML4_AND_5) | {"main", "search", "hgroup", "menuitem", "portal"}
LIKE_A_TAG = 0.75
"""How near a name of HTML is that somebody meant. Short words are like any other."""
ALLOW_IT = "write it in Markdown, &lt; for the sign itself, or allow it under extra.html in mkdocs.yml"


def check_safe_html(library: Library) -> Iterator[Problem]:
    for source in library.pages.values():
        for fault in forbidden_html(source, library):
            yield fault.problem(source.tree.path, in_body(source, fault.at), "unsafe-html")


def forbidden_html(source: PageSource, library: Library) -> Iterator[Fault]:
    for comment in read_markdown(source.body).comments:
        if comment.odd:
            what = "browsers end this comment where it does not look ended, and show what stands behind"
            yield Fault(what, "write <!-- words -->, with nothing else that ends with >", at=comment.at)
    elements = read_markdown(source.body).elements
    begun = {element.name for element in elements if not element.closing}
    for element in elements:
        alone = element.closing and element.name not in begun | library.html.keys()
        fault = forbidden_element(element._replace(closing=element.closing and not alone), library)
        if fault:
            yield fault._replace(at=element.at)
        elif not element.closing:
            for attribute in element.attributes:
                if wrong := forbidden_attribute(element, attribute, library):
                    yield wrong._replace(at=attribute.at)


def forbidden_element(element: RawElement, library: Library) -> Fault | None:
    name = element.name
    if name in library.html or element.is_list:
        return (
            None
            if element.closed
            else Fault(f"the tag <{name}> is never closed", "write its “>”, or &lt; for the sign itself")
        )
    if name == "!--":
        return Fault("a comment begins here and never ends", "write --> behind it")
    if not re.fullmatch(r"[a-z][a-z0-9]*", name):
        return Fault(
            f"“<{name or '!'}” is not HTML that a page may hold", "take it out, or write &lt; for the sign itself"
        )
    if element.closing:
        return None  # named where it begins
    if name in NEVER or name in INSTEAD_OF_TAGS:
        return Fault(f"<{name}> is not allowed in a page", INSTEAD_OF_TAGS.get(name, "take it out"))
    close = get_close_matches(name, [known for known in library.html if len(known) > 3], 1, LIKE_A_TAG)
    if not close and name not in HTML_NAMES and not any(one.value for one in element.attributes):
        what = f"“<{' '.join([name, *(one.name for one in element.attributes)])}>” is a tag to browsers, and no reader sees it"
        return Fault(what, "write the words that belong there, or \\< for the sign itself")
    return Fault(f"<{name}> is not allowed in a page", f"did you mean <{close[0]}>?" if close else ALLOW_IT)


def forbidden_attribute(element: RawElement, attribute: Attribute, library: Library) -> Fault | None:
    name = attribute.name
    where = "{: … }" if element.is_list else f"<{element.name}>"
    if name.startswith("on") or name in ("srcdoc", "formaction", "ping", "background"):
        return Fault(f"“{name}” in {where} would run or load something by itself", "take it out")
    if name == "style":
        return Fault(f"“style” in {where} is refused by the site's security policy", INSTEAD_OF_TAGS["style"])
    allowed = IN_ATTRIBUTE_LISTS if element.is_list else library.html[element.name]
    if name not in allowed | EVERYWHERE and not re.fullmatch(r"aria-[a-z]+", name):
        close = nearest(name, allowed | EVERYWHERE)
        return Fault(f"“{name}” is not allowed in {where}", f"did you mean “{close}”?" if close else "take it out")
    if element.name in LOADING and name in FETCHED and is_loaded_from_outside(attribute):
        return Fault(f"<{element.name}> loads something from another site", "copy the file to content/, or link to it")
    return None


def is_loaded_from_outside(attribute: Attribute) -> bool:
    return any(is_outside(address) for address, _ in addresses_in(attribute.name, attribute.value or ""))
