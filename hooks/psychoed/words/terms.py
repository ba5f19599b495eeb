"""Where words of the glossary stand in the running text of an article, and which of them the text explains itself."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from psychoed.library.library import Library
from psychoed.model.language import SentenceRules
from psychoed.model.lists import Term
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.shipped import is_shipped
from psychoed.words.passages import Passage, passages, passages_of

RUNNING = ("paragraph", "item")
"""Passages in which words are marked; headings, tables and quotations are not."""


class TermUse(NamedTuple):
    """A word of the glossary in a text, from `begin` to `end`, with what its sentence says before and after it."""

    term: Term
    begin: int
    end: int
    before: str
    after: str

    def explained(self, phrases: tuple[str, ...]) -> bool:
        """Return True if the sentence explains the word, as one of the phrases says: “{term} means”."""
        halves = (phrase.partition("{term}") for phrase in phrases)
        return any(self.before.endswith(before) and self.after.startswith(after) for before, _, after in halves)


@lru_cache(maxsize=512)
def first_uses(
    body: str, glossary: tuple[Term, ...], phrases: tuple[str, ...], rules: SentenceRules | None
) -> list[TermUse]:
    """Return the first use of each term in a page's Markdown, in order, less the terms that the text explains."""
    found = list(term_uses(body, glossary, rules))
    known = {use.term.id for use in found if use.explained(phrases)}
    first = {use.term.id: use for use in reversed(found) if use.term.id not in known}
    return sorted(first.values(), key=lambda use: use.begin)


def term_uses(body: str, glossary: tuple[Term, ...], rules: SentenceRules | None) -> Iterator[TermUse]:
    """Yield every use in running text that is not part of a link, of raw HTML, or of what somebody says."""
    document = read_markdown(body)
    tags = [element for element in document.elements if not element.is_list]
    links = [(link.at, link.to) for link in document.addresses]
    links += [(one.at, one.at + len(one.words or "") + 2) for one in document.references]
    for passage in passages(body, "", 0):
        if passage.kind in RUNNING and not passage.is_quotation and not any(passage.within(tags)):
            at = passage.offset
            spoken = rules.quotations.finditer(passage.text) if rules and rules.quotations else ()
            quoted = [(at + one.start(), at + one.end()) for one in spoken]
            for use in term_uses_in(passage, at, glossary, rules):
                if not any(begin <= use.begin < end for begin, end in [*links, *quoted]):
                    yield use


def term_uses_in(
    passage: Passage, at: int, glossary: tuple[Term, ...], rules: SentenceRules | None
) -> Iterator[TermUse]:
    text, begins = passage.text, [begin for begin, _ in passage.sentences(rules)]
    pattern, terms = pattern_of_terms(glossary)
    for found in pattern.finditer(text):
        begin = max((one for one in begins if one <= found.start()), default=0)
        end = min((one for one in begins if one > found.start()), default=len(text))
        before, after = single_spaced(text[begin : found.start()]), single_spaced(text[found.end() : end])
        yield TermUse(terms[comparable(found[0])], at + found.start(), at + found.end(), before.lower(), after.lower())


def terms_in_use(library: Library) -> tuple[Term, ...]:
    """Return the clinic's own words, and those of the package that some text holds or names by its id."""
    if not library.terms:
        return ()
    pattern, by_form = pattern_of_terms(library.terms)
    texts = (passage.text for source in library.sources() for passage in passages_of(source))
    said = {by_form[comparable(found[0])].id for text in texts for found in pattern.finditer(text)}
    named = {id_ for page in library.articles() if page.article for id_ in page.article.explains}
    named |= {id_ for sheet in library.sheets.values() for id_ in sheet.worksheet.terms}
    own = {id_ for id_, entry in library.glossary.items() if not is_shipped(entry.at.path)}
    return tuple(term for term in library.terms if term.id in own | said | named)


def single_spaced(text: str) -> str:
    """Return the words with single spaces between them, and none before a comma where a citation stood."""
    return re.sub(r"\s+(?=[,.;:)])", "", re.sub(r"\s+", " ", text))


@lru_cache(maxsize=16)
def pattern_of_terms(glossary: tuple[Term, ...]) -> tuple[re.Pattern[str], dict[str, Term]]:
    """Return a pattern for every form of every term, the longer ones first, and the term of each form."""
    terms = {comparable(form): term for term in glossary for form in term.forms()}
    by_letter: dict[str, list[str]] = {}
    for form in sorted(terms, key=len, reverse=True):
        by_letter.setdefault(form[0], []).append(r"\s+".join(map(re.escape, form[1:].split(" "))))
    either = (f"[{re.escape(letter + letter.upper())}](?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(rf"(?<![\w-])(?:{'|'.join(either)})(?![\w-])"), terms


def comparable(form: str) -> str:
    """Return a form as it is compared: a sentence may begin with it, and a line may break in it."""
    words = " ".join(form.split())
    return words[0].lower() + words[1:]
