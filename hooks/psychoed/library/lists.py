"""Reads the lists of data/: one wrong entry never hides the others."""

from pathlib import Path
from typing import TypeVar

import yaml

from psychoed.library.library import Words
from psychoed.model.base import Model
from psychoed.model.lists import CountryHelp
from psychoed.model.strings import string_faults
from psychoed.model.validation.messages import validate
from psychoed.reading.file import read_file
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.yaml.reader import read_yaml
from psychoed.reading.yaml.tree import Entry, Tree, child

M = TypeVar("M", bound=Model)


def read_data(name: str, root: Path, problems: list[Problem], unread: set[str]) -> Tree | None:
    """A list of data/. One that cannot be read is added to `unread`, so that nobody is blamed for naming its entries."""
    tree = read_tree(root / "data" / name, root, problems)
    if tree is None:
        unread.add(f"data/{name}")
    return tree


def read_tree(file: Path, root: Path, problems: list[Problem]) -> Tree | None:
    if not file.exists() and not file.is_symlink():
        problems.append(problem_at(file.relative_to(root).as_posix(), Position(), "the file is missing", "put it back"))
        return None
    source = read_file(file, root)
    if isinstance(source, Problem):
        problems.append(source)
        return None
    tree, found = read_yaml(source)
    problems += found
    return None if found or tree is None else tree._replace(text=source.text)


def read_words(root: Path, language: str, problems: list[Problem]) -> tuple[Words, Tree | None]:
    of_language, _, region = language.partition("-")
    file = root / "data" / f"strings.{language}.yml"
    if region and not file.exists():  # the words of British pages are those of English ones
        file = file.with_name(f"strings.{of_language}.yml")
    if not file.exists():
        what = f"there are no words for the language “{language}”"
        problems.append(problem_at("mkdocs.yml", Position(), what, f"write them as data/strings.{language}.yml"))
        return {}, None
    tree = read_tree(file, root, problems)
    words = tree.data() if tree else {}
    if not isinstance(words, dict):
        what = "a list or a text stands where keys are expected"
        problems.append(problem_at(f"data/{file.name}", Position(), what, "put the file back as it was"))
        return {}, None
    wrong = sorted(string_faults(tree)) if tree else []
    problems += wrong
    return ({}, None) if wrong else (words, tree)


def read_one(tree: Tree | None, model: type[M], problems: list[Problem]) -> M | None:
    """A file of data/ that holds one set of keys."""
    if tree is None:
        return None
    value, found = validate(model, tree)
    problems += found
    return value


def read_list(tree: Tree | None, model: type[M], problems: list[Problem], unread: set[str]) -> dict[str, Entry[M]]:
    """The entries of a list in data/ by their id. Ids of those that cannot be read are added to `unread`."""
    entries: dict[str, Entry[M]] = {}
    if tree is None:
        return entries
    if not isinstance(tree.root, yaml.SequenceNode):
        problems.append(problem_at(tree.path, Position(), "the file is not a list", "begin each entry with “- id: …”"))
        unread.add(tree.path)
        return entries
    for number, node in enumerate(tree.root.value):
        at = tree.piece(number)
        value, found = validate(model, at)
        problems += found
        given = child(node, "id")
        key = str(given[1].value) if given else ""
        if value is None:
            unread.add(key)
        elif key in entries:
            what = f"the id “{key}” stands here twice"
            problems.append(problem_at(at.path, at.position(("id",)), what, "keep one of the two entries"))
        else:
            entries[key] = Entry(value, at)
    return entries


def read_help(tree: Tree | None, problems: list[Problem], unread: set[str]) -> dict[str, Entry[CountryHelp]]:
    """The help lines of each country by its code. A fault in one country leaves the others."""
    countries: dict[str, Entry[CountryHelp]] = {}
    if tree is None:
        return countries
    if not isinstance(tree.root, yaml.MappingNode):
        what = "the file does not begin with a country"
        problems.append(problem_at(tree.path, Position(), what, "write a code such as `US:`, and its keys below it"))
        unread.add(tree.path)
        return countries
    for code, _ in tree.root.value:
        at = tree.piece(code.value)
        found, wrong = validate(CountryHelp, at)
        problems += wrong
        if found:
            countries[code.value] = Entry(found, at)
        else:
            unread.add(code.value)
    return countries
