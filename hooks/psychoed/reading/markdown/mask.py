"""A Markdown text in which code, comments and escaped characters are blank, so that only what Markdown reads is left.

Nothing is cut out: every character keeps its place.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from psychoed.reading.web.html import comment_end

BLANK = re.compile(r"[^\n]")
FENCE = re.compile(r"[ ]*(`{3,}|~{3,})([^`]*)$")
CODE = re.compile(r"(?<![`\\])(`+)(?!`)((?:(?!\n[ \t]*\n).){1,3000}?)(?<!`)\1(?!`)", re.DOTALL)
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
INDENTED = re.compile(r"(?: {4}|\t)")
COMMENTED = "\x1a"
"""Stands for a comment while indented code is looked for: a line that begins with one is not indented."""
COMMENT_MARKS = re.compile(r"-{0,2}!?>$")
LIST_MARK = r"(?:(?:[-*+·☐☑☒□]|o(?=\t|[ ]{2})|\d+[.)]|\[[ xX]\](?=[ \t]+\S))\s|[•▪◦●○■‣⁃])"
"""What begins an entry of a list."""
LIST = re.compile(rf"\s*(?:{LIST_MARK}|\[\^[^\]]*\]:(?:\s|$)|:[ ]|!!! )")
COMMENT_OR_CODE = re.compile(r"<!--|(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\n).){1,3000}?(?<!`)\1(?!`)", re.DOTALL)


class Comment(NamedTuple):
    """<!-- words -->, which no reader sees."""

    words: str
    at: int
    end: int
    odd: bool = False
    """Whether it ends where people do not see an end, as <!--> does."""


def masked(text: str) -> str:
    text = without_indented_code(without_comments(without_fences(text), with_=COMMENTED)).replace(COMMENTED, " ")
    for pattern in (CODE, ESCAPE):
        text = pattern.sub(lambda found: blank(found[0]), text)
    return text


def blank(text: str) -> str:
    return BLANK.sub(" ", text)


def without_fences(text: str) -> str:
    """Return the text with fenced code blank. A fence that is never closed is text."""
    lines = text.split("\n")
    fenced = fenced_lines(lines)
    return "\n".join(blank(line) if number in fenced else line for number, line in enumerate(lines))


def fence_heads(text: str) -> str:
    """Return the text with all blank but the lines that begin fenced code, which may hold a list of attributes."""
    lines = text.split("\n")
    fenced = fenced_lines(lines) if "{" in text else ()
    heads = (line if number in fenced and FENCE.match(line) else blank(line) for number, line in enumerate(lines))
    return "\n".join(heads) if fenced else ""


def fenced_lines(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the lines of fenced code, with those that begin and end it."""
    closing: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if (found := FENCE.match(line)) and not found[2].strip():
            closing.setdefault(found[1], []).append(number)
    fenced: set[int] = set()
    number = 0
    while number < len(lines):
        found = FENCE.match(lines[number])
        ends = closing.get(found[1], []) if found else []
        behind = bisect_right(ends, number)
        if behind < len(ends):
            fenced.update(range(number, ends[behind] + 1))
            number = ends[behind]
        number += 1
    return frozenset(fenced)


def comments_in(text: str) -> Iterator[Comment]:
    """Yield each comment that ends, where browsers see its end. What looks like one in code is words."""
    if "<!--" not in text:
        return
    seen = without_fences(text)
    begin = 0
    while found := COMMENT_OR_CODE.search(seen, begin):
        begin = found.end() if found[1] else comment_end(seen, found.start())
        if begin < 0:
            return
        if found[1] is None:
            typed = text[found.end() : begin]
            yield Comment(COMMENT_MARKS.sub("", typed).strip(), found.start(), begin, odd=not typed.endswith("-->"))


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
    """Return the text with indented code blank."""
    lines = text.split("\n")
    code = indented_lines(lines)
    return "\n".join(" " * len(line) if number in code else line for number, line in enumerate(lines))


def indented_lines(lines: Sequence[str]) -> list[int]:
    """Return the numbers of the lines of indented code: four spaces after an empty line, unless in a list or a footnote."""
    found: list[int] = []
    in_list = code = False
    empty = True
    for number, line in enumerate(lines):
        if not line.strip():
            empty = True
            continue
        if INDENTED.match(line):
            in_list = in_list or (empty and not code and LIST.match(line) is not None)
            code = not in_list and (code or empty)
            found += [number] if code else []
        else:
            code, in_list = False, bool(LIST.match(line)) or (in_list and not empty)
        empty = False
    return found
