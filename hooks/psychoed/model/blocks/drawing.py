"""Drawn blocks: what is said of each drawing and which answers stand in it; views/drawings/ draws them."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from psychoed.model.base import Line, Model, Name, with_text
from psychoed.model.blocks.base import Answer, Question, Word, numbered

Short = Annotated[Name, Field(max_length=40)]
"""A few words, which a drawing has room for."""
SignName = Literal[
    "sun", "cloud", "wind", "storm", "fog", "ice", "dot", "cross", "wave", "star",
    "square", "circle", "diamond", "triangle", "line", "broken-line", "double-line", "zigzag", "cut-line", "arrow",
]  # fmt: skip


class Drawn(Question):
    """A question with a drawing to write in, by hand or in its fields."""

    alt: Line | None = None
    """Says the drawing to somebody who does not see it. Left out, it is said from the block's own names."""

    def names(self) -> dict[str, str]:
        """Return the words that stand in the drawing, by the name of their place; may hold Words.

        Those of the place `1` are read before the answer `1`, or the answers `1-1`, `1-2`, …
        """
        return {}

    def sentence(self) -> str:
        """Return which of the sentences under `drawn` in data/strings.<language>.yml says the drawing."""
        return str(getattr(self, "type", ""))

    def said_at(self, value: str) -> str:
        """Return what stands in a point to tick: its number, or a name as short as one."""
        return value

    def facts(self) -> dict[str, str]:
        """Return what that sentence holds in {braces}, besides {n} and {names}; may hold Words."""
        return {}


class Rings(Drawn):
    """Circles, one inside the other; with sectors, a target with a mark to set in each."""

    type: Literal["rings"]
    rings: Annotated[tuple[Short, ...], Field(min_length=2, max_length=7)]
    """Their names, from the outside in; without sectors at most four, which together have at most 90 letters."""
    sectors: Annotated[tuple[Annotated[Name, Field(max_length=30)], ...], Field(max_length=5)] = ()
    """Parts the rings like a target, two to five names clockwise from the top; each is rated by one of the rings."""

    @model_validator(mode="after")
    def names_fit(self) -> Self:
        if len(self.sectors) == 1:
            raise ValueError("the target has one sector|write two to five, or take `sectors` out")
        if self.sectors:
            return self
        if len(self.rings) > 4:
            what = f"{len(self.rings)} rings leave no room to write in each"
            raise ValueError(f"{what}|write four at most, or add `sectors` for a target with a mark to set in each")
        if (letters := sum(len(name) for name in self.rings)) > 90:
            raise ValueError(f"the names of the rings have {letters} letters together|shorten them to 90 at most")
        return self

    def names(self) -> dict[str, str]:
        sectors = {str(n): name for n, name in enumerate(self.sectors, 1)}
        numbers = {f"number-{n}": n for n in sectors}
        return sectors | numbers or {str(n): name for n, name in enumerate(self.rings, 1)}

    def answers(self) -> tuple[Answer, ...]:
        if not self.sectors:
            return tuple(self.answer(str(n), name, kind="lines") for n, name in enumerate(self.rings, 1))
        values = numbered(len(self.rings))
        return tuple(self.answer(str(n), name, kind="one", values=values) for n, name in enumerate(self.sectors, 1))

    @property
    def names_in_points(self) -> bool:
        """Return True if the names of the rings are numbers or letters, which stand in the points themselves."""
        return all(len(ring) <= 2 for ring in self.rings)

    def said_at(self, value: str) -> str:
        return self.rings[int(value) - 1] if self.names_in_points else value

    def sentence(self) -> str:
        return "target" if self.sectors else "rings"

    def facts(self) -> dict[str, str]:
        return {"n": str(len(self.rings)), "names": "; ".join(self.rings), "sectors": "; ".join(self.sectors)}


class Map(Drawn):
    """The Self in the middle, like a sun, with bubbles for parts around it."""

    type: Literal["map"]
    middle: Annotated[Name, Field(max_length=24)]
    """What stands in the middle, such as “Me, noticing”."""
    parts: Annotated[int, Field(ge=2, le=8)] = 6
    """How many bubbles."""
    shapes: Annotated[tuple[Literal["round", "square", "cloud"], ...], Field(min_length=1, max_length=8)] = ("round",)
    """The shapes of the bubbles, taken in turn."""

    def numbers(self) -> range:
        return range(1, self.parts + 1)

    def names(self) -> dict[str, str]:
        return {"middle": self.middle} | {str(n): str(n) for n in self.numbers()}

    def facts(self) -> dict[str, str]:
        return {"n": str(self.parts), "middle": self.middle}

    def answers(self) -> tuple[Answer, ...]:
        return tuple(self.answer(str(n), Word("part", n), kind="lines") for n in self.numbers())


