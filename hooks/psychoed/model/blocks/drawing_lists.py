"""Drawn blocks that are lists in themselves: roads and ladders, and the empty frame."""

from typing import Annotated, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator

from psychoed.model.base import Name
from psychoed.model.blocks.base import Answer, Word, number_or_names, numbered
from psychoed.model.blocks.drawing import Drawn, LegendMark, Short

StepName = Annotated[Name, Field(max_length=50)]


class Ladder(Drawn):
    """Bands from top to bottom beside a ladder or a thermometer, each with room to write."""

    type: Literal["ladder"]
    style: Literal["steps", "thermometer"] = "steps"
    """A ladder, or a thermometer that the reader may color in."""
    bands: Annotated[
        Annotated[int, Field(ge=2, le=12), Tag("number")]
        | Annotated[tuple[StepName, ...], Field(min_length=2, max_length=12), Tag("names")],
        Discriminator(number_or_names),
    ]
    """Their names, from the top down; or how many there are, where they have none."""
    number: Short | None = None
    """Adds a number beside each band, and says what it is, such as “Fear, 0 to 100”. On screen the bands can be put in its order."""
    lines: Annotated[int, Field(ge=1, le=6)] = 2
    """Lines beside each band."""

    def names(self) -> dict[str, str]:
        head = {"number": self.number} if self.number else {}
        return head | {str(n): band for n, band in enumerate(self.band_names, 1)}

    @property
    def band_names(self) -> tuple[str, ...]:
        return numbered(self.bands) if isinstance(self.bands, int) else self.bands

    def facts(self) -> dict[str, str]:
        return {"n": str(len(self.band_names)), "names": "; ".join(self.band_names)}

    def answers(self) -> tuple[Answer, ...]:
        return tuple(answer for n, band in enumerate(self.band_names, 1) for answer in self.of_band(str(n), band))

    def of_band(self, n: str, band: str) -> tuple[Answer, ...]:
        words = self.answer(n, band, kind="lines")
        return (words, self.answer(f"{n}-number", band, self.number, numbers=())) if self.number else (words,)

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
    """How high the frame is on paper, in millimeters. A page of words and lines is about 230. Where a page holds a little less, the frame is a little lower."""
    frame: Literal["box", "circle", "bucket", "iceberg", "line"] = "box"
    """What is drawn to begin with: an empty box, a circle with a mark at each twentieth, a bucket, an iceberg, or a line through a life."""
    rows: Annotated[tuple[Short, ...], Field(max_length=4)] = ()
    """Parts the frame into rows, such as generations, each with its name and a line to say it in words; two to four."""
    legend: Annotated[tuple[LegendMark, ...], Field(max_length=10)] = ()
    """What signs stand for. Each is its text, or `text:` with a `sign:`, such as square, circle or broken-line."""

    @model_validator(mode="after")
    def rows_of_a_box(self) -> Self:
        if len(self.rows) == 1:
            raise ValueError("the frame has one row|write two to four, or take `rows` out")
        if self.rows and self.frame != "box":
            raise ValueError(f"only an empty box has rows|take `rows` or `frame: {self.frame}` out")
        return self

    def names(self) -> dict[str, str]:
        return {str(n): row for n, row in enumerate(self.rows, 1)}

    def answers(self) -> tuple[Answer, ...]:
        rows = tuple(self.answer(n, row, Word("in_words"), kind="lines") for n, row in self.names().items())
        return rows or (self.answer("", Word("in_words"), kind="lines"),)

    def sentence(self) -> str:
        return "rows" if self.rows else self.type if self.frame == "box" else f"draw_{self.frame}"
