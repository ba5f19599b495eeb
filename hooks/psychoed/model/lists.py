"""The lists that people edit in data/: sources, help lines, glossary, dated facts."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from psychoed.model.base import Day, Id, Line, Model, Name, ProperName, Remark, SourceId

Url = Annotated[str, Field(pattern=r"^(https://\S+|mailto:\S+|tel:[+0-9-]+|sms:[+0-9-]+(\?&body=\S+)?)$")]
TermForm = Annotated[ProperName, Field(max_length=80)]
"""One of the forms under which a term stands in texts."""
HALVES = re.compile(r"(.+) \((.+)\)")


class Citation(Model):
    """One entry of data/sources.yml."""

    id: SourceId
    """Cited in articles as [^S-…]."""
    citation: Line
    """Authors, title, where it was published."""
    locator: Line | None = None
    """A doi:…, PMID, ISBN, trial number or https address."""
    mark: Literal["seen", "memory"]
    """`seen`: found in a published source; `memory`: not checked yet, so that no public page may cite it."""
    note: Line | None = None
    """What is still to be checked. Not published."""
    checked_by: Name | None = None
    """Who has read the source itself."""
    checked_on: Day | None = None
    """The day they did."""

    @property
    def may_be_cited(self) -> bool:
        return self.mark == "seen" or self.checked_by is not None

    @property
    def url(self) -> str | None:
        """Return where to read it, where the locator says so."""
        where = self.locator or ""
        if where.startswith("doi:"):
            return "https://doi.org/" + where.removeprefix("doi:")
        return where if where.startswith("https://") else None


class Way(Model):
    """One way to reach a service: a button on the page, words on paper."""

    say: Name
    """What to do, such as “Call 988”."""
    href: Url
    """The link that does it: tel:, sms: or https:."""


class HelpLine(Model):
    """One service of data/help-lines.yml."""

    name: Name
    """The name of the service."""
    ways: Annotated[tuple[Way, ...], Field(min_length=1, max_length=3)]
    """How to reach it; the first is printed on sheets."""
    note: Line
    """Hours and languages, in a few words."""
    mark: Literal["seen", "memory"]
    """`memory` stays unpublished until somebody has dialled it and set last_checked."""
    enabled: bool
    """Whether this clinic shows it."""
    about: Annotated[tuple[Id, ...], Field(max_length=6)] = ()
    """What it is for, by the ids under `needs` in data/<language>/care.yml. Left out where it is for any crisis."""
    seen_on: Day | None = None
    """The day of the page on which the number was found, where that is known."""
    last_checked: Day | None = None
    """The day somebody dialled it or opened its official page."""

    @property
    def shown(self) -> bool:
        return self.enabled and (self.mark == "seen" or self.last_checked is not None)


class CountryHelp(Model):
    """The help lines of one country: the emergency number first, then the primary line, then a short list."""

    country: Name
    """The country's name."""
    also: Annotated[tuple[Name, ...], Field(max_length=20)] = ()
    """What else people call it, so that a message can name its code."""
    emergency: Name
    """The emergency number, as people there say it."""
    emergency_call: Annotated[str, Field(pattern=r"^[0-9]{2,4}$")] | None = None
    """The digits to dial; left out where there is no one number."""
    lines: Annotated[tuple[HelpLine, ...], Field(min_length=1)]
    """Services, the primary one first."""

    def shown(self) -> tuple[HelpLine, ...]:
        return tuple(line for line in self.lines if line.shown)

    def for_anyone(self) -> tuple[HelpLine, ...]:
        """Return the lines for any crisis, where there is one: the first of these is the primary line."""
        return tuple(line for line in self.shown() if not line.about) or self.shown()


class Term(Model):
    """One entry of data/glossary.yml."""

    id: Id
    """Its name in links."""
    term: TermForm
    """The word, with its short form in brackets where it has one."""
    also: Annotated[tuple[TermForm, ...], Field(max_length=8)] = ()
    """Other forms under which it stands in texts, such as its plural."""
    means: Line
    """What it means, in plain words."""
    model: bool = False
    """True where it is an idea of a model and not a finding."""
    show: bool = True
    """False where texts are not marked with its meaning, since the word is an everyday one or always explained."""

    def forms(self) -> tuple[str, ...]:
        """Return all that may stand for it in a text: “Cognitive behavioral therapy (CBT)” also as one of its two
        halves."""
        halves = HALVES.fullmatch(self.term)
        return (self.term, *(halves.groups() if halves else ()), *self.also)


def no_mark(part: str) -> str:
    if part == "marked":
        raise ValueError(
            "“marked” already means a list that says which items are house rules|give the part another name"
        )
    return part


class CareItem(Model):
    """One item of a list of data/care-lists.yml."""

    says: Line
    """The item, in a few words."""
    sources: Annotated[tuple[SourceId, ...], Field(max_length=6)] = ()
    """Where it was found. Without one it is a house rule."""
    under: Annotated[Id, AfterValidator(no_mark)] | None = None
    """The part of the list it belongs to, which is quoted by itself as {{ list.<id>.<part> }}."""
    known_by: Annotated[tuple[Remark, ...], Field(max_length=8)] = ()
    """Words that all stand in a text that says it otherwise, with “or” between spellings of one; without them, the item
    itself. Such a text names the list under `covers`."""


class CareList(Model):
    """A list that several pages and sheets must say alike, quoted as {{ list.<id> }}."""

    id: Id
    """Its name in {{ list.… }}."""
    says: Line
    """What it is a list of, for those who edit it. Not published."""
    items: Annotated[tuple[CareItem, ...], Field(min_length=2, max_length=40)]
    """What is in it, in order."""

    def parts(self) -> dict[str, tuple[CareItem, ...]]:
        """Return the items of each part."""
        names = dict.fromkeys(item.under for item in self.items if item.under)
        return {name: tuple(item for item in self.items if item.under == name) for name in names}

    def lines(self) -> str:
        return listed_lines(self.items)

    def marked_lines(self, house_rule: str) -> str:
        """Return the items, with `house_rule` behind each that is one."""
        return "\n".join(item.says if item.sources else f"{item.says} ({house_rule})" for item in self.items)


def listed_lines(items: Iterable[CareItem]) -> str:
    return "\n".join(item.says for item in items)


class DatedFact(Model):
    """One entry of data/dated-facts.yml: a rule that changes, kept in one place and quoted as {{ fact.<id> }}."""

    id: Id
    """Its name in {{ fact.… }}."""
    says: Line
    """The fact as a full sentence."""
    as_of: Day
    """The day it was last checked; printed behind it."""
    until: Day | None = None
    """The last day on which it holds, where that is known; printed behind it."""
    after: Line | None = None
    """The sentence that takes its place from the next day on. Needed where `until` is given."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """Where it was found."""

    @model_validator(mode="after")
    def says_what_follows(self) -> Self:
        if self.until and not self.after:
            raise ValueError("a fact that ends has no sentence for the day after|add `after:` with what is known then")
        return self

    def ended(self, today: date) -> bool:
        return self.until is not None and today > self.until