class Wheel(Drawn):
    """Sectors of a wheel, each rated from the middle to the rim."""

    type: Literal["wheel"]
    sectors: Annotated[tuple[Annotated[Name, Field(max_length=30)], ...], Field(min_length=3, max_length=10)]
    """What is rated, clockwise from the top."""
    from_: int = Field(default=0, ge=0, le=90, alias="from")
    """The number in the middle."""
    to: Annotated[int, Field(ge=1, le=100)] = 10
    """The number at the rim, at most ten steps further."""
    low: Short | None = None
    """What the number in the middle means."""
    high: Short | None = None
    """What the number at the rim means."""

    @model_validator(mode="after")
    def steps_fit(self) -> Self:
        if self.to <= self.from_:
            raise ValueError(f"the wheel runs from {self.from_} to {self.to}|write the lower number under `from`")
        if self.to - self.from_ > 10:
            raise ValueError(
                f"the wheel has {self.to - self.from_} steps|write a `to` of at most {self.from_ + 10}, for ten steps"
            )
        return self

    def points(self) -> tuple[str, ...]:
        return tuple(str(point) for point in range(self.from_, self.to + 1))

    def names(self) -> dict[str, str]:
        """Name a sector by its words and, where those have no room, by its number."""
        sectors = {str(n): name for n, name in enumerate(self.sectors, 1)}
        return sectors | {f"number-{n}": n for n in sectors} | self.ends()

    def ends(self) -> dict[str, str]:
        return {"from": str(self.from_), "to": str(self.to)}

    def facts(self) -> dict[str, str]:
        return {"n": str(len(self.sectors)), "names": "; ".join(self.sectors)} | self.ends()

    def answers(self) -> tuple[Answer, ...]:
        return tuple(
            self.answer(str(n), name, kind="one", values=self.points(), numbers=tuple(map(float, self.points())))
            for n, name in enumerate(self.sectors, 1)
        )


class Mark(Model):
    """One line of the legend of a body: what is marked, and with which sign."""

    text: Short
    """What is noticed, such as “Tight” or “Numb”."""
    sign: SignName | None = None
    """A small drawing to mark it with, such as sun, storm, dot, cross, square, circle or broken-line."""


LegendMark = Annotated[Mark, BeforeValidator(with_text, json_schema_input_type=str | Mark)]


class Strength(Model):
    """How strong each mark is, on a scale."""

    from_: int = Field(default=0, ge=0, le=10, alias="from")
    """The lowest number."""
    to: Annotated[int, Field(ge=1, le=20)] = 10
    """The highest number, at most ten further."""
    low: Short | None = None
    """What the lowest number means."""
    high: Short | None = None
    """What the highest number means."""

    @model_validator(mode="after")
    def points_fit(self) -> Self:
        if not self.from_ < self.to <= self.from_ + 10:
            what = f"the strength of a mark runs from {self.from_} to {self.to}"
            raise ValueError(f"{what}|write the lower number under `from`, and a `to` of at most ten more")
        return self

    def points(self) -> tuple[str, ...]:
        return tuple(str(point) for point in range(self.from_, self.to + 1))


class Body(Drawn):
    """The outline of a person, to mark where something is noticed."""

    type: Literal["body"]
    views: Annotated[tuple[Literal["front", "back"], ...], Field(min_length=1, max_length=2)] = ("front", "back")
    """Seen from the front, the back or both."""
    legend: Annotated[tuple[LegendMark, ...], Field(min_length=1, max_length=8)]
    """What may be marked. Each is its text, or `text:` with a `sign:`; beside it is room to say where, in words."""
    strength: Strength | None = None
    """Asks how strong each mark is; its keys are `from`, `to`, `low` and `high`."""

    @model_validator(mode="after")
    def each_view_once(self) -> Self:
        if len(set(self.views)) < len(self.views):
            raise ValueError(f"the {self.views[0]} is drawn twice|write views: [front, back], or only one of them")
        return self

    def names(self) -> dict[str, str]:
        return {view: Word(view) for view in self.views}

    def answers(self) -> tuple[Answer, ...]:
        return tuple(answer for n, mark in enumerate(self.legend, 1) for answer in self.answers_of(n, mark))

    def answers_of(self, n: int, mark: Mark) -> Iterator[Answer]:
        """Yield where the mark is and, where that is asked, how strong."""
        if not self.strength:
            yield self.answer(str(n), mark.text, kind="lines")
            return
        yield self.answer(str(n), mark.text, Word("where"), kind="lines")
        yield self.answer(
            f"{n}-strength",
            mark.text,
            Word("strength"),
            kind="one",
            values=(points := self.strength.points()),
            numbers=tuple(map(float, points)),
        )
