"""A Problem says where an author's source is wrong, what is wrong there, and what to write instead."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

MOST_COMPARED = 1000
"""Words among which the nearest is looked for: more than any list of a clinic has."""

ALIKE = 0.65
"""How much the names of two files have in common, where one may be the other misspelled."""


class Position(NamedTuple):
    """A place in a text. Both count from 1, as editors show them."""

    line: int = 1
    column: int = 1

    @property
    def path(self) -> str:
        """Return the file, where what is read together comes from several: settings that inherit others."""
        return ""


class PositionIn(Position):
    """A place that knows its file."""

    file: str

    def __new__(cls, line: int, column: int, file: str) -> "PositionIn":
        self = super().__new__(cls, line, column)
        self.file = file
        return self

    @property
    def path(self) -> str:
        return self.file


class Problem(NamedTuple):
    """Sorts by file, line and column. `path` is relative to the project, with forward slashes."""

    path: str
    line: int
    column: int
    what: str
    instead: str
    rule: str = ""
    """The id of the rule that is broken."""
    fixed: bool = False
    """Whether no author may make an exception from it and no setting may change its level."""

    @property
    def open_rule(self) -> str:
        """Return the rule, where an author may make an exception from it: messages name it then."""
        return "" if self.fixed else self.rule

    def __str__(self) -> str:
        rule = f" [{self.open_rule}]" if self.open_rule else ""
        return f"{self.path}:{self.line}:{self.column}: {self.what}; {self.instead}{rule}"


class Fault(NamedTuple):
    """What is wrong with a text that is judged by itself, wherever it stands, and what to write instead."""

    what: str
    instead: str
    rule: str = ""
    at: int = 0
    """From which of its characters on."""

    def problem(self, path: str, position: Position, rule: str = "") -> Problem:
        """Return the Problem at this place of a file."""
        return problem_at(path, position, self.what, self.instead, self.rule or rule)


def problem_at(path: str, position: Position, what: str, instead: str, rule: str = "") -> Problem:
    return Problem(position.path or path, position.line, position.column, what, instead, rule)


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the word the author most likely meant, or None where none is close."""
    return nearest_of(word.lower(), tuple(islice(words, MOST_COMPARED)))


@lru_cache(maxsize=1024)
def nearest_of(word: str, words: tuple[str, ...]) -> str | None:
    """Return the nearest of these words: many places may misspell the same one."""
    by_lower = {known.lower(): known for known in words}
    close = get_close_matches(word, by_lower, n=1, cutoff=0.6)
    return by_lower[close[0]] if close and are_alike(word, close[0]) else None


def are_alike(word: str, close: str) -> bool:
    """Return True but for two paths that share only their folder or ending: one page is no other one misspelled."""
    if "/" not in word or "/" not in close:
        return True
    one, other = (path.rpartition("/")[2].partition("#")[0].rpartition(".")[0] for path in (word, close))
    return SequenceMatcher(None, one, other).ratio() >= ALIKE


def suggestion(word: str, words: Iterable[str], otherwise: str = "") -> str:
    """Return what to write instead of an unknown word: the nearest right one, or `otherwise`, or all of them."""
    known = sorted(words)
    close = nearest(word, known)
    if close:
        return f"did you mean “{close}”?"
    if otherwise or not known:
        return otherwise or "take it out"
    return "write " + (known[0] if len(known) == 1 else "one of: " + ", ".join(known))
