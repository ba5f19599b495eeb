"""The glossary as readers meet it: a list of all words, and the meaning of a word where a page first uses it."""

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from psychoed.library.library import Library
from psychoed.library.sources import PageSource
from psychoed.model.article import Article
from psychoed.model.lists import Term
from psychoed.reading.markdown.richtext import escaped, plain_text
from psychoed.views.data import AddressOf, Data
from psychoed.words.terms import TermUse, first_uses, terms_in_use

MOST_MARKS = 6  # marks on a page; more would make it a field of buttons
MARK = Markup(
    '<button type="button" class="term" popovertarget="word-{id}">{word}</button>'
    '<span popover role="note" class="meaning" id="word-{id}" data-search-exclude>'
    '<strong class="meaning__term">{term}</strong> {means}</span>'
)


def marked_uses(source: PageSource, library: Library) -> list[TermUse]:
    """Return what is marked on a page: first uses of words that it does not explain. Clinicians know their field's
    words."""
    page = source.page
    if not isinstance(page, Article) or page.audience == "clinician":
        return []
    explained_by = tuple(library.words["glossary"]["explained_by"])
    uses = first_uses(source.body, library.terms, explained_by, library.sentence_rules)
    return [use for use in uses if use.term.show and use.term.id not in page.explains][:MOST_MARKS]


def with_meanings(source: PageSource, library: Library) -> str:
    """Return the Markdown of a page, with a button at each marked word that opens its meaning, also without a script."""
    body = source.body
    for use in reversed(marked_uses(source, library)):
        term, word = use.term, body[use.begin : use.end]
        mark = MARK.format(
            id=term.id, word=Markup(word), term=as_markup(term.term), means=as_markup(meaning(term, library))
        )
        body = f"{body[: use.begin]}{mark}{body[use.end :]}"
    return body


def as_markup(words: str) -> Markup:
    """Escape words for HTML that stands inside Markdown."""
    return Markup(escaped(words))


def letters(library: Library, link: AddressOf) -> list[Data]:
    """Return the words that are in use by their first letters, those with a digit last, each with the pages that explain it."""
    terms = sorted(terms_in_use(library), key=lambda term: (initial(term) == "", term.term.casefold()))
    return [
        {
            "letter": letter or library.words["glossary"]["digits"],
            "terms": [term_view(term, library, link) for term in group],
        }
        for letter, group in groupby(terms, key=initial)
    ]


def initial(term: Term) -> str:
    return term.term[0].upper() if term.term[0].isalpha() else ""


def term_view(term: Term, library: Library, link: AddressOf) -> Data:
    pages = [
        source for source in library.articles() if isinstance(source.page, Article) and term.id in source.page.explains
    ]
    return {
        "id": term.id,
        "term": term.term,
        "means": plain_text(term.means),
        "model": term.model,
        "pages": [{"href": link(source.path), "title": plain_text(source.page.title)} for source in pages],
    }


def meaning(term: Term, library: Library) -> str:
    """Return what it means, and whether that is an idea and no finding."""
    return f"{plain_text(term.means)} {library.words['glossary']['idea']}" if term.model else plain_text(term.means)


def meanings(terms: Iterable[Term], library: Library) -> list[list[str]]:
    return [[term.term, meaning(term, library)] for term in terms]


def meanings_of(ids: Iterable[str], library: Library) -> list[list[str]]:
    """Return the meanings of terms by their ids, in this order; one that a Problem keeps away is left out."""
    terms = {term.id: term for term in library.terms}
    return meanings((terms[id_] for id_ in ids if id_ in terms), library)
