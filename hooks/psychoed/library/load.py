"""Reads the whole library from the project's folder: every file is tried, and every Problem is returned."""

import os
from dataclasses import replace
from pathlib import Path

import yaml

from psychoed.library.belongings import listed_ids, read_belongings
from psychoed.library.library import Library
from psychoed.library.lists import SiteWords, read_data, read_help, read_list, read_of_language, read_one, read_words
from psychoed.library.pages import read_pages
from psychoed.library.sheets import read_packets, read_sheets
from psychoed.library.spelling import QUOTED_LISTS, spelled
from psychoed.library.today import today
from psychoed.library.unread_lists import unread_lists
from psychoed.model.allowed_files import allowed_files
from psychoed.model.allowed_html import allowed_html
from psychoed.model.belonging import ArticleGroup, Phase, Role, SheetTopic
from psychoed.model.care import Care
from psychoed.model.claims import Claims
from psychoed.model.clinic import Clinic
from psychoed.model.guide import KindExample
from psychoed.model.language import SentenceRules, ShortForms, SyllableRules, Vocabulary
from psychoed.model.lists import CareList, Citation, DatedFact, Term
from psychoed.model.reading_grades import ReadingGrades
from psychoed.model.right_now import RightNow
from psychoed.model.search_words import CrisisWords, EverydayWords
from psychoed.model.validation.messages import validate
from psychoed.model.wording import WordingRule
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.read import Notes, Read
from psychoed.reading.shipped import is_shipped
from psychoed.reading.yaml.settings import read_settings
from psychoed.reading.yaml.tree import Entry, Tree, file_of, place, setting

READABLE = "readable"
"""The rule that every Problem of reading breaks."""
LISTS = (
    "help-lines",
    "dated-facts",
    "care-lists",
    "glossary",
    "kinds",
    "sources",
    "phases",
    "groups",
    "topics",
    "roles",
)
"""Names of the files of data/ that are read, without their ending."""
OF_A_LANGUAGE = (
    "claims",
    "care",
    "wording",
    "sentences",
    "syllables",
    "words",
    "short-forms",
    "search",
    "crisis-words",
    "right-now",
)
"""Names of those of data/<language>/."""


def load_library(root: Path, settings: Path, language: str) -> tuple[Library, list[Problem]]:
    """Read everything below `root`, with the clinic's details from the settings file (mkdocs.yml or one that inherits
    it)."""
    notes = Notes()
    said = notes.value_of(read_settings(settings, root))
    details = clinic_details(said)
    clinic = notes.value_of(read_clinic(details, settings)) if said else None
    words = notes.value_of(at_language(read_words(root, language), said))
    lists = {name: notes.value_of(read_data(f"{name}.yml", root)) for name in LISTS}
    lists |= {name: spelled(lists[name], language) for name in QUOTED_LISTS}
    lists |= {name: notes.value_of(read_of_language(name, language, root)) for name in OF_A_LANGUAGE}
    notes.problems += unread_lists(root, (*LISTS, *OF_A_LANGUAGE))
    countries = notes.value_of(read_help(lists["help-lines"]))
    phases = notes.value_of(read_belongings("phases", lists["phases"], Phase, words.said))
    groups = notes.value_of(read_belongings("groups", lists["groups"], ArticleGroup, words.said))
    topics = notes.value_of(read_belongings("topics", lists["topics"], SheetTopic, words.said))
    roles = notes.value_of(read_belongings("roles", lists["roles"], Role, words.said))
    care_lists = notes.value_of(read_list(lists["care-lists"], CareList))
    listed = listed_ids(lists, notes.unread)
    pages = notes.value_of(read_pages(root, listed))
    address, public, edition = (
        setting(said, "site_url"),
        setting(said[-1:], "site_url"),
        setting(said, "extra", "edition"),
    )
    written = {name: (layers.own,) for name, layers in lists.items() if layers.own} | {"strings": words.own}
    library = Library(
        clinic=clinic,
        words=words.said,
        language=language,
        reading=notes.value_of(read_reading(said)),
        sheets=notes.value_of(read_sheets(root, listed, {id_: one.value for id_, one in care_lists.items()})),
        care_lists=care_lists,
        packets=notes.value_of(read_packets(root, listed)),
        pages=pages.whole,
        headless=pages.headless,
        citations=notes.value_of(read_list(lists["sources"], Citation)),
        countries=countries,
        help=countries.get(clinic.value.country) if clinic else None,
        glossary=own_words_first(notes.value_of(read_list(lists["glossary"], Term))),
        facts=notes.value_of(read_list(lists["dated-facts"], DatedFact)),
        phases=phases,
        groups=groups,
        topics=topics,
        roles=roles,
        kinds=notes.value_of(read_list(lists["kinds"], KindExample)),
        claims=notes.value_of(read_one(lists["claims"], Claims)),
        care=notes.value_of(read_one(lists["care"], Care)),
        sentence_rules=notes.value_of(read_one(lists["sentences"], SentenceRules)),
        syllable_rules=notes.value_of(read_one(lists["syllables"], SyllableRules)),
        short_forms=notes.value_of(read_one(lists["short-forms"], ShortForms)),
        vocabulary=notes.value_of(read_one(lists["words"], Vocabulary)) or Vocabulary(),
        everyday=notes.value_of(read_list(lists["search"], EverydayWords)),
        crisis=notes.value_of(read_list(lists["crisis-words"], CrisisWords)),
        right_now=notes.value_of(read_list(lists["right-now"], RightNow)),
        today=notes.value_of(today(said, os.environ)),
        wording=tuple(rule.value for rule in notes.value_of(read_list(lists["wording"], WordingRule)).values()),
        html=notes.value_of(allowed_html(said)),
        files=notes.value_of(allowed_files(said)),
        levels=notes.value_of(read_levels(said)),
        nav=setting(said, "nav"),
        more_nav=setting(said, "extra", "more_nav"),
        address=(address[0], address[1]) if address and isinstance(address[1], yaml.ScalarNode) else None,
        public_url=str(public[1].value) if public and isinstance(public[1], yaml.ScalarNode) else "",
        staff=edition is not None and edition[1].value == "staff",
        lists=written | ({"clinic": (details,)} if details else {}) | {"settings": (*said,)},
    )
    problems = [problem._replace(rule=READABLE, fixed=True) for problem in notes.problems]
    return replace(library, unread=frozenset(notes.unread)), problems


