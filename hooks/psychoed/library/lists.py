"""Reads the lists of data/, the clinic's own laid over those of the package: one wrong entry never hides the others."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

import yaml

from psychoed.library.library import TemplateWords
from psychoed.model.base import Model
from psychoed.model.belonging import ListedIds
from psychoed.model.lists import CountryHelp
from psychoed.model.strings import string_faults
from psychoed.model.validation.messages import validate
from psychoed.reading.file import File, read_file
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.read import Notes, Read
from psychoed.reading.shipped import FOLDER, shipped
from psychoed.reading.yaml.reader import read_yaml
from psychoed.reading.yaml.tree import Entry, Tree, child, merged, place

COUNTRY_CODE = re.compile("[A-Z]{2,3}")
"""Of a country, as its help lines and the settings name it."""
OneModel = TypeVar("OneModel", bound=Model)


class Layers(NamedTuple):
    """A list of data/: the clinic's own, and below it that of the package."""

    own: Tree | None
    shipped: Tree | None = None

    def together(self) -> Tree | None:
        """Return both as one, where a list is a set of keys: each key is the clinic's where it has one."""
        return laid_over([tree for tree in self if tree])


def laid_over(trees: Sequence[Tree]) -> Tree | None:
    """Return one tree of several. The first counts most."""
    if len(trees) < 2:
        return trees[0] if trees else None
    root = merged(tree.root for tree in trees)
    return trees[0]._replace(root=root or trees[0].root)


def read_data(name: str, root: Path, below_it: str = "") -> Read[Layers]:
    """Return a list of data/. One of the clinic's that cannot be read is named by its path. `below_it`: where the
    package has it, if that is another place."""
    below = shipped_tree(below_it or name, root)
    if below and not is_there(root / "data" / name):
        return Read(Layers(None, below))
    if below and says_nothing_yet(root / "data" / name):
        return Read(Layers(None, below))
    own, problems, _ = read_tree(root / "data" / name, root)
    return Read(Layers(own, below), problems, frozenset() if own else frozenset({f"data/{name}"}))


def says_nothing_yet(file: Path) -> bool:
    """Return True if all lines of a file are comments."""
    lines = file.read_text("utf-8", "replace").split("\n") if file.is_file() else []
    said = [line.strip() for line in lines if line.strip()]
    return bool(said) and all(line.startswith("#") for line in said)


def shipped_tree(name: str, root: Path) -> Tree | None:
    """Return a list of the package, where the folder is not the one that the package is made from."""
    file = shipped(f"data/{name}")
    if not file.is_file() or shipped("data").resolve() == (root / "data").resolve():
        return None
    found = File(f"{FOLDER}data/{name}", file.read_text("utf-8"))
    tree, _ = read_yaml(found)
    return tree and tree._replace(text=found.text)


def read_of_language(name: str, language: str, root: Path) -> Read[Layers]:
    """Return a list of data/<language>/. Nothing is missing where nobody has written it in this language: then what it
    would say is not asked of any text. British pages have the lists of English ones. A clinic of one language may keep
    its own list in data/ itself."""
    file = f"{name}.yml"
    path = f"{language.partition('-')[0]}/{file}"
    in_data_itself, in_its_folder = is_there(root / "data" / file), is_there(root / "data" / path)
    if in_data_itself and not in_its_folder:
        return read_data(file, root, below_it=path)
    found = read_data(path, root) if in_data(path, root) else Read(Layers(None))
    if not in_data_itself:
        return found
    twice = problem_at(f"data/{file}", Position(), f"data/{path} is read in place of this file", "keep one of the two")
    return found._replace(problems=(*found.problems, twice))


def is_there(file: Path) -> bool:
    return file.exists() or file.is_symlink()


def read_tree(file: Path, root: Path) -> Read[Tree | None]:
    """Return the tree of a file, or why there is none."""
    if not is_there(file):
        path = file.relative_to(root).as_posix()
        return Read(None, (problem_at(path, Position(), "the file is missing", "put it back"),))
    found = read_file(file, root)
    if isinstance(found, Problem):
        return Read(None, (found,))
    tree, problems = read_yaml(found)
    return Read(None if problems or tree is None else tree._replace(text=found.text), tuple(problems))


