"""What data/<language>/care.yml says about care for the reader: what needs a stop rule, a note, a gate or a gentle end."""

from typing import Annotated

from pydantic import Field

from psychoed.model.base import Id, Model, Name, PagePath
from psychoed.model.patterns import Pattern, Patterns


class HardTopic(Model):
    """Something that may be hard to meet unprepared."""

    name: Name
    """What to call it, for the message."""
    says: Pattern
    """Words that name it."""


class Need(Model):
    """Something for which there are help lines of their own, which a page that names it shows."""

    id: Id
    """What help lines say of it under `about`."""
    name: Name
    """What to call it, for the message."""
    says: Pattern
    """Words that name it."""
    danger: bool = False
    """Whether a page may not name it without such a line."""


class Quoting(Model):
    """A page or sheet that must not leave one of the clinic's rules out."""

    page: PagePath
    """Its path from content/; a worksheet's is worksheets/<id>.md."""
    settings: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Keys of extra.clinic that it quotes as {{ clinic.<key> }}."""


class Care(Model):
    """The whole list."""

    pause_page: PagePath
    """The page on how to stop and come back."""
    stop_rule: Pattern
    """How the stop rule begins, wherever it is said."""
    inner_work: Patterns
    """Words in a sheet that ask the reader to turn inward."""
    exercise: Patterns
    """Words in an article that begin an exercise."""
    gates: Patterns
    """Words that ask whether today is a good day for it."""
    long_exercise: Annotated[int, Field(ge=1, le=120)]
    """From so many minutes on, an exercise needs a gate; one on parts always does."""
    ways_out: Patterns
    """Words that let the reader leave something out, or do less."""
    endings: Patterns
    """Ordinary things to end with."""
    hard_topics: tuple[HardTopic, ...]
    """What an article warns of in its content note."""
    needs: tuple[Need, ...] = ()
    """What help lines are for, beside any crisis."""
    no_note: Patterns = ()
    """Words in which a hard topic is only named as somebody's work."""
    rights: Patterns
    """Words that name one: to say no, to ask, to change one's mind."""
    tender: Patterns
    """Words for parts that hold old hurt: such pages show help lines above the text as well."""
    quotings: tuple[Quoting, ...] = ()
    """Pages that quote the clinic's own rules."""
