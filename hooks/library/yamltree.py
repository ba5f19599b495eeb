"""YAML as a tree of nodes that know their line and column. Every scalar stays text: the models decide what it is."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import yaml

from library.problem import Position

Keys = tuple[str | int, ...]


def place(mark: Any) -> Position:
    """Where a mark of PyYAML (which has two classes of them) stands."""
    return Position(mark.line + 1, mark.column + 1) if mark else Position()


class Tree(NamedTuple):
    """A YAML document. `first_line` is the line of the file on which it begins."""

    path: str
    root: yaml.Node
    first_line: int = 1
    text: str = ""
    """The whole file as it is written."""

    def data(self) -> Any:
        """The document as dicts, lists and texts; an empty value is None."""
        return plain_data(self.root)

    def found(self, keys: Keys) -> Keys:
        """Those steps that are in the document."""
        return tuple(step for step, _, _ in steps(self.root, keys))

    def position(self, keys: Keys, *, of_key: bool = False) -> Position:
        """Where a value (or its key) stands; steps that are not in the document are passed over."""
        *_, (_, key, node) = [(None, None, self.root), *steps(self.root, keys)]
        mark = place((key if of_key and key else node).start_mark)
        return Position(mark.line + self.first_line - 1, mark.column)

    def placed_texts(self) -> Iterator[tuple[Keys, str, Position, bool]]:
        """Every text with its place, and whether its characters stand there one after the other."""
        for keys, node in scalars_of(self.root, ()):
            begin, end = node.start_mark, node.end_mark
            quote = 1 if node.style in ("'", '"') else 0
            one_line = begin.line == end.line and end.column - begin.column == len(node.value) + 2 * quote
            yield keys, node.value, Position(begin.line + self.first_line, begin.column + 1 + quote), one_line

    def texts(self) -> Iterator[tuple[Keys, str]]:
        """Every text in the document with the keys that lead to it."""
        return ((keys, node.value) for keys, node in scalars_of(self.root, ()))


def steps(node: yaml.Node, keys: Keys) -> Iterator[tuple[str | int, yaml.Node | None, yaml.Node]]:
    """Each step that can be taken, with the key and the value it leads to."""
    for step in keys:
        if found := child(node, step):
            key, node = found
            yield step, key, node


def child(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(step)), None)
    return None


def extras(settings: Iterable["Tree"], name: str) -> Iterator[tuple[str, yaml.Node]]:
    """What each settings file says under extra.<name>, with that file's path; the nearest file comes first."""
    for tree in settings:
        extra = child(tree.root, "extra")
        if found := child(extra[1], name) if extra else None:
            yield tree.path, found[1]


def scalars_of(node: yaml.Node, keys: Keys) -> Iterator[tuple[Keys, yaml.ScalarNode]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from scalars_of(value, (*keys, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from scalars_of(value, (*keys, index))
    elif isinstance(node, yaml.ScalarNode):
        yield keys, node


def plain_data(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain_data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain_data(value) for value in node.value]
    plain = isinstance(node, yaml.ScalarNode) and not node.style
    return None if plain and node.value in ("", "~", "null") else node.value
