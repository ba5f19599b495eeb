"""An article: the front matter of one Markdown file in content/, and the pages that lead to articles."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from psychoed.model.base import CareListName, EarlierNames, Id, Line, Model, Name, PagePath, Published, Remark, SourceId
from psychoed.model.belonging import DoorPicture, GroupId, IdeaPicture, PhaseId, is_own_picture
from psychoed.model.worksheet import Change, Review, ReviewQuestion

Audience = Literal["client", "clinician", "staff"]
Evidence = Literal["strong", "some", "early", "idea", "none-found"]
Summary = Annotated[Line, Field(max_length=220)]


class Article(Published):
    """A page to read."""

    title: Annotated[Line, Field(max_length=80)]
    """The title, as a reader would say it."""
    summary: Summary
    """30 words or fewer: what the page is about."""
    main_message: Summary
    """The one thing to remember, in a sentence: it stands at the top of the page and of its handout."""
    picture: IdeaPicture | None = None
    """A drawing of its idea, beside its title and on its handout: a name of the theme's, such as guard, or the path of
    the clinic's own picture from content/."""
    picture_alt: Line | None = None
    """What the clinic's own picture shows, for somebody who does not see it. Those of the theme are told in the strings."""
    audience: Audience
    """Who it is written for. Pages for clinicians and staff live in content/staff/."""
    group: GroupId
    """Where it belongs: an id of data/groups.yml."""
    sources: Annotated[tuple[SourceId, ...], Field(max_length=40)] = ()
    """What it rests on, beyond what its text cites as [^S-…]: ids from data/sources.yml."""
    evidence: dict[Name, Evidence] = Field(default_factory=dict)
    """How strong the evidence is for each claim: strong, some, early, idea or none-found."""
    content_note: Line | None = None
    """One line that warns, without scaring, where a page names suicide, self-harm, abuse, eating or frightening effects."""
    related: Annotated[tuple[PagePath, ...], Field(max_length=6)] = ()
    """Pages to read next, as paths from content/. Worksheets that name this page are listed by themselves."""
    explains: Annotated[tuple[Id, ...], Field(max_length=8)] = ()
    """Terms that this page explains: ids from data/glossary.yml. The glossary leads here, and they are not marked."""
    changes: Annotated[tuple[Change, ...], Field(max_length=20)] = ()
    """Changes that matter, each with its day and one sentence. Small ones are not listed."""
    covers: Annotated[tuple[CareListName, ...], Field(max_length=6)] = ()
    """Lists of data/care-lists.yml that it says in words of its own: the build sees that it leaves out no item."""
    ask_reviewer: Annotated[tuple[ReviewQuestion, ...], Field(max_length=12)] = ()
    """What its writers ask the clinician who reviews it. Printed in the review packet, and nowhere else."""
    no_packet: Remark | None = None
    """Why it is in no packet, for those who edit it, such as “Only the staff hand it out.” Not published."""
    moved_from: EarlierNames = ()
    """Names that this page had, as paths from content/: whoever follows a printed code to one of them is led here."""
    review: Review = Review()
    """The clinician's review."""

    @model_validator(mode="after")
    def picture_is_told(self) -> Self:
        if self.picture is not None and is_own_picture(self.picture) and self.picture_alt is None:
            raise ValueError(
                "nothing says what the picture shows|add `picture_alt:` and a sentence for those who do not see it"
            )
        if self.picture is None and self.picture_alt is not None:
            raise ValueError(
                "`picture_alt` tells of a picture, and there is none|add `picture:`, or take this line out"
            )
        return self


class Door(Model):
    """A way in on the home page."""

    title: Name
    """The words on the door."""
    text: Line
    """What is behind it."""
    to: PagePath
    """The page it opens, as a path from content/. A door to a page of staff/ is in the staff edition only."""
    picture: DoorPicture
    """The drawing of the door: a name of the theme's, or the path of the clinic's own picture from content/."""


class Home(Model):
    """The home page."""

    template: Literal["home.html"]
    """Which page template draws it."""
    title: Line
    """The name of the page."""
    greeting: Line
    """The large words at the top."""
    summary: Summary
    """A line below the greeting."""
    doors: Annotated[tuple[Door, ...], Field(min_length=1, max_length=6)]
    """The ways in."""


class Topic(Published):
    """A page that lists what to read in its part of the navigation, and the sheets of its phases."""

    template: Literal["topic.html"]
    """Which page template draws it."""
    title: Line
    """The name of the topic."""
    summary: Summary
    """What is here."""
    phases: tuple[PhaseId, ...] = ()
    """Phases whose worksheets are listed: ids of data/phases.yml."""
    moved_from: EarlierNames = ()
    """Names that this page had, as paths from content/: whoever follows a printed code to one of them is led here."""


class LibraryPage(Model):
    """The page that lists all worksheets."""

    template: Literal["library.html"]
    """Which page template draws it."""
    title: Line
    """The name of the page."""
    summary: Summary
    """What is here."""


class PacketsPage(Model):
    """The page that lists all packets."""

    template: Literal["packets.html"]
    """Which page template draws it."""
    title: Line
    """The name of the page."""
    summary: Summary
    """What is here."""


class GlossaryPage(Model):
    """The page with every word of data/glossary.yml."""

    template: Literal["glossary.html"]
    """Which page template draws it."""
    title: Line
    """The name of the page."""
    summary: Summary
    """What is here."""


class KindsPage(Model):
    """The author's guide: every kind of block, drawn beside the text to copy."""

    template: Literal["kinds.html"]
    """Which page template draws it."""
    title: Line
    """The name of the page."""
    summary: Summary
    """What is here."""


class ReviewsPage(Model):
    """The page that lists what waits for a clinician's review. It stands in content/staff/."""

    template: Literal["reviews.html"]
    """Which page template draws it."""
    title: Line
    """The name of the page."""
    summary: Summary
    """What is here."""


Lists = Home | Topic | LibraryPage | PacketsPage | GlossaryPage | KindsPage | ReviewsPage
Page = Article | Lists
PAGE_KINDS: dict[str, type[Lists]] = {
    "home.html": Home,
    "topic.html": Topic,
    "library.html": LibraryPage,
    "packets.html": PacketsPage,
    "glossary.html": GlossaryPage,
    "kinds.html": KindsPage,
    "reviews.html": ReviewsPage,
}
