"""Words of the glossary: one meaning for each form of a word, and an entry for each word that is named."""

from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.model.lists import Term
from psychoed.reading.problem import Problem, problem_at, suggestion
from psychoed.reading.yaml.tree import Keys, Tree
from psychoed.words.terms import comparable

RULES = (Rule("glossary-words", "fixed", "each word of the glossary has one meaning, and each that is named is there"),)
GLOSSARY_FILE = "data/glossary.yml"


def check_glossary(library: Library) -> Iterator[Problem]:
    yield from forms_with_two_meanings(library)
    for source in library.pages.values():
        if source.article:
            yield from unknown_terms(source.tree, "explains", source.article.explains, library)
    for sheet in library.sheets.values():
        yield from unknown_terms(sheet.tree, "terms", sheet.worksheet.terms, library)


def forms_with_two_meanings(library: Library) -> Iterator[Problem]:
    """Yield each form with two meanings: a text that holds such a word could be marked with either."""
    seen: dict[str, Term] = {}
    for term in library.glossary.values():
        for keys, form in placed_forms(term.value):
            first = seen.setdefault(comparable(form).casefold(), term.value)
            if first is not term.value:
                what = f"“{form}” already stands for the entry “{first.id}”"
                yield problem_at(term.at.path, term.at.position(keys), what, "keep it in one of the two entries")


def placed_forms(term: Term) -> Iterator[tuple[Keys, str]]:
    """Yield each form of a term with the keys under which it is written."""
    for form in term.forms():
        yield ("also", term.also.index(form)) if form in term.also else ("term",), form


def unknown_terms(tree: Tree, name: str, ids: tuple[str, ...], library: Library) -> Iterator[Problem]:
    known = library.glossary.keys()
    for number, id_ in enumerate(ids):
        if id_ not in known and not library.unread & {id_, GLOSSARY_FILE}:
            what = f"“{id_}” is not an id of {GLOSSARY_FILE}"
            yield problem_at(
                tree.path, tree.position((name, number)), what, suggestion(id_, known, "add it there, or take it out")
            )
