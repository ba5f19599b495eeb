"""Blocks to read, and blocks that shape the page."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from psychoed.model.base import Id, Line, Model, Prose
from psychoed.model.blocks.base import Answer, Block


class Text(Block):
    """Words to read."""

    type: Literal["text"]
    text: Prose
    """Paragraphs, emphasis, links and lists, as in Markdown."""
    tone: Literal["plain", "note"] = "plain"
    """`note` sets the words apart with a bar at the side."""


class Filled(Model):
    """A prompt with the answer that somebody might give."""

    prompt: Line
    """The question, or the start of a sentence."""
    answer: Line
    """A sample answer, short and ordinary."""


class Example(Block):
    """A filled-in sample, for somebody who has not done this before."""

    type: Literal["example"]
    text: Line | None = None
    """What the sample is about."""
    filled: Annotated[tuple[Filled, ...], Field(min_length=1, max_length=8)]
    """Prompts with their sample answers."""


class Pause(Block):
    """The stop rule, grounding and the clinic's help lines: the same words on every sheet.

    It is whole where a sheet asks first whether today is a good day for it, belongs to a session with medicine or to safety, or
    names a danger; elsewhere it is a band of a few lines.
    """

    may_be_grouped: ClassVar[bool] = False
    type: Literal["pause"]


class Break(Block):
    """Where pages part, or must not."""

    may_be_grouped: ClassVar[bool] = False
    type: Literal["break"]
    how: Literal["page", "keep", "lines"] = "page"
    """`page` starts a new page, `keep` holds the blocks before and after on one page, `lines` rules the rest of the page to write on."""
    id: Id | None = None
    """For `lines`, which is an answer: its name."""
    text: Line | None = None
    """For `lines`: what to write there."""

    @model_validator(mode="after")
    def lines_are_an_answer(self) -> Self:
        if self.how == "lines" and not (self.id and self.text):
            raise ValueError("a break that rules lines takes an answer|give it an `id` and a `text`")
        if self.how != "lines" and (self.id or self.text):
            raise ValueError(
                f"a break with how: {self.how} has no answer|take out `id` and `text`, or write how: lines"
            )
        return self

    def answers(self) -> tuple[Answer, ...]:
        return (Answer("", self.id, (self.text,), "lines"),) if self.id and self.text else ()
