"""The settings that a clinic's folder begins with: those of the project, with the clinic's own name, country and paper."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import yaml

from psychoed.editing.folder import whole_edits
from psychoed.editing.yaml_places import begin_of, end_of, without_key, yaml_tree
from psychoed.reading.file import File
from psychoed.reading.web.html import Edit, edited
from psychoed.reading.yaml.tree import Tree

HEAD = """# Your clinic's settings. Lines that begin with # explain; the README of the package says more. Write a text that
# holds a colon and a space, or begins with a sign such as * or “, in double quotes.
"""
THEME = "theme:\n  name: psychoed\n  language: {language}\n"
RULES_BELOW = re.compile(r"^ *# The rules of your prescriber.*\n(?! *\w+_rule:)", re.MULTILINE)
PLUGINS = "plugins:\n  - search\n  - psychoed\n"


class Beginning(NamedTuple):
    """What somebody says of the clinic to begin with."""

    name: str
    country: str
    paper: str
    language: str
    description: str
    on_call: str = ""
    """Who answers at night after a session; the sample's words stay where nothing is said."""


def first_settings(text: str, clinic: Beginning) -> str:
    """Return mkdocs.yml for a folder where the package is installed."""
    tree = yaml_tree(File("mkdocs.yml", text))
    assert tree and isinstance(tree.root, yaml.MappingNode), "the project's own settings can be read"
    head_end = begin_of(tree.root)
    edits = [Edit(0, head_end, HEAD), *values_written(tree, text, clinic)]
    edits += [
        Edit(one.at, one.end, new) for name, new in of_the_package(clinic) for one in without_key(text, tree.root, name)
    ]
    return edited(text, whole_edits(edits))


def without_details(text: str, names: Sequence[str]) -> str:
    """Return the settings without these details of the clinic, and without the line above them where all are gone."""
    tree = yaml_tree(File("mkdocs.yml", text))
    details = tree.piece("extra", "clinic").root if tree else None
    assert isinstance(details, yaml.MappingNode), "the project's own settings can be read"
    edits = [edit for name in names for edit in without_key(text, details, name)]
    return RULES_BELOW.sub("", edited(text, whole_edits(edits)))


def of_the_package(clinic: Beginning) -> Iterator[tuple[str, str]]:
    """Yield the settings that are other ones where the package is installed, with what they say then."""
    yield "theme", THEME.format(language=clinic.language)
    yield "plugins", PLUGINS
    yield "hooks", ""


def values_written(tree: Tree, text: str, clinic: Beginning) -> Iterator[Edit]:
    """Yield what writes the clinic's own values in place of the sample's."""
    values: Mapping[tuple[str, ...], str] = {
        ("site_name",): clinic.name,
        ("site_description",): clinic.description,
        ("extra", "clinic", "name"): clinic.name,
        ("extra", "clinic", "country"): clinic.country,
        ("extra", "clinic", "paper"): clinic.paper,
        **({("extra", "clinic", "on_call"): clinic.on_call} if clinic.on_call else {}),
    }
    for keys, value in values.items():
        node = tree.piece(*keys).root
        yield Edit(begin_of(node), end_of(node, text), yaml_text(value))


def yaml_text(value: str) -> str:
    """Return a text as YAML, in quotes where it would mean something else without them."""
    try:
        plain = yaml.safe_load(f"key: {value}  # behind it") == {"key": value}
    except yaml.YAMLError:
        plain = False
    return value if plain and "\n" not in value else json.dumps(value, ensure_ascii=False)
