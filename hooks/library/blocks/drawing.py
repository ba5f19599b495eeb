"""Drawn blocks: what is said of each drawing and which answers stand in it; hooks/views/drawings/ draws them."""

from typing import Annotated, Literal

from pydantic import Field

from library.blocks.base import Answer, Question
from library.model import Line, Name


class Drawn(Question):
    """A question with a drawing to write in, by hand or in its fields."""

    alt: Line | None = None
    """Says the drawing to somebody who does not see it. Left out, it is said from the block's own names."""

    def names(self) -> dict[str, str]:
        """The words that stand in the drawing, by the name of their place; may hold Words.

        Those of the place `1` are read before the answer `1`, or the answers `1-1`, `1-2`, …
        """
        return {}

    def sentence(self) -> str:
        """Which of the sentences under `drawn` in data/strings.<language>.yml says the drawing."""
        return str(getattr(self, "type", ""))

    def facts(self) -> dict[str, str]:
        """What that sentence holds in {braces}, besides {n} and {names}; may hold Words."""
        return {}


class Rings(Drawn):
    """Circles, one inside the other."""

    type: Literal["rings"]
    rings: Annotated[tuple[Name, ...], Field(min_length=2, max_length=4)]
    """Their names, from the outside in."""

    def names(self) -> dict[str, str]:
        return {str(n): name for n, name in enumerate(self.rings, 1)}

    def answers(self) -> tuple[Answer, ...]:
        return tuple(self.answer(n, name, kind="lines") for n, name in self.names().items())
