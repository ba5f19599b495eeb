"""Numbers that are worked out from answers: on paper by hand, on screen by the page."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from psychoed.model.base import Line, Model, Name, Number
from psychoed.model.blocks.base import Answer, Question, Worked, Working

AnswerNames = Annotated[str, StringConstraints(pattern=r"^[a-z0-9*]+(-[a-z0-9*]+)*$", max_length=80)]
"""The name of an answer, with * for any number."""


class Part(Model):
    """Answers that a result is made of."""

    answer: AnswerNames
    """An `id`, for all answers of a block, or the name of an answer. A star stands for any number: log-*-2 is the second column of “log”."""
    times: Number = 1
    """What it is multiplied by."""


def as_part(value: Any) -> Any:
    return {"answer": value} if isinstance(value, str) else value


class Band(Model):
    """What some results mean."""

    from_: Number = Field(alias="from")
    """The lowest of them."""
    to: Number
    """The highest of them."""
    text: Line
    """What it means, such as “Talk to us this week.”"""


class Result(Question):
    """A number worked out from other answers: a line to write it on paper; on screen the page does the sum."""

    type: Literal["result"]
    how: Working = "total"
    """total, average, count (how many have an answer or a tick), difference (the second less the first), or quotient (the first divided by the second; with times: 100 a percentage)."""
    of: Annotated[
        tuple[Annotated[Part, BeforeValidator(as_part, json_schema_input_type=str | Part)], ...],
        Field(min_length=1, max_length=40),
    ]
    """What it is made of: ids of blocks, or names of answers. Each may be `answer:` with `times:`, for what counts more."""
    times: Number = 1
    """What the whole is multiplied by, such as 4 for a score out of 100."""
    unit: Name | None = None
    """Printed after the line, such as “of 27”."""
    bands: Annotated[tuple[Band, ...], Field(max_length=8)] = ()
    """What it means, from the lowest up: each has `from`, `to` and `text`. On screen, one is marked when nothing is left out."""

    @model_validator(mode="after")
    def fits_together(self) -> Self:
        if self.how in ("difference", "quotient") and len(self.of) != 2:
            what = f"a {self.how} has two parts, and `of` names {len(self.of)}"
            raise ValueError(f"{what}|write the first, then the second")
        for band in self.bands:
            if band.to < band.from_:
                raise ValueError(f"a band runs from {band.from_} to {band.to}|write the lower number under `from`")
        for low, high in pairwise(self.bands):
            if high.from_ <= low.to or high.from_ > low.to + 1:
                what = f"after the band up to {low.to} comes one from {high.from_}"
                raise ValueError(f"{what}|begin each band where the one before it ends, the lowest first")
        return self

    def answers(self) -> tuple[Answer, ...]:
        parts = tuple((part.answer, part.times) for part in self.of)
        worked = Worked(self.how, parts, self.times, whole=bool(self.bands) or self.how == "difference")
        about = (self.unit,) if self.unit else ()
        return (self.answer("", *about, numbers=(), worked=worked),)

    def in_entry(self, number: int | str, ids: Sequence[str]) -> Self:
        """Return it with what it is made of: that of the same entry, where the entry has it."""
        of = tuple(part.model_copy(update={"answer": in_same_entry(part.answer, number, ids)}) for part in self.of)
        return super().in_entry(number, ids).model_copy(update={"of": of})


def in_same_entry(name: str, number: int | str, ids: Sequence[str]) -> str:
    """Return the name of an answer as one entry has it: log-2 as log-<number>-2 where `log` is one of its ids."""
    own = [id_ for id_ in ids if name == id_ or name.startswith(f"{id_}-")]
    id_ = max(own, key=len, default="")
    return f"{id_}-{number}{name.removeprefix(id_)}" if id_ else name
