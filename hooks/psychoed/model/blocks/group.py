"""A group: any blocks under a heading, kept together, and repeated for several entries."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from psychoed.model.base import Id, Name
from psychoed.model.blocks.base import Answer, Block, Word

if TYPE_CHECKING:
    Groupable = Block  # model/kinds.py says which, when it has read all others


class Group(Block):
    """Blocks that belong together, once or several times over."""

    may_be_grouped: ClassVar[bool] = False
    type: Literal["group"]
    entry: Name | None = None
    """What one entry is called, such as “Moment”; it is numbered where it repeats."""
    repeat: Annotated[int, Field(ge=1, le=14)] = 1
    """How many entries. The answers' names then end in the number of their entry."""
    dated: bool = False
    """Asks for the date of each entry."""
    id: Id | None = None
    """Names the dates; needed only where `dated` is true."""
    blocks: Annotated[tuple["Groupable", ...], Field(min_length=1, max_length=12)]
    """The blocks of one entry."""

    @model_validator(mode="after")
    def fits_together(self) -> Self:
        if self.dated and not self.id:
            raise ValueError("a dated group has no name for its dates|give it an `id`")
        if self.repeat > 1 and not self.entry:
            raise ValueError("a repeated group does not say what an entry is called|add `entry`, such as entry: Moment")
        return self

    def numbers(self) -> range:
        return range(1, self.repeat + 1)

    def date_of(self, number: int) -> Answer | None:
        if not (self.dated and self.id):
            return None
        return Answer(str(number), f"{self.id}-{number}", (f"{self.entry or ''} {number}".strip(), Word("date")))

    def entry_blocks(self, number: int) -> tuple[Block, ...]:
        """Return the blocks of one entry, with its number in each id where the group repeats."""
        if self.repeat == 1:
            return self.blocks
        return tuple(
            block.model_copy(update={"id": f"{name}-{number}"}) if (name := getattr(block, "id", None)) else block
            for block in self.blocks
        )

    def answers_of_blocks(self) -> Iterator[tuple[int | None, Answer]]:
        """Return every answer with the number of the inner block that takes it; dates have none."""
        for number in self.numbers():
            if date := self.date_of(number):
                yield None, date
            entry = (f"{self.entry} {number}",) if self.repeat > 1 else ()
            for inner, block in enumerate(self.entry_blocks(number)):
                yield from ((inner, answer._replace(spoken=(*entry, *answer.spoken))) for answer in block.answers())

    def answers(self) -> tuple[Answer, ...]:
        return tuple(answer for _, answer in self.answers_of_blocks())
