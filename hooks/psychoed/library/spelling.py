"""Spells what texts quote from the package's lists as the country of the site does, by data/spelling.en-GB.yml."""

import re
from collections.abc import Mapping
from functools import lru_cache

import yaml

from psychoed.library.lists import Layers, languages_below
from psychoed.reading.file import File
from psychoed.reading.shipped import shipped
from psychoed.reading.yaml.reader import read_yaml
from psychoed.reading.yaml.tree import Tree

QUOTED_LISTS = ("care-lists", "dated-facts", "glossary")
"""Those whose words pages print."""
PRINTED_KEYS = frozenset({"says", "after", "term", "also", "means"})
"""Keys whose values are such words; all others are ids, names of sources and what checks look for."""


def spelled(layers: Layers, language: str) -> Layers:
    """Return a list with the package's part spelled for this language. What a clinic wrote itself stays as it is."""
    return layers._replace(shipped=spelled_tree(layers.shipped, language)) if layers.shipped else layers


@lru_cache(maxsize=32)
def spelled_tree(tree: Tree, language: str) -> Tree:
    """Return the same tree for the same one, since what is read of it is remembered."""
    words = spellings(language)
    return tree._replace(root=spelled_node(tree.root, words)) if words else tree


def spellings(language: str) -> Mapping[str, str]:
    """Return the words that are spelled otherwise in this language, by how they are spelled in the lists."""
    names = (f"spelling.{code}.yml" for code in languages_below(language))
    file = next((found for name in names if (found := shipped(f"data/{name}")).is_file()), None)
    tree = read_yaml(File(file.name, file.read_text("utf-8")))[0] if file else None
    return tree.data() if tree else {}


def spelled_node(node: yaml.Node, words: Mapping[str, str], key: str = "") -> yaml.Node:
    if isinstance(node, yaml.MappingNode):
        pairs = [(name, spelled_node(value, words, str(name.value))) for name, value in node.value]
        return yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark, node.flow_style)
    if isinstance(node, yaml.SequenceNode):
        values = [spelled_node(value, words, key) for value in node.value]
        return yaml.SequenceNode(node.tag, values, node.start_mark, node.end_mark, node.flow_style)
    if key not in PRINTED_KEYS or not isinstance(node, yaml.ScalarNode):
        return node
    return yaml.ScalarNode(node.tag, spelled_text(node.value, words), node.start_mark, node.end_mark, node.style)


def spelled_text(text: str, words: Mapping[str, str]) -> str:
    return re.sub(r"[A-Za-z]+", lambda found: spelled_word(found[0], words), text)


def spelled_word(word: str, words: Mapping[str, str]) -> str:
    right = words.get(word.lower(), word)
    return right[0].upper() + right[1:] if word[0].isupper() else right
