"""Where the lines of front matter begin and end, and what is wrong with the dashes around them."""

import re

from psychoed.reading.problem import Position, Problem, problem_at

ANY_DASHES = re.compile(r"\s*[-—–_=*]+\s*")
KEY = re.compile(r"[A-Za-z_]+:(?:\s|$)")
NONE_AT_ALL = "begin the file with a line `---`, then `title: …` and the other keys, then a line `---`"


def end_of_front(lines: list[str]) -> int | None:
    """Return the number of lines above the text, where front matter begins and ends."""
    ends = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    return ends[1] + 1 if len(ends) > 1 and ends[0] == 0 else None


def line_of_first_key(lines: list[str]) -> int | None:
    """Return the line of the first key, where all that stands above it was meant as `---`."""
    for number, line in enumerate(lines):
        if KEY.match(line):
            return number
        if line.strip() and not ANY_DASHES.fullmatch(line):
            return None
    return None


def end_of_keys(lines: list[str]) -> int:
    """Return the number of lines of front matter that is not opened or not closed: it goes on to the first empty line or
    heading."""
    begin = line_of_first_key(lines)
    if begin is None:
        begin = 0 if lines[0].rstrip() == "---" else len(lines)
    ends = (n for n, line in enumerate(lines) if n >= begin and (not line.strip() or line.startswith("#")))
    return next(ends, len(lines) if lines[0].rstrip() == "---" else 0) if begin < len(lines) else 0


def fault_of_dashes(path: str, lines: list[str]) -> Problem:
    """Return why front matter is not read: what was meant as its first or its last line is no `---`."""
    if lines[0].rstrip() == "---":
        return fault_of_end(path, lines)
    if line_of_first_key(lines) is None:
        return problem_at(path, Position(), "the page has no front matter", NONE_AT_ALL)
    above = next(((n, line) for n, line in enumerate(lines) if line.strip()), (0, ""))
    at = Position(above[0] + 1)
    if above[1].rstrip() == "---":
        return problem_at(
            path, at, "empty lines stand above the front matter", "let the file begin with its line `---`"
        )
    if not ANY_DASHES.fullmatch(above[1]):
        return problem_at(
            path, at, "no line `---` stands above the first key", "write it as the first line of the file"
        )
    what = f"“{above[1]}” does not open the front matter"
    return problem_at(path, at, what, "write three hyphens, `---`, and nothing before or behind them")


def fault_of_end(path: str, lines: list[str]) -> Problem:
    last = end_of_keys(lines) - 1
    if last > 0 and ANY_DASHES.fullmatch(lines[last]):
        what = f"“{lines[last]}” does not close the front matter"
        return problem_at(
            path, Position(last + 1), what, "write three hyphens, `---`, and nothing before or behind them"
        )
    what = "the front matter has no closing `---`"
    return problem_at(path, Position(), what, "write a line `---` below the last key, above the text")