class SiteWords(NamedTuple):
    """What templates say in the language of the site, and the clinic's own files of it."""

    said: TemplateWords
    own: tuple[Tree, ...] = ()


def read_words(root: Path, language: str) -> Read[SiteWords]:
    """Return the words of templates. Those of Australian pages are those of British ones, and these of English ones, but for what they say otherwise;
    a word that a language lacks is said in English until somebody writes it."""
    notes, name = Notes(), "strings.{}.yml".format
    of_language = [code for code in languages_below(language) if in_data(name(code), root)]
    if not of_language:
        what = f"there are no words for the language “{language}”"
        instead = f"write them as data/{name(language)}"
        if "_" in language:
            instead = f"write the language as {language.replace('_', '-')}"
        return Read(SiteWords({}), (problem_at("mkdocs.yml", Position(), what, instead),))
    codes = [code for code in dict.fromkeys([*of_language, "en"]) if in_data(name(code), root)]
    layers = [notes.value_of(read_data(name(code), root)) for code in codes]
    own = tuple(layer.own for layer in layers if layer.own)
    tree = laid_over([tree for layer in layers for tree in layer if tree])
    if tree is None or notes.problems:
        return notes.result(SiteWords({}, own))
    words = tree.data()
    if not isinstance(words, dict):
        what = "a list or a text stands where keys are expected"
        return Read(SiteWords({}), (problem_at(tree.path, Position(), what, "put the file back as it was"),))
    wrong = tuple(sorted(string_faults(tree)))
    return Read(SiteWords({} if wrong else words, own), wrong)


def languages_below(language: str) -> list[str]:
    """Return the languages whose words are said, the nearest first. English is British outside the United States."""
    british = ["en-GB"] if language.startswith("en-") and language != "en-US" else []
    return [*dict.fromkeys([language, *british, language.partition("-")[0]])]


def in_data(name: str, root: Path) -> bool:
    return is_there(root / "data" / name) or shipped(f"data/{name}").is_file()


def read_one(layers: Layers, model: type[OneModel]) -> Read[OneModel | None]:
    """Return a file of data/ that holds one set of keys."""
    tree = layers.together()
    if tree is None:
        return Read(None)
    value, problems = validate(model, tree)
    return Read(value, tuple(problems))


def read_entry(
    tree: Tree, model: type[OneModel], name: str, listed: ListedIds | None = None
) -> Read[Entry[OneModel] | None]:
    """Return one entry of a list, or what a file says. One that cannot be read is named."""
    value, problems = validate(model, tree, listed)
    if value is None:
        return Read(None, tuple(problems), frozenset({name}))
    return Read(Entry(value, tree), tuple(problems))


def read_list(layers: Layers, model: type[OneModel]) -> Read[dict[str, Entry[OneModel]]]:
    """Return the entries of a list in data/ by their id: those of the package in their order, where the clinic does
    not say otherwise, then its own. Those that cannot be read are named by their id."""
    notes = Notes()
    own = notes.value_of(entries_of(layers.own, model))
    gone = {*taken_out(layers.own), *notes.unread}
    below = entries_of(layers.shipped, model).value
    return notes.result({**{key: own.get(key, entry) for key, entry in below.items() if key not in gone}, **own})


@lru_cache(maxsize=128)
def entries_of(tree: Tree | None, model: type[OneModel]) -> Read[dict[str, Entry[OneModel]]]:
    """Return the entries of one file by their id. The value is remembered: copy it before it is changed."""
    if tree is None:
        return Read({})
    if not isinstance(tree.root, yaml.SequenceNode):
        wrong = problem_at(tree.path, Position(), "the file is not a list", "begin each entry with “- id: …”")
        return Read({}, (wrong,), frozenset({tree.path}))
    notes, entries = Notes(), dict[str, Entry[OneModel]]()
    for number, node in enumerate(tree.root.value):
        if takes_out(node):
            notes.problems += faults_of_removal(tree.piece(number))
            continue
        key = id_of(node)
        entry = notes.value_of(read_entry(tree.piece(number), model, key))
        if entry and key in entries:
            notes.problems.append(stands_twice(entry.at, key))
        elif entry:
            entries[key] = entry
    return notes.result(entries)


