"""Cards to cut out, fold and keep at hand."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from psychoed.model.base import Model, Name, Prose, with_label
from psychoed.model.blocks.base import Answer, Question


class CardField(Model):
    """A labelled line on a card."""

    label: Name
    """What to write there, such as “One person”."""
    lines: Annotated[int, Field(ge=1, le=6)] = 1
    """How many lines."""


CardFields = tuple[Annotated[CardField, BeforeValidator(with_label, json_schema_input_type=str | CardField)], ...]


class Side(Model):
    """One side of a card."""

    heading: Name | None = None
    """A few words at its top."""
    text: Prose | None = None
    """Words printed on it."""
    fields: Annotated[CardFields, Field(max_length=8)] = ()
    """Lines to fill in: each is its label, or `label:` with a number of `lines:`."""

    @model_validator(mode="after")
    def holds_something(self) -> Self:
        if not (self.heading or self.text or self.fields):
            raise ValueError("a side of the card is empty|give it `text:` or `fields:`, or take the side out")
        return self


class Card(Question):
    """A card to cut out. Its two sides stand side by side, to be folded in the middle."""

    type: Literal["card"]
    size: Literal["wallet", "half"] = "wallet"
    """`wallet` is 86 by 54 mm a side, `half` half as wide as the page. A side grows where its words need more."""
    repeat: Annotated[int, Field(ge=1, le=12)] = 1
    """How many cards, all alike."""
    sides: Annotated[tuple[Side, ...], Field(min_length=1, max_length=2)]
    """What is on it: one side, or two."""

    def answers(self) -> tuple[Answer, ...]:
        """Return the fields, counted over both sides; what tells one card from the next is its number."""
        on_one = [(side.heading, field) for side in self.sides for field in side.fields]
        return tuple(
            self.answer(
                f"{card}-{n}",
                *((str(card),) if self.repeat > 1 else ()),
                *((heading,) if heading else ()),
                field.label,
                kind="lines" if field.lines > 1 else "text",
            )
            for card in range(1, self.repeat + 1)
            for n, (heading, field) in enumerate(on_one, 1)
        )
