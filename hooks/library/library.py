"""The library: all that the clinic wrote, as the checks and the views see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from library.article import Article, Page
from library.clinic import Clinic, details
from library.references import CountryHelp, DatedFact, Source, Term
from library.worksheet import Worksheet
from library.yamltree import Tree

Words = Mapping[str, Any]
"""The words that templates say by themselves, in the language of the site: data/strings.<language>.yml."""


@dataclass(frozen=True)
class Sheet:
    """A worksheet with its id and the tree it was read from."""

    id: str
    worksheet: Worksheet
    tree: Tree


@dataclass(frozen=True)
class PageSource:
    """A page of content/: its path there, its front matter, and its Markdown below that."""

    path: str
    page: Page
    tree: Tree
    body: str
    body_line: int
    """The line of the file on which the Markdown begins."""

    @property
    def staff_only(self) -> bool:
        return isinstance(self.page, Article) and self.page.audience != "client"


@dataclass(frozen=True)
class Library:
    """All that the clinic wrote. What could not be read is left out, and has a Problem."""

    clinic: Clinic | None = None
    clinic_tree: Tree | None = None
    """Where its details stand in the settings."""
    words: Words = field(default_factory=dict)
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    pages: Mapping[str, PageSource] = field(default_factory=dict)
    """By path from content/, such as parts/protectors.md."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    help: CountryHelp | None = None
    """The help lines of the clinic's country."""
    glossary: tuple[Term, ...] = ()
    facts: Mapping[str, DatedFact] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """Paths from content/ of pages and worksheet pages that a Problem keeps off the site."""

    @property
    def ready(self) -> bool:
        """Whether there is what every page shows: the clinic, its help lines, and the template's words."""
        return bool(self.clinic and self.help and self.help.shown() and self.words)

    def edition(self, *, staff: bool) -> "Library":
        """What one edition holds: the staff edition everything, the public one only what is for clients."""
        if staff:
            return self
        sheets = {name: sheet for name, sheet in self.sheets.items() if not sheet.worksheet.staff_only}
        return replace(
            self, sheets=sheets, pages={path: page for path, page in self.pages.items() if not page.staff_only}
        )

    def quotes(self) -> dict[str, str]:
        """What {{ … }} may stand for in a text, by the name between the braces."""
        quotes = {f"clinic.{name}": said for name, said in details(self.clinic).items()} if self.clinic else {}
        quotes |= {f"fact.{fact.id}": f"{fact.says} {self.stamp(fact.as_of)}" for fact in self.facts.values()}
        if self.help:
            quotes["help.emergency"] = self.help.emergency
        if self.help and self.help.shown():
            primary = self.help.shown()[0]
            say = primary.ways[0].say
            quotes["help.primary"] = f"{say[0].lower()}{say[1:]} ({primary.name})"
        return quotes

    def stamp(self, as_of: date) -> str:
        return str(self.words["as_of"]).format(date=long_date(as_of, self.words))


def long_date(day: date, words: Words) -> str:
    """A day as people write it in the language of the site."""
    return str(words["date_form"]).format(day=day.day, month=words["months"][day.month - 1], year=day.year)
