"""Whether data/strings.<language>.yml holds every word that templates ask for, with the gaps that a build fills.

strings.json says what is asked for; it is written from the English file: `pytest --update`.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from psychoed.reading.problem import Fault, Problem, nearest, problem_at
from psychoed.reading.yaml.tree import Keys, Tree, child

OPEN = (("phases",), ("topics",), ("packet", "roles"))
"""Groups to which a clinic adds words of its own: titles of entries of data/."""
ONCE_ASKED_FOR = frozenset({"sheet.forget", "sheet.kept_here"})
"""Words of earlier versions, which the files of clinics may still hold: no mistake in spelling, however near to another."""
Shape = Mapping[str, Any]
"""By key: the gaps of a text, the number of texts in a list, the shape of a group, or those of the groups in a list."""


def shape_of(words: Mapping[str, Any], above: Keys = ()) -> Shape:
    return {key: {} if (*above, key) in OPEN else shape_of_one(said, (*above, key)) for key, said in words.items()}


def shape_of_one(said: Any, keys: Keys) -> Any:
    if isinstance(said, Mapping):
        return shape_of(said, keys)
    if isinstance(said, list):
        return [shape_of(one, keys) for one in said] if isinstance(said[0], Mapping) else len(said)
    return sorted(gaps_in(said))


def shape_text(words: Mapping[str, Any]) -> str:
    return json.dumps(shape_of(words), indent=2) + "\n"


def wanted_shape() -> Shape:
    shape: Shape = json.loads(Path(__file__).with_name("strings.json").read_text("utf-8"))
    return shape


def gaps_in(said: str) -> set[str]:
    """Return the names in braces. Raise ValueError where a brace stands alone."""
    return {name for _, name, _, _ in Formatter().parse(said) if name is not None}


def string_faults(tree: Tree) -> Iterator[Problem]:
    yield from group_faults(tree, wanted_shape(), ())


def missing_words(tree: Tree, shape: Shape | None = None, above: Keys = ()) -> Iterator[Keys]:
    """Yield the keys that templates ask for and this file does not hold."""
    node = node_at(tree, above)
    given = {key.value for key, _ in node.value} if isinstance(node, yaml.MappingNode) else set()
    for key, below in (wanted_shape() if shape is None else shape).items():
        if key not in given:
            yield (*above, key)
        elif isinstance(below, Mapping):
            yield from missing_words(tree, below, (*above, key))


def unused_words(tree: Tree, shape: Shape | None = None, above: Keys = ()) -> Iterator[Keys]:
    """Yield the keys that no template asks for and that are near to none that one does: words of an older version."""
    shape = wanted_shape() if shape is None else shape
    node = node_at(tree, above)
    given = [key.value for key, _ in node.value] if isinstance(node, yaml.MappingNode) and above not in OPEN else []
    for key in given:
        below = shape.get(key)
        if below is None and not misspelt(key, shape, above):
            yield (*above, key)
        elif isinstance(below, Mapping):
            yield from unused_words(tree, below, (*above, key))


def misspelt(key: str, shape: Shape, above: Keys) -> str | None:
    """Return the key that was meant; nothing where it is like none, or was one in an earlier version."""
    return None if key_path((*above, key)) in ONCE_ASKED_FOR else nearest(key, shape)


def group_faults(tree: Tree, shape: Shape, above: Keys) -> Iterator[Problem]:
    node = node_at(tree, above)
    if not isinstance(node, yaml.MappingNode):
        what, instead = f"“{key_path(above)}” holds no keys", f"write those of {where_to_copy_from(tree)} below it"
        yield problem_at(tree.path, tree.position(above), what, instead)
        return
    given = {key.value for key, _ in node.value}
    for key in shape.keys() - given:
        what = f"“{key_path((*above, key))}” is missing"
        yield problem_at(tree.path, tree.position(above, of_key=True), what, f"copy it from {where_to_copy_from(tree)}")
    for key in given:
        keys = (*above, key)
        if key in shape or above in OPEN:
            yield from value_faults(tree, shape.get(key, []), keys)
        elif close := misspelt(key, shape, above):
            at = tree.position(keys, of_key=True)
            yield problem_at(tree.path, at, f"no template asks for “{key_path(keys)}”", f"did you mean “{close}”?")


def value_faults(tree: Tree, shape: Any, keys: Keys) -> Iterator[Problem]:
    node = node_at(tree, keys)
    if isinstance(shape, Mapping):
        yield from group_faults(tree, shape, keys)
    elif isinstance(shape, int) or holds_groups(shape):
        groups = [] if isinstance(shape, int) else shape
        length = len(groups) or shape
        entries = node.value if isinstance(node, yaml.SequenceNode) else []
        if len(entries) != length or not (groups or all(isinstance(one, yaml.ScalarNode) for one in entries)):
            what = f"“{key_path(keys)}” is not a list of {length} {'groups' if groups else 'texts'}"
            yield problem_at(tree.path, tree.position(keys), what, f"write {length} of them")
            return
        for index, group in enumerate(groups):
            yield from group_faults(tree, group, (*keys, index))
    elif fault := text_fault(node, shape, keys):
        yield fault.problem(tree.path, tree.position(keys))


def holds_groups(shape: Any) -> bool:
    return isinstance(shape, list) and bool(shape) and isinstance(shape[0], Mapping)


def text_fault(node: yaml.Node | None, gaps: list[str], keys: Keys) -> Fault | None:
    if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
        return Fault(f"“{key_path(keys)}” holds no text", "write its words")
    if keys == ("direction",) and node.value not in ("ltr", "rtl"):
        return Fault(
            f"“direction” cannot be “{node.value}”", "write ltr, or rtl for a language written from right to left"
        )
    fill = ", ".join(f"{{{gap}}}" for gap in gaps)
    try:
        unknown = sorted(gaps_in(node.value).difference(gaps))
    except ValueError:
        return Fault(
            f"a brace stands alone in “{key_path(keys)}”", f"write the gaps as {fill}" if fill else "take it out"
        )
    lost = sorted(set(gaps).difference(gaps_in(node.value)))
    if lost and not unknown and keys[-1:] != ("one",):  # “a minute” says how many it is
        return Fault(
            f"{{{lost[0]}}} is missing in “{key_path(keys)}”", f"write it where the build is to fill it in: {fill}"
        )
    if unknown:
        return Fault(
            f"nothing fills {{{unknown[0]}}} in “{key_path(keys)}”", f"write {fill}" if fill else "take the braces out"
        )
    return None


def node_at(tree: Tree, keys: Keys) -> yaml.Node | None:
    node: yaml.Node | None = tree.root
    for key in keys:
        found = child(node, key) if node else None
        node = found[1] if found else None
    return node


def key_path(keys: Keys) -> str:
    return ".".join(map(str, keys)) or "the file"


def where_to_copy_from(tree: Tree) -> str:
    """Return where to copy from."""
    return "the project as it came" if tree.path.endswith(".en.yml") else "data/strings.en.yml"
