"""Raw HTML that browsers would mend in silence: tags that never end, names and values that mean nothing."""

import re
from collections import Counter
from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import in_body
from psychoed.model.allowed_html import Allowed
from psychoed.reading.markdown.document import Document, read_markdown
from psychoed.reading.markdown.html import Attribute, RawElement
from psychoed.reading.markdown.visible import says_nothing
from psychoed.reading.problem import Fault, Problem, suggestion
from psychoed.reading.web.aria import ARIA_ATTRIBUTES, ROLES, aria_fault
from psychoed.reading.web.srcset import srcset_fault

RULES = (Rule("html-form", "problem", "raw HTML is whole, and its attributes mean something"),)
HOLD_NOTHING = "area br col hr img input source track wbr embed base link meta param"
CLOSED_BY_THE_NEXT = "p li td th tr dt dd thead tbody tfoot rt rp option optgroup colgroup"
MAY_STAY_OPEN = frozenset(f"{HOLD_NOTHING} {CLOSED_BY_THE_NEXT}".split())
LANGUAGE_CODE = re.compile(r"(?:[a-z]{2,3}(?:-[a-z0-9]{2,8})*|x-default)$", re.IGNORECASE)


def check_html_form(library: Library) -> Iterator[Problem]:
    for source in library.pages.values():
        for fault in html_form_faults(read_markdown(source.body), library.html):
            yield fault.problem(source.tree.path, in_body(source, fault.at), "html-form")


def html_form_faults(found: Document, allowed: Allowed) -> Iterator[Fault]:
    """Yield what is wrong with the form of raw HTML. What is not allowed is refused as a whole (html_allowed.py)."""
    elements = [element for element in found.elements if element.name in allowed]
    yield from never_closed(elements)
    whole = [element for element in elements if element.closed]
    yield from links_in_links([element for element in whole if element.name == "a"])
    yield from pictures_without_one(whole)
    for element in elements:
        if not element.closing:
            yield from given_twice(element)
            for attribute in element.attributes:
                if fault := meaningless_attribute(attribute):
                    yield fault._replace(at=attribute.at)
    for link in found.html_links:
        if says_nothing(link.words) and link.element.get("aria-label") is None:
            yield Fault("this link has no words", "write what the reader finds there", at=link.element.at)


def never_closed(elements: list[RawElement]) -> Iterator[Fault]:
    """Yield what a closing tag leaves open inside it, and what is open at the end."""
    opened: list[RawElement] = []
    left: list[RawElement] = []
    waiting: Counter[str] = Counter()
    for element in elements:
        if not element.closed or element.empty or element.name in MAY_STAY_OPEN:
            continue
        if not element.closing:
            opened.append(element)
            waiting[element.name] += 1
        elif waiting[element.name]:
            while (last := opened.pop()).name != element.name:
                left.append(last)
                waiting[last.name] -= 1
            waiting[element.name] -= 1
    for element in (*left, *opened):
        yield Fault(f"<{element.name}> is never closed", f"write </{element.name}> where it ends", at=element.at)


def links_in_links(elements: list[RawElement]) -> Iterator[Fault]:
    """Yield links inside the words of other links. Of a link that never ends something else is said."""
    opened: list[RawElement] = []
    inner: list[RawElement] = []
    for element in elements:
        if not element.closing:
            inner += [element] if opened else []
            opened.append(element)
        elif opened:
            opened.pop()
            for link in inner if not opened else ():
                yield Fault(
                    "a link stands inside the words of another",
                    "let one of them end before the other begins",
                    at=link.at,
                )
            inner = inner if opened else []


def pictures_without_one(elements: list[RawElement]) -> Iterator[Fault]:
    """Yield what is wrong with each <picture>, of which browsers show only an <img>, chosen by the srcset of each
    <source>."""
    picture: RawElement | None = None
    shows = False
    for element in elements:
        if element.name == "picture":
            if picture and element.closing and not shows:
                yield Fault(
                    "this <picture> holds no <img>, and shows nothing",
                    'end it with <img src="…" alt="…">',
                    at=picture.at,
                )
            picture, shows = (None if element.closing else element), False
        elif picture and element.name == "source" and element.get("srcset") is None:
            yield Fault("a <source> of a <picture> needs srcset", 'write srcset="…" for src="…"', at=element.at)
        shows = shows or element.name == "img"


def given_twice(element: RawElement) -> Iterator[Fault]:
    seen: set[str] = set()
    for attribute in element.attributes:
        if attribute.name in seen:
            yield Fault(f"“{attribute.name}” stands here twice", "keep one of the two", at=attribute.at)
        seen.add(attribute.name)


def meaningless_attribute(attribute: Attribute) -> Fault | None:
    name, value = attribute.name, attribute.value or ""
    if name == "id" and (not value or re.search(r"\s", value)):
        return Fault(f"“{value}” cannot be the name of a place", "write one word, with hyphens")
    if name == "role" and (unknown := next((one for one in value.split() if one not in ROLES), None)):
        return Fault(f"“{unknown}” is not a role", suggestion(unknown, ROLES, "take it out"))
    if name in ("hreflang", "lang") and not LANGUAGE_CODE.match(value):
        return Fault(f"“{value}” is not the code of a language", "write it as in en, es or pt-BR")
    if name in ("srcset", "imagesrcset"):
        return srcset_fault(value)
    if name.startswith("aria-") and name not in ARIA_ATTRIBUTES:
        return Fault(f"there is no “{name}”", suggestion(name, ARIA_ATTRIBUTES, "take it out"))
    if instead := aria_fault(name, value):
        return Fault(f"“{name}” cannot be “{value}”", instead)
    return None
