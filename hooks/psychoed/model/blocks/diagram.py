"""A diagram: boxes to write in, and the arrows between them; views/drawings/diagram.py draws it."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema, model_validator

from psychoed.model.base import Model, Name, OneLine, with_text
from psychoed.model.blocks.base import Answer
from psychoed.model.blocks.drawing import Drawn

BoxName = Annotated[Name, Field(max_length=50)]
BoxQuestion = Annotated[Name, Field(max_length=60)]
ArrowName = Annotated[Name, Field(max_length=40)]
Heads = Literal["end", "start", "both", "none"]
MOST_BOXES = {"cycle": 8, "flow": 12, "web": 8, "areas": 5}

ARROW_SIGNS: dict[Heads, tuple[str, str]] = {
    "end": ("→", "··→"), "start": ("←", "←··"), "both": ("↔", "←··→"), "none": ("–", "···"),
}  # fmt: skip
"""Each arrow as a sign that the fonts of paper have, with a whole line and with a broken one."""


class Box(Model):
    """One box of a diagram."""

    text: BoxName
    """What to write in the box, in a few words."""
    hint: Name | None = None
    """Help with it in smaller words, such as “What went through my mind?”."""
    asks: Annotated[tuple[BoxQuestion, ...], Field(max_length=4)] = ()
    """Several questions in the box, each with lines of its own; without it the box has one space."""
    lines: Annotated[int, Field(ge=1, le=8)] | None = None
    """Lines for each answer in this box, where it is not as many as in the others."""


def depth(value: Any) -> str:
    """Return which of the forms of a step this is: a box, boxes side by side, or rows of them."""
    if not isinstance(value, (list, tuple)):
        return "box"
    return "rows" if any(isinstance(one, (list, tuple)) for one in value) else "row"


OneBox = Annotated[Box, BeforeValidator(with_text, json_schema_input_type=str | Box)]
Row = Annotated[tuple[OneBox, ...], Field(min_length=2, max_length=3)]
Rows = Annotated[tuple[Row, ...], Field(min_length=2, max_length=3)]
DiagramStep = Annotated[
    Annotated[OneBox, Tag("box")] | Annotated[Row, Tag("row")] | Annotated[Rows, Tag("rows")], Discriminator(depth)
]


class Arrow(Model):
    """An arrow: its words, its line and its heads."""

    text: ArrowName | None = None
    """A few words on it."""
    dashed: bool = False
    """A broken line, for what is weaker or not always so."""
    heads: Heads | None = None
    """Where its heads are: `end`, `start`, `both` for a two-way arrow, or `none`. Lines of a web have none, all others `end`."""


BoxOfArrow = Annotated[
    str, OneLine, BeforeValidator(str), WithJsonSchema({"anyOf": [{"type": "integer"}, {"type": "string"}]})
]


class FurtherArrow(Arrow):
    """An arrow that a shape does not have by itself, from one of its boxes to another."""

    from_: BoxOfArrow = Field(alias="from")
    """The number of the box where it begins, counted from 1, or the words of that box."""
    to: BoxOfArrow
    """The number or the words of the box to which it leads."""


class Joined(NamedTuple):
    """An arrow with the keys of its boxes, and the name of the place of its words."""

    name: str
    start: str
    end: str
    arrow: Arrow

    @property
    def text(self) -> str:
        return self.arrow.text or ""

    @property
    def heads(self) -> Heads:
        return self.arrow.heads or "end"

    def sign(self) -> str:
        """Return the arrow as a sign, for where it is said instead of drawn."""
        solid, dashed = ARROW_SIGNS[self.heads]
        return dashed if self.arrow.dashed else solid


class Diagram(Drawn):
    """Boxes to write in, joined by arrows."""

    type: Literal["diagram"]
    shape: Literal["cycle", "flow", "web", "areas"]
    """`cycle` goes round, `flow` goes down the page, `web` joins every box to one in the middle, `areas` is four boxes that all act on each other, below what sets them off."""
    boxes: Annotated[tuple[DiagramStep, ...], Field(min_length=2, max_length=12)]
    """What to write in each box, in a few words, or `text:` with a `hint:` and `asks:`. In a flow, a list stands for boxes side by side, and a list of such lists for rows of boxes, such as 2 by 2."""
    arrows: Annotated[
        tuple[Annotated[Arrow, BeforeValidator(with_text, json_schema_input_type=str | Arrow)], ...],
        Field(max_length=16),
    ] = ()
    """A word or two on each arrow, in order; in a web, on the line to each box. Or `text:` with `dashed:` and `heads:`."""
    further_arrows: Annotated[tuple[FurtherArrow, ...], Field(max_length=8)] = Field(default=(), alias="further-arrows")
    """Arrows across a cycle, back up a flow, or between the outer boxes of a web, each with `from:` and `to:`."""
    middle: Annotated[Box, BeforeValidator(with_text, json_schema_input_type=str | Box)] | None = None
    """For a web: what to write in the middle."""
    lines: Annotated[int, Field(ge=1, le=6)] = 2
    """Lines in each box."""

    @property
    def flat(self) -> tuple[Box, ...]:
        """Return all boxes but the middle, in reading order."""
        return tuple(box for rows in self.steps for row in rows for box in row)

    @property
    def steps(self) -> tuple[Rows, ...]:
        """Return each step as rows of boxes; most are one box."""
        return tuple(as_rows(step) for step in self.boxes)

    def keyed(self) -> dict[str, Box]:
        """Return every box by its key, the middle first."""
        middle = {"middle": self.middle} if self.middle else {}
        return middle | {str(n): box for n, box in enumerate(self.flat, 1)}

    def steps_by_key(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """Return the steps with the keys of their boxes."""
        numbers = iter(range(1, len(self.flat) + 1))
        return tuple(tuple(tuple(str(next(numbers)) for _ in row) for row in rows) for rows in self.steps)

    def ways(self) -> list[tuple[str, str]]:
        """Return from which box to which the arrows of the shape itself lead."""
        numbers = [str(n) for n in range(1, len(self.flat) + 1)]
        if self.shape == "web":
            return [("middle", number) for number in numbers]
        if self.shape == "areas":
            (*first, top, one, other, foot) = numbers
            sides = [(top, one), (top, other), (one, foot), (other, foot), (top, foot), (one, other)]
            return [(number, top) for number in first] + sides
        if self.shape == "cycle":
            return list(zip(numbers, [*numbers[1:], "1"], strict=True))
        return [
            way
            for rows, after in zip(self.steps_by_key(), self.steps_by_key()[1:], strict=False)
            for way in down(rows[-1], after[0])
        ]

    def joined(self) -> tuple[Joined, ...]:
        """Return every arrow of the shape itself."""
        usual: Heads = "none" if self.shape == "web" else "end"
        ways = self.ways()
        if self.shape == "areas":
            both = len(ways) - 6
            return tuple(
                Joined(f"arrow-{n}", *way, Arrow(heads="end" if n <= both else "both")) for n, way in enumerate(ways, 1)
            )
        arrows = self.arrows or (Arrow(),) * len(ways)
        return tuple(
            Joined(f"arrow-{n}", *way, arrow.model_copy(update={"heads": arrow.heads or usual}))
            for n, (way, arrow) in enumerate(zip(ways, arrows, strict=True), 1)
        )

    def further(self) -> tuple[Joined, ...]:
        """Return every arrow besides."""
        return tuple(
            Joined(f"further-{n}", str(self.key_of(arrow.from_)), str(self.key_of(arrow.to)), arrow)
            for n, arrow in enumerate(self.further_arrows, 1)
        )

    def key_of(self, said: str) -> str | None:
        """Return the key of the box with this number or these words."""
        keyed = self.keyed()
        if said in keyed:
            return said
        return next((key for key, box in keyed.items() if box.text.casefold() == said.casefold()), None)

    @model_validator(mode="after")
    def shape_fits(self) -> Self:
        if self.shape != "flow" and any(not isinstance(step, Box) for step in self.boxes):
            raise ValueError(
                f"a {self.shape} has no boxes side by side|write all its boxes in one list, or write shape: flow"
            )
        if self.shape == "areas" and len(self.boxes) not in (4, 5):
            what = f"the shape areas has {len(self.boxes)} boxes"
            raise ValueError(f"{what}|write five, what sets it off and four that act on each other, or only the four")
        if len(self.flat) > MOST_BOXES[self.shape]:
            what = f"a {self.shape} of {len(self.flat)} boxes has no room on a page"
            raise ValueError(f"{what}|write {MOST_BOXES[self.shape]} boxes at most, or a second diagram")
        return self

    @model_validator(mode="after")
    def middle_of_a_web(self) -> Self:
        if self.shape == "web" and not self.middle:
            raise ValueError("a web has no middle|name the box in its middle, such as middle: Me")
        if self.shape != "web" and self.middle:
            raise ValueError(f"a {self.shape} has no middle|take `middle` out, or write shape: web")
        return self

    @model_validator(mode="after")
    def a_word_on_each_arrow(self) -> Self:
        if self.shape == "areas" and self.arrows:
            raise ValueError("the arrows of the shape areas have no words|take `arrows` out")
        count = len(self.ways())
        if self.arrows and len(self.arrows) != count:
            what = (
                f"`arrows` has words for {len(self.arrows)}, and a {self.shape} of {len(self.flat)} boxes has {count}"
            )
            raise ValueError(f"{what}|write a word or two for each arrow, or take `arrows` out")
        return self

    @model_validator(mode="after")
    def further_arrows_lead_to_boxes(self) -> Self:
        drawn = {frozenset(way) for way in self.ways()} if self.shape != "flow" else set()
        for arrow in self.further_arrows:
            ends = [self.key_of(said) for said in (arrow.from_, arrow.to)]
            if None in ends:
                said = (arrow.from_, arrow.to)[ends.index(None)]
                raise ValueError(
                    f"a further arrow names the box “{said}”, which is not there|write the number of a box, 1 to {len(self.flat)}, or its words"
                )
            if ends[0] == ends[1]:
                raise ValueError(f"a further arrow leads from “{arrow.from_}” to itself|write another box under `to`")
            if frozenset(map(str, ends)) in drawn:
                what = f"a further arrow joins “{arrow.from_}” and “{arrow.to}”, which the {self.shape} joins already"
                raise ValueError(f"{what}|take it out, or write `heads: both` for that arrow in `arrows`")
        return self

    def names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for key, box in self.keyed().items():
            found |= {key: box.text} | ({f"hint-{key}": box.hint} if box.hint else {})
            found |= {f"{key}-{a}": ask for a, ask in enumerate(box.asks, 1)}
        every = (*self.joined(), *self.further())
        told = {one.name: one.text for one in every if one.text}
        return found | told | {f"to-{key}": said for key in self.keyed() if (said := self.leading(key))}

    def leading(self, key: str) -> str:
        """Say to where the arrows lead that are not drawn where all boxes stand below each other."""
        return "; ".join(
            f"{one.sign()} {self.keyed()[one.end].text}" + (f" ({one.text})" if one.text else "")
            for one in self.told_below()
            if one.start == key
        )

    def told_below(self) -> tuple[Joined, ...]:
        """Return the arrows that have to be said where all boxes stand below each other."""
        if self.shape != "areas":
            return self.further()
        order = list(self.keyed())
        return (
            tuple(one for one in self.joined() if order.index(one.end) - order.index(one.start) != 1) + self.further()
        )

    def answers(self) -> tuple[Answer, ...]:
        return tuple(answer for key, box in self.keyed().items() for answer in self.answers_in(key, box))

    def answers_in(self, key: str, box: Box) -> Iterator[Answer]:
        if not box.asks:
            yield self.answer(key, box.text, kind="lines")
        for a, ask in enumerate(box.asks, 1):
            yield self.answer(f"{key}-{a}", box.text, ask, kind="lines")

    def sentence(self) -> str:
        return self.shape

    def facts(self) -> dict[str, str]:
        """Name the boxes in the sentence, each with what its arrows say."""
        said: dict[str, list[str]] = {key: [box.text] for key, box in self.keyed().items()}
        for one in self.joined():
            if one.text:
                said[one.end if self.shape == "web" else one.start].append(f"({one.text})")
        for one in self.further():
            said[one.start].append(f"({one.sign()} {' '.join((self.keyed()[one.end].text, one.text)).strip()})")
        names = [" ".join(words) for key, words in said.items() if key != "middle"]
        return {
            "n": str(len(self.flat)),
            "names": "; ".join(names),
            "middle": " ".join(said["middle"]) if self.middle else "",
        }


def as_rows(step: Any) -> Any:
    if isinstance(step, Box):
        return ((step,),)
    return (step,) if isinstance(step[0], Box) else step


def down(above: tuple[str, ...], below: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the arrows from a row of boxes to the next: one to each, or from each to the only one."""
    if len(above) == len(below):
        return list(zip(above, below, strict=True))
    if 1 in (len(above), len(below)):
        return [(one, other) for one in above for other in below]
    short, long = sorted((above, below), key=len)
    near = [short[min(n * len(short) // len(long), len(short) - 1)] for n in range(len(long))]
    return list(zip(near, long, strict=True)) if short is above else list(zip(long, near, strict=True))
