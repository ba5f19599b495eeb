"""YAML as a tree of nodes that know their line and column. Every scalar stays text: the models decide what it is."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from library.problem import Position, Problem, problem_at
from library.source import Source

DEEPEST = 12
Keys = tuple[str | int, ...]

# What PyYAML says, and how to say it to somebody who does not write programs. The first that fits is used.
PLAIN_WORDS = (
    ("found character '\\t'", "a tab stands here", "indent with spaces"),
    ("mapping values are not allowed", "a colon and a space stand inside a text", "put the whole text in double quotes"),
    ("found unexpected end of stream", "a quotation mark is not closed", "add the closing quotation mark"),
    ("found unknown escape character", "a backslash stands inside double quotes", "use single quotes around this text"),
    ("expected <block end>, but found '-'", "this list entry is indented otherwise than its neighbors", "line up the dashes"),
    ("expected <block end>", "this line does not line up with the lines above", "indent it like its neighbors, and put texts that hold quotation marks or a colon in double quotes"),
    ("could not find expected ':'", "this line has no colon", "write `key: text`, or indent the line to go on with the text above"),
    ("found character '@'", "a text begins with @", "put the text in double quotes"),
    ("found character '`'", "a text begins with a backtick", "put the text in double quotes"),
    ("found character '%'", "a text begins with %", "put the text in double quotes"),
    ("did not find expected alphabetic", "a text begins with * or &", "put the text in double quotes"),
    ("expected alphabetic or numeric", "a text begins with * or &", "put the text in double quotes"),
    ("expected ',' or ']'", "a list in square brackets is not closed or lacks a comma", "write [one, two]"),
    ("expected ',' or '}'", "braces are not closed or lack a comma", "close them, or put a text that begins with { in double quotes"),
    ("found undefined tag handle", "a text begins with an exclamation mark", "put the text in double quotes"),
)  # fmt: skip


def place(mark: Any) -> Position:
    """Where a mark of PyYAML (which has two classes of them) stands."""
    return Position(mark.line + 1, mark.column + 1) if mark else Position()


class Tree(NamedTuple):
    """A YAML document. `first_line` is the line of the file on which it begins."""

    path: str
    root: yaml.Node
    first_line: int = 1

    def data(self) -> Any:
        """The document as dicts, lists and texts; an empty value is None."""
        return plain_data(self.root)

    def position(self, keys: Keys, *, of_key: bool = False) -> Position:
        """Where a value (or its key) stands; steps that are not in the document are passed over."""
        node, key = self.root, None
        for step in keys:
            found = child(node, step)
            if found:
                key, node = found
        mark = place((key if of_key and key else node).start_mark)
        return Position(mark.line + self.first_line - 1, mark.column)

    def texts(self) -> Iterator[tuple[Keys, str]]:
        """Every text in the document with the keys that lead to it."""
        return texts_of(self.root, ())


def child(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(step)), None)
    return None


def texts_of(node: yaml.Node, keys: Keys) -> Iterator[tuple[Keys, str]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from texts_of(value, (*keys, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from texts_of(value, (*keys, index))
    else:
        yield keys, node.value


def plain_data(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain_data(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain_data(value) for value in node.value]
    plain = isinstance(node, yaml.ScalarNode) and not node.style
    return None if plain and node.value in ("", "~", "null") else node.value


def read_yaml(source: Source, first_line: int = 1) -> tuple[Tree | None, list[Problem]]:
    """The tree of a document, or why there is none. All that a scan of the events can refuse is refused at once."""

    def problem(mark: Any, what: str, instead: str) -> Problem:
        at = place(mark)
        return problem_at(source.path, Position(at.line + first_line - 1, at.column), what, instead)

    try:
        events = list(yaml.parse(source.text, Loader=yaml.SafeLoader))
        problems = [problem(event.start_mark, *refusal) for event, refusal in refusals(events)]
        if problems:
            return None, problems
        root = yaml.compose(source.text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        said = f"{error.problem} {error.context or ''}"
        plain = next((words for part, *words in PLAIN_WORDS if part in said), None)
        what, instead = plain or (f"this is not YAML ({error.problem})", "compare it with a file that works")
        mark = error.context_mark if "quotation mark" in what else error.problem_mark
        return None, [problem(mark or error.problem_mark, what, instead)]
    if root is None:
        return None, [problem(None, "the file is empty", "begin with `title: `")]
    doubled = [problem(key.start_mark, *why) for key, why in key_faults(root)]
    return Tree(source.path, root, first_line), doubled


def refusals(events: list[yaml.Event]) -> Iterator[tuple[yaml.Event, tuple[str, str]]]:
    """Parts of YAML that hide what a file says, or make it grow without end."""
    depth = documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents == 2:
                yield event, ("a second document begins here", "keep one document a file, without `---` inside")
        if isinstance(event, yaml.AliasEvent):
            yield (
                event,
                (f"“*{event.anchor}” repeats another place", "write the text again, or put it in double quotes"),
            )
        elif anchor := getattr(event, "anchor", None):
            yield event, (f"“&{anchor}” names a place to repeat", "take it out, or put the text in double quotes")
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag:
            yield (
                event,
                (
                    f"“{event.tag.replace('tag:yaml.org,2002:', '!!')}” is a YAML tag",
                    "take it out, or put the text in double quotes",
                ),
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth == DEEPEST + 1:
                yield event, (f"lists and keys are nested more than {DEEPEST} deep", "bring this further out")
        depth -= isinstance(event, yaml.CollectionEndEvent)


def key_faults(node: yaml.Node) -> Iterator[tuple[yaml.Node, tuple[str, str]]]:
    """Keys that are not words, and keys that stand twice, of which YAML would keep the last in silence."""
    if isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from key_faults(value)
    if not isinstance(node, yaml.MappingNode):
        return
    seen: dict[str, int] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            yield key, ("a list or a set of keys stands where a key is expected", "write one word before the colon")
        elif key.value in seen:
            yield key, (f"“{key.value}” stands here twice", f"keep one; the first is on line {seen[key.value]}")
        else:
            seen[key.value] = key.start_mark.line + 1
        yield from key_faults(value)
