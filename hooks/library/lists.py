"""Reads the lists of data/: one wrong entry never hides the others."""

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import RootModel, create_model

from library.library import Words
from library.model import Model
from library.problem import Position, Problem, problem_at
from library.references import CountryHelp
from library.source import read_source
from library.validation import validate
from library.yamltree import Tree, read_yaml

M = TypeVar("M", bound=Model)


def read_tree(file: Path, root: Path, problems: list[Problem]) -> Tree | None:
    if not file.exists():
        problems.append(problem_at(file.relative_to(root).as_posix(), Position(), "the file is missing", "put it back"))
        return None
    source = read_source(file, root)
    if isinstance(source, Problem):
        problems.append(source)
        return None
    tree, found = read_yaml(source)
    problems += found
    return None if found else tree


def read_words(root: Path, language: str, problems: list[Problem]) -> Words:
    file = root / "data" / f"strings.{language}.yml"
    if not file.exists():
        what = f"there are no words for the language “{language}”"
        problems.append(problem_at("mkdocs.yml", Position(), what, f"write them as data/{file.name}"))
        return {}
    tree = read_tree(file, root, problems)
    return tree.data() if tree else {}


def read_list(root: Path, name: str, model: type[M], problems: list[Problem]) -> dict[str, M]:
    """The entries of a list in data/ by their id."""
    tree = read_tree(root / "data" / name, root, problems)
    entries: dict[str, M] = {}
    if tree is None:
        return entries
    for number, node in enumerate(tree.root.value if isinstance(tree.root, yaml.SequenceNode) else []):
        entry, found = validate(model, Tree(tree.path, node))
        problems += found
        if entry is None:
            continue
        key = str(getattr(entry, "id", number))
        if key in entries:
            at = tree.position((number, "id"))
            problems.append(
                problem_at(tree.path, at, f"the id “{key}” stands here twice", "keep one of the two entries")
            )
        entries.setdefault(key, entry)
    return entries


def read_help(root: Path, problems: list[Problem]) -> dict[str, CountryHelp]:
    """The help lines of each country by its code."""
    tree = read_tree(root / "data" / "help-lines.yml", root, problems)
    if tree is None:
        return {}
    countries, found = validate(create_model("HelpLines", __base__=RootModel[dict[str, CountryHelp]]), tree)
    problems += found
    return countries.root if countries else {}
