"""Blocks to write in."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from psychoed.model.base import Line, Model, Name, with_label, with_text
from psychoed.model.blocks.base import Answer, AnswerKind, Question, Word, form_of


class Lines(Question):
    """Ruled lines for an open answer."""

    type: Literal["lines"]
    lines: Annotated[int, Field(ge=1, le=30)] = 2
    """How many lines, at least: one for a name, two for a thought, four for a story."""
    fill: bool = False
    """Take what is left of the page as well. One a page is enough."""

    def answers(self) -> tuple[Answer, ...]:
        return (self.answer("", kind="lines"),)


class ShortField(Model):
    """A short labelled line."""

    label: Name
    """What to write there, such as “Name” or “Sleep”."""
    kind: Literal["text", "number", "day", "time"] = "text"
    """What is written: text, a number, a day or a time."""
    unit: Name | None = None
    """Printed after the line, such as “hours”."""
    width: Annotated[float, Field(ge=0.2, le=5)] = 1
    """How wide, beside the others on its row."""
    required: bool = False
    """Marks it as one that is to be filled in; it is only said."""


class Fields(Question):
    """Short labelled lines side by side: a name, a date, a number with its unit."""

    type: Literal["fields"]
    columns: Annotated[int, Field(ge=1, le=4)] | None = None
    """How many stand side by side; all of them, where this is left out."""
    fields: Annotated[
        tuple[Annotated[ShortField, BeforeValidator(with_label, json_schema_input_type=str | ShortField)], ...],
        Field(min_length=1, max_length=12),
    ]
    """The lines, from the start of the row: each is its label, or `label:` with a `kind:` and so on."""

    def answers(self) -> tuple[Answer, ...]:
        return tuple(
            self.answer(
                str(n),
                field.label + (f" ({field.unit})" if field.unit else ""),
                numbers=() if field.kind == "number" else None,
                form=form_of(field.kind),
            )
            for n, field in enumerate(self.fields, 1)
        )


class Stems(Question):
    """Unfinished sentences, each with room to finish it."""

    type: Literal["stems"]
    stems: Annotated[tuple[Line, ...], Field(min_length=1, max_length=12)]
    """How each sentence begins; end it with … or a colon."""
    lines: Annotated[int, Field(ge=1, le=8)] = 2
    """Lines for each."""

    def answers(self) -> tuple[Answer, ...]:
        return tuple(self.answer(str(n), stem, kind="lines") for n, stem in enumerate(self.stems, 1))


class Compare(Question):
    """Two columns side by side, to hear both or to set one against the other."""

    type: Literal["compare"]
    sides: Annotated[tuple[Line, ...], Field(min_length=2, max_length=2)]
    """The two headings."""
    rows: Annotated[tuple[Line, ...], Field(max_length=8)] = ()
    """Questions asked of both sides; without them each side has one space."""
    lines: Annotated[int, Field(ge=1, le=20)] = 3
    """Lines in each space."""

    def answers(self) -> tuple[Answer, ...]:
        if not self.rows:
            return tuple(self.answer(str(s), side, kind="lines") for s, side in enumerate(self.sides, 1))
        return tuple(
            self.answer(f"{r}-{s}", row, side, kind="lines")
            for r, row in enumerate(self.rows, 1)
            for s, side in enumerate(self.sides, 1)
        )


class Quadrant(Model):
    """One of four questions."""

    text: Line
    """The question."""
    hint: Line | None = None
    """Help with answering it."""


Pair = Annotated[tuple[Line, ...], Field(max_length=2)]


class Quadrants(Question):
    """Four spaces, two by two, each with a question of its own, or as its row and its column say."""

    type: Literal["quadrants"]
    columns: Pair = ()
    """What stands above the two columns."""
    rows: Pair = ()
    """What stands before the two rows."""
    questions: Annotated[
        tuple[Annotated[Quadrant, BeforeValidator(with_text, json_schema_input_type=str | Quadrant)], ...],
        Field(max_length=4),
    ] = ()
    """The four questions, row by row. Each is its text, or `text:` with a `hint:`. With `columns` and `rows` they may be left out."""
    lines: Annotated[int, Field(ge=1, le=12)] = 4
    """Lines in each space."""

    @model_validator(mode="after")
    def says_what_is_asked(self) -> Self:
        for name, said, count in (
            ("columns", self.columns, 2),
            ("rows", self.rows, 2),
            ("questions", self.questions, 4),
        ):
            if said and len(said) != count:
                raise ValueError(f"`{name}` has {len(said)} entries, and there are {count}|write {count} of them")
        if not self.questions and not (self.columns and self.rows):
            raise ValueError(
                "nothing says what is asked in the four spaces|add `questions`, or both `columns` and `rows`"
            )
        return self

    def answers(self) -> tuple[Answer, ...]:
        return tuple(self.answer(str(n + 1), *self.asked_in(n), kind="lines") for n in range(4))

    def asked_in(self, n: int) -> tuple[str, ...]:
        """Return what tells one space from the others."""
        place = (*self.rows[n // 2 : n // 2 + 1], *self.columns[n % 2 : n % 2 + 1])
        return (*place, *(question.text for question in self.questions[n : n + 1]))


SIGNED: tuple[tuple[str, AnswerKind], ...] = (("signature", "signature"), ("date", "text"))


class Sign(Question):
    """A line for a signature and one for its date, for each person."""

    type: Literal["sign"]
    people: Annotated[tuple[Name, ...], Field(min_length=1, max_length=4)]
    """Who signs, such as “Client” and “Therapist”."""

    @model_validator(mode="after")
    def each_person_once(self) -> Self:
        if len(set(self.people)) < len(self.people):
            raise ValueError("a person is named twice|name each signature line once")
        return self

    def answers(self) -> tuple[Answer, ...]:
        return tuple(
            self.answer(f"{n}-{k}", person, Word(what), kind=kind)
            for n, person in enumerate(self.people, 1)
            for k, (what, kind) in enumerate(SIGNED, 1)
        )
