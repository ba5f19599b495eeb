"""What PyYAML says about a broken file, said to somebody who does not write programs."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from psychoed.reading.problem import Fault
from psychoed.reading.yaml.causes import likely_cause

IN_QUOTES = "put the text in double quotes"
# A part of what PyYAML says, then what is wrong, and what to write instead. The first that fits is used.
PLAIN_WORDS = (
    ("found character '\\t'", "a tab stands here", "write spaces in its place"),
    ("no space behind", "no space stands behind this dash", "write `- ` before the entry"),
    ("mapping values are not allowed", "a colon and a space stand inside a text", "put the whole text in double quotes, or line this key up with those above"),
    ("found unexpected end of stream", "a quotation mark is not closed", "add the closing quotation mark"),
    ("found unexpected document separator", "a quotation mark is not closed", "add the closing quotation mark"),
    ("found unknown escape character", "a backslash stands inside double quotes", "use single quotes around this text"),
    ("expected escape sequence", "a backslash stands inside double quotes", "use single quotes around this text"),
    ("expected a comment or a line break", "words stand behind | or >", "begin them on the next line, or put the text in double quotes"),
    ("sequence entries are not allowed", "a dash begins a text on the line of its key", f"begin a list on the next line, or {IN_QUOTES}"),
    ("curly quotation marks", "curly quotation marks “…” begin a text, which are only letters to YAML", 'put straight ones around the whole text: "…"'),
    ("words behind", "words stand behind a closing quotation mark, bracket or brace", "put the whole text in double quotes, and write those inside it as “ and ”"),
    ("expected <block end>, but found '-'", "this list entry is indented otherwise than its neighbors", "line up the dashes"),
    ("expected <block end>, but found '<block sequence start>'", "this list entry is indented otherwise than its neighbors", "line up the dashes"),
    ("expected <block end>", "this line does not line up with the lines above", "indent it like its neighbors"),
    ("without a dash", "this line stands below an entry and has neither a dash nor a colon", "begin it with a dash, as the entry above, or indent it further to go on with that one"),
    ("could not find expected ':'", "this line has no colon with a space behind it", "write `key: text`, or indent the line to go on with the text above"),
    ("found character '@'", "a text begins with @", IN_QUOTES),
    ("found character '`'", "a text begins with a backtick", IN_QUOTES),
    ("found character '%'", "a text begins with %", IN_QUOTES),
    ("scanning a directive", "a line begins with %", IN_QUOTES),
    ("while scanning an a", "a text begins with * or &", IN_QUOTES),
    ("expected ',' or ']'", "a list in square brackets is not closed, lacks a comma, or holds a text with a sign of YAML", "write [one, two], with texts that hold : ? # [ ] { } in double quotes"),
    ("expected ',' or '}'", "braces are not closed, lack a comma, or hold a text with a sign of YAML", "close them, and put texts that hold : ? # [ ] { } in double quotes"),
    ("found undefined tag handle", "a text begins with an exclamation mark", IN_QUOTES),
    ("ing a tag", "a text begins with an exclamation mark", IN_QUOTES),
    ("expected the node content", "a sign that YAML keeps for itself begins a text", IN_QUOTES),
    ("expected '<document start>'", "words stand behind the end of the document", "take the line with ... or --- above them out"),
)  # fmt: skip
# Where PyYAML gives up is often further down than where the author went wrong.
BEGINS_EARLIER = (
    "scanning a quoted scalar", "scanning a simple key", "scanning an a", "parsing a flow", "parsing a node",
    "ing a tag",
    "scanning a directive",
)  # fmt: skip


CURLY = re.compile(r"[\s-]*(?:[\w-]+:\s+)?[“”‘’„]")
"""A line of which the text begins with a quotation mark of a word processor."""
DOCUMENT_ENDS = re.compile(r"^(?:\.\.\.|---)", re.MULTILINE)
CLOSE_DASH = re.compile(r"[ ]*(-)[^\s-][^:#]*:(?:\s|$)")
"""A line that was meant as an entry of a list with a key, though no space stands behind its dash."""
KEY_BELOW = re.compile(r"\n([ \t]*)(?:- )?[A-Za-z_][\w-]*:(?:[ \t]|\n|$)")


def holds_key(text: str, at: int, close: int) -> bool:
    """Return True if a line between two quotation marks was meant as a key: it stands no further in than the line on
    which the first one opens."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    indent = len(line) - len(line.lstrip())
    return any(len(key[1]) <= indent for key in KEY_BELOW.finditer(text, at, close))


