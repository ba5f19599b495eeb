"""A page's text in pieces that checks ask about: the sections under its headings, and sentences where they stand."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from library.library import PageSource
from library.prose import Passage, passages


class Section(NamedTuple):
    """A heading, where there is one, with the passages below it."""

    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        return "\n".join(passage.text for passage in self.passages)


class Sentence(NamedTuple):
    """A sentence with the offset in its passage at which it begins. Nothing in it is moved."""

    begin: int
    text: str


def sections(source: PageSource) -> Iterator[Section]:
    """The text up to the first heading, then each heading with what follows it."""
    found: list[Passage] = []
    for passage in passages(source.body, source.tree.path, source.body_line):
        if passage.kind == "heading" and found:
            yield Section(tuple(found))
            found = []
        found.append(passage)
    if found:
        yield Section(tuple(found))


def sentences(passage: Passage) -> Iterator[Sentence]:
    begins = [begin for begin, _ in passage.sentences()]
    for begin, end in pairwise([*begins, len(passage.text)]):
        yield Sentence(begin, passage.text[begin:end])
