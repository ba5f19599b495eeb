"""What data/<language>/claims.yml says about health claims: which words make one, and how strongly each may be said."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, model_validator

from psychoed.model.article import Evidence
from psychoed.model.base import Id, Line, Model, Name, PagePath
from psychoed.model.patterns import Patterns


class Trigger(Model):
    """Words that make a sentence a health claim."""

    says: Patterns
    """The words, as patterns: a space stands for any white space, and capitals do not matter."""
    unless: Patterns = ()
    """The same words in another sense."""


class Label(Model):
    """What may be said of a claim with this label of evidence."""

    write: Line
    """How to say it, for the message."""
    refuses: Patterns = ()
    """Words that are too strong for it."""
    unless: Patterns = ()
    """Words beside them, in the same paragraph, that make them fair."""


class ClaimFamily(Model):
    """Claims of one kind, and the strongest label that the research allows today."""

    name: Name
    """What to call the claim under `evidence`."""
    about: Patterns
    """A sentence, or a key of `evidence`, that matches all of these is such a claim. The first family that fits counts."""
    at_most: Evidence
    """The strongest label it may have."""


class Claims(Model):
    """The whole list."""

    word_lists: Annotated[dict[Id, tuple[str, ...]], Field(max_length=20)] = Field(default_factory=dict)
    """Words that patterns of this list name in braces, such as {health}: each stands for any of them."""
    triggers: tuple[Trigger, ...]
    """Words that make a sentence a health claim, which needs a source in its paragraph."""
    no_claims: Patterns
    """Phrases in which nothing is claimed: where to read or ask more, and what we did not find."""
    thoughts: Patterns = ()
    """What somebody thinks, as an example, with the words that say so: nothing is claimed there either."""
    labels: Annotated[dict[Evidence, Label], Field(min_length=1)]
    """What may be said, by label."""
    families: tuple[ClaimFamily, ...]
    """Kinds of claims, the narrower ones first."""
    benefits: Patterns
    """Words that promise some good."""
    limits: Patterns
    """Words that name a risk or a limit: one stands in every section with a benefit."""
    model_statements: Patterns
    """Ideas of a model, said as if they were facts."""
    model_frames: Patterns
    """Words that say whose idea it is."""
    selling: Patterns
    """Comparisons with other clinics, promises and hurry."""
    regulators: Patterns
    """Offices whose rules change: what they said in which year stands in data/dated-facts.yml."""
    safety_page: PagePath
    """The page that every page naming ketamine links to."""

    @model_validator(mode="before")
    @classmethod
    def with_words_put_in(cls, said: Any) -> Any:
        """Put the words of `word_lists` where patterns name them."""
        lists = said.get("word_lists") if isinstance(said, dict) else None
        if not isinstance(lists, dict) or not all(map(is_list_of_words, lists.values())):
            return said
        either = {f"{{{name}}}": f"(?:{'|'.join(words)})" for name, words in lists.items()}
        return {key: value if key == "word_lists" else put_in(value, either) for key, value in said.items()}

    def all_triggers(self) -> tuple[Trigger, ...]:
        """Return the triggers and one more: a promise of some good is a claim too."""
        return (*self.triggers, Trigger(says=self.benefits))


def is_list_of_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def put_in(value: Any, words: Mapping[str, str]) -> Any:
    """Return what a list says with these words in place of their names, wherever a text holds one."""
    if isinstance(value, dict):
        return {key: put_in(one, words) for key, one in value.items()}
    if isinstance(value, list):
        return [put_in(one, words) for one in value]
    for name, said in words.items() if isinstance(value, str) and "{" in value else ():
        value = value.replace(name, said)
    return value
