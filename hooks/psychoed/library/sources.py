"""Pages, worksheets and packets as they are read: each with its id, its page on the site, and the tree of its file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from psychoed.model.article import Article, Audience, Page, ReviewsPage, Topic
from psychoed.model.base import NOT_SAID, Model, Published
from psychoed.model.packet import Packet
from psychoed.model.worksheet import Change, Review, ReviewQuestion, Worksheet
from psychoed.reading.file import place_in
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.markdown.richtext import fingerprint
from psychoed.reading.problem import Position
from psychoed.reading.yaml.tree import Tree

STAFF_FOLDER = "staff/"
"""What lies here is never in the public edition: mkdocs.yml excludes it."""
CITATION = re.compile(r"S-[A-Z0-9]+")


@dataclass(frozen=True)
class SheetSource:
    """A worksheet with its id and the tree it was read from."""

    noun = "sheet"
    """What messages call it."""

    id: str
    worksheet: Worksheet
    tree: Tree

    @property
    def path(self) -> str:
        """Return the path of its page, as if that lay in content/."""
        return f"worksheets/{self.id}.md"

    @property
    def url(self) -> str:
        return url_of(self.path)

    @property
    def model(self) -> type[Model]:
        """Return what its texts are read into."""
        return Worksheet

    @property
    def title(self) -> str:
        return self.worksheet.title

    @property
    def audience(self) -> Audience:
        return self.worksheet.audience

    @property
    def staff_only(self) -> bool:
        return self.worksheet.staff_only

    @property
    def review(self) -> Review:
        return self.worksheet.review

    @property
    def related(self) -> tuple[str, ...]:
        return self.worksheet.related

    @property
    def cites(self) -> tuple[str, ...]:
        return self.worksheet.sources

    @property
    def covers(self) -> tuple[str, ...]:
        """Return the lists that it says in its own words."""
        return self.worksheet.covers

    @property
    def ask_reviewer(self) -> tuple[ReviewQuestion, ...]:
        return self.worksheet.ask_reviewer

    @property
    def changes(self) -> tuple[Change, ...]:
        return self.worksheet.changes

    @property
    def moved_from(self) -> tuple[str, ...]:
        return self.worksheet.moved_from

    def version(self, quotes: Mapping[str, str]) -> str:
        return self.worksheet.version(quotes)


@dataclass(frozen=True)
class PacketSource:
    """A packet with its id and the tree it was read from."""

    noun = "packet"

    id: str
    packet: Packet
    tree: Tree

    @property
    def path(self) -> str:
        """Return the path of its page, as if that lay in content/."""
        return f"packets/{self.id}.md"

    @property
    def url(self) -> str:
        return url_of(self.path)

    @property
    def model(self) -> type[Model]:
        return Packet

    @property
    def title(self) -> str:
        return self.packet.title

    @property
    def audience(self) -> Audience:
        return self.packet.audience

    @property
    def staff_only(self) -> bool:
        return self.packet.staff_only

    @property
    def review(self) -> Review:
        return self.packet.review

    @property
    def related(self) -> tuple[str, ...]:
        return ()

    @property
    def cites(self) -> tuple[str, ...]:
        return ()

    @property
    def covers(self) -> tuple[str, ...]:
        return ()

    @property
    def changes(self) -> tuple[Change, ...]:
        return ()

    @property
    def moved_from(self) -> tuple[str, ...]:
        return self.packet.moved_from


@dataclass(frozen=True)
class PageSource:
    """A page of content/: its path there, its front matter, and its Markdown below that."""

    noun = "page"
    path: str
    page: Page
    tree: Tree
    body: str
    body_line: int
    """The line of the file on which the Markdown begins."""

    @property
    def id(self) -> str:
        """Return the name of its last folder in the site, and of its PDFs."""
        return self.path.removesuffix(".md").rpartition("/")[2]

    @property
    def url(self) -> str:
        return url_of(self.path)

    @property
    def model(self) -> type[Model]:
        """Return what its front matter is read into."""
        return type(self.page)

    @property
    def title(self) -> str:
        return self.page.title

    @property
    def article(self) -> Article | None:
        """Return its front matter, where the page is one to read and no list of others."""
        return self.page if isinstance(self.page, Article) else None

    @property
    def audience(self) -> Audience:
        if isinstance(self.page, ReviewsPage):
            return "staff"
        return self.article.audience if self.article else "client"

    @property
    def staff_only(self) -> bool:
        return self.path.startswith(STAFF_FOLDER) or self.audience != "client"

    @property
    def review(self) -> Review | None:
        return self.article.review if self.article else None

    @property
    def related(self) -> tuple[str, ...]:
        return self.article.related if self.article else ()

    @property
    def cites(self) -> tuple[str, ...]:
        """Return the ids of data/sources.yml that its front matter names."""
        return self.article.sources if self.article else ()

    @property
    def covers(self) -> tuple[str, ...]:
        """Return the lists that it says in its own words."""
        return self.article.covers if self.article else ()

    @property
    def ask_reviewer(self) -> tuple[ReviewQuestion, ...]:
        return self.article.ask_reviewer if self.article else ()

    @property
    def changes(self) -> tuple[Change, ...]:
        return self.article.changes if self.article else ()

    @property
    def moved_from(self) -> tuple[str, ...]:
        """Return the names that it had; a page that cannot be renamed has none."""
        return self.page.moved_from if isinstance(self.page, Article | Topic) else ()

    def version(self, quotes: Mapping[str, str]) -> str:
        said = self.page.model_dump_json(exclude={*NOT_SAID}, exclude_defaults=True) + self.body
        return fingerprint(said, quotes)


Source = PageSource | SheetSource | PacketSource
"""All that people write and that has a page of its own on the site."""


def published(source: Source) -> Published | None:
    """Return what says when a source is published; pages that list others wait for nothing."""
    said = (
        source.page
        if isinstance(source, PageSource)
        else source.worksheet
        if isinstance(source, SheetSource)
        else source.packet
    )
    return said if isinstance(said, Published) else None


def url_of(path: str) -> str:
    """Return the address of a page from the top of the site."""
    folder = path.removesuffix(".md")
    folder = "" if folder == "index" else folder.removesuffix("/index")
    return f"{folder}/" if folder else "./"


def in_body(source: PageSource, offset: int) -> Position:
    """Return the place in its file of a character of a page's Markdown."""
    at = place_in(source.body, offset)
    return Position(at.line + source.body_line - 1, at.column)


def cited_in(body: str) -> list[str]:
    """Return the ids of the citations in a text, in the order in which it first names each."""
    return list(dict.fromkeys(note.name for note in read_markdown(body).notes if CITATION.fullmatch(note.name)))
