"""What comes of reading something: what it says, what is wrong with it, and what a Problem keeps from being read."""

from typing import Generic, NamedTuple, TypeVar

from psychoed.reading.problem import Problem

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Read(NamedTuple, Generic[T_co]):
    """What was read. `problems` and `unread` are for whoever asked, and nothing is added to what they hold."""

    value: T_co
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()
    """Names of what could not be read, so that nobody is blamed for naming it."""


class Notes:
    """Keeps what is wrong with all that one function reads, while it goes on with the values."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.unread: set[str] = set()

    def value_of(self, read: Read[T]) -> T:
        """Return the value, and keep the rest."""
        self.problems += read.problems
        self.unread |= read.unread
        return read.value

    def result(self, value: T) -> Read[T]:
        """Return what was made of all that was read, with what is wrong there."""
        return Read(value, tuple(self.problems), frozenset(self.unread))
