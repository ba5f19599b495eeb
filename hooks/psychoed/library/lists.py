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
from psychoed.reading.read import Notes, Read
from psychoed.reading.yaml.reader import read_yaml
from psychoed.reading.yaml.tree import Entry, Tree, child

M = TypeVar("M", bound=Model)


def read_data(name: str, root: Path) -> Read[Tree | None]:
    """Return a list of data/ as a tree. One that cannot be read is named by its path."""
    found = read_tree(root / "data" / name, root)
    return found if found.value else found._replace(unread=frozenset({f"data/{name}"}))


def read_tree(file: Path, root: Path) -> Read[Tree | None]:
    """Return the tree of a file, or why there is none."""
    if not file.exists() and not file.is_symlink():
        path = file.relative_to(root).as_posix()
        return Read(None, (problem_at(path, Position(), "the file is missing", "put it back"),))
    found = read_file(file, root)
    if isinstance(found, Problem):
        return Read(None, (found,))
    tree, problems = read_yaml(found)
    return Read(None if problems or tree is None else tree._replace(text=found.text), tuple(problems))


def read_words(root: Path, language: str) -> Read[Entry[Words] | None]:
    """Return the words of templates in a language."""
    of_language, _, region = language.partition("-")
    file = root / "data" / f"strings.{language}.yml"
    if region and not file.exists():  # the words of British pages are those of English ones
        file = file.with_name(f"strings.{of_language}.yml")
    if not file.exists():
        what = f"there are no words for the language “{language}”"
        return Read(None, (problem_at("mkdocs.yml", Position(), what, f"write them as data/strings.{language}.yml"),))
    tree, problems, _ = read_tree(file, root)
    if tree is None:
        return Read(None, problems)
    words = tree.data()
    if not isinstance(words, dict):
        what = "a list or a text stands where keys are expected"
        return Read(None, (problem_at(tree.path, Position(), what, "put the file back as it was"),))
    wrong = sorted(string_faults(tree))
    return Read(None if wrong else Entry(words, tree), tuple(wrong))


def read_one(tree: Tree | None, model: type[M]) -> Read[M | None]:
    """Return a file of data/ that holds one set of keys."""
    if tree is None:
        return Read(None)
    value, problems = validate(model, tree)
    return Read(value, tuple(problems))


def read_entry(tree: Tree, model: type[M], name: str) -> Read[Entry[M] | None]:
    """Return one entry of a list. One that cannot be read is named."""
    value, problems = validate(model, tree)
    if value is None:
        return Read(None, tuple(problems), frozenset({name}))
    return Read(Entry(value, tree), tuple(problems))


def read_list(tree: Tree | None, model: type[M]) -> Read[dict[str, Entry[M]]]:
    """Return the entries of a list in data/ by their id. Those that cannot be read are named by it."""
    if tree is None:
        return Read({})
    if not isinstance(tree.root, yaml.SequenceNode):
        wrong = problem_at(tree.path, Position(), "the file is not a list", "begin each entry with “- id: …”")
        return Read({}, (wrong,), frozenset({tree.path}))
    notes, entries = Notes(), dict[str, Entry[M]]()
    for number, node in enumerate(tree.root.value):
        given = child(node, "id")
        key = str(given[1].value) if given else ""
        entry = notes.of(read_entry(tree.piece(number), model, key))
        if entry and key in entries:
            notes.problems.append(stands_twice(entry.at, key))
        elif entry:
            entries[key] = entry
    return notes.on(entries)


def stands_twice(entry: Tree, key: str) -> Problem:
    what = f"the id “{key}” stands here twice"
    return problem_at(entry.path, entry.position(("id",)), what, "keep one of the two entries")


def read_help(tree: Tree | None) -> Read[dict[str, Entry[CountryHelp]]]:
    """Return the help lines of each country by its code. A fault in one country leaves the others."""
    if tree is None:
        return Read({})
    if not isinstance(tree.root, yaml.MappingNode):
        what = "the file does not begin with a country"
        wrong = problem_at(tree.path, Position(), what, "write a code such as `US:`, and its keys below it")
        return Read({}, (wrong,), frozenset({tree.path}))
    notes = Notes()
    codes = [str(code.value) for code, _ in tree.root.value]
    found = {code: notes.of(read_entry(tree.piece(code), CountryHelp, code)) for code in codes}
    return notes.on({code: entry for code, entry in found.items() if entry})
