"""Blocks that hold others: a group, which may repeat for several entries, and numbered steps."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from psychoed.model.base import Id, Line, Model, Name, Prose, with_text
from psychoed.model.blocks.base import Answer, Block, Word
from psychoed.reading.yaml.tree import Keys

if TYPE_CHECKING:
    Groupable = Block  # model/kinds.py says which, when it has read all others
    InStep = Block


ADDED = "{n}"
"""Stands for the number of an entry or a row that is added on the page."""


class Group(Block):
    """Blocks that belong together, once or several times over."""

    type: Literal["group"]
    entry: Name | None = None
    """What one entry is called, such as “Moment”; it is numbered where it repeats."""
    repeat: Annotated[int, Field(ge=1, le=31)] = 1
    """How many entries. The answers' names then end in the number of their entry."""
    copies: Annotated[int, Field(ge=1, le=31)] | None = None
    """How many of them are printed, and stand on the page at first; the others can be added on the page. Left out: all."""
    each: Literal["page"] | None = None
    """`page` begins every entry after the first on a printed page of its own."""
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
        if self.copies and self.copies > self.repeat:
            what = f"the group prints {self.copies} entries of {self.repeat}"
            raise ValueError(f"{what}|write at `repeat` how many there may be, and at `copies` how many are printed")
        for inner in self.blocks:
            if isinstance(inner, Group) and any(isinstance(block, Group) for block in inner.blocks):
                raise ValueError("groups stand three deep in each other|take the innermost one out")
            if isinstance(inner, Group) and (inner.copies or inner.each):
                raise ValueError(
                    "a group in another has `copies` or `each`|write them for the outer one, or take them out"
                )
        return self

    def numbers(self) -> range:
        """Return the numbers of the entries on paper, and on the page at first."""
        return range(1, (self.copies or self.repeat) + 1)

    @property
    def grows(self) -> bool:
        """Return True if entries can be added on the page."""
        return self.copies is not None and self.copies < self.repeat

    def date_of(self, number: int | str) -> Answer | None:
        if not (self.dated and self.id):
            return None
        return Answer(str(number), f"{self.id}-{number}", (f"{self.entry or ''} {number}".strip(), Word("date")))

    def entry_blocks(self, number: int | str) -> tuple[Block, ...]:
        """Return the blocks of one entry, with its number in each id where the group repeats."""
        if self.repeat == 1:
            return self.blocks
        return tuple(block.in_entry(number, self.ids_inside()) for block in self.blocks)

    def ids_inside(self) -> tuple[str, ...]:
        return tuple(id_ for block in self.blocks for id_ in block.answers_by_id())

    def named_answers(self) -> Iterator[tuple[Keys, Answer]]:
        for number in self.numbers():
            if date := self.date_of(number):
                yield ("id",), date
            entry = (f"{self.entry} {number}",) if self.repeat > 1 else ()
            for inner, block in enumerate(self.entry_blocks(number)):
                for keys, answer in block.named_answers():
                    yield ("blocks", inner, *keys), answer._replace(spoken=(*entry, *answer.spoken))

    def answers(self) -> tuple[Answer, ...]:
        return tuple(answer for _, answer in self.named_answers())

    def answers_by_id(self) -> dict[str, tuple[Answer, ...]]:
        """Return those of every entry under the plain id, and those of one entry under the id with its number."""
        every = {id_.removesuffix("-*"): answers for id_, answers in self.answers_of_entry("*").items()}
        numbers = (*self.numbers(), *((ADDED,) if self.grows else ()))
        return every | {id_: answers for n in numbers for id_, answers in self.answers_of_entry(n).items()}

    def answers_of_entry(self, number: int | str) -> dict[str, tuple[Answer, ...]]:
        inside = [block.answers_by_id() for block in self.entry_blocks(number)]
        return {id_: answers for found in inside for id_, answers in found.items()}

    def in_entry(self, number: int | str, ids: Sequence[str]) -> Self:
        blocks = tuple(block.in_entry(number, ids) for block in self.blocks)
        return self.model_copy(update={"blocks": blocks, **({"id": f"{self.id}-{number}"} if self.id else {})})


class Step(Model):
    """One numbered step."""

    text: Prose
    """What to do."""
    gate: Line | None = None
    """A condition to meet before going on, such as “Go on only if you feel steady.”"""
    blocks: Annotated[tuple["InStep", ...], Field(max_length=6)] = ()
    """Questions that belong to the step, as in a safety plan. They have no numbers of their own."""


class Steps(Block):
    """Numbered steps to do or say inwardly, each with an optional gate, and with questions where it has some."""

    type: Literal["steps"]
    text: Line | None = None
    """What the steps are for."""
    steps: Annotated[
        tuple[Annotated[Step, BeforeValidator(with_text, json_schema_input_type=str | Step)], ...],
        Field(min_length=1, max_length=12),
    ]
    """Each step is its text, or `text:` with a `gate:` or with `blocks:`."""

    def named_answers(self) -> Iterator[tuple[Keys, Answer]]:
        for s, step in enumerate(self.steps):
            for n, block in enumerate(step.blocks):
                for keys, answer in block.named_answers():
                    said = (Word("step", s + 1), *answer.spoken)
                    yield ("steps", s, "blocks", n, *keys), answer._replace(spoken=said)

    def answers(self) -> tuple[Answer, ...]:
        return tuple(answer for _, answer in self.named_answers())

    def answers_by_id(self) -> dict[str, tuple[Answer, ...]]:
        inside = [block.answers_by_id() for step in self.steps for block in step.blocks]
        return {id_: answers for found in inside for id_, answers in found.items()}

    def in_entry(self, number: int | str, ids: Sequence[str]) -> Self:
        steps = tuple(
            step.model_copy(update={"blocks": tuple(block.in_entry(number, ids) for block in step.blocks)})
            for step in self.steps
        )
        return self.model_copy(update={"steps": steps})