def id_of(node: yaml.Node) -> str:
    given = child(node, "id")
    return str(given[1].value) if given else ""


def takes_out(node: yaml.Node) -> bool:
    """Return True if this is no entry, and only takes one of the package out: {id: …, remove: true}."""
    return isinstance(node, yaml.MappingNode) and {key.value for key, _ in node.value} == {"id", "remove"}


def faults_of_removal(entry: Tree) -> Iterator[Problem]:
    removal = child(entry.root, "remove")
    if removal and removal[1].value != "true":
        what = (
            f"“remove” holds “{removal[1].value}”"
            if isinstance(removal[1], yaml.ScalarNode)
            else "“remove” holds no text"
        )
        yield problem_at(entry.path, entry.position(("remove",)), what, "write `remove: true`, or take the entry out")


def taken_out(tree: Tree | None) -> set[str]:
    """Return the ids of entries of the package that a list takes out."""
    nodes = tree.root.value if tree and isinstance(tree.root, yaml.SequenceNode) else ()
    return {id_of(node) for node in nodes if takes_out(node)}


def stands_twice(entry: Tree, key: str) -> Problem:
    what = f"the id “{key}” stands here twice"
    return problem_at(entry.path, entry.position(("id",)), what, "keep one of the two entries")


def entries_below(layers: Layers) -> Iterator[tuple[str, Tree]]:
    """Yield the entries of the package by their id or country, but for those of which the clinic has its own."""
    own = {name for name, _ in pieces_of(layers.own)}
    yield from ((name, tree) for name, tree in pieces_of(layers.shipped) if name not in own)


def pieces_of(tree: Tree | None) -> Iterator[tuple[str, Tree]]:
    if tree and isinstance(tree.root, yaml.SequenceNode):
        yield from ((id_of(node), tree.piece(number)) for number, node in enumerate(tree.root.value))
    elif tree and isinstance(tree.root, yaml.MappingNode):
        yield from ((str(key.value), tree.piece(key.value)) for key, _ in tree.root.value)


def no_code(path: str, code: yaml.Node) -> Problem:
    what = f"“{code.value}” is not the code of a country"
    instead = (
        f"write it as {code.value.upper()}"
        if COUNTRY_CODE.fullmatch(str(code.value).upper())
        else "write two or three capitals, such as US"
    )
    return problem_at(path, place(code.start_mark), what, instead)


def read_help(layers: Layers) -> Read[dict[str, Entry[CountryHelp]]]:
    """Return the help lines of each country by its code. A country is the clinic's as a whole, where it has one."""
    notes = Notes()
    own = notes.value_of(countries_of(layers.own))
    below = {code: entry for code, entry in countries_of(layers.shipped).value.items() if code not in notes.unread}
    return notes.result({**below, **own})


@lru_cache(maxsize=32)
def countries_of(tree: Tree | None) -> Read[dict[str, Entry[CountryHelp]]]:
    """Return the countries of one file. A fault in one leaves the others."""
    if tree is None:
        return Read({})
    if not isinstance(tree.root, yaml.MappingNode):
        what = "the file does not begin with a country"
        wrong = problem_at(tree.path, Position(), what, "write a code such as `US:`, and its keys below it")
        return Read({}, (wrong,), frozenset({tree.path}))
    notes = Notes()
    notes.problems += (
        no_code(tree.path, code) for code, _ in tree.root.value if not COUNTRY_CODE.fullmatch(str(code.value))
    )
    codes = [str(code.value) for code, _ in tree.root.value if COUNTRY_CODE.fullmatch(str(code.value))]
    found = {code: notes.value_of(read_entry(tree.piece(code), CountryHelp, code)) for code in codes}
    return notes.result({code: entry for code, entry in found.items() if entry})
