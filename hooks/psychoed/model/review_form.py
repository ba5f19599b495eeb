"""The form at the end of a review packet, as it comes back: whose it is, when, and what is said of each page."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from psychoed.model.base import Model


def nothing_as_empty(value: object) -> object:
    return "" if value is None else value


FilledIn = Annotated[str, BeforeValidator(nothing_as_empty), Field(max_length=4000)]
"""What somebody may have written, or left out."""
Answered = Literal["", "agreed", "agreed with changes", "not agreed"]


class PageAnswer(Model):
    """What the form says of one page."""

    page: FilledIn
    """Its path from content/; a worksheet's is worksheets/<id>.md."""
    title: FilledIn = ""
    """Its title, for who fills in the form."""
    version: FilledIn
    """The text that was read: the form is refused for a page that has changed since."""
    answer: Annotated[Answered, BeforeValidator(nothing_as_empty)] = ""
    """agreed, agreed with changes, or not agreed."""
    remarks: FilledIn = ""
    """What to change, or anything else."""


class ReviewForm(Model):
    """The whole form. Nothing counts as reviewed without a name, a role, a day and a signature."""

    name: FilledIn = ""
    """Who read it."""
    role: FilledIn = ""
    """Their profession or license."""
    date: FilledIn = ""
    """The day of the review, as 2026-11-30."""
    signature: FilledIn = ""
    """Their name once more, which stands for a signature."""
    pages: Annotated[tuple[PageAnswer, ...], Field(max_length=2000)]
    """What is said of each page."""

    @property
    def reviewer(self) -> str:
        return f"{one_line(self.name)}, {one_line(self.role)}"


def one_line(text: str) -> str:
    return " ".join(text.split())
