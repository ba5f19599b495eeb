"""Texts of YAML that a # cuts off, since YAML takes what stands behind a space and a # for a comment."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.model.base import Model
from psychoed.model.clinic import Clinic
from psychoed.model.shown import shown_at
from psychoed.reading.markdown.layout import indent_of
from psychoed.reading.problem import PositionIn, Problem, problem_at
from psychoed.reading.yaml.places import PlacedText
from psychoed.reading.yaml.tree import Keys, Tree, child
from psychoed.words.texts import MODELS_OF_LISTS, NO_WORD

RULES = (Rule("cut-text", "problem", "no # cuts a text off"),)
COMMENT = re.compile(r",?(?:[ \t]+|(?<=:)|^)(#[^\n]*)")
AS_A_WORD = re.compile(r"#[^\s#]")
"""Behind a text in quotes, a # with a space after it is meant as a comment."""
EXCEPTION = re.compile(r"#\s*lint-ok:")
SETTINGS_SHOWN = ("site_name", "site_description", "site_author", "copyright")
MOST_SHOWN = 40


class WrittenTree(NamedTuple):
    """A tree that somebody wrote, with the model of its texts, where they have one."""

    tree: Tree
    model: type[Model] | None


def check_cut_texts(library: Library) -> Iterator[Problem]:
    for one in trees(library):
        for keys, text in one.tree.placed_texts():
            if not text.is_block and is_words(keys, text, one.model):
                yield from comment_behind(one.tree.path, text)
            elif text.is_block and "#" in text.lines_below and is_words(keys, text, one.model):
                yield from lines_left_out(one.tree.path, text)
    for tree in library.listed("settings"):  # in which names may repeat a piece without end: only the top is looked at
        for name in SETTINGS_SHOWN:
            found = child(tree.root, name)
            if found and isinstance(found[1], yaml.ScalarNode) and found[1].style is None:
                yield from comment_behind(tree.path, PlacedText(found[1], tree.first_line))


def trees(library: Library) -> Iterator[WrittenTree]:
    for source in library.sources():
        yield WrittenTree(source.tree, source.model)
    for name in library.lists:
        if name != "settings":
            model = Clinic if name == "clinic" else MODELS_OF_LISTS.get(name)
            for tree in library.listed(name):
                yield WrittenTree(tree, model)


def is_words(keys: Keys, text: PlacedText, model: type[Model] | None) -> bool:
    """Return True if readers see it. Where no model says so, whatever has more than one word may be seen."""
    if model is None:
        return " " in text.text
    return shown_at(model, keys) is not None and not (text.text and NO_WORD.fullmatch(text.text))


def lines_left_out(path: str, text: PlacedText) -> Iterator[Problem]:
    """Yield lines that begin with # below a block, further in than its key but not as far as its words."""
    lines = text.lines_below.split("\n")
    inside = next((indent_of(line) for line in lines if line.strip()), 0)
    for number, line in enumerate(lines, text.node.start_mark.line + 1):
        words = line.lstrip(" ")
        if words.startswith("#") and text.column_of_key < indent_of(line) < inside and not EXCEPTION.match(words):
            at = PositionIn(number + text.first_line, indent_of(line) + 1, text.path)
            what = f"“{in_short(words)}” is a comment to YAML, and no part of the text above it"
            yield problem_at(
                path, at, what, "begin all lines of the text below each other, or the comment below the key"
            )


def in_short(said: str) -> str:
    return said if len(said) <= MOST_SHOWN else f"{said[:MOST_SHOWN]}…"


def comment_behind(path: str, text: PlacedText) -> Iterator[Problem]:
    """Yield the comment right behind a text, but for one that makes an exception from a rule."""
    end = text.node.end_mark
    if not isinstance(end.buffer, str):
        return
    rest = end.buffer[end.pointer :].partition("\n")[0].rstrip("\0")
    found = COMMENT.match(rest)
    meant = text.node.style is not None and not AS_A_WORD.match(found[1] if found else "")
    if found and not meant and not EXCEPTION.match(found[1]):
        at = PositionIn(end.line + text.first_line, end.column + found.start(1) + 1, text.path)
        what = f"“{in_short(found[1])}” is a comment to YAML, and no part of the text before it"
        instead = "put the whole text in double quotes, or the comment on a line of its own"
        yield problem_at(path, at, what, instead)
