"""A packet: sheets and articles in the order in which they are handed out, as one file in packets/ says."""

import re
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_serializer, model_validator

from psychoed.model.base import EarlierNames, Id, Line, Model, PagePath, Prose, Published
from psychoed.model.belonging import RoleId
from psychoed.model.blocks.base import Answer, Word
from psychoed.model.worksheet import Review

SHEET_PAGE = re.compile(r"worksheets/([a-z0-9-]+)\.md")
By = Literal["day-1", "week-1", "month-1"]


class Item(Model):
    """A worksheet, an article, or a few words between them: just one of the three."""

    worksheet: Id | None = None
    """The id of a worksheet: its file's name without .yml."""
    article: PagePath | None = None
    """The path of an article from content/, such as parts/protectors.md."""
    note: Prose | None = None
    """Words that stand between two items."""
    why: Line | None = None
    """Why it is in this packet, in a sentence."""
    when: Line | None = None
    """When to read it or fill it in, such as “The evening before.”"""
    by: By | None = None
    """For staff: day-1, week-1 or month-1, by which it is to be read."""

    @model_validator(mode="after")
    def is_one_thing(self) -> Self:
        named = [name for name in ("worksheet", "article", "note") if getattr(self, name) is not None]
        if len(named) != 1:
            said = " and ".join(named) or "neither a worksheet nor an article nor a note"
            raise ValueError(f"an item holds {said}|write just one of `worksheet`, `article` and `note`")
        if self.article and (sheet := SHEET_PAGE.fullmatch(self.article)):
            raise ValueError(f"“{self.article}” is a worksheet|write `worksheet: {sheet[1]}`")
        if self.note and (self.why or self.when or self.by):
            raise ValueError("a note has a `why`, a `when` or a `by` of its own|write them into the note")
        return self

    @property
    def names(self) -> str:
        """Return the page it names, as a path from content/; empty for a note."""
        return f"worksheets/{self.worksheet}.md" if self.worksheet else self.article or ""


class Choosable(Model):
    """An answer to choose, and what is said to whoever chose it."""

    text: Line
    """The answer."""
    because: Line | None = None
    """Why it is right, or what speaks against it, in a sentence or two."""

    @model_serializer
    def as_written(self) -> str | dict[str, str]:
        """Return it as an author writes it, so that words alone have the version that they always had."""
        return {"text": self.text, "because": self.because} if self.because else self.text


def as_choosable(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


Choices = tuple[Annotated[Choosable, BeforeValidator(as_choosable, json_schema_input_type=str | Choosable)], ...]


class SelfCheck(Model):
    """A question on what was read, with its answer."""

    question: Line
    """What is asked."""
    options: Annotated[Choices, Field(min_length=2, max_length=6)]
    """What there is to choose from: each is its words, or `text:` with a `because:` of its own."""
    right: Annotated[int, Field(ge=1, le=6)]
    """Which option is right, counted from 1."""
    because: Line | None = None
    """Why, in a sentence or two; shown after answering, and printed on the last page. Options may say it each for itself."""

    @model_validator(mode="after")
    def right_is_an_option(self) -> Self:
        if self.right > len(self.options):
            raise ValueError(f"option {self.right} is said to be right, and there are {len(self.options)}|count from 1")
        if not self.why:
            raise ValueError("the question does not say why|add `because`, or give the right option one")
        return self

    @property
    def why(self) -> str | None:
        """Return what is said of the right answer."""
        return self.options[self.right - 1].because or self.because


class Packet(Published):
    """The file's name without .yml is the packet's id, its address and its PDFs' name."""

    title: Annotated[Line, Field(max_length=70)]
    """The name of the packet, as its reader would say it."""
    summary: Annotated[Line, Field(max_length=220)]
    """One or two short sentences: what is in it."""
    for_: Annotated[Line, Field(max_length=160)] = Field(alias="for")
    """For whom it is."""
    when: Annotated[Line, Field(max_length=160)]
    """When to use it."""
    audience: Literal["client", "staff"] = "client"
    """`staff` for reading paths of the team: only the staff edition has them."""
    role: RoleId | None = None
    """For staff, whose it is: an id of data/roles.yml."""
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=40)]
    """What is in it, in order."""
    questions: Annotated[tuple[SelfCheck, ...], Field(max_length=20)] = ()
    """For staff: questions to check oneself by."""
    moved_from: EarlierNames = ()
    """Names that this packet had, as paths from content/: whoever follows a printed code to one of them is led here."""
    review: Review = Review()
    """The clinician's review."""

    @model_validator(mode="after")
    def is_whole(self) -> Self:
        if self.staff_only and not self.role:
            raise ValueError("a reading path does not say whose it is|add `role`, such as role: front-desk")
        if not any(item.names for item in self.items):
            raise ValueError("the packet holds only notes|add a `worksheet` or an `article`")
        return self

    @property
    def staff_only(self) -> bool:
        return self.audience == "staff"

    def header(self) -> tuple[Answer, ...]:
        """Return the lines for a name and a date on the cover; both may stay empty."""
        return tuple(Answer(key, f"packet-{key}", (Word(key),)) for key in ("person", "date"))

    def sign_off(self) -> tuple[Answer, ...]:
        """Return, for staff, a day and initials for each item, then name, signature and date."""
        if not self.staff_only:
            return ()
        read = [
            Answer(f"{n}-{key}", f"sign-off-{n}-{key}", (str(n), Word(key)))
            for n, item in enumerate([item for item in self.items if item.names], 1)
            for key in ("date", "initials")
        ]
        person, date = (Answer(key, f"sign-off-{key}", (Word(key),)) for key in ("person", "date"))
        return (*read, person, Answer("signature", "sign-off-signature", (Word("signature"),), "signature"), date)
