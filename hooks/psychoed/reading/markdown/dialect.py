"""The Markdown of this house, as an extension of Python-Markdown: what it would read otherwise than authors mean it.

A heading wants a space behind its #, braces are attributes only where they say so, a backslash ends a line and frees any
sign, and straight marks become typographic ones. Lists and boxes are written anew before (layout.py).
"""

import re
import string
from itertools import pairwise
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from psychoed.reading.markdown.html import ATTRIBUTES
from psychoed.reading.markdown.layout import DONE, NUMBERED, TO_DO
from psychoed.reading.markdown.typography import Typography

NAME = "psychoed.reading.markdown.dialect"
"""By which the site generator loads it."""
TASK_CLASS = "task-list-item"
FURTHER_CLASS = "further"
BLANKS = re.compile(
    r"(?<![^\s/(|-])_{2,}(?=$|[\s/),.;:|?-])|(?<![^\W_])_{4,}(?![^\W_])|(?<=\b20)__(?!\w)", re.MULTILINE
)
"""Lines to write on, which are no marks around words."""
BEFORE_ESCAPES, BEHIND_ESCAPES, BEFORE_MAIL, BEFORE_HEADINGS_ARE_NAMED = 185, 175, 115, 6
"""Places in the order of Python-Markdown."""


class Blanks(InlineProcessor):
    """____, and the lines of __/__/20__, on which people write."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # as its own
        return m[0], m.start(0), m.end(0)


class NumbersToCall(InlineProcessor):
    """<tel:555-0142>, which would be an element that no reader sees. Its words are the number alone."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # as its own
        link = Element("a", {"href": self.unescape(m[1])})
        link.text = AtomicString(m[1].partition(":")[2])
        return link, m.start(0), m.end(0)


class Headings(HashHeaderProcessor):
    """## Words; #1 and #words are words."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?=[ \t\n]|$)(?P<header>(?:\\.|[^\\\n])*?)(?:[ \t]+#+)?[ \t]*(?:\n|$)")


def attributes(md: Markdown) -> AttrListTreeprocessor:
    """Return what reads {: .wide } and {#place}, and leaves {1 to 5} as words."""
    found = AttrListTreeprocessor(md)
    vars(found).update(
        HEADER_RE=re.compile(rf"[ ]+{ATTRIBUTES}[ ]*$"),
        BLOCK_RE=re.compile(rf"\n[ ]*{ATTRIBUTES}[ ]*$"),
        INLINE_RE=re.compile(rf"^{ATTRIBUTES}"),
    )
    return found


class Entries(Treeprocessor):
    """Gives entries of a list the number that they were typed with, and marks those that begin with a box to tick, which
    needs no bullet beside."""

    def run(self, root: Element) -> None:
        for entry in root.iter("li"):
            first = entry[0] if len(entry) and not (entry.text or "").strip() and entry[0].tag == "p" else entry
            words = (first.text or "").lstrip()
            if found := NUMBERED.match(words):
                entry.set("value", found[1])
                first.text = words[found.end() :]
            elif words[:1] in (TO_DO, DONE) and words:
                entry.set("class", f"{entry.get('class') or ''} {TASK_CLASS}".strip())


class Citations(Treeprocessor):
    """Marks a source cited right behind another, so that two are shown as 1, 2 and not as 12."""

    def run(self, root: Element) -> None:
        for parent in root.iter():
            for one, other in pairwise(parent):
                cited = all(part.tag == "sup" and part.get("id", "").startswith("fnref") for part in (one, other))
                if cited and not (one.tail or "").strip():
                    other.set("class", FURTHER_CLASS)


class Dialect(Extension):
    """Comes after all others, of which it takes the place of two."""

    def extendMarkdown(self, md: Markdown) -> None:  # the name is Python-Markdown's
        md.ESCAPED_CHARS = list(string.punctuation)
        md.parser.blockprocessors.register(Headings(md.parser), "hashheader", 70)
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "break", BEFORE_ESCAPES)
        md.inlinePatterns.register(Blanks(BLANKS.pattern), "blanks", BEHIND_ESCAPES)
        md.inlinePatterns.register(NumbersToCall(r"<((?i:tel|sms|mailto):[^<>\s]+)>", md), "numbers", BEFORE_MAIL)
        md.treeprocessors.register(Entries(md), "entries", BEFORE_HEADINGS_ARE_NAMED + 1)
        md.treeprocessors.register(Citations(md), "citations", BEFORE_HEADINGS_ARE_NAMED + 2)
        if "attr_list" in md.treeprocessors:
            md.treeprocessors.register(attributes(md), "attr_list", 8)
        if "smarty" in md.treeprocessors:
            md.treeprocessors.deregister("smarty")
        md.treeprocessors.register(Typography(md), "typography", BEFORE_HEADINGS_ARE_NAMED)


def makeExtension(**_: object) -> Dialect:  # the name is Python-Markdown's
    return Dialect()
