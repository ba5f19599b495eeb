"""All checks, each once: what it looks for, what it reads, and which rules it looks after."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from psychoed.checks import answers, belonging, clinic, exceptions, paper, rules, shared_words
from psychoed.checks.care import articles, claims, covered_lists, evidence, help_lines, ketamine, sheets
from psychoed.checks.dates import changes, freshness, questions, review
from psychoed.checks.exceptions import apply_exceptions
from psychoed.checks.files import added, alt_text, characters, cut_texts, html_allowed, html_form, joined_texts, names
from psychoed.checks.links import (
    html,
    lists,
    marks,
    navigation,
    packets,
    pages,
    quoted_settings,
    references,
    search_words,
)
from psychoed.checks.linters import run as linters
from psychoed.checks.rules import Check, Rule, by_level, under
from psychoed.checks.site import check as site
from psychoed.checks.site import leaks
from psychoed.checks.writing import (
    foreign_marks,
    glossary,
    headings,
    lengths,
    quizzes,
    quote_not_type,
    reading_level,
    shouting,
    translation,
    wording,
)
from psychoed.library.added_files import AddedFiles, added_to_content, added_to_theme
from psychoed.library.library import Library
from psychoed.library.load import READABLE
from psychoed.reading.cache import Cache
from psychoed.reading.problem import Problem

LINKS = ("broken-link", "link-form", "insecure-link", "unsafe-address")
OF_LINKS = (
    Check(pages.check_links, pages.RULES, ("headless", "added")),
    Check(
        navigation.check_navigation,
        (navigation.NAVIGATION_SHAPE,),
        ("headless", "content"),
        also=(*LINKS, "link-words"),
    ),
    Check(navigation.check_site_address, (), also=LINKS),
    Check(lists.check_listed_links, (), also=LINKS),
    Check(marks.check_link_marks, marks.RULES, ("headless",)),
    Check(html.check_html_links, (), ("headless",), also=LINKS),
    Check(alt_text.check_pictures, alt_text.RULES, ("headless",)),
    Check(html_allowed.check_safe_html, html_allowed.RULES, ("headless",)),
    Check(html_form.check_html_form, html_form.RULES, ("headless",)),
    Check(names.check_file_names, names.RULES, ("content", "added")),
    Check(added.check_added_files, added.RULES, ("added",), also=("file-name",)),
)
"""Links, pictures and raw HTML of pages and sheets, and the names of files, which are addresses."""
OF_SOURCES = (
    Check(clinic.check_clinic, clinic.RULES, ("library", "content")),
    Check(belonging.check_belonging, belonging.RULES, ("library", "content")),
    Check(answers.check_staff_pages, (answers.STAFF_PAGES,)),
    Check(shared_words.check_shared_words, shared_words.RULES, ("library", "content")),
    Check(answers.check_page_addresses, (answers.PAGE_ADDRESS,)),
    Check(answers.check_answers, (answers.ANSWER_NAMES,)),
    Check(answers.check_options, (answers.OPTIONS_TWICE,)),
    Check(answers.check_titles, (answers.TITLE_TWICE,)),
    Check(answers.check_worked_out, (answers.WORKED_OUT,)),
    Check(references.check_references, references.RULES),
    Check(packets.check_packets, packets.RULES),
    Check(glossary.check_glossary, glossary.RULES),
    Check(search_words.check_search_words, search_words.RULES),
    *OF_LINKS,
    Check(quoted_settings.check_quoted_settings, quoted_settings.RULES),
    Check(claims.check_claims, claims.RULES),
    Check(evidence.check_evidence, evidence.RULES),
    Check(ketamine.check_ketamine, ketamine.RULES),
    Check(freshness.check_freshness, freshness.RULES, ("library", "today")),
    Check(sheets.check_worksheets_care, sheets.RULES, also=("stop-rule",)),
    Check(articles.check_articles_care, articles.RULES),
    Check(help_lines.check_help_lines, help_lines.RULES),
    Check(covered_lists.check_covered_lists, covered_lists.RULES),
    Check(review.check_review, review.RULES, ("library", "today")),
    Check(questions.check_review_questions, questions.RULES),
    Check(changes.check_changes, changes.RULES, ("library", "today")),
    Check(cut_texts.check_cut_texts, cut_texts.RULES),
    Check(joined_texts.check_joined_texts, joined_texts.RULES),
    Check(characters.check_characters, characters.RULES, ("library", "printable")),
    Check(foreign_marks.check_foreign_marks, foreign_marks.RULES),
    Check(headings.check_headings, headings.RULES),
    Check(lengths.check_lengths, lengths.RULES),
    Check(shouting.check_shouting, shouting.RULES),
    Check(quote_not_type.check_typed_details, quote_not_type.RULES),
    Check(quizzes.check_quizzes, quizzes.RULES),
    Check(wording.check_wording, ()),
    Check(reading_level.check_reading_level, reading_level.RULES),
)
ONCE_A_BUILD = (
    Check(clinic.check_placeholders, (clinic.PLACEHOLDER, clinic.PUBLISHED)),
    Check(review.advise_on_reviews, (review.WAITING,), ("library", "today")),
    Check(packets.advise_on_packets, (packets.IN_NO_PACKET,)),
    Check(freshness.advise_on_help_lines, (freshness.UNTRIED,)),
    Check(search_words.advise_on_crisis_words, (search_words.UNREAD_WORDS,)),
    Check(translation.check_translation, (translation.UNTRANSLATED,)),
    Check(translation.check_unused_words, (translation.UNUSED,)),
)
"""What is said of the library as a whole: a clinic that has just begun is not told on every page."""
OF_LINTERS = (Check(linters.lint, linters.RULES, ("root", "cache")),)
OF_SITE = (
    Check(site.check_site, site.RULES, ("site",), also=(*LINKS, "unsafe-html")),
    Check(leaks.check_leaks, (leaks.LEAK,), ("site", "library")),
)
OF_BUILD = (
    Check(apply_exceptions, exceptions.RULES),
    Check(rules.check_levels, (rules.LEVEL_NAMES,)),
    Check(paper.check_layout, (paper.PAPER_FIT,), ("paper",)),
    Check(paper.check_pages_planned, (paper.PAPER_PLAN,), ("paper",)),
    Check(paper.without_shape, (paper.DIAGRAM_SHAPE,), ("paper",)),
    Check(paper.unprintable, (paper.PRINTABLE_SOURCE,), ("paper",)),
    Check(navigation.unlisted, (navigation.NAVIGATION,), ("site",)),
)
"""What a build looks at while it judges, prints and publishes an edition."""
CHECKS = (*OF_SOURCES, *ONCE_A_BUILD, *OF_LINTERS, *OF_SITE, *OF_BUILD)
READING = Rule(READABLE, "fixed", "every file can be read, and says what its kind asks for")
ALL_RULES = (READING, *(rule for check in CHECKS for rule in check.rules))
"""Every rule that a Problem may name, but for those on wording, which are a list that people edit."""
FIXED_RULES = frozenset(rule.id for rule in ALL_RULES if rule.level == "fixed")
"""Ids of rules that take no level and no exception."""
SEEN_IN_SITE = frozenset({paper.PAPER_PLAN.id, *(id_ for check in OF_SITE for id_ in check.ids)})
"""Rules that the built site may still find broken: exceptions from them are judged when it is built."""


@dataclass(frozen=True)
class Given:
    """What the checks of the sources read."""

    library: Library
    content: Path
    printable: frozenset[int] = frozenset()
    """The code points that the fonts of the PDFs hold."""
    theme: Path | None = None
    """The clinic's own theme folder."""
    cache: Cache | None = None
    """Where what was opened before is kept."""

    @cached_property
    def added(self) -> dict[str, AddedFiles]:
        """Return the files beside pages, by the folder in which they lie, as messages call it."""
        of_content = {"content": added_to_content(self.content, self.library.files, self.cache)}
        theme = added_to_theme(self.theme, self.library.files, self.cache)
        return of_content | ({self.theme.name: theme} if self.theme else {})

    @property
    def today(self) -> date:
        return self.library.today

    @cached_property
    def headless(self) -> Library:
        """Return the library with pages that lack their front matter."""
        return self.library.with_headless()


