"""What every block has, and what an answer is: the one list of fields that page and PDF share."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple, Self

from psychoed.model.base import Id, Line, Model, Prose
from psychoed.reading.markdown.richtext import plain_text, quoted
from psychoed.reading.yaml.tree import Keys

AnswerKind = Literal["text", "lines", "signature", "tick", "one"]
Working = Literal["total", "average", "count", "difference", "quotient"]
NUMBER_OF_OPTION = re.compile(r"^([-−]?\d+(?:[.,]\d+)?)(?=$|[\s:=–])|\(([-−]?\d+(?:[.,]\d+)?)\)$")
"""The number with which the words of an option begin, or with which they end in brackets."""


class Word(str):
    """A key of data/strings.<language>.yml: a word that the template says, not the author."""

    n: int | None
    more: dict[str, str]

    def __new__(cls, key: str, n: int | None = None, **more: str) -> "Word":
        """Make a word. `n` stands where it has {n}, as in “Part 2”, or says which it is of several, such as the hours.
        `more` are words of the author for its other gaps."""
        word = super().__new__(cls, key)
        word.n, word.more = n, more
        return word

    def spoken(self, words: Mapping[str, Any]) -> str:
        said = words[self]
        if isinstance(said, list):
            return str(said[self.n or 0])
        return str(said) if self.n is None and not self.more else str(said).format(n=self.n, **self.more)


def form_of(kind: str) -> Word | None:
    """Return how a short answer of this kind is written."""
    return Word(f"{kind}_as") if kind in ("number", "time") else None


class Worked(NamedTuple):
    """How an answer is worked out from others, where the reader does not write it."""

    how: Working
    of: tuple[tuple[str, float], ...]
    """Names of answers, with * for any number, each with what it is multiplied by."""
    times: float = 1
    """What the result is multiplied by."""
    whole: bool = False
    """Whether it is worked out only when nothing is left out."""


class Answer(NamedTuple):
    """One field. Its name is the same in YAML, in the page and in the PDF."""

    key: str
    """What follows the block's id in the name; empty where the block has one answer."""
    name: str
    spoken: tuple[str, ...]
    """What a screen reader says: the question and, where there are several fields, which one. May hold Words."""
    kind: AnswerKind = "text"
    """text: one line; lines: several; signature: one line that a program can sign; tick: a box; one: one of several values."""
    values: tuple[str, ...] = ()
    """For `one`: the values to choose from, as the page and the PDF store them."""
    numbers: tuple[float, ...] | None = None
    """What each of its values counts, or a tick; empty for a number that is typed, None for what is no number."""
    worked: Worked | None = None
    """How it is worked out, where it is."""
    form: Word | None = None
    """How it is written, such as a number from 0 to 10, where that is not said beside it."""

    def written(self, words: Mapping[str, Any]) -> str:
        """Return how it is written, where that is more than words."""
        form = self.form or (Word("date_as") if self.spoken[-1:] == (Word("date"),) else None)
        return form.spoken(words) if form else ""

    def label(self, words: Mapping[str, Any]) -> str:
        return ", ".join(self.parts(words, {}))

    def parts(self, words: Mapping[str, Any], quotes: Mapping[str, str]) -> list[str]:
        """Return the question and, each by itself, what tells the field from its neighbours. `quotes` are settings of
        the clinic, by the names that texts quote."""
        return [
            part.spoken(words) if isinstance(part, Word) else plain_text(quoted(part, quotes)).rstrip(":,")
            for part in self.spoken
        ]


class Block(Model):
    """A piece of a worksheet, drawn in the order it is written."""

    may_be_grouped: ClassVar[bool] = True
    """Whether it may stand in a group."""
    if TYPE_CHECKING:
        type: str  # each kind says its own, as a Literal

    heading: Line | None = None
    """A heading above this block, where the subject changes."""

    def answers(self) -> tuple[Answer, ...]:
        """Return the fields of this block, in reading order."""
        return ()

    def named_answers(self) -> Iterator[tuple[Keys, Answer]]:
        """Yield every answer with the keys that lead from the block to the `id` it is named from."""
        yield from ((("id",), answer) for answer in self.answers())

    def answers_by_id(self) -> dict[str, tuple[Answer, ...]]:
        """Return the answers of each id in it, with * for the number of an entry."""
        return {}

    def in_entry(self, number: int | str, ids: Sequence[str]) -> Self:
        """Return the block as it stands in one of several entries. `ids` are those of all blocks of an entry."""
        return self

    def labels(self) -> dict[str, tuple[str, ...]]:
        """Return what views show besides its own texts, by the name under which templates find it; may hold Words."""
        return {}


class Question(Block):
    """A block that takes an answer."""

    id: Id
    """Names the answer on screen, in storage and in the PDF: letters, digits, hyphens. Keep it when you reword."""
    text: Line
    """The question or prompt. It may have emphasis and links."""
    hint: Prose | None = None
    """Help with answering, printed above the answer space and read with it; lists are fine."""
    required: bool = False
    """Marks it as one that is to be answered. It is only said: nobody is kept from leaving it out."""

    def answer(
        self,
        key: str,
        *about: str,
        kind: AnswerKind = "text",
        values: tuple[str, ...] = (),
        numbers: tuple[float, ...] | None = None,
        worked: Worked | None = None,
        form: Word | None = None,
    ) -> Answer:
        """Return the field `<id>-<key>`, labelled with the question and what else tells it from its neighbours."""
        name = f"{self.id}-{key}" if key else self.id
        return Answer(key, name, (self.text, *about), kind, values, numbers, worked, form)

    def answers_by_id(self) -> dict[str, tuple[Answer, ...]]:
        return {self.id: self.answers()}

    def in_entry(self, number: int | str, ids: Sequence[str]) -> Self:
        return self.model_copy(update={"id": f"{self.id}-{number}"})


def counted(options: Sequence[str], values: tuple[float, ...]) -> tuple[float, ...] | None:
    """Return what each option counts: the number given for it, else the one in its words; None where some have none."""
    if values:
        return values
    found = [NUMBER_OF_OPTION.search(plain_text(option)) for option in options]
    numbers = tuple(float((one[1] or one[2]).replace(",", ".").replace("−", "-")) for one in found if one)
    return numbers if len(numbers) == len(options) else None


def check_values(options: Sequence[str], values: tuple[float, ...]) -> None:
    """Raise ValueError where not every option has a number of its own."""
    if values and len(values) != len(options):
        what = f"`values` has {len(values)} for {len(options)} options"
        raise ValueError(f"{what}|write one number for each, in the same order")


def number_or_names(value: Any) -> str:
    """Return which of the two is written, for a type that may be either."""
    return "names" if isinstance(value, (list, tuple)) else "number"


def numbered(count: int) -> tuple[str, ...]:
    """Return the values of `count` options: their numbers, so that rewording one keeps its answers."""
    return tuple(str(number) for number in range(1, count + 1))
