"""The library: all that the clinic wrote, as the checks and the views see it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

import yaml

from psychoed.library.sources import PacketSource, PageSource, SheetSource, Source
from psychoed.model.allowed_files import AllowedFiles
from psychoed.model.allowed_html import ORDINARY, Allowed
from psychoed.model.article import Topic
from psychoed.model.belonging import ArticleGroup, Belonging, CareRule, CaringBelonging, Phase, Role, SheetTopic
from psychoed.model.care import Care
from psychoed.model.claims import Claims
from psychoed.model.clinic import Clinic, details
from psychoed.model.guide import KindExample
from psychoed.model.language import SentenceRules, ShortForms, SyllableRules, Vocabulary
from psychoed.model.lists import CareList, Citation, CountryHelp, DatedFact, Term, listed_lines
from psychoed.model.packet import Item
from psychoed.model.reading_grades import ReadingGrades
from psychoed.model.right_now import RightNow
from psychoed.model.search_words import CrisisWords, EverydayWords
from psychoed.model.wording import WordingRule
from psychoed.reading.markdown.braces import braces_in
from psychoed.reading.shipped import is_shipped
from psychoed.reading.yaml.tree import Entry, Tree

PAPERS = ("letter", "a4", "large-print")
"""What everything is printed on, by the ends of the PDFs' names."""
TemplateWords = Mapping[str, Any]
"""The words that templates say by themselves, in the language of the site: data/strings.<language>.yml."""


