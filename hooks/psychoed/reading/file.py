"""Reads one file that an author wrote, and refuses what could not be shown safely or at all."""

import re
from bisect import bisect_right
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from psychoed.reading.problem import Fault, Position, Problem, problem_at

LARGEST = 200_000  # bytes: ten times the longest article; a larger file is something else
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u200b\u2028\u2029\ufeff\ufffe\uffff]")
# Characters that turn the direction of what follows, so that a line reads otherwise than it is written.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
TWO_VERSIONS = re.compile(r"^<<<<<<< [^\n]*$(?=(?s:.*)^>>>>>>> )", re.MULTILINE)
OTHER_KINDS = {
    b"PK\x03\x04": "a Word or Excel file, or a packed folder (ZIP)",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"{\\rtf": "a file of a word processor (RTF)",
    b"%PDF-": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"<!doctype html": "a web page (HTML)",
    b"<html": "a web page (HTML)",
}
"""What files of other kinds begin with."""
LINKED = Fault("this is a link to another place", "copy what it leads to here")


class File(NamedTuple):
    """A file's text and its path from the project's folder, with forward slashes."""

    path: str
    text: str


def place_in(text: str, offset: int) -> Position:
    """Return the line and column of a character."""
    starts = line_starts(text)
    line = bisect_right(starts, offset)
    return Position(line, offset - starts[line - 1] + 1)


@lru_cache(maxsize=64)
def line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


def read_file(file: Path, root: Path) -> File | Problem:
    """Return the text of a file, or the Problem that keeps it from being read."""
    path = file.relative_to(root).as_posix()
    start = Position()
    if any(part.is_symlink() for part in (file, *file.parents) if root in part.parents):
        return LINKED.problem(path, start)
    if file.is_dir():
        return problem_at(
            path, start, "this is a folder", "a file of this name is read; rename the folder, or take it away"
        )
    data = file.read_bytes()
    if len(data) > LARGEST:
        return problem_at(
            path, start, f"the file has {len(data):,} bytes", f"keep it under {LARGEST:,}; split it in two"
        )
    if kind := next(
        (kind for sign, kind in OTHER_KINDS.items() if data[:14].lstrip().lower().startswith(sign.lower())), ""
    ):
        what = f"this is {kind}, and only its name is that of a text"
        return problem_at(path, start, what, "copy its words into a plain text file, and put this one elsewhere")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return problem_at(path, start, "the file is saved as UTF-16", "save it again with the encoding UTF-8")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        return problem_at(
            path,
            place_in(before, len(before)),
            "a character here is not UTF-8",
            "save the file again with the encoding UTF-8",
        )
    return refused_character(path, text) or File(path, text)


def refused_character(path: str, text: str) -> Problem | None:
    if found := TWO_VERSIONS.search(text):
        what = "two versions of these lines stand here, one below the other, as git left them"
        instead = "keep the right lines, and take out the others and those with <<<<<<<, ======= and >>>>>>>"
        return problem_at(path, place_in(text, found.start()), what, instead)
    if found := CONTROL.search(text):
        what = f"an invisible character (U+{ord(found[0]):04X}) stands here"
        return problem_at(path, place_in(text, found.start()), what, "delete it and type the words again")
    if found := TURNING.search(text):
        what = f"a character that turns the direction of the text (U+{ord(found[0]):04X}) stands here"
        return problem_at(path, place_in(text, found.start()), what, "delete it; the page sets the direction by itself")
    return None
