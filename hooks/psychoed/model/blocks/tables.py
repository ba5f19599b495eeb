"""Tables: a log with rows and columns, a week of days by items, and several rows on one scale of words."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from psychoed.model.base import Heading, Line, Model, Name, Number, with_text
from psychoed.model.blocks.base import (
    Answer,
    Question,
    Word,
    Worked,
    Working,
    check_values,
    counted,
    form_of,
    number_or_names,
    numbered,
)

CellKind = Literal["text", "tick", "choice", "number", "day", "time"]
WORKED: dict[str, Working] = {"sum": "total", "average": "average", "count": "count"}


class Cell(Model):
    """What a column, or an item of a week, takes as its answers."""

    text: Heading
    """The heading of the column or the row. Over the names of rows it may be empty, as in columns: ["", Good, Hard]."""
    hint: Name | None = None
    """A few words after it, such as “0 to 10”."""
    kind: CellKind = "text"
    """text, tick, choice, number, day or time."""
    options: Annotated[tuple[Name, ...], Field(max_length=11)] = ()
    """For `choice`: what there is to choose from, in a word or two."""
    values: Annotated[tuple[Number, ...], Field(max_length=11)] = ()
    """For `choice`: what each option counts in a total, such as values: [0, 1, 2]. Left out, it is the number in its words."""
    unit: Name | None = None
    """For `number`: what is counted, such as “hours”."""
    from_: Number | None = Field(default=None, alias="from")
    """For `number`: the lowest that makes sense, such as 0 or 0.5. On screen, a lower one is asked about."""
    to: Number | None = None
    """For `number`: the highest that makes sense. On screen, a higher one is asked about."""
    total: Literal["sum", "average", "count"] | None = None
    """Adds a space under the column for its total, average or count, which is worked out on screen."""
    width: Annotated[float, Field(ge=0.3, le=5)] = 1
    """How wide, beside the other columns."""

    @model_validator(mode="after")
    def choice_has_options(self) -> Self:
        if (self.kind == "choice") != bool(self.options):
            if self.kind == "choice":
                raise ValueError("a column with kind: choice has no options|add them, such as options: [near, far]")
            raise ValueError(f"a {self.kind} column has options|write kind: choice, or take `options` out")
        check_values(self.options, self.values)
        if self.from_ is not None and self.to is not None and self.to <= self.from_:
            raise ValueError(f"the numbers run from {self.from_} to {self.to}|write the lower one under `from`")
        if self.kind == "choice" and self.total not in (None, "count") and not self.numbers:
            what = f"the options of “{self.text}” have no numbers for its {self.total}"
            raise ValueError(f"{what}|add `values`, one number an option, or write total: count")
        if self.kind != "number" and (self.unit or self.from_ is not None or self.to is not None):
            raise ValueError(
                f"a {self.kind} column has a number's unit or range|write kind: number, or take `unit`, `from` and `to` out"
            )
        return self

    def answer(self, of: Question, key: str, *about: str) -> Answer:
        if self.kind == "choice":
            return of.answer(key, *about, kind="one", values=numbered(len(self.options)), numbers=self.numbers)
        if self.kind == "tick":
            return of.answer(key, *about, kind="tick", numbers=(1,))
        number = () if self.kind == "number" else None
        return of.answer(key, *about, kind="lines" if self.kind == "text" else "text", numbers=number, form=self.form)

    @property
    def form(self) -> Word | None:
        """Return how an answer is written here, such as a number from 0 to 10."""
        if self.from_ is None or self.to is None:
            return form_of(self.kind)
        return Word("range_as", lowest=f"{self.from_:g}", highest=f"{self.to:g}")

    @property
    def numbers(self) -> tuple[float, ...] | None:
        """Return what each option counts, where all have a number."""
        return counted(self.options, self.values)

    @property
    def name(self) -> str:
        """Return the heading with what is counted, as a screen reader says it."""
        return " ".join([self.text, *(f"({words})" for words in (self.hint, self.unit) if words)])


def check_each_has_heading(cells: tuple[Cell, ...], what: str, first: int = 1) -> None:
    """Raise ValueError where one that takes answers has no heading."""
    if empty := [n for n, cell in enumerate(cells, first) if not cell.text]:
        raise ValueError(
            f"{what} {empty[0]} has no heading|write its `text`; only over the names of rows it may be empty"
        )


Cells = tuple[Annotated[Cell, BeforeValidator(with_text, json_schema_input_type=str | Cell)], ...]


class Table(Question):
    """A log: fixed columns, and rows that are empty or named."""

    type: Literal["table"]
    columns: Annotated[Cells, Field(min_length=1, max_length=12)]
    """Each is its heading, or `text:` with a `kind:`, `width:` and so on. Where rows are named, the first column holds their names."""
    rows: Annotated[
        Annotated[int, Field(ge=1, le=31), Tag("number")]
        | Annotated[tuple[Line, ...], Field(min_length=1, max_length=31), Tag("names")],
        Discriminator(number_or_names),
    ]
    """How many empty rows, or a list of their names."""
    row_lines: Annotated[float, Field(ge=1, le=6)] = Field(default=1, alias="row-lines")
    """How tall each row is, in lines."""
    more: Annotated[int, Field(ge=0, le=31)] = 0
    """How many rows can be added on the page, below the empty ones."""
    numbered: bool = False
    """Numbers the empty rows."""
    example: tuple[Line, ...] = ()
    """A filled-in first row, one text a column."""

    @model_validator(mode="after")
    def fits_together(self) -> Self:
        if self.example and len(self.example) != len(self.columns):
            raise ValueError(
                f"the example does not fit its {len(self.columns)} columns: it has {len(self.example)}|write one text a column"
            )
        check_each_has_heading(self.columns[1:] if self.named else self.columns, "column", first=2 if self.named else 1)
        if self.named and len(self.columns) < 2:
            raise ValueError("named rows fill the first column, and there is no other|add a column to answer in")
        if self.named and self.more:
            raise ValueError("rows that have names cannot be added to|take out `more`, or write how many empty `rows`")
        if self.named and self.columns[0].kind != "text":
            what = f"the first column holds the names of the rows, and “{self.columns[0].text}” takes answers"
            raise ValueError(f'{what}|write - "" as the first column, or what the rows are, such as - Area')
        return self

    @property
    def named(self) -> tuple[str, ...]:
        return () if isinstance(self.rows, int) else self.rows

    def answers(self) -> tuple[Answer, ...]:
        rows = self.named or numbered(int(self.rows))  # type: ignore[arg-type]  # named is empty: rows is a number
        columns = list(enumerate(self.columns, 1))[1 if self.named else 0 :]
        cells = [answer for i, row in enumerate(rows, 1) for answer in self.row(str(i), row)]
        return (*cells, *(self.total(j, column) for j, column in columns if column.total))

    def row(self, i: str, name: str) -> list[Answer]:
        """Return the answers of one row, which has a number and a name."""
        columns = list(enumerate(self.columns, 1))[1 if self.named else 0 :]
        return [column.answer(self, f"{i}-{j}", column.name, name) for j, column in columns]

    def total(self, j: int, column: Cell) -> Answer:
        """Return the answer under a column that has a total."""
        worked = Worked(WORKED[column.total or "count"], ((f"{self.id}-*-{j}", 1),))
        return self.answer(f"total-{j}", Word(column.total or "count"), column.name, numbers=(), worked=worked)


class Hours(Model):
    """The hours of a day, a row each."""

    from_: Annotated[int, Field(ge=0, le=23)] = Field(alias="from")
    """The first, from 0 to 23."""
    to: Annotated[int, Field(ge=0, le=23)]
    """The last. An earlier one than `from` is on the next day."""
    step: Annotated[int, Field(ge=1, le=6)] = 1
    """How many hours a row stands for."""

    def names(self) -> tuple[Word, ...]:
        to = self.to if self.to > self.from_ else self.to + 24
        return tuple(Word("hours", hour % 24) for hour in range(self.from_, to + 1, self.step))


class Week(Question):
    """Days across, items down: filled in day after day."""

    type: Literal["week"]
    days: Annotated[
        Annotated[int, Field(ge=1, le=31), Tag("number")]
        | Annotated[tuple[Name, ...], Field(min_length=1, max_length=31), Tag("names")],
        Discriminator(number_or_names),
    ] = ()
    """The days, where they are not Monday to Sunday: their names, or how many there are, such as days: 31."""
    items: Annotated[Cells, Field(max_length=20)] = ()
    """What is noted each day: its name, or `text:` with a `kind:`."""
    hours: Hours | None = None
    """In place of `items`: a grid of hours, such as hours: {from: 7, to: 22}."""

    @model_validator(mode="after")
    def has_rows(self) -> Self:
        if bool(self.items) == bool(self.hours):
            what = "a week has both `items` and `hours`" if self.items else "a week has no rows"
            raise ValueError(f"{what}|write `items`, or `hours` for a grid such as hours: {{from: 7, to: 22}}")
        check_each_has_heading(self.items, "item")
        if summed := [item for item in self.items if item.total]:
            what = f"a week has no place for the {summed[0].total} of “{summed[0].text}”"
            raise ValueError(
                f"{what}|take `total` out, and add a block with type: result below, with of: [{self.id}-1-*]"
            )
        return self

    @property
    def rows(self) -> tuple[tuple[Cell, str], ...]:
        """Return the cell of each row with its name."""
        if self.hours:
            return tuple((Cell(text=""), hour) for hour in self.hours.names())
        return tuple((item, item.name) for item in self.items)

    @property
    def day_names(self) -> tuple[str, ...]:
        if isinstance(self.days, int):
            return numbered(self.days)
        return self.days or tuple(Word(day) for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))

    def labels(self) -> dict[str, tuple[str, ...]]:
        return {"day_names": self.day_names, **({"hour_names": self.hours.names()} if self.hours else {})}

    def answers(self) -> tuple[Answer, ...]:
        return tuple(
            cell.answer(self, f"{i}-{j}", name, day)
            for i, (cell, name) in enumerate(self.rows, 1)
            for j, day in enumerate(self.day_names, 1)
        )


class Matrix(Question):
    """Several rows on one scale of words."""

    type: Literal["matrix"]
    scale: Annotated[tuple[Name, ...], Field(min_length=2, max_length=7)]
    """The words of the scale, from the start of the row."""
    values: Annotated[tuple[Number, ...], Field(max_length=7)] = ()
    """What each word counts in a `result`, such as values: [0, 1, 2, 3]. Left out, it is the number in its words."""
    rows: Annotated[tuple[Line, ...], Field(min_length=1, max_length=20)]
    """What is rated."""
    reversed: Annotated[tuple[int, ...], Field(max_length=20)] = ()
    """Numbers of rows that count the other way round, such as reversed: [4, 5]."""

    @model_validator(mode="after")
    def rows_can_be_counted(self) -> Self:
        check_values(self.scale, self.values)
        if self.reversed and not counted(self.scale, self.values):
            raise ValueError("no numbers can be turned round|add `values`, one number for each word of the scale")
        if unknown := [n for n in self.reversed if not 1 <= n <= len(self.rows)]:
            raise ValueError(f"`reversed` names row {unknown[0]} of {len(self.rows)}|write numbers of rows")
        return self

    def numbers_of(self, row: int) -> tuple[float, ...] | None:
        """Return what the words count in this row."""
        numbers = counted(self.scale, self.values)
        return tuple(max(numbers) + min(numbers) - n for n in numbers) if numbers and row in self.reversed else numbers

    def answers(self) -> tuple[Answer, ...]:
        values = numbered(len(self.scale))
        return tuple(
            self.answer(str(n), row, kind="one", values=values, numbers=self.numbers_of(n))
            for n, row in enumerate(self.rows, 1)
        )
