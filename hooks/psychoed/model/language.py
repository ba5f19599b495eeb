"""What checks know of a language, beside its lists of phrases, claims and care: its sentences, syllables and words.

Each stands in data/<language>/. What is not said there in a language is not looked for in it.
"""

import re
from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints

from psychoed.model.base import Model
from psychoed.model.patterns import Exact, OneOf, Patterns

ListedWord = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]


class SentenceRules(Model):
    """data/<language>/sentences.yml: where sentences end."""

    ends: Exact
    """The end of a sentence, with what closes it, such as a quotation mark."""
    initials: Exact | None = None
    """A letter with a full stop that stands for a name, up to that full stop."""
    abbreviations: tuple[ListedWord, ...] = ()
    """Words before a full stop that ends no sentence."""
    quotations: Exact | None = None
    """What somebody says, with its quotation marks: words of the glossary are not marked in it."""

    @cached_property
    def abbreviated(self) -> re.Pattern[str]:
        """Return a pattern of the abbreviations, up to their full stop."""
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, self.abbreviations)) or '(?!)'})\.$")

    def goes_on(self, words: str) -> bool:
        """Return True if the full stop at the end of these words ends no sentence."""
        return bool(self.abbreviated.search(words) or (self.initials and self.initials.search(words)))


class ReadingFormula(Model):
    """The numbers by which a grade is made of words in a sentence and syllables in a word."""

    words: Annotated[float, Field(ge=0)]
    """What each word of a sentence adds, on average."""
    syllables: Annotated[float, Field(ge=0)]
    """What each syllable of a word adds, on average."""
    less: float
    """What is taken away from both."""


class SyllableRules(Model):
    """data/<language>/syllables.yml: how many syllables a word has, and how hard that makes a text to read."""

    formula: ReadingFormula
    """How a grade is made of words, sentences and syllables."""
    not_counted: tuple[Exact, ...] = ()
    """What is left out of a sentence before it is counted, in this order: names and short forms."""
    vowels: Exact
    """A run of vowels: a word has about as many syllables as runs."""
    more: OneOf | None = None
    """Where there is one syllable more."""
    fewer: OneOf | None = None
    """Where there is one less."""
    possessive: Exact | None = None
    """What is left off before the syllables of a word are counted."""
    plural: str = ""
    """The end without which a word is looked for among the exceptions as well."""
    exceptions: dict[str, Annotated[int, Field(ge=1, le=20)]] = Field(default_factory=dict)
    """Words that the patterns get wrong, in small letters, with their syllables."""


class ShortForms(Model):
    """data/<language>/short-forms.yml: words in capitals that readers know, and those that shout."""

    credentials: tuple[ListedWord, ...] = ()
    """Degrees, licenses and registers, as they stand after a name."""
    therapies: tuple[ListedWord, ...] = ()
    """Kinds of therapy and care, and their questionnaires."""
    conditions: tuple[ListedWord, ...] = ()
    """Conditions, and words of medicine."""
    organizations: tuple[ListedWord, ...] = ()
    """Offices, laws, insurers, benefits and services."""
    everyday: tuple[ListedWord, ...] = ()
    """All others that everybody knows."""
    ours: tuple[ListedWord, ...] = ()
    """The clinic's own, such as the name of the bus line that stops there."""
    plain_words: tuple[ListedWord, ...] = ()
    """Plain words, in small letters, that shout in capitals."""

    @cached_property
    def known(self) -> frozenset[str]:
        """Return all that need no explanation."""
        groups = (self.credentials, self.therapies, self.conditions, self.organizations, self.everyday, self.ours)
        return frozenset(word for group in groups for word in group)

    @cached_property
    def plain(self) -> frozenset[str]:
        return frozenset(self.plain_words)


class Vocabulary(Model):
    """data/<language>/words.yml: words that checks look for."""

    ketamine: Patterns = ()
    """Ketamine, and therapies with it: pages that name it say more than others."""
    explains: Patterns = ()
    """What a sentence has that says what its term means."""
    placeholders: tuple[ListedWord, ...] = ()
    """What the clinic's details hold until somebody has written them."""
    short_forms: tuple[ListedWord, ...] = ()
    """More short forms that readers know, as data/<language>/short-forms.yml lists them."""
    stop_words: tuple[ListedWord, ...] = ()
    """Words that a search passes over, since every text and every question has them."""
    empty_links: tuple[ListedWord, ...] = ()
    """Words of links that do not say where the link leads."""
    urging_links: Patterns = ()
    """The whole of such words that urge the reader instead, as “click” does."""
    empty_pictures: tuple[ListedWord, ...] = ()
    """Words that do not say what a picture shows."""
    in_brackets: tuple[ListedWord, ...] = ()
    """Words in brackets that mean the brackets themselves."""
    calls: Exact | None = None
    """What stands before a short number to call, up to its first digit."""
    sent: Exact | None = None
    """What stands before a word in capitals that is to be sent as a text message."""
    numbered: Exact | None = None
    """What stands before a long number that nobody calls, up to its first digit."""
    counted: tuple[ListedWord, ...] = ()
    """Words after a number that say what it counts."""
    hours: Patterns = ()
    """A span of hours, or a time of day."""
    clinic_rules: Patterns = ()
    """Things for which the clinic sets the hours: food, drink, medicine and driving."""
    points: Patterns = ()
    """The whole beginning of a sentence that says no more than where to read on."""
