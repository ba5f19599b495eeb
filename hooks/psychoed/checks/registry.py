"""All checks over the whole library."""

from collections.abc import Container, Iterator
from pathlib import Path

from psychoed.checks.answers import check_addresses, check_answers, check_audience
from psychoed.checks.care import articles as pages_care
from psychoed.checks.care import claims, evidence, ketamine
from psychoed.checks.care import sheets as care
from psychoed.checks.clinic import check_clinic
from psychoed.checks.dates import changes, freshness, review
from psychoed.checks.exceptions import apply_exceptions
from psychoed.checks.files import alt_text as pictures
from psychoed.checks.files import html_allowed as safe_html
from psychoed.checks.files import html_form
from psychoed.checks.files import names as filenames
from psychoed.checks.files.characters import check_characters
from psychoed.checks.links import marks as linkmarks
from psychoed.checks.links import pages as links
from psychoed.checks.links.html import check_html_links
from psychoed.checks.links.lists import check_listed_links
from psychoed.checks.links.navigation import check_navigation, check_site_address
from psychoed.checks.links.packets import check_packets
from psychoed.checks.links.quotes import check_settings
from psychoed.checks.links.references import check_references
from psychoed.checks.rules import Rule, by_level
from psychoed.checks.writing import headings, lengths, reading_level
from psychoed.checks.writing import quote_not_type as typed
from psychoed.checks.writing import shouting as signs
from psychoed.checks.writing.glossary import check_glossary
from psychoed.checks.writing.wording import check_wording
from psychoed.library.library import Library
from psychoed.reading.problem import Problem

FORMAT: tuple[Rule, ...] = (*headings.RULES, *lengths.RULES, *signs.RULES, *typed.RULES)


def check_format(library: Library) -> Iterator[Problem]:
    yield from headings.check_headings(library)
    yield from lengths.check_lengths(library)
    yield from signs.check_signs(library)
    yield from typed.check_typed(library)


LINKING: tuple[Rule, ...] = (
    *links.RULES,
    *linkmarks.RULES,
    *pictures.RULES,
    *safe_html.RULES,
    *html_form.RULES,
    *filenames.RULES,
)


def check_linking(library: Library, content: Path) -> Iterator[Problem]:
    library = library.with_headless()
    yield from links.check_links(library, content)
    yield from check_navigation(library, content)
    yield from check_site_address(library)
    yield from check_listed_links(library)
    yield from linkmarks.check_link_marks(library)
    yield from check_html_links(library)
    yield from pictures.check_pictures(library)
    yield from safe_html.check_safe_html(library)
    yield from html_form.check_html_form(library)
    yield from filenames.check_file_names(content)


MODULES = (care, changes, claims, evidence, freshness, ketamine, pages_care, reading_level, review)
"""Each has RULES, which an author may make an exception from and the settings may make stricter or looser."""


def all_rules(library: Library) -> list[Rule]:
    """Every rule by its level; those on wording are a list that people edit."""
    return [*(rule for module in MODULES for rule in module.RULES), *FORMAT, *LINKING] + [
        Rule(rule.id, rule.level, rule.say) for rule in library.wording
    ]


def check_library(library: Library, content: Path, printable: frozenset[int]) -> list[Problem]:
    """Every Problem and Advice of every file that could be read, before exceptions."""
    return [
        *check_clinic(library, content),
        *check_audience(library),
        *check_addresses(library),
        *check_answers(library),
        *check_references(library),
        *check_packets(library),
        *check_glossary(library),
        *check_linking(library, content),
        *check_settings(library),
        *claims.check_claims(library),
        *evidence.check_evidence(library),
        *ketamine.check_ketamine(library),
        *freshness.check_freshness(library, library.today),
        *care.check_care(library),
        *pages_care.check_pages_care(library),
        *review.check_review(library, library.today),
        *changes.check_changes(library, library.today),
        *check_characters(library, printable),
        *check_format(library),
        *check_wording(library),
        *reading_level.check_reading_level(library),
    ]


def judged(
    library: Library, found: list[Problem], rules: list[Rule], answered: Container[str]
) -> tuple[list[Problem], list[Problem]]:
    """What is left as Problems and as Advice, after the authors' exceptions and by the levels of the settings.

    `answered`: ids of the rules of which `found` holds every Problem.
    """
    kept = apply_exceptions(found, library, (rule.id for rule in rules), answered)
    return by_level(kept, rules, library)
