"""Where each character of a YAML text stands in the author's file, however the text is quoted, folded or broken."""

import re
from bisect import bisect_right
from functools import cached_property

import yaml

from psychoed.reading.problem import Position, PositionIn

QUOTED_CHARACTER = {
    '"': re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n|.)|.", re.DOTALL),
    "'": re.compile(r"''|.", re.DOTALL),
}
COMMENT_LINES = re.compile(r"(?:[ ]*(?:#[^\n\0]*)?\n)*(?:[ ]*#[^\n\0]*)?")
LINE_BEGIN = re.compile(r"[ ]*(?:-[ ]+)*")
BLOCK_HEADER = re.compile(r"[|>][^\n]*\n")


class PlacedText:
    """A text of a YAML document; `at` finds the place of one of its characters."""

    def __init__(self, node: yaml.ScalarNode, first_line: int) -> None:
        self.text: str = node.value
        self.node = node
        self.first_line = first_line
        name = str(node.start_mark.name)
        self.path = "" if name.startswith("<") else name

    @property
    def is_block(self) -> bool:
        """Return True if it stands below a “|” or “>”."""
        return self.node.style in ("|", ">")

    @property
    def lines_below(self) -> str:
        """Return what is typed below the “|” or “>” up to the next key, with the comments behind it."""
        begin, end = self.node.start_mark, self.node.end_mark
        buffer = str(begin.buffer or "")
        after = COMMENT_LINES.match(buffer, buffer.rfind("\n", 0, end.pointer) + 1)
        return buffer[begin.pointer : max(end.pointer, after.end() if after else 0)].partition("\n")[2]

    @property
    def column_of_key(self) -> int:
        """Return how far in its key stands."""
        mark = self.node.start_mark
        line = str(mark.buffer)[: mark.pointer].rpartition("\n")[2] if mark.buffer else ""
        begin = LINE_BEGIN.match(line)
        return begin.end() if begin else 0

    @property
    def start(self) -> Position:
        """Return where its first character stands: after a quotation mark, or at the “|” or “>” of a block that begins
        below."""
        mark = self.node.start_mark
        quote = self.node.style in QUOTED_CHARACTER
        return PositionIn(mark.line + self.first_line, mark.column + 1 + quote, self.path)

    def at(self, offset: int) -> Position:
        """Return the place of a character; of white space, that of the character before it."""
        offsets, typed = self.aligned
        found = bisect_right(offsets, offset) - 1
        return self.place(typed[found]) if found >= 0 else self.start

    def place(self, index: int) -> Position:
        """Return the place of a character. `index`: which one of what is typed."""
        mark, above = self.node.start_mark, self.typed.count("\n", 0, index)
        column = index - self.typed.rfind("\n", 0, index) if above else mark.column + index + 1
        return PositionIn(mark.line + self.first_line + above, column, self.path)

    @cached_property
    def typed(self) -> str:
        """Return the piece of the file that holds the text."""
        begin, end = self.node.start_mark, self.node.end_mark
        return str(begin.buffer[begin.pointer : end.pointer]) if begin.buffer else ""

    @cached_property
    def aligned(self) -> tuple[list[int], list[int]]:
        """Return the offsets of the characters of the text that are no white space, and where each is typed. Both have
        the same order, since YAML adds and takes only white space."""
        said = [number for number, sign in enumerate(self.text) if not sign.isspace()]
        typed = self.characters()
        return (said, typed) if len(said) == len(typed) else ([], [])

    def characters(self) -> list[int]:
        if pattern := QUOTED_CHARACTER.get(self.node.style or ""):
            inner = pattern.finditer(self.typed, 1, len(self.typed) - 1)
            return [found.start() for found in inner if is_character(found[0])]
        header = BLOCK_HEADER.match(self.typed) if self.is_block else None
        begin = header.end() if header else 0
        signs = [found.start() for found in re.finditer(r"\S", self.typed[begin:])]
        wanted = sum(not sign.isspace() for sign in self.text)
        return [begin + sign for sign in signs[:wanted]]  # a comment may follow the last line


def is_character(typed: str) -> bool:
    """Return True if it stands for a character, and not for white space. A few escapes are white space themselves."""
    if len(typed) > 2 and typed[0] == "\\":
        return not chr(int(typed[2:], 16)).isspace()
    return (
        typed not in ("\\n", "\\t", "\\r", "\\ ", "\\_", "\\N", "\\L", "\\P", "\\v", "\\f", "\\\n", "\\\t")
        and not typed.isspace()
    )
