"""Blocks to tick, choose and rate."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from psychoed.model.base import Line, Name, Number
from psychoed.model.blocks.base import Answer, Question, Word, Worked, check_values, counted, numbered

Columns = Annotated[int, Field(ge=1, le=4)]
Options = Annotated[tuple[Line, ...], Field(min_length=1, max_length=30)]
Values = Annotated[tuple[Number, ...], Field(max_length=30)]


class Checklist(Question):
    """Tick any."""

    type: Literal["checklist"]
    options: Options
    """What may be ticked."""
    values: Values = ()
    """What each option counts in a `result`, in the same order; 1 each, where it is left out. Printed after the option."""
    columns: Columns = 1
    """In how many columns, on paper and on a wide screen."""
    other: bool = False
    """Adds “Other” with a line to write on."""

    @model_validator(mode="after")
    def each_has_a_value(self) -> Self:
        check_values(self.options, self.values)
        return self

    def answers(self) -> tuple[Answer, ...]:
        worth = self.values or (1,) * len(self.options)
        ticks = tuple(
            self.answer(str(n), option, kind="tick", numbers=(number,))
            for n, (option, number) in enumerate(zip(self.options, worth, strict=True), 1)
        )
        return ticks + ((self.answer("other", Word("other")),) if self.other else ())


class Choice(Question):
    """Tick one."""

    type: Literal["choice"]
    options: Options
    """What there is to choose from."""
    values: Values = ()
    """What each option counts in a `result`, such as values: [0, 1, 2, 3]. Left out, it is the number in its words."""
    columns: Columns = 1
    """In how many columns, on paper and on a wide screen."""
    other: bool = False
    """Adds “Other” with a line to write on."""

    @model_validator(mode="after")
    def each_has_a_value(self) -> Self:
        check_values(self.options, self.values)
        return self

    def answers(self) -> tuple[Answer, ...]:
        numbers = counted(self.options, self.values)
        one = self.answer("", kind="one", values=numbered(len(self.options)), numbers=numbers)
        return (one,) + ((self.answer("other", Word("other")),) if self.other else ())


class Words(Question):
    """A bank of words to circle: tick any."""

    type: Literal["words"]
    words: Annotated[tuple[Name, ...], Field(min_length=2, max_length=80)]
    """The words, in the order in which they are read."""
    columns: Annotated[int, Field(ge=1, le=6)] = 4
    """In how many columns on paper, at most: long words take fewer."""
    other: bool = False
    """Adds “Other” with a line to write on."""

    def answers(self) -> tuple[Answer, ...]:
        ticks = tuple(self.answer(str(n), word, kind="tick", numbers=(1,)) for n, word in enumerate(self.words, 1))
        return ticks + ((self.answer("other", Word("other")),) if self.other else ())


class Rated(Question):
    """A range of numbers with words at its ends."""

    from_: int = Field(default=0, ge=-100, le=1000, alias="from")
    """The lowest number."""
    to: Annotated[int, Field(ge=-100, le=1000)] = 10
    """The highest number."""
    step: Annotated[int, Field(ge=1, le=100)] = 1
    """From one number to the next."""
    low: Name | None = None
    """What the lowest number means."""
    middle: Name | None = None
    """What the middle means."""
    high: Name | None = None
    """What the highest number means."""

    @model_validator(mode="after")
    def steps_fit(self) -> Self:
        if self.to <= self.from_:
            raise ValueError(f"the scale runs from {self.from_} to {self.to}|write the lower number under `from`")
        if (self.to - self.from_) % self.step:
            raise ValueError(
                f"steps of {self.step} do not lead from {self.from_} to {self.to}|choose a step that divides the range"
            )
        if len(self.points()) > 21:
            raise ValueError(f"the scale has {len(self.points())} points|write a larger `step`, for at most 21 points")
        return self

    def points(self) -> tuple[str, ...]:
        return tuple(str(point) for point in range(self.from_, self.to + 1, self.step))

    def rating(self, key: str, *about: str) -> Answer:
        """Return an answer that is one of the points, each of which counts as its number."""
        points = self.points()
        return self.answer(key, *about, kind="one", values=points, numbers=tuple(map(float, points)))


class Scale(Rated):
    """One number from a range, unanswered until it is answered."""

    type: Literal["scale"]

    def answers(self) -> tuple[Answer, ...]:
        return (self.rating(""),)


class BeforeAfter(Rated):
    """The same scale twice, with the difference."""

    type: Literal["before-after"]

    def answers(self) -> tuple[Answer, ...]:
        twice = tuple(self.rating(when, Word(when)) for when in ("before", "after"))
        worked = Worked("difference", tuple((one.name, 1) for one in twice))
        return (*twice, self.answer("difference", Word("difference"), numbers=(), worked=worked))
