"""Reads the whole library from the project's folder: every file is tried, and every Problem is returned."""

from pathlib import Path

import yaml

from library.clinic import Clinic
from library.library import Library
from library.lists import read_help, read_list, read_words
from library.pages import read_pages
from library.problem import Position, Problem, problem_at
from library.references import DatedFact, Source, Term
from library.sheets import read_sheets
from library.validation import validate
from library.yamltree import Tree, child


def load_library(root: Path, settings: Path, language: str) -> tuple[Library, list[Problem]]:
    """Everything below `root`, with the clinic's details from the settings file (mkdocs.yml or one that inherits it)."""
    problems: list[Problem] = []
    clinic, clinic_tree = read_clinic(settings, root, problems)
    words = read_words(root, language, problems)
    helps = read_help(root, problems)
    sheets, unread_sheets = read_sheets(root, words, problems)
    pages, unread_pages = read_pages(root, problems)
    library = Library(
        clinic=clinic,
        clinic_tree=clinic_tree,
        words=words,
        sheets=sheets,
        pages=pages,
        sources=read_list(root, "sources.yml", Source, problems),
        help=helps.get(clinic.country) if clinic else None,
        glossary=tuple(read_list(root, "glossary.yml", Term, problems).values()),
        facts=read_list(root, "dated-facts.yml", DatedFact, problems),
        unread=frozenset(unread_sheets | unread_pages),
    )
    return library, problems


def read_clinic(settings: Path, root: Path, problems: list[Problem]) -> tuple[Clinic | None, Tree | None]:
    """extra.clinic from the settings as they are written, so that every value is still text and has its line."""
    for tree in settings_trees(settings, root):
        extra = child(tree.root, "extra")
        clinic = child(extra[1], "clinic") if extra else None
        if clinic:
            place = Tree(tree.path, clinic[1])
            found, wrong = validate(Clinic, place)
            problems += wrong
            return found, place
    what = "the clinic's details are missing"
    problems.append(problem_at(settings.name, Position(), what, "add `clinic:` with its keys under `extra:`"))
    return None, None


def settings_trees(settings: Path, root: Path) -> list[Tree]:
    """The settings file, then the ones it inherits."""
    node = yaml.compose(settings.read_text("utf-8"), Loader=yaml.BaseLoader)
    inherited = child(node, "INHERIT") if node else None
    more = settings_trees(settings.parent / inherited[1].value, root) if inherited else []
    return [Tree(settings.relative_to(root).as_posix(), node), *more] if node else more
