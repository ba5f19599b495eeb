"""Lines of a YAML text that their author set apart, and YAML makes one of: it keeps lines only behind a “|”."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from psychoed.checks.files.cut_texts import WrittenTree, is_words, trees
from psychoed.checks.rules import Rule
from psychoed.checks.writing.joined_lines import NARROW, SHORT, stands_for_itself
from psychoed.library.library import Library
from psychoed.model.kinds import KINDS
from psychoed.model.shown import shown_at
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.yaml.places import QUOTED_CHARACTER, PlacedText
from psychoed.reading.yaml.tree import Keys, child

RULES = (
    Rule("joined-list", "problem", "a list in a text of YAML stands behind a “|”, which keeps its lines"),
    Rule("joined-text", "advice", "lines of YAML that stand for themselves are written behind a “|”"),
)
ENTRY_BEGUN = re.compile(r"(?:[-*+•▪◦●○■‣⁃·–]|\d{1,2}[.)]|\[[ xX]\]|[☐☑☒□])[ \t]+\S")
MOST_OF_BOTH = 60
LIST_IN_LINES = "write “|” behind the key, and all of the text on lines below it"
VERSES_IN_LINES = "write “|” behind the key, all of the text on lines below it, and a backslash at the end of each"
IN_ONE_LINE = "write it as one line that reads well, since it can have no other"


class JoinedLines(NamedTuple):
    """Two lines of the file between which YAML puts a space, and where the first of their words stands."""

    above: str
    below: str
    at: Position


def check_joined_texts(library: Library) -> Iterator[Problem]:
    for one in trees(library):
        for keys, text in one.tree.placed_texts():
            if "\n" in text.typed.strip() and text.node.style != "|" and is_words(keys, text, one.model):
                found = worst(list(joined_lines(text)))
                if found:
                    yield said_of_lines(one.tree.path, *found, one_line=has_one_line(one, keys))


def has_one_line(one: WrittenTree, keys: Keys) -> bool:
    """Return True for a text that can hold no lines. That of a block is what its kind says."""
    type_ = child(one.tree.piece(*keys[:-1]).root, "type")
    kind = str(type_[1].value) if type_ else ""
    model, below = (KINDS[kind].model, keys[-1:]) if kind in KINDS else (one.model, keys)
    shown = shown_at(model, below) if model else None
    return bool(shown and shown.one_line)


def joined_lines(text: PlacedText) -> Iterator[JoinedLines]:
    """Yield each line that goes on in the next one, with that."""
    lines = text.typed.split("\n")
    for (said, typed), (next_said, next_typed) in pairwise(zip(*text.aligned, strict=True)):
        line_ends = text.typed.count("\n", typed, next_typed) == 1
        if line_ends and text.text[said + 1 : next_said] == " ":
            number = text.typed.count("\n", 0, typed)
            above, below = (words_on(line, text) for line in lines[number : number + 2])
            yield JoinedLines(above, below, text.place(typed - len(above) + 1))


def words_on(line: str, text: PlacedText) -> str:
    quote = text.node.style if text.node.style in QUOTED_CHARACTER else ""
    return line.strip().removeprefix(quote).removesuffix(quote)


def worst(joined: list[JoinedLines]) -> tuple[JoinedLines, str] | None:
    """Return the first two lines that should not be joined, and the rule that says so."""
    entries = [one for one in joined if ENTRY_BEGUN.match(one.below)]
    if len(entries) > 1 or (entries and ENTRY_BEGUN.match(entries[0].above)):
        return entries[0], "joined-list"
    narrow = len(joined) > 1 and all(
        len(line) <= NARROW and not line.endswith(",") for one in joined for line in one[:2]
    )
    verses = (one for one in joined if one.at.column + len(one.above) <= SHORT)
    return next(
        ((one, "joined-text") for one in verses if stands_for_itself(one.above, one.below, narrow=narrow)), None
    )


def said_of_lines(path: str, one: JoinedLines, rule: str, *, one_line: bool) -> Problem:
    said = f"{one.above} {one.below}"
    shown = said if len(said) <= MOST_OF_BOTH else f"{said[:MOST_OF_BOTH].rstrip()}…"
    what = f"YAML makes one line of this one and the next: “{shown}”"
    instead = IN_ONE_LINE if one_line else LIST_IN_LINES if rule == "joined-list" else VERSES_IN_LINES
    return problem_at(path, one.at, what, instead)._replace(rule=rule)
