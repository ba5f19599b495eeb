"""A Markdown text in which code, comments and escaped characters are blank, so that only what Markdown reads is left.

Nothing is cut out: every character keeps its place.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from psychoed.reading.web.html import comment_end

BLANK = re.compile(r"[^\n]")
FENCE = re.compile(r"(`{3,}|~{3,})([^`]*)$")
CODE = re.compile(r"(?<![`\\])(`+)(?!`)((?:(?!\n[ \t]*\n).){1,3000}?)(?<!`)\1(?!`)", re.DOTALL)
ESCAPED = re.compile(r"\\[\[\]()`!<>\\]")
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
INDENTED = re.compile(r"(?: {4}|\t)")
COMMENTED = "\x1a"
"""Stands for a comment while indented code is looked for: a line that begins with one is not indented."""
COMMENT_MARKS = re.compile(r"-{0,2}!?>$")
LIST = re.compile(r" {0,3}(?:[-*+]|\d+[.)]|\[\^[^\]]*\]:)\s")


class Comment(NamedTuple):
    """<!-- words -->, which no reader sees."""

    words: str
    at: int
    end: int
    odd: bool = False
    """Whether it ends where people do not see an end, as <!--> does."""


def masked(text: str) -> str:
    text = without_indented_code(without_comments(without_fences(text), with_=COMMENTED)).replace(COMMENTED, " ")
    for pattern in (CODE, ESCAPED):
        text = pattern.sub(lambda found: blank(found[0]), text)
    return text


def blank(text: str) -> str:
    return BLANK.sub(" ", text)


def without_fences(text: str) -> str:
    """Return the text with fenced code blank. A fence that is never closed is text."""
    lines = text.split("\n")
    closing: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if (found := FENCE.match(line)) and not found[2].strip():
            closing.setdefault(found[1], []).append(number)
    number = 0
    while number < len(lines):
        found = FENCE.match(lines[number])
        ends = closing.get(found[1], []) if found else []
        behind = bisect_right(ends, number)
        if behind < len(ends):
            last = ends[behind]
            lines[number : last + 1] = [blank(line) for line in lines[number : last + 1]]
            number = last
        number += 1
    return "\n".join(lines)


def comments_in(text: str) -> Iterator[Comment]:
    """Yield each comment that ends, where browsers see its end."""
    begin = 0
    while (start := text.find("<!--", begin)) >= 0 and (begin := comment_end(text, start)) >= 0:
        typed = text[start + 4 : begin]
        yield Comment(COMMENT_MARKS.sub("", typed).strip(), start, begin, odd=not typed.endswith("-->"))


def without_comments(text: str, with_: str = " ") -> str:
    pieces: list[str] = []
    begin = 0
    for comment in comments_in(text):
        pieces += [text[begin : comment.at], BLANK.sub(with_, text[comment.at : comment.end])]
        begin = comment.end
    return "".join([*pieces, text[begin:]])


def unescaped(words: str) -> str:
    """Return the words without the backslashes that keep Markdown from reading a character."""
    return ESCAPE.sub(r"\1", words)


def without_indented_code(text: str) -> str:
    """Return the text with indented code blank: four spaces after an empty line, unless in a list or a footnote."""
    lines = text.split("\n")
    in_list = code = False
    empty = True
    for number, line in enumerate(lines):
        if not line.strip():
            empty = True
            continue
        if INDENTED.match(line):
            code = not in_list and (code or empty)
            lines[number] = " " * len(line) if code else line
        else:
            code, in_list = False, bool(LIST.match(line)) or (in_list and not empty)
        empty = False
    return "\n".join(lines)
