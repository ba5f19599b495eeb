"""Drawn blocks that are lists in themselves: diagrams, roads and ladders, and the empty frame."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from psychoed.model.base import Name
from psychoed.model.blocks.base import Answer, Word
from psychoed.model.blocks.drawing import Drawn

BoxName = Annotated[Name, Field(max_length=50)]
ArrowName = Annotated[Name, Field(max_length=24)]
StepName = Annotated[Name, Field(max_length=50)]


class Diagram(Drawn):
    """Boxes to write in, joined by arrows."""

    type: Literal["diagram"]
    shape: Literal["cycle", "flow", "web"]
    """`cycle` goes round, `flow` goes down the page, `web` joins every box to one in the middle."""
    boxes: Annotated[tuple[BoxName, ...], Field(min_length=2, max_length=8)]
    """What to write in each box, in a few words."""
    arrows: Annotated[tuple[ArrowName, ...], Field(max_length=8)] = ()
    """A word or two on each arrow, in order; in a web, on the line to each box."""
    middle: BoxName | None = None
    """For a web: what to write in the middle."""
    lines: Annotated[int, Field(ge=1, le=3)] = 2
    """Lines in each box."""

    @model_validator(mode="after")
    def middle_of_a_web(self) -> Self:
        if self.shape == "web" and not self.middle:
            raise ValueError("a web has no middle|name the box in its middle, such as middle: Me")
        if self.shape != "web" and self.middle:
            raise ValueError(f"a {self.shape} has no middle|take `middle` out, or write shape: web")
        return self

    @model_validator(mode="after")
    def a_word_on_each_arrow(self) -> Self:
        arrows = len(self.boxes) - (self.shape == "flow")
        if self.arrows and len(self.arrows) != arrows:
            what = (
                f"`arrows` has words for {len(self.arrows)}, and a {self.shape} of {len(self.boxes)} boxes has {arrows}"
            )
            raise ValueError(f"{what}|write a word or two for each arrow, or take `arrows` out")
        return self

    def names(self) -> dict[str, str]:
        middle = {"middle": self.middle} if self.middle else {}
        boxes = {str(n): name for n, name in enumerate(self.boxes, 1)}
        return middle | boxes | {f"arrow-{n}": name for n, name in enumerate(self.arrows, 1)}

    def answers(self) -> tuple[Answer, ...]:
        return tuple(
            self.answer(key, name, kind="lines") for key, name in self.names().items() if not key.startswith("arrow-")
        )

    def sentence(self) -> str:
        return self.shape

    def facts(self) -> dict[str, str]:
        told = dict(enumerate(self.arrows))
        names = [f"{name} ({told[n]})" if n in told else name for n, name in enumerate(self.boxes)]
        return {"n": str(len(self.boxes)), "names": "; ".join(names), "middle": self.middle or ""}


class Ladder(Drawn):
    """Bands from top to bottom beside a ladder or a thermometer, each with room to write."""

    type: Literal["ladder"]
    style: Literal["steps", "thermometer"] = "steps"
    """A ladder, or a thermometer that the reader may color in."""
    bands: Annotated[tuple[StepName, ...], Field(min_length=2, max_length=8)]
    """Their names, from the top down."""
    lines: Annotated[int, Field(ge=1, le=6)] = 2
    """Lines beside each band."""

    def names(self) -> dict[str, str]:
        return {str(n): band for n, band in enumerate(self.bands, 1)}

    def answers(self) -> tuple[Answer, ...]:
        return tuple(self.answer(n, band, kind="lines") for n, band in self.names().items())

    def sentence(self) -> str:
        return "thermometer" if self.style == "thermometer" else "ladder"


class Timeline(Drawn):
    """A road with signposts, from the start to now, and room to write at each."""

    type: Literal["timeline"]
    signs: Annotated[tuple[StepName, ...], Field(min_length=2, max_length=6)]
    """What stands on the signposts, from the start of the road."""
    asks: Annotated[tuple[Name, ...], Field(max_length=4)] = ()
    """What is asked at each sign; without it each has one space."""
    lines: Annotated[int, Field(ge=1, le=6)] = 2
    """Lines for each answer."""

    def names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for s, sign in enumerate(self.signs, 1):
            names |= {str(s): sign} | {f"{s}-{a}": ask for a, ask in enumerate(self.asks, 1)}
        return names

    def answers(self) -> tuple[Answer, ...]:
        signs = enumerate(self.signs, 1)
        if not self.asks:
            return tuple(self.answer(str(s), sign, kind="lines") for s, sign in signs)
        return tuple(
            self.answer(f"{s}-{a}", sign, ask, kind="lines") for s, sign in signs for a, ask in enumerate(self.asks, 1)
        )

    def facts(self) -> dict[str, str]:
        return {"n": str(len(self.signs)), "names": "; ".join(self.signs)}


class Draw(Drawn):
    """An empty frame to draw in, and a line to say it in words."""

    type: Literal["draw"]
    height: Annotated[int, Field(ge=30, le=180)] = 80
    """How high the frame is on paper, in millimeters. A page of words and lines is about 230."""

    def answers(self) -> tuple[Answer, ...]:
        return (self.answer("", Word("in_words"), kind="lines"),)