def run_checks(checks: Iterable[Check], given: Given) -> list[Problem]:
    """Return every Problem and Advice that these checks find, each with its rule, before exceptions."""
    found: list[Problem] = []
    for check in checks:
        problems = check.function(*(getattr(given, name) for name in check.reads))
        found += under(check.rules[0], problems) if check.rules else problems
    return found


def check_library(library: Library, content: Path, printable: frozenset[int]) -> list[Problem]:
    """Return every Problem and Advice of every file that could be read, before exceptions."""
    return run_checks(OF_SOURCES, Given(library, content, printable))


def rules_of(library: Library, checks: Iterable[Check] = CHECKS) -> list[Rule]:
    """Return the rules from which an author may make an exception, and whose level the settings may change."""
    open_rules = [rule for check in checks for rule in check.rules if rule.level != "fixed"]
    return [*open_rules, *(Rule(rule.id, rule.level, rule.say, rule.problem_from) for rule in library.wording)]


def judged(
    library: Library, found: list[Problem], rules: list[Rule], answered: Container[str]
) -> tuple[list[Problem], list[Problem]]:
    """Return what is left as Problems and as Advice, after the authors' exceptions and by the levels of the settings.

    `answered`: ids of the rules of which `found` holds every Problem.
    """
    kept = apply_exceptions(found, library, (rule.id for rule in rules), answered, FIXED_RULES)
    return by_level(kept, rules, library)
