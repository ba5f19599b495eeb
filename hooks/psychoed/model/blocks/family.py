"""A family drawing: people in their generations, who is whose partner and child, and how two of them are with each other."""

from collections.abc import Sequence
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import BeforeValidator, Field, model_validator

from psychoed.model.base import Model, Name, with_text
from psychoed.model.blocks.base import Answer, Word, numbered
from psychoed.model.blocks.diagram import BoxOfArrow
from psychoed.model.blocks.drawing import Drawn, LegendMark, Mark, Short


class Person(Model):
    """Somebody in the family, with room for a name and years."""

    text: Annotated[Name, Field(max_length=30)]
    """Who it is, such as “Grandmother” or “Me”."""
    sign: Literal["square", "circle", "diamond"] | None = None
    """The form of the box, where it is to say something: square, circle or diamond."""


OnePerson = Annotated[Person, BeforeValidator(with_text, json_schema_input_type=str | Person)]
Generation = Annotated[tuple[OnePerson, ...], Field(min_length=1, max_length=6)]


class Household(Model):
    """Partners, or one parent, and their children."""

    parents: Annotated[tuple[BoxOfArrow, ...], Field(min_length=1, max_length=2)]
    """One or two people of one generation, by their numbers, counted from the oldest generation on, or by their words."""
    children: Annotated[tuple[BoxOfArrow, ...], Field(max_length=6)] = ()
    """Their children, in the generation below; they are each other's sisters and brothers."""
    parted: bool = False
    """Draws two strokes across the line between the partners."""


class Relations(Model):
    """How two people are with each other, in rows to fill in."""

    text: Short
    """What is asked, such as “How it is between two of us”."""
    kinds: Annotated[tuple[LegendMark, ...], Field(min_length=2, max_length=7)]
    """What there is to choose from, such as “close” or “cut off”, each with the `sign` of the line to draw."""
    rows: Annotated[int, Field(ge=1, le=12)] = 4
    """For how many pairs."""


class Placed(NamedTuple):
    """A household with the keys of its people."""

    parents: tuple[str, ...]
    children: tuple[str, ...]
    parted: bool


class Family(Drawn):
    """A family through two to four generations, drawn with its lines, each person with room for a name and years."""

    type: Literal["family"]
    generations: Annotated[tuple[Generation, ...], Field(min_length=2, max_length=4)]
    """The people, a list for each generation, the oldest first. Each is a few words, or `text:` with a `sign:`."""
    households: Annotated[tuple[Household, ...], Field(max_length=10)] = ()
    """Who is whose partner and whose child: `parents:` with `children:`."""
    relations: Relations | None = None
    """Asks how two people are with each other, below the drawing: `text:`, `kinds:` and `rows:`."""

    @property
    def people(self) -> dict[str, Person]:
        """Return everybody by their number, from the oldest generation on."""
        every = (person for generation in self.generations for person in generation)
        return {str(n): person for n, person in enumerate(every, 1)}

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return the keys of each generation."""
        keys = iter(self.people)
        return tuple(tuple(next(keys) for _ in generation) for generation in self.generations)

    def key_of(self, said: str) -> str:
        """Return the key of the person with this number or these words. Raise ValueError where there is none, or several."""
        if said in self.people:
            return said
        found = [key for key, one in self.people.items() if one.text.casefold() == said.casefold()]
        if len(found) != 1:
            what = "several people are called" if found else "a household names"
            more = "" if found else ", who is not there"
            raise ValueError(f"{what} “{said}”{more}|write the number of a person, 1 to {len(self.people)}")
        return found[0]

    def placed(self) -> tuple[Placed, ...]:
        return tuple(
            Placed(tuple(map(self.key_of, one.parents)), tuple(map(self.key_of, one.children)), one.parted)
            for one in self.households
        )

    def row_of(self, key: str) -> int:
        return next(n for n, row in enumerate(self.rows()) if key in row)

    @model_validator(mode="after")
    def households_fit(self) -> Self:
        has_parents: set[str] = set()
        for one in self.placed():
            said = " and ".join(f"“{self.people[key].text}”" for key in one.parents)
            if len(set(one.parents)) < len(one.parents):
                raise ValueError(
                    f"“{self.people[one.parents[0]].text}” is named twice|write two people under `parents`"
                )
            generations = {self.row_of(key) for key in one.parents}
            if len(generations) > 1:
                raise ValueError(f"{said} stand in two generations|write partners into one")
            for child in one.children:
                name = self.people[child].text
                if self.row_of(child) != min(generations) + 1:
                    raise ValueError(
                        f"“{name}” does not stand right below {said}|write children into the generation after"
                    )
                if child in has_parents:
                    raise ValueError(f"“{name}” has parents twice|take it out of one of the households")
                has_parents.add(child)
            if len(one.parents) == 1 and not one.children:
                raise ValueError(f"the household of {said} has nobody else|write a partner or `children`")
        return self

    @property
    def legend(self) -> tuple[Mark, ...]:
        return self.relations.kinds if self.relations else ()

    def names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for key, person in self.people.items():
            joined = self.joined(key)
            found |= {key: person.text} | ({f"hint-{key}": joined} if joined else {})
        return found

    def joined(self, key: str) -> Word | None:
        """Say whose child somebody is and whose partner, where lines do not show it."""
        parents = next((self.named(one.parents) for one in self.placed() if key in one.children), "")
        partner = self.named(
            [other for one in self.placed() if key in one.parents for other in one.parents if other != key]
        )
        word = "child_and_partner" if parents and partner else "child_of" if parents else "partner_of"
        return Word(word, parents=parents, partner=partner) if parents or partner else None

    def told(self, key: str) -> str:
        """Return words as long as those that say it."""
        word = self.joined(key)
        return " ".join(("xxxxxxxx xx", *word.more.values())) if word else ""

    def named(self, keys: Sequence[str]) -> str:
        return " + ".join(self.people[key].text for key in keys)

    def answers(self) -> tuple[Answer, ...]:
        people = (answer for key, one in self.people.items() for answer in self.answers_of(key, one))
        return (*people, *(answer for n in range(1, self.pairs + 1) for answer in self.of_pair(n)))

    @property
    def pairs(self) -> int:
        return self.relations.rows if self.relations else 0

    def answers_of(self, key: str, person: Person) -> tuple[Answer, ...]:
        name = self.answer(key, person.text, Word("name"))
        return (name, self.answer(f"{key}-years", person.text, Word("years")))

    def of_pair(self, n: int) -> tuple[Answer, ...]:
        """Return the answers of a row: the two people, and how they are with each other."""
        about = (Word("pair", n),)
        ends = (self.answer(f"pair-{n}-{end}", *about, Word(f"{end}_of_pair")) for end in ("one", "other"))
        values = numbered(len(self.legend))
        return (*ends, self.answer(f"pair-{n}-how", *about, Word("between"), kind="one", values=values))

    def sentence(self) -> str:
        return "family" if self.households else "family_alone"

    def facts(self) -> dict[str, str]:
        rows = "; ".join(", ".join(self.people[key].text for key in row) for row in self.rows())
        told = "; ".join(
            self.named(one.parents)
            + (f": {', '.join(self.people[key].text for key in one.children)}" if one.children else "")
            for one in self.placed()
        )
        return {"n": str(len(self.people)), "names": rows, "households": told}