def at_language(words: Read[SiteWords], settings: list[Tree]) -> Read[SiteWords]:
    """Say of a language without words where the settings name it."""
    named = setting(settings, "theme", "language")
    if words.value.said or words.value.own or not named:
        return words
    at = place(named[1].start_mark)
    moved = (
        one._replace(path=named[0], line=at.line, column=at.column) if one.path == "mkdocs.yml" else one
        for one in words.problems
    )
    return words._replace(problems=tuple(moved))


def own_words_first(glossary: dict[str, Entry[Term]]) -> dict[str, Entry[Term]]:
    """Return the glossary less what the package says of a word that has an entry of the clinic's own."""
    own = {form.casefold() for one in glossary.values() if not is_shipped(one.at.path) for form in one.value.forms()}

    def is_kept(entry: Entry[Term]) -> bool:
        return not is_shipped(entry.at.path) or own.isdisjoint(form.casefold() for form in entry.value.forms())

    return {name: entry for name, entry in glossary.items() if is_kept(entry)}


def clinic_details(settings: list[Tree]) -> Tree | None:
    """Return extra.clinic as it is written, so that every value is still text and has its line."""
    said = setting(settings, "extra", "clinic")
    return Tree(*said) if said and said[1].value else None


def read_clinic(details: Tree | None, file: Path) -> Read[Entry[Clinic] | None]:
    if details is None:
        what = "the clinic's details are missing"
        return Read(None, (problem_at(file.name, Position(), what, "add `clinic:` with its keys under `extra:`"),))
    clinic, problems = validate(Clinic, details)
    return Read(Entry(clinic, details) if clinic else None, tuple(problems))


def read_levels(settings: list[Tree]) -> Read[dict[str, Entry[str]]]:
    """Return extra.checks of the settings: by rule its level, at the place of the rule."""
    said = setting(settings, "extra", "checks")
    if said is None or said[1].value == "":  # its lines may all be comments
        return Read({})
    path, node = said
    if not isinstance(node, yaml.MappingNode):
        what, instead = "“checks” holds no rules with their levels", "write lines such as `spelling: advice` below it"
        return Read({}, (problem_at(path, place(node.start_mark), what, instead),))
    wrong = [rule for rule, level in node.value if not isinstance(level, yaml.ScalarNode)]
    right = [(rule, level.value) for rule, level in node.value if rule not in wrong]
    levels = {rule.value: Entry(level, Tree(file_of(rule.start_mark), rule)) for rule, level in right}
    return Read(levels, tuple(no_level(path, rule) for rule in wrong))


def no_level(path: str, rule: yaml.Node) -> Problem:
    what = f"“{rule.value}” under extra.checks holds a list or keys"
    return problem_at(path, place(rule.start_mark), what, "write one word: problem, advice or off")


def read_reading(settings: list[Tree]) -> Read[ReadingGrades]:
    """Return extra.reading of the settings; what is left out there has its usual grade."""
    said = setting(settings, "extra", "reading")
    if said is None:
        return Read(ReadingGrades())
    found, problems = validate(ReadingGrades, Tree(*said))
    return Read(found or ReadingGrades(), tuple(problems))
