"""Blocks in which somebody is spoken to: a letter, and a talk in turns."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from psychoed.model.base import Line, Name
from psychoed.model.blocks.base import Answer, Question


class Letter(Question):
    """A letter with a greeting, unfinished sentences or free lines, and a close."""

    type: Literal["letter"]
    greeting: Name
    """How it begins, such as “Dear part of me that”; a line to finish it follows."""
    stems: Annotated[tuple[Line, ...], Field(max_length=10)] = ()
    """How each of its sentences begins; end it with …. Without them the letter has free lines."""
    lines: Annotated[int, Field(ge=1, le=14)] = 2
    """Lines under each sentence or, where there are no `stems`, of the whole letter."""
    close: Name
    """How it ends, such as “With care,”; a line for the name follows."""

    def answers(self) -> tuple[Answer, ...]:
        stems = tuple(self.answer(str(n), stem, kind="lines") for n, stem in enumerate(self.stems, 1))
        middle = stems or (self.answer("text", kind="lines"),)
        return (self.answer("to", self.greeting), *middle, self.answer("from", self.close))


class Dialogue(Question):
    """Turns between two speakers, one after the other."""

    type: Literal["dialogue"]
    speakers: Annotated[tuple[Name, ...], Field(min_length=2, max_length=2)]
    """Who speaks: first the one who begins."""
    turns: Annotated[int, Field(ge=1, le=10)] = 3
    """How often each of them speaks."""
    lines: Annotated[int, Field(ge=1, le=10)] = 2
    """Lines for each turn."""
    starts: tuple[Line, ...] = ()
    """Opening words of the first turns, as they follow each other: first speaker, second, first and so on."""

    @model_validator(mode="after")
    def fits_together(self) -> Self:
        first, second = self.speakers
        if first == second:
            raise ValueError(f"both speakers are called “{first}”|give each a name of its own")
        if len(self.starts) > 2 * self.turns:
            raise ValueError(
                f"`starts` opens {len(self.starts)} turns, and there are {2 * self.turns}|take some out, or write more `turns`"
            )
        return self

    def answers(self) -> tuple[Answer, ...]:
        spoken = [(turn, k) for turn in range(1, self.turns + 1) for k in (1, 2)]
        return tuple(
            self.answer(f"{turn}-{k}", self.speakers[k - 1], str(turn), *self.starts[n : n + 1], kind="lines")
            for n, (turn, k) in enumerate(spoken)
        )
