"""Pictures say in words what they show, for readers who do not see them."""

import re
from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import in_body
from psychoed.model.language import Vocabulary
from psychoed.reading.markdown.document import Document, read_markdown
from psychoed.reading.problem import Fault, Problem

RULES = (Rule("alt-text", "problem", "every picture says in words what it shows"),)
FILE_NAME = re.compile(r".*\.(?:png|jpe?g|svg|gif|webp)$", re.IGNORECASE)


def check_pictures(library: Library) -> Iterator[Problem]:
    for source in library.pages.values():
        for fault in pictures(read_markdown(source.body), library.vocabulary):
            yield fault.problem(source.tree.path, in_body(source, fault.at))


def pictures(found: Document, vocabulary: Vocabulary) -> Iterator[Fault]:
    for link in found.links:
        if link.how == "image":
            yield from alt_fault(link.at, link.words, vocabulary)
    for use in found.references:
        if use.image:
            yield from alt_fault(use.at, use.words or "", vocabulary)
    for element in found.elements:
        if element.name in ("img", "area") and not element.closing and element.closed:
            alt = element.get("alt")
            if alt is None:
                yield from alt_fault(element.at, "", vocabulary)
            elif alt.strip():  # alt="" says that a picture is only for looks
                yield from alt_fault(element.at, alt, vocabulary)


def alt_fault(offset: int, words: str, vocabulary: Vocabulary) -> Iterator[Fault]:
    instead = "say in a few words what it shows"
    if not words.strip():
        yield Fault("this picture has no words for readers who do not see it", instead, "alt-text", at=offset)
    elif words.strip().lower() in vocabulary.empty_pictures or FILE_NAME.match(words.strip()):
        yield Fault(f"“{words}” does not say what the picture shows", instead, "alt-text", at=offset)
