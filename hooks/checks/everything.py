"""All checks over the whole library."""

from collections.abc import Container
from pathlib import Path

import checks.format as prose
from checks import care, changes, claims, evidence, freshness, ketamine, linking, pages_care, reading_level, review
from checks.addresses import check_addresses
from checks.answers import check_answers
from checks.audience import check_audience
from checks.characters import check_characters
from checks.clinic import check_clinic
from checks.exceptions import apply_exceptions
from checks.glossary import check_glossary
from checks.packets import check_packets
from checks.references import check_references
from checks.rules import Rule, by_level
from checks.settings import check_settings
from checks.wording import check_wording
from library.library import Library
from library.problem import Problem

MODULES = (care, changes, claims, evidence, prose, freshness, ketamine, linking, pages_care, reading_level, review)
"""Each has RULES, which an author may make an exception from and the settings may make stricter or looser."""


def all_rules(library: Library) -> list[Rule]:
    """Every rule by its level; those on wording are a list that people edit."""
    return [rule for module in MODULES for rule in module.RULES] + [
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
        *linking.check_linking(library, content),
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
        *prose.check_format(library),
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
