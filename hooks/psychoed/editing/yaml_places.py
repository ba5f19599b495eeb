"""What to change in a YAML text so that an entry of a list, or a key, is gone: the lines around it stay as they are."""

from collections.abc import Collection, Iterator

import yaml

from psychoed.reading.file import File
from psychoed.reading.web.html import Edit
from psychoed.reading.yaml.reader import read_yaml
from psychoed.reading.yaml.settings import settings_tree
from psychoed.reading.yaml.tree import Tree

LINE_BREAK = "\n"


def yaml_tree(file: File) -> Tree | None:
    """Return the tree of a file of YAML, or nothing where it has a Problem."""
    if file.path.startswith("mkdocs"):
        found = settings_tree(file)
        return found._replace(text=file.text) if isinstance(found, Tree) else None
    tree, _ = read_yaml(file)
    return tree and tree._replace(text=file.text)


def begin_of(node: yaml.Node) -> int:
    return int(node.start_mark.index)


def end_of(node: yaml.Node, text: str) -> int:
    """Return where what a node says ends: YAML lets a list go on over the comments and empty lines below it."""
    if isinstance(node, yaml.ScalarNode):
        end = int(node.end_mark.index)
        return begin_of(node) + len(text[begin_of(node) : end].rstrip()) if node.style in ("|", ">") else end
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        return int(node.end_mark.index)
    last = node.value[-1] if node.value else None
    if last is None:
        return int(node.end_mark.index)
    return end_of(last[1] if isinstance(last, tuple) else last, text)


def begin_of_line(text: str, index: int) -> int:
    """Return where the line of this place begins."""
    return text.rfind(LINE_BREAK, 0, index) + 1


def after_line(text: str, index: int) -> int:
    """Return where the line below this place begins."""
    found = text.find(LINE_BREAK, index)
    return len(text) if found < 0 else found + 1


def whole_lines(text: str, begin: int, end: int) -> Edit:
    """Return what takes out the lines from one place to another."""
    return Edit(begin_of_line(text, begin), after_line(text, end), "")


def without_key(text: str, mapping: yaml.MappingNode, name: str) -> Iterator[Edit]:
    """Yield what takes a key out, with all that it holds."""
    for key, value in mapping.value:
        if key.value != name:
            continue
        if mapping.flow_style:
            yield from cut_from_row(
                text, [(begin_of(k), end_of(v, text)) for k, v in mapping.value], {keys_of(mapping).index(name)}
            )
        else:
            yield whole_lines(text, begin_of(key), max(end_of(value, text), int(key.end_mark.index)))


def keys_of(mapping: yaml.MappingNode) -> list[str]:
    return [key.value for key, _ in mapping.value]


def without_items(text: str, sequence: yaml.SequenceNode, numbers: Collection[int]) -> Iterator[Edit]:
    """Yield what takes these entries out of a list. It must not become empty."""
    if sequence.flow_style:
        spans = [(begin_of(item), end_of(item, text)) for item in sequence.value]
        yield from cut_from_row(text, spans, numbers)
        return
    for number in numbers:
        item = sequence.value[number]
        yield whole_lines(text, dash_before(text, begin_of(item)), end_of(item, text))


def dash_before(text: str, index: int) -> int:
    return text.rfind("-", 0, index)


def cut_from_row(text: str, spans: list[tuple[int, int]], numbers: Collection[int]) -> Iterator[Edit]:
    """Yield what takes entries out of a list in brackets, each with the comma that belongs to it."""
    kept = [number for number in range(len(spans)) if number not in numbers]
    last = max(kept, default=-1)
    for number in (one for one in numbers if one < last):
        yield Edit(spans[number][0], spans[number + 1][0], "")
    if last + 1 < len(spans) and last >= 0:
        yield Edit(spans[last][1], spans[-1][1], "")
