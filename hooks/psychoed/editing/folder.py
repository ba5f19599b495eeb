"""A clinic's folder while it is changed: what each file will hold is kept here, shown, and then written all at once."""

import os
import shutil
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from psychoed.reading.file import File
from psychoed.reading.web.html import Edit, edited

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
WRITTEN_BY_PEOPLE = (
    "mkdocs*.yml",
    "content/**/*.md",
    "worksheets/**/*.yml",
    "packets/*.yml",
    "data/**/*.yml",
)
"""The files in which a page may be named."""
KEPT = "removed"
"""The folder in which what is taken out is kept."""


class ChangedLine(NamedTuple):
    """A line of a file that is changed: its number, and what it says before and after."""

    number: int
    before: tuple[str, ...]
    after: tuple[str, ...]


class Folder:
    """The files of a clinic's folder by their paths, as they are and as they will be."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.changed: dict[str, str] = {}
        """New texts, by path. A file that is not there yet is made."""
        self.gone: list[str] = []
        """Files that are taken out."""
        self.moved: dict[str, str] = {}
        """By the path that a file had, the one that it gets."""

    @cached_property
    def files(self) -> dict[str, str]:
        """Return the texts that people wrote. What cannot be read has a Problem of its own, and is passed over."""
        found = (file for pattern in WRITTEN_BY_PEOPLE for file in sorted(self.root.glob(pattern)) if file.is_file())
        read = {file.relative_to(self.root).as_posix(): text_in_file(file) for file in found}
        return {path: text for path, text in read.items() if text is not None}

    def text(self, path: str) -> str:
        return self.changed.get(path, self.files.get(path, ""))

    def file(self, path: str) -> File:
        return File(path, self.text(path))

    def edit(self, path: str, edits: list[Edit]) -> None:
        """Change a file at these places, none of which overlaps another."""
        if edits:
            self.changed[path] = edited(self.text(path), whole_edits(edits))

    def changes(self) -> Iterator[tuple[str, list[ChangedLine]]]:
        """Yield each file that is changed, with its lines that are."""
        for path in sorted(self.changed.keys() - set(self.gone)):
            yield path, changed_lines(self.files.get(path, ""), self.changed[path])

    def write(self) -> None:
        """Write all of it. Each file is whole at every moment, and what is taken out is kept in a folder of its own."""
        for path in sorted(self.changed.keys() - set(self.gone)):
            write_text(self.root / path, self.changed[path])
        for path in self.gone:
            keep(self.root, path)
        for old, new in self.moved.items():
            (self.root / new).parent.mkdir(parents=True, exist_ok=True)
            (self.root / old).replace(self.root / new)
        for path in {*self.gone, *self.moved}:
            drop_empty_folders((self.root / path).parent, self.root)


def whole_edits(edits: list[Edit]) -> list[Edit]:
    """Return the edits without those that stand inside a larger one, and without a second one of the same place."""
    kept: list[Edit] = []
    for edit in sorted(set(edits), key=lambda edit: (edit.at, -edit.end)):
        if not kept or edit.at >= kept[-1].end:
            kept.append(edit)
    return kept


def text_in_file(file: Path) -> str | None:
    """Return the text of a file; None where there is none. What the system keeps closed is told: a name in it would stay."""
    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except (UnicodeDecodeError, FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def write_text(file: Path, text: str) -> None:
    """Write a file with the ends of lines, and the mark at its beginning, that it had."""
    before = file.read_bytes() if file.is_file() else b""
    data = (text.replace("\n", "\r\n") if b"\r\n" in before else text).encode()
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    part.write_bytes((BYTE_ORDER_MARK if before.startswith(BYTE_ORDER_MARK) else b"") + data)
    if file.is_file():
        shutil.copymode(file, part)
    os.replace(part, file)


def keep(root: Path, path: str) -> None:
    """Move a file into the folder of what was taken out."""
    to, number = root / KEPT / path, 1
    while to.exists():
        number += 1
        to = (root / KEPT / path).with_stem(f"{Path(path).stem}-{number}")
    to.parent.mkdir(parents=True, exist_ok=True)
    (root / path).replace(to)


def drop_empty_folders(folder: Path, root: Path) -> None:
    """Take out the folders that nothing stands in any more, but for those in which every clinic's files stand."""
    while folder.parent != root and folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def changed_lines(before: str, after: str) -> list[ChangedLine]:
    old, new = before.splitlines(), after.splitlines()
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        ChangedLine(i1 + 1 if i2 > i1 else j1 + 1, tuple(old[i1:i2]), tuple(new[j1:j2]))
        for tag, i1, i2, j1, j2 in steps
        if tag != "equal"
    ]
