"""Reads the whole library from the project's folder: every file is tried, and every Problem is returned."""

import os
from pathlib import Path

import yaml

from psychoed.library.library import Library
from psychoed.library.lists import read_data, read_help, read_list, read_one, read_words
from psychoed.library.pages import read_pages
from psychoed.library.sheets import read_packets, read_sheets
from psychoed.library.today import today
from psychoed.model.allowed_html import allowed_html
from psychoed.model.care import Care
from psychoed.model.claims import Claims
from psychoed.model.clinic import Clinic
from psychoed.model.guide import Kind
from psychoed.model.lists import Citation, DatedFact, Term
from psychoed.model.reading_grades import ReadingGrades
from psychoed.model.validation.messages import validate
from psychoed.model.wording import WordingRule
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.yaml.settings import read_settings
from psychoed.reading.yaml.tree import Entry, Tree, file_of, place, setting


def load_library(root: Path, settings: Path, language: str) -> tuple[Library, list[Problem]]:
    """Everything below `root`, with the clinic's details from the settings file (mkdocs.yml or one that inherits it)."""
    problems: list[Problem] = []
    unread: set[str] = set()

    def data(name: str) -> Tree | None:
        return read_data(name, root, problems, unread)

    said = read_settings(settings, root, problems)
    clinic, details = read_clinic(said, settings, problems)
    words, words_tree = read_words(root, language, problems)
    helps, sources = data("help-lines.yml"), data("sources.yml")
    countries = read_help(helps, problems, unread)
    facts, glossary, kinds = data("dated-facts.yml"), data("glossary.yml"), data("kinds.yml")
    edition = setting(said, "extra", "edition")
    address, public = setting(said, "site_url"), setting(said[-1:], "site_url")
    pages, headless = read_pages(root, problems, unread)
    return Library(
        clinic=clinic,
        words=words,
        language=language,
        reading=read_reading(said, problems),
        sheets=read_sheets(root, words, problems, unread),
        packets=read_packets(root, problems, unread),
        pages=pages,
        headless=headless,
        citations=read_list(sources, Citation, problems, unread),
        help=countries.get(clinic.value.country) if clinic else None,
        glossary=read_list(glossary, Term, problems, unread),
        facts=read_list(facts, DatedFact, problems, unread),
        kinds=read_list(kinds, Kind, problems, unread),
        claims=read_one(data("claims.yml"), Claims, problems),
        care=read_one(data("care.yml"), Care, problems),
        today=today(said, os.environ, problems),
        wording=tuple(entry.value for entry in read_list(data("wording.yml"), WordingRule, problems, unread).values()),
        html=allowed_html(said, problems),
        levels=read_levels(said),
        nav=setting(said, "nav"),
        address=(address[0], address[1]) if address and isinstance(address[1], yaml.ScalarNode) else None,
        public_url=str(public[1].value) if public and isinstance(public[1], yaml.ScalarNode) else "",
        staff=edition is not None and edition[1].value == "staff",
        lists={
            "clinic": given(details),
            "strings": given(words_tree),
            "help-lines": given(helps),
            "sources": given(sources),
            "dated-facts": given(facts),
            "glossary": given(glossary),
            "kinds": given(kinds),
        },
        unread=frozenset(unread),
    ), problems


def given(tree: Tree | None) -> tuple[Tree, ...]:
    return (tree,) if tree else ()


def read_clinic(settings: list[Tree], file: Path, problems: list[Problem]) -> tuple[Entry[Clinic] | None, Tree | None]:
    """extra.clinic from the settings as they are written, so that every value is still text and has its line. The tree
    is given also where the details have a Problem."""
    said = setting(settings, "extra", "clinic")
    if said and said[1].value:
        path, clinic = said
        details = Tree(path, clinic)
        found, wrong = validate(Clinic, details)
        problems += wrong
        return Entry(found, details) if found else None, details
    what = "the clinic's details are missing"
    if settings:
        problems.append(problem_at(file.name, Position(), what, "add `clinic:` with its keys under `extra:`"))
    return None, None


def read_levels(settings: list[Tree]) -> dict[str, tuple[str, str, Position]]:
    """extra.checks from the settings: by rule its level, and where that is written."""
    said = setting(settings, "extra", "checks")
    pairs = said[1].value if said and isinstance(said[1], yaml.MappingNode) else []
    return {rule.value: (level.value, file_of(rule.start_mark), place(rule.start_mark)) for rule, level in pairs}


def read_reading(settings: list[Tree], problems: list[Problem]) -> ReadingGrades:
    """extra.reading from the settings; what is left out there has its usual grade."""
    said = setting(settings, "extra", "reading")
    if said is None:
        return ReadingGrades()
    path, reading = said
    found, wrong = validate(ReadingGrades, Tree(path, reading))
    problems += wrong
    return found or ReadingGrades()
