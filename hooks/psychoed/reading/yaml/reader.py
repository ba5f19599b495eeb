"""Reads a YAML document as a tree, and refuses what hides its meaning."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import yaml

from psychoed.reading.file import File
from psychoed.reading.problem import Fault, Position, Problem
from psychoed.reading.yaml.messages import IN_QUOTES, syntax_fault, unclosed
from psychoed.reading.yaml.quick import quick_events, root_with_places
from psychoed.reading.yaml.tree import Tree, place

DEEPEST = 12
SEEN_BY_NOBODY = re.compile("[\u00a0\u00ad\u200c-\u200f\u2000-\u200a\u202f\u2060\u3000]")
"""Signs in a key that nobody sees, and by which it is another key."""
TWO_FILES_FROM = 3
"""Keys that stand twice, the first of all among them, are those of a second file below the first."""
TWO_FILES = Fault("the lines of a second file begin here", "put each into a file of its own")


def read_yaml(source: File, first_line: int = 1) -> tuple[Tree | None, list[Problem]]:
    """Return the tree of a document, or why there is none."""
    tree, problems = read_once(source, first_line)
    return tree, list(problems)


@lru_cache(maxsize=512)
def read_once(source: File, first_line: int) -> tuple[Tree | None, list[Problem]]:
    """Return the tree and its Problems, remembered by content, for a preview that reads all again. All that the events
    can refuse is refused at once."""

    def problem(mark: Any, fault: Fault) -> Problem:
        at = place(mark)
        return fault.problem(source.path, Position(at.line + first_line - 1, at.column))

    problems: list[Problem] = []
    try:
        root = read_quickly(source)
        for event, refusal in () if root else refusals(yaml.parse(source.text, yaml.SafeLoader)):
            problems.append(problem(event.start_mark, refusal))
        if problems:
            return None, problems
        if root is None:
            loader = yaml.BaseLoader(source.text)
            loader.name = source.path  # so that places know their file where a list of several files is read as one
            root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        return None, [*problems, problem(*syntax_fault(error, source.text))]
    if root is None or (isinstance(root, yaml.ScalarNode) and not root.value):
        return None, [problem(None, Fault("nothing is written here", "begin as the other files of its kind do"))]
    faults = [problem(mark, why) for mark, why in unclosed(root)]
    faults = faults or [problem(node.start_mark, why) for node, why in key_faults(root, first_line)]
    return (None if faults else Tree(source.path, root, first_line)), faults


def read_quickly(source: File) -> yaml.Node | None:
    """Return the root as the reader in C reads it, or nothing where there is anything to refuse: its messages are worse,
    so that the other one looks again."""
    try:
        events = quick_events(source.text)
        return None if events is None or any(refusals(events)) else root_with_places(source)
    except (yaml.YAMLError, UnicodeError):
        return None


def refusals(events: Iterable[yaml.Event]) -> Iterator[tuple[yaml.Event, Fault]]:
    """Yield the parts of YAML that hide what a file says, or make it grow without end."""
    depth = documents = 0
    named: set[str] = set()
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                yield event, Fault("a second document begins here", "keep one document a file, without `---` inside")
        if (name := name_of(event)) and name not in named:
            named.add(name)
            yield event, Fault(f"“{name}” at the start of a text is a sign of YAML", IN_QUOTES)
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            yield event, Fault(f"“{tag}” at the start of a text is a sign of YAML", f"take it out, or {IN_QUOTES}")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                yield event, Fault(f"lists and keys are nested more than {DEEPEST} deep", "bring this further out")
                return  # reading on would take hours where somebody nests without end
        depth -= isinstance(event, yaml.CollectionEndEvent)


def name_of(event: yaml.Event) -> str:
    """Return the name that YAML gives to a place, or by which it repeats one."""
    name = getattr(event, "anchor", None)
    return f"{'*' if isinstance(event, yaml.AliasEvent) else '&'}{name}" if name else ""


def key_faults(root: yaml.Node, first_line: int) -> Iterator[tuple[yaml.Node, Fault]]:
    """Yield keys that are not words, and keys that stand twice, of which YAML would keep the last in silence."""
    looked: set[int] = set()
    ahead = [root]
    while ahead:
        node = ahead.pop()
        if id(node) in looked:  # in settings one piece may stand in several places, by its name (*)
            continue
        looked.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            ahead += reversed(node.value)
        elif isinstance(node, yaml.MappingNode):
            yield from faults_of_keys(node, first_line)
            ahead += reversed([value for _, value in node.value])


def faults_of_keys(node: yaml.MappingNode, first_line: int) -> Iterator[tuple[yaml.Node, Fault]]:
    seen, again = dict[str, int](), list[tuple[yaml.Node, Fault]]()
    if parted := next((key for key, value in node.value if node.flow_style and has_no_colon(key, value)), None):
        yield (
            parted,
            Fault(
                "a comma ends the text before this, which has no colon",
                "put the whole text, with its comma, in double quotes",
            ),
        )
        return
    for key, _ in node.value:
        if isinstance(key, yaml.MappingNode) and key.flow_style:
            yield node, Fault("two braces begin a text", "put the whole text in double quotes")
        elif not isinstance(key, yaml.ScalarNode):
            yield (
                key,
                Fault("a list or a set of keys stands where a key is expected", "write one word before the colon"),
            )
        elif hidden := SEEN_BY_NOBODY.search(key.value):
            what = f"a sign that nobody sees (U+{ord(hidden[0]):04X}) stands in this key"
            yield key, Fault(what, f"type the line again: {SEEN_BY_NOBODY.sub('', key.value)}: …")
        elif key.value in seen:
            what, instead = f"“{key.value}” stands here twice", f"keep one; the first is on line {seen[key.value]}"
            again.append((key, Fault(what, instead)))
        else:
            seen[key.value] = key.start_mark.line + first_line
    yield from (
        [(again[0][0], TWO_FILES)] if len(again) >= TWO_FILES_FROM and again[0][0].value in [*seen][:1] else again
    )


def has_no_colon(key: yaml.Node, value: yaml.Node) -> bool:
    """Return True if words between commas in braces were taken for a key without a value."""
    if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode) or value.value or value.style:
        return False
    end, begin = key.end_mark, value.start_mark
    return end.buffer is not None and ":" not in end.buffer[end.pointer : begin.pointer + 1]
