"""A diagram: boxes to write in, joined by arrows, as a cycle, a flow or a web around a middle."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from psychoed.model.base import Name
from psychoed.model.blocks.base import Answer
from psychoed.model.blocks.drawing import Drawn

BoxName = Annotated[Name, Field(max_length=50)]
ArrowName = Annotated[Name, Field(max_length=24)]


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