OPENING_QUOTE = re.compile(r"^[^#\n\"']*[:-][ \t]+([\"'])", re.MULTILINE)
NOT_CLOSED = Fault("the quotation mark that opens here is not closed on its line", "add the closing one")


def opened_above(text: str, mark: Any) -> yaml.Mark | None:
    """Return where a quotation mark opens that only another text closes, above the place where YAML breaks."""
    for opening in OPENING_QUOTE.finditer(text):
        at, close = opening.start(1), text.find(opening[1], opening.end())
        line = text.count("\n", 0, at)
        if close >= 0 and mark and line <= mark.line and holds_key(text, at, close):
            return mark_at(text, at)
    return None


def mark_at(text: str, at: int) -> yaml.Mark:
    return yaml.Mark("<text>", at, text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1, None, 0)


def unclosed(root: yaml.Node) -> Iterator[tuple[Any, Fault]]:
    """Yield texts whose quotation mark is closed only by that of another text: the keys between them would be lost."""
    ahead, seen = [root], set[int]()
    while ahead:
        node = ahead.pop()
        if id(node) in seen:  # a name (*) stands for what was looked at
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            ahead += [one for pair in node.value for one in pair]
        elif isinstance(node, yaml.SequenceNode):
            ahead += node.value
        elif (
            isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') and node.end_mark.line > node.start_mark.line
        ):
            buffer = node.start_mark.buffer
            if buffer and holds_key(buffer, node.start_mark.pointer, node.end_mark.pointer):
                yield node.start_mark, NOT_CLOSED


def syntax_fault(error: yaml.MarkedYAMLError, text: str) -> tuple[Any, Fault]:
    """Return where YAML is broken, and how to say so."""
    mark, context = error.problem_mark, error.context or ""
    if above := opened_above(text, mark):
        return above, NOT_CLOSED
    said = f"{error.problem} {context}"
    begins = error.context_mark if "expected ':'" in said else mark
    if begins and (cause := likely_cause(text, begins.line)):
        return mark_at(text, cause[0]), cause[1]
    if begins and re.search("expected (?:':'|<block end>)", said) and (cut := cut_above(text, begins.line)):
        return cut, Fault("a # cuts this text off: YAML takes what follows for a comment", IN_QUOTES)
    line = text.split("\n")[mark.line] if mark and mark.line <= text.count("\n") else ""
    if mark and CURLY.match(line):
        said = "curly quotation marks"
    elif "expected <block end>" in said and mark and line[: mark.column].strip(" -"):
        said = "words behind"
    broken_shape = "expected <block end>" in said or "mapping values" in said
    if mark and broken_shape and (dash := dash_above(text, mark.line, error.context_mark)):
        mark, said, context = dash, "no space behind", ""
    if "expected ':'" in said and begins and re.match(r"\s*- ", ["", *text.split("\n")][begins.line]):
        said = "without a dash"
    if "'<document start>'" in said and text.lstrip().startswith("%"):
        said = "scanning a directive"
    elif "'<document start>'" in said and not DOCUMENT_ENDS.search(text):
        said = "expected <block end>"
    plain = next((words for part, *words in PLAIN_WORDS if part in said), None)
    what, instead = plain or (f"this is not YAML ({error.problem})", "compare it with a file that works")
    early = any(part in context for part in BEGINS_EARLIER)
    return (error.context_mark if early else None) or mark, Fault(what, instead)


def dash_above(text: str, line: int, begins: Any) -> yaml.Mark | None:
    """Return where a dash begins an entry without a space behind it: on the line on which YAML breaks, or further up in
    what it was reading."""
    lines = text.split("\n")
    for number in range(line, (begins.line if begins else line) - 1, -1):
        if number < len(lines) and (found := CLOSE_DASH.match(lines[number])):
            return yaml.Mark("<text>", 0, number, found.start(1), None, 0)
    return None


def cut_above(text: str, line: int) -> yaml.Mark | None:
    """Return where a # stands in the line above this one, if this one is no key and no entry but goes on with a text."""
    above, below = [*text.split("\n"), ""][max(0, line - 1) : line + 1][-2:] if line else ("", "")
    found = re.search(r"(?<=[^\s#])[ \t]+(#)", above)
    goes_on = not re.match(r"\s*-\s|.*:(?:\s|$)", below)
    return yaml.Mark("<text>", 0, line - 1, found.start(1), None, 0) if found and goes_on else None
