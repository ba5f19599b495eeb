"""A worksheet: what one file in worksheets/ says, from which its page and its PDFs are made."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from psychoed.model.base import (
    NOT_SAID,
    CareListName,
    Day,
    EarlierNames,
    Id,
    Line,
    Model,
    PagePath,
    ProperName,
    Prose,
    Published,
    Remark,
    SourceId,
)
from psychoed.model.belonging import PhaseId, TopicId
from psychoed.model.blocks.base import Answer, Word
from psychoed.model.kinds import AnyBlock
from psychoed.reading.markdown.richtext import fingerprint
from psychoed.reading.yaml.tree import Keys

MOST_PAGES = 99
"""A record may have a page for each of 31 days, and more."""


class Review(Model):
    """Who read this as a clinician, and when it is to be read again. Empty until a clinician has."""

    by: ProperName | None = None
    """Name and profession of the reviewer."""
    on: Day | None = None
    """The day of the review, as 2026-11-23."""
    due: Day | None = None
    """The day by which it is to be reviewed again."""

    def overdue(self, today: date) -> bool:
        return self.due is not None and today > self.due


class Change(Model):
    """A change that matters: whoever has signed for the text reads it again."""

    on: Day
    """The day of the change, as 2026-11-23."""
    what: Line
    """What is different now, in one sentence."""
    safety: bool = False
    """Whether it corrects what could have done harm: clinics that have the text are told so by `psychoed texts`."""


class ReviewQuestion(Model):
    """A question to the clinician who reviews a page or a sheet."""

    asks: Annotated[Remark, Field(max_length=400)]
    """The question, as a sentence."""
    at: Remark | None = None
    """Words of the text that it is about, as they stand in the file."""


class Worksheet(Published):
    """The file's name without .yml is the sheet's id, its address and its PDFs' name."""

    title: Annotated[Line, Field(max_length=70)]
    """The name of the sheet, as a client would say it."""
    summary: Annotated[Line, Field(max_length=200)]
    """One or two short sentences: what it is and when to use it."""
    when: Annotated[Line, Field(max_length=120)] | None = None
    """The moment it is for, such as “Days 1 to 7 after a session.”"""
    phase: PhaseId
    """Where it belongs in therapy: an id of data/phases.yml; `general` where it belongs to no phase."""
    topics: Annotated[tuple[TopicId, ...], Field(max_length=4)] = ()
    """What it is about: ids of data/topics.yml."""
    minutes: Annotated[int, Field(ge=1, le=120)]
    """How long it takes."""
    each: Literal["day"] | None = None
    """`day` where the minutes are for each day."""
    audience: Literal["client", "clinician", "staff"] = "client"
    """Who fills it in. Sheets for clinicians and staff are in the staff edition only."""
    use: Literal["between-sessions", "in-session"] = "between-sessions"
    """`in-session` for sheets that are only used with a clinician: then only the staff edition has it."""
    pages: Annotated[int, Field(ge=1, le=MOST_PAGES)]
    """How many pages it fits, in Letter and in A4: it is set closer for that, and the build says so where it does not."""
    landscape: bool = False
    """Turns the pages on their side, for a wide table."""
    related: Annotated[tuple[PagePath, ...], Field(max_length=6)] = ()
    """Articles that explain it, as paths from content/, such as parts/protectors.md."""
    terms: Annotated[tuple[Id, ...], Field(max_length=3)] = ()
    """Words that it uses without explaining them: ids from data/glossary.yml. Their meaning is printed at its head."""
    sources: Annotated[tuple[SourceId, ...], Field(max_length=12)] = ()
    """What it rests on: ids from data/sources.yml."""
    review: Review = Review()
    """The clinician's review."""
    changes: Annotated[tuple[Change, ...], Field(max_length=20)] = ()
    """Changes that matter, each with its day and one sentence. Small ones are not listed."""
    moved_from: EarlierNames = ()
    """Names that this sheet had, as paths from content/: whoever follows a printed code to one of them is led here."""
    covers: Annotated[tuple[CareListName, ...], Field(max_length=6)] = ()
    """Lists of data/care-lists.yml that it says in words of its own: the build sees that it leaves out no item."""
    ask_reviewer: Annotated[tuple[ReviewQuestion, ...], Field(max_length=12)] = ()
    """What its writers ask the clinician who reviews it. Printed in the review packet, and nowhere else."""
    no_packet: Remark | None = None
    """Why it is in no packet, for those who edit it, such as “Only the staff hand it out.” Not published."""
    clinician_note: Prose | None = None
    """Seen in the staff edition only, on the page and in the PDF."""
    blocks: Annotated[tuple[AnyBlock, ...], Field(min_length=1, max_length=60)]
    """The sheet itself, from top to bottom."""

    def header(self) -> tuple[Answer, ...]:
        """Return the lines for a name and a date at the top of every sheet; both may stay empty."""
        return tuple(Answer(key, f"sheet-{key}", (Word(key),)) for key in ("person", "date"))

    def answers(self) -> Iterator[Answer]:
        """Yield every field of the sheet, in reading order."""
        yield from self.header()
        for block in self.blocks:
            yield from block.answers()

    def named_answers(self) -> Iterator[tuple[Keys, Answer]]:
        """Yield the answers of the blocks with the keys that lead to the `id` each is named from."""
        for number, block in enumerate(self.blocks):
            yield from ((("blocks", number, *keys), answer) for keys, answer in block.named_answers())

    def answers_by_id(self) -> dict[str, tuple[Answer, ...]]:
        """Return the answers that each id stands for, with * for the number of an entry."""
        return {id_: answers for block in self.blocks for id_, answers in block.answers_by_id().items()}

    def version(self, quotes: Mapping[str, str]) -> str:
        """Return the fingerprint of what is on every paper of it. What only staff see has its own."""
        said = self.model_dump_json(exclude={"clinician_note", *NOT_SAID}, exclude_defaults=True)
        return fingerprint(said, quotes)

    def note_version(self, quotes: Mapping[str, str]) -> str:
        """Return the fingerprint of the note for clinicians, which whoever signs a reading path has read as well."""
        return fingerprint(self.clinician_note, quotes) if self.clinician_note else ""

    @property
    def staff_only(self) -> bool:
        return self.audience != "client" or self.use == "in-session"