@dataclass(frozen=True)
class Library:
    """All that the clinic wrote. What could not be read is left out, and has a Problem."""

    clinic: Entry[Clinic] | None = None
    words: TemplateWords = field(default_factory=dict)
    language: str = "en"
    reading: ReadingGrades = field(default_factory=ReadingGrades)
    """How hard the texts may be to read: extra.reading in the settings."""
    sheets: Mapping[str, SheetSource] = field(default_factory=dict)
    pages: Mapping[str, PageSource] = field(default_factory=dict)
    """By path from content/, such as parts/protectors.md."""
    packets: Mapping[str, PacketSource] = field(default_factory=dict)
    headless: Mapping[str, PageSource] = field(default_factory=dict)
    """Texts of pages whose front matter is wrong: what else is wrong with them is said in the same build."""
    citations: Mapping[str, Entry[Citation]] = field(default_factory=dict)
    countries: Mapping[str, Entry[CountryHelp]] = field(default_factory=dict)
    """The help lines of every country, by its code."""
    help: Entry[CountryHelp] | None = None
    """The help lines of the clinic's country."""
    glossary: Mapping[str, Entry[Term]] = field(default_factory=dict)
    facts: Mapping[str, Entry[DatedFact]] = field(default_factory=dict)
    care_lists: Mapping[str, Entry[CareList]] = field(default_factory=dict)
    phases: Mapping[str, Entry[Phase]] = field(default_factory=dict)
    groups: Mapping[str, Entry[ArticleGroup]] = field(default_factory=dict)
    topics: Mapping[str, Entry[SheetTopic]] = field(default_factory=dict)
    roles: Mapping[str, Entry[Role]] = field(default_factory=dict)
    """Where sheets, articles and packets belong, in the order in which lists show it."""
    kinds: Mapping[str, Entry[KindExample]] = field(default_factory=dict)
    """The author's guide: what each kind of block is for, with an example."""
    lists: Mapping[str, tuple[Tree, ...]] = field(default_factory=dict)
    """The lists of data/ by name, and the clinic's details as “clinic”: each with the files in which it is written, and
    with what stands there and has a Problem."""
    claims: Claims | None = None
    care: Care | None = None
    sentence_rules: SentenceRules | None = None
    syllable_rules: SyllableRules | None = None
    short_forms: ShortForms | None = None
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    """These, and the wording, are of the language of the site; where it has no such list, no check looks for them."""
    everyday: Mapping[str, Entry[EverydayWords]] = field(default_factory=dict)
    """What people type into the search, with the pages that answer it."""
    crisis: Mapping[str, Entry[CrisisWords]] = field(default_factory=dict)
    """On which words the search shows help lines above everything."""
    right_now: Mapping[str, Entry[RightNow]] = field(default_factory=dict)
    """The choices with which the home page begins."""
    today: date = date.min
    """The day of the build."""
    wording: tuple[WordingRule, ...] = ()
    """Phrases that no text may hold."""
    html: Allowed = field(default_factory=lambda: ORDINARY)
    """Raw HTML that pages may hold."""
    files: AllowedFiles = field(default_factory=AllowedFiles)
    """Which files beside pages may be published."""
    levels: Mapping[str, Entry[str]] = field(default_factory=dict)
    """extra.checks: by rule its level."""
    nav: tuple[str, yaml.Node] | None = None
    """The navigation, as the settings file at this path says it."""
    more_nav: tuple[str, yaml.Node] | None = None
    """What extra.more_nav adds to it, in the edition of these settings."""
    address: tuple[str, yaml.ScalarNode] | None = None
    """The address of the site, as the settings file at this path says it."""
    public_url: str = ""
    """The address of the public edition."""
    staff: bool = False
    """Whether the settings are those of the staff edition."""
    waiting: frozenset[str] = frozenset()
    """Drafts, and what is to be published on a later day, which only a preview shows: paths of their pages."""
    unread: frozenset[str] = frozenset()
    """What a Problem keeps off the site, so that nobody is blamed for naming it: paths from content/ of pages and of
    worksheet pages, ids of entries of data/, and paths of its lists that cannot be read at all."""

    @property
    def ready(self) -> bool:
        """Return True if there is what every page shows: the clinic, its help lines, and the template's words."""
        return bool(self.clinic and self.help and self.help.value.shown() and self.words)

    def sources(self) -> Iterator[Source]:
        """Yield all that people wrote and that has a page of its own: pages, worksheets and packets."""
        yield from self.pages.values()
        yield from self.sheets.values()
        yield from self.packets.values()

    @cached_property
    def by_path(self) -> Mapping[str, Source]:
        """Return the sources by the paths of their pages. Where two have the same, which has a Problem, the one that is
        made."""
        return {source.path: source for source in self.sources()}

    def only(self, keeps: Callable[[Source], bool]) -> "Library":
        """Return the library with those of its sources that are kept."""
        return replace(
            self,
            pages={path: page for path, page in self.pages.items() if keeps(page)},
            sheets={id_: sheet for id_, sheet in self.sheets.items() if keeps(sheet)},
            packets={id_: packet for id_, packet in self.packets.items() if keeps(packet)},
        )

    def without(self, files: Collection[str]) -> "Library":
        """Return the library without the sources of these files, which a Problem keeps off the site."""
        gone = {source.path for source in self.sources() if source.tree.path in files}
        return replace(self.only(lambda source: source.tree.path not in files), unread=self.unread | gone)

    def holds(self, item: Item) -> bool:
        """Return True if the item of a packet is here; one whose own Problem keeps it away is not."""
        page = self.pages.get(item.names)
        return item.worksheet in self.sheets or (page is not None and page.article is not None)

    def articles(self) -> list[PageSource]:
        """Return the pages that are articles, by path."""
        return [page for _, page in sorted(self.pages.items()) if page.article]

    def with_headless(self) -> "Library":
        """Return the library with pages that lack their front matter, as far as they can be read."""
        pages = {**self.pages, **self.headless}
        return replace(self, pages=pages, unread=self.unread - self.headless.keys())

    def edition(self, *, staff: bool) -> "Library":
        """Return what one edition holds: the staff edition everything, the public one only what is for clients."""
        return self if staff else self.only(lambda source: not source.staff_only)

    def written(self) -> list[Tree]:
        """Return the files of worksheets and packets, whose texts are YAML."""
        return [source.tree for source in self.sources() if not isinstance(source, PageSource)]

    def listed(self, *names: str) -> Iterator[Tree]:
        """Return the lists of these names, as they are written."""
        return (tree for name in names for tree in self.lists.get(name, ()))

    @property
    def belongings(self) -> Mapping[str, Mapping[str, Entry[Belonging]]]:
        """Return the lists of where things belong, by their names in data/."""
        return {"phases": self.phases, "groups": self.groups, "topics": self.topics, "roles": self.roles}

    def belongs_to(self, source: Source) -> list[CaringBelonging]:
        """Return all to which a sheet, an article or the page of a topic belongs."""
        found: list[Entry[Phase] | Entry[SheetTopic] | Entry[ArticleGroup] | None] = []
        if isinstance(source, SheetSource):
            worksheet = source.worksheet
            found = [self.phases.get(worksheet.phase), *(self.topics.get(topic) for topic in worksheet.topics)]
        elif isinstance(source, PageSource) and source.article:
            found = [self.groups.get(source.article.group)]
        elif isinstance(source, PageSource) and isinstance(source.page, Topic):
            found = [self.phases.get(phase) for phase in source.page.phases]
        return [entry.value for entry in found if entry]

    def asks_for(self, rule: CareRule, source: Source) -> bool:
        """Return True if something to which the source belongs asks for this care."""
        return any(rule in one.asks_for for one in self.belongs_to(source))

    def title_of_phase(self, id_: str) -> str:
        """Return what readers call a phase; empty for one that is not listed, which has a Problem."""
        return self.phases[id_].value.title if id_ in self.phases else ""

    def title_of_role(self, id_: str | None) -> str:
        return self.roles[id_].value.title if id_ and id_ in self.roles else ""

    def facts_in_use(self) -> list[Entry[DatedFact]]:
        """Return the clinic's own dated facts, and those of the package that a text quotes."""
        quoted = self.quoted_names
        return [fact for name, fact in self.facts.items() if f"fact.{name}" in quoted or not is_shipped(fact.at.path)]

    def care_lists_in_use(self) -> list[Entry[CareList]]:
        """Return the clinic's own lists of care, and those of the package that a text quotes or covers."""
        used = {name.split(".")[1] for name in self.quoted_names if name.startswith("list.")}
        used.update(name.split(".")[0] for source in self.sources() for name in source.covers)
        return [one for id_, one in self.care_lists.items() if id_ in used or not is_shipped(one.at.path)]

    @cached_property
    def quoted_names(self) -> frozenset[str]:
        """Return what stands between the braces of any text."""
        texts = "\n".join(source.tree.text for source in self.sources())
        return frozenset(found.name for found in braces_in(texts))

    @property
    def folder_of_language(self) -> str:
        """Return where the lists of the language stand: British pages have those of English ones."""
        return f"data/{self.language.partition('-')[0]}"

    def known_paths(self, *, public: bool) -> frozenset[str]:
        """Return the paths of pages that a text may name. A page with a Problem of its own counts, so that it is not
        reported twice."""
        return self.public_paths if public else self.paths

    @cached_property
    def paths(self) -> frozenset[str]:
        return self.unread.union(source.path for source in self.sources())

    @cached_property
    def public_paths(self) -> frozenset[str]:
        return self.unread.union(source.path for source in self.sources() if not source.staff_only)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Return the words of the glossary."""
        return tuple(entry.value for entry in self.glossary.values())

    def quotes(self) -> Mapping[str, str]:
        """Return what {{ … }} may stand for in a text, by the name between the braces."""
        return self.known_quotes

    @cached_property
    def known_quotes(self) -> Mapping[str, str]:
        """Holds what quotes() returns, which every text asks for."""
        quotes = {f"clinic.{name}": said for name, said in details(self.clinic.value).items()} if self.clinic else {}
        if self.words:
            quotes |= {f"fact.{entry.value.id}": self.said_now(entry.value) for entry in self.facts.values()}
            house_rule = str(self.words["house_rule"])
            quotes |= {f"list.{id_}.marked": one.value.marked_lines(house_rule) for id_, one in self.care_lists.items()}
        quotes |= {f"list.{id_}": one.value.lines() for id_, one in self.care_lists.items()}
        parts = ((id_, name, part) for id_, one in self.care_lists.items() for name, part in one.value.parts().items())
        quotes |= {f"list.{id_}.{name}": listed_lines(part) for id_, name, part in parts}
        if self.help:
            quotes["help.emergency"] = self.help.value.emergency
        if self.help and self.help.value.shown():
            primary = self.help.value.for_anyone()[0]
            say = primary.ways[0].say
            quotes["help.primary"] = f"{say[0].lower()}{say[1:]} ({primary.name})"
        return MappingProxyType(quotes)

    def said_now(self, fact: DatedFact) -> str:
        """Return what a page says of a fact on the day of the build: until when it holds, or what follows it."""
        if fact.ended(self.today):
            return self.said_after(fact)
        ends = [str(self.words["until"]).format(date=long_date(fact.until, self.words))] if fact.until else []
        return " ".join((fact.says, *ends, self.stamp(fact.as_of)))

    def said_after(self, fact: DatedFact) -> str:
        return f"{fact.after} {self.stamp(fact.as_of)}"

    def facts_that_end(self) -> list[DatedFact]:
        """Return the facts that end on a day still to come."""
        facts = (entry.value for entry in self.facts.values())
        return [fact for fact in facts if fact.until and not fact.ended(self.today)]

    def stamp(self, as_of: date) -> str:
        return str(self.words["as_of"]).format(date=long_date(as_of, self.words))


def long_date(day: date, words: TemplateWords) -> str:
    """Write a day as people do in the language of the site."""
    return str(words["date_form"]).format(day=day.day, month=words["months"][day.month - 1], year=day.year)


def handouts(library: Library, *, public: bool) -> set[str]:
    """Return the PDFs that articles become, as a text may name them."""
    articles = [page for page in library.articles() if not (public and page.staff_only)]
    folders = {page.path.removesuffix(".md").removesuffix("/index"): page.id for page in articles}
    return {f"{folder}/{name}-{paper}.pdf" for folder, name in folders.items() for paper in PAPERS}


def staff_addresses(whole: Library) -> dict[str, Source]:
    """Return the staff pages by the way to each, as addresses and file names hold it."""
    return {source.path.removesuffix(".md"): source for source in whole.sources() if source.staff_only}
