"""YAML as a tree of nodes that know their line and column. Every scalar stays text: the models decide what it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

import yaml

from psychoed.reading.problem import Position, PositionIn
from psychoed.reading.yaml.places import PlacedText

Keys = tuple[str | int, ...]
Value_co = TypeVar("Value_co", covariant=True)


def place(mark: Any) -> Position:
    """Return where a mark of PyYAML (which has two classes of them) stands."""
    return PositionIn(mark.line + 1, mark.column + 1, file_of(mark)) if mark else Position()


def file_of(mark: Any) -> str:
    """Return the file that was named when it was read; PyYAML calls a text without one <unicode string>."""
    return "" if mark.name.startswith("<") else str(mark.name)


class Tree(NamedTuple):
    """A YAML document. `first_line` is the line of the file on which it begins."""

    path: str
    root: yaml.Node
    first_line: int = 1
    text: str = ""
    """The whole file as it is written."""

    def data(self) -> Any:
        """Return the document as dicts, lists and texts; an empty value is None."""
        return plain_data(self.root)

    def keys_found(self, keys: Keys) -> Keys:
        """Return those steps that are in the document."""
        return tuple(step for step, _, _ in steps(self.root, keys))

    def position(self, keys: Keys, *, of_key: bool = False) -> Position:
        """Return where a value (or its key) stands; steps that are not in the document are passed over."""
        *_, (_, key, node) = [(None, None, self.root), *steps(self.root, keys)]
        mark = place((key if of_key and key else node).start_mark)
        return PositionIn(mark.line + self.first_line - 1, mark.column, mark.path)

    def piece(self, *keys: str | int) -> "Tree":
        """Return what stands below these keys, with its places in the same file."""
        *_, (_, _, node) = [(None, None, self.root), *steps(self.root, keys)]
        return self._replace(root=node)

    def placed_texts(self) -> Iterator[tuple[Keys, PlacedText]]:
        """Return every text with the places of its characters."""
        return ((keys, PlacedText(node, self.first_line)) for keys, node in scalars_of(self.root, ()))

    def texts_once(self) -> Iterator[PlacedText]:
        """Return every text once, however many names (&) lead to it: in settings, names may name names."""
        return (PlacedText(node, self.first_line) for node in scalars_once(self.root, set()))

    def placed_text(self, keys: Keys) -> PlacedText | None:
        """Return the text under these keys with the places of its characters."""
        *_, (_, _, node) = [(None, None, self.root), *steps(self.root, keys)]
        return PlacedText(node, self.first_line) if isinstance(node, yaml.ScalarNode) else None

    def texts(self) -> Iterator[tuple[Keys, str]]:
        """Return every text in the document with the keys that lead to it."""
        return ((keys, node.value) for keys, node in scalars_of(self.root, ()))


@dataclass(frozen=True)
class Entry(Generic[Value_co]):
    """A value that somebody wrote in a file. Those of one list may come from several files."""

    value: Value_co
    at: Tree
    """The piece of the file that holds it and nothing else."""


def steps(node: yaml.Node, keys: Keys) -> Iterator[tuple[str | int, yaml.Node | None, yaml.Node]]:
    """Yield each step that can be taken, with the key and the value it leads to."""
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


def merged(nodes: Iterable[yaml.Node]) -> yaml.Node | None:
    """Join settings as MkDocs reads those that inherit others: keys are joined, and of all else the nearest counts. The
    nearest comes first."""
    found = [*nodes]
    first, others = found[0] if found else None, found[1:]
    if not isinstance(first, yaml.MappingNode) or not others:
        return first
    pairs = list(first.value)
    for other in others:
        for key, value in other.value if isinstance(other, yaml.MappingNode) else ():
            number = next((n for n, (near, _) in enumerate(pairs) if near.value == key.value), None)
            if number is None:
                pairs.append((key, value))
            else:
                pairs[number] = (pairs[number][0], merged((pairs[number][1], value)))
    return yaml.MappingNode(first.tag, pairs, first.start_mark, first.end_mark, first.flow_style)


def setting(settings: Iterable["Tree"], *keys: str) -> tuple[str, yaml.Node] | None:
    """Return what the settings say under these keys, with the path of the file in which it begins."""
    trees = [*settings]
    node = merged(tree.root for tree in trees)
    for key in keys:
        found = child(node, key) if node else None
        node = found[1] if found else None
    return (file_of(node.start_mark) or trees[0].path, node) if node else None


def scalars_of(node: yaml.Node, keys: Keys) -> Iterator[tuple[Keys, yaml.ScalarNode]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from scalars_of(value, (*keys, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from scalars_of(value, (*keys, index))
    elif isinstance(node, yaml.ScalarNode):
        yield keys, node


def scalars_once(node: yaml.Node, seen: set[int]) -> Iterator[yaml.ScalarNode]:
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        yield node
    for one in node.value if isinstance(node, yaml.SequenceNode | yaml.MappingNode) else ():
        yield from scalars_once(one[1] if isinstance(one, tuple) else one, seen)


def plain_data(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain_data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain_data(value) for value in node.value]
    plain = isinstance(node, yaml.ScalarNode) and not node.style
    return None if plain and node.value in ("", "~", "null") else node.value
