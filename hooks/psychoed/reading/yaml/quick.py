"""Reads YAML with the parser in C, where PyYAML has it, which is ten times as fast and gives the same tree."""

from collections.abc import Iterator

import yaml

from psychoed.reading.file import File

READ_DIFFERENTLY = "\t\r\ufeff"
"""Signs at which the two parsers part: a text that holds one is read by the one in Python."""
REFUSED_IN_FLOW = "?:#"
"""Signs in a text without quotes, inside { } or [ ], which only the one in Python refuses."""
HAS_PARSER: bool = yaml.__with_libyaml__


def quick_events(text: str) -> Iterator[yaml.Event] | None:
    """Return what the text is made of, or nothing where the other parser has to read it."""
    if not HAS_PARSER or any(sign in text for sign in READ_DIFFERENTLY):
        return None
    return yaml.parse(text, yaml.CSafeLoader)


def root_with_places(source: File) -> yaml.Node | None:
    """Return the root of the document, or nothing where the other parser has to read it. Its marks hold the text, as
    those of that parser do."""
    root = yaml.CBaseLoader(source.text).get_single_node()
    text, ahead, looked = source.text + "\0", [(root, False)] if root else [], set[int]()
    while ahead:
        node, in_flow = ahead.pop()
        if id(node) in looked:
            continue
        looked.add(id(node))
        node.start_mark, node.end_mark = (
            yaml.Mark(source.path, mark.index, mark.line, mark.column, text, mark.index)
            for mark in (node.start_mark, node.end_mark)
        )
        if isinstance(node, yaml.ScalarNode):
            node.style = node.style or None
            if in_flow and not node.style and any(sign in node.value for sign in REFUSED_IN_FLOW):
                return None
        elif isinstance(node, yaml.CollectionNode):
            parts = node.value if isinstance(node, yaml.SequenceNode) else (one for pair in node.value for one in pair)
            ahead += [(one, bool(node.flow_style)) for one in parts]
    return root
