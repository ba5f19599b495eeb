"""The list of phrases that we do not write, and what to say instead: data/<language>/wording.yml."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from psychoed.model.base import Id, Line, Model
from psychoed.model.patterns import Patterns, without_matches
from psychoed.reading.versions import readable_version

Scope = Literal["all", "client", "kat"]


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def readable(pattern: str) -> str:
    """Return the pattern; raise ValueError if it means nothing."""
    try:
        compiled(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise ValueError(f"the pattern cannot be read ({error})|compare it with one that works") from error
    return pattern


PhrasePattern = Annotated[str, StringConstraints(min_length=3, max_length=600), AfterValidator(readable)]
Examples = Annotated[tuple[Line, ...], Field(min_length=1, max_length=12)]


ReadableVersion = Annotated[str, AfterValidator(readable_version)]


class WordingRule(Model):
    """One entry of data/<language>/wording.yml."""

    id: Id
    """Its name in messages and in exceptions."""
    level: Literal["problem", "advice"]
    """`problem` fails a strict build; `advice` asks a person to look."""
    problem_from: ReadableVersion = ""
    """The version of the package from which on its level holds. Before, it is Advice that announces the Problem."""
    scope: Scope
    """all; client: pages and sheets for clients; kat: whatever names ketamine or belongs to a ketamine session."""
    pattern: PhrasePattern
    """A regular expression for the phrase, in which capitals do not count and a space is one space."""
    say: Line
    """What to write instead, so that it goes on from “…; ”."""
    why: Line
    """Why not, so that it goes on from “the phrase: ”, with its source in brackets where there is one."""
    first_use: bool = False
    """For a term to keep and explain: only its first use on a page counts, and not where the sentence explains it."""
    unless: Patterns = ()
    """Phrases in which it is right: a denial, another sense, a name."""
    in_speech: bool = False
    """True where somebody may say so in quotation marks: nothing between them is looked at."""
    catches: Examples
    """Sentences in which the rule finds something. A test and each build try them."""
    passes: Examples
    """Sentences in which it finds nothing."""

    @model_validator(mode="after")
    def keeps_its_word(self) -> Self:
        for sentence in self.catches:
            if not next(self.found_in(sentence), None):
                raise ValueError(f"the pattern does not catch its own example “{sentence}”|mend one of the two")
        for sentence in self.passes:
            if found := next(self.found_in(sentence), None):
                raise ValueError(
                    f"the pattern catches “{found[0]}” in “{sentence}”, which should pass|mend one of the two"
                )
        return self

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        return compiled(self.pattern).finditer(without_matches(self.unless, text))
