"""What every block has, and what an answer is: the one list of fields that page and PDF share."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

from psychoed.model.base import Id, Line, Model, Prose
from psychoed.reading.markdown.richtext import plain_text

AnswerKind = Literal["text", "lines", "tick", "one"]


class Word(str):
    """A key of data/strings.<language>.yml: a word that the template says, not the author."""

    n: int | None

    def __new__(cls, key: str, n: int | None = None) -> "Word":
        """Make a word. `n` stands where it has {n}, as in “Part 2”."""
        word = super().__new__(cls, key)
        word.n = n
        return word

    def spoken(self, words: Mapping[str, Any]) -> str:
        said = str(words[self])
        return said if self.n is None else said.format(n=self.n)


class Answer(NamedTuple):
    """One field. Its name is the same in YAML, in the page and in the PDF."""

    key: str
    """What follows the block's id in the name; empty where the block has one answer."""
    name: str
    spoken: tuple[str, ...]
    """What a screen reader says: the question and, where there are several fields, which one. May hold Words."""
    kind: AnswerKind = "text"
    """text: one line; lines: several; tick: a box; one: one of several values."""
    values: tuple[str, ...] = ()
    """For `one`: the values to choose from, as the page and the PDF store them."""

    def label(self, words: Mapping[str, Any]) -> str:
        return ", ".join(self.parts(words))

    def parts(self, words: Mapping[str, Any]) -> list[str]:
        """Return the question and, each by itself, what tells the field from its neighbours."""
        return [part.spoken(words) if isinstance(part, Word) else plain_text(part).rstrip(":,") for part in self.spoken]


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

    def answer(self, key: str, *about: str, kind: AnswerKind = "text", values: tuple[str, ...] = ()) -> Answer:
        """Return the field `<id>-<key>`, labelled with the question and what else tells it from its neighbours."""
        return Answer(key, f"{self.id}-{key}" if key else self.id, (self.text, *about), kind, values)


def numbered(count: int) -> tuple[str, ...]:
    """Return the values of `count` options: their numbers, so that rewording one keeps its answers."""
    return tuple(str(number) for number in range(1, count + 1))
