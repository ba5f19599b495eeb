"""Texts that came with the package and are newer there than in a clinic's folder. Nothing is overwritten unasked.

`psychoed new` notes what it wrote: `.psychoed/texts.json`. By that a text that nobody touched is told from one that the
clinic has made its own, and a text that is newer from one that is as it was.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml

from psychoed import __version__
from psychoed.editing.first_settings import Beginning
from psychoed.editing.folder import keep, text_in_file, write_text
from psychoed.editing.starters import Starter

FOLDERS_OF_TEXTS = ("content", "worksheets", "packets")
NOTED_TEXTS = ".psychoed/texts.json"
LETTERS_OF_MARK = 16
State = Literal["untouched", "edited", "new"]


class FolderOrigin(NamedTuple):
    """What a folder began with, and each text of the package that it holds."""

    version: str
    starter: str
    clinic: Beginning
    texts: Mapping[str, str]
    """By path, the fingerprint of the text as the package had it when this folder last took it or passed it over."""


class NewerText(NamedTuple):
    """A text that the package has in a newer form than the folder."""

    path: str
    how: State
    before: str
    after: str
    corrects: tuple[str, ...] = ()
    """What it corrects for safety's sake, in the words of its `changes`."""


def note_texts(root: Path, starter: Starter, clinic: Beginning) -> None:
    """Note what a new folder holds."""
    texts = {path: fingerprint_of(text) for path, text in texts_below(root).items()}
    write_origin(root, FolderOrigin(__version__, starter.id, clinic, texts))


def origin_of(root: Path) -> FolderOrigin | None:
    """Return what was noted; None where the folder was not begun by the package, or its note cannot be read."""
    try:
        said = json.loads((root / NOTED_TEXTS).read_text("utf-8"))
        texts = {str(path): str(mark) for path, mark in said["texts"].items()}
        return FolderOrigin(said["version"], said["starter"], Beginning(**said["clinic"]), texts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_origin(root: Path, origin: FolderOrigin) -> None:
    said = origin._asdict() | {"clinic": origin.clinic._asdict(), "texts": dict(sorted(origin.texts.items()))}
    (root / NOTED_TEXTS).parent.mkdir(exist_ok=True)
    (root / NOTED_TEXTS).write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n", "utf-8", newline="\n")


def newer_texts(root: Path, origin: FolderOrigin, texts: Mapping[str, str]) -> Iterator[NewerText]:
    """Yield what is newer. `texts`: what the package holds now, as a folder with this beginning gets it."""
    for path, after in sorted(texts.items()):
        known, before = origin.texts.get(path), text_in_file(root / path)
        if before == after or known == fingerprint_of(after):
            continue
        if before is None:
            if known is None:
                yield NewerText(path, "new", "", after)
            continue
        how: State = "untouched" if known == fingerprint_of(before) else "edited"
        yield NewerText(path, how, before, after, corrections(before, after))


def take(root: Path, origin: FolderOrigin, taken: list[NewerText]) -> FolderOrigin:
    """Write these texts into the folder. One that the clinic had edited is kept in removed/. Return the note."""
    for one in taken:
        if one.how == "edited":
            keep(root, one.path)
        write_text(root / one.path, one.after)
    return passed_over(root, origin, taken)


def passed_over(root: Path, origin: FolderOrigin, settled: list[NewerText]) -> FolderOrigin:
    """Note that these need not be shown again until the package changes them again."""
    marks = {one.path: fingerprint_of(one.after) for one in settled}
    noted = origin._replace(version=__version__, texts={**origin.texts, **marks})
    write_origin(root, noted)
    return noted


def texts_below(root: Path) -> dict[str, str]:
    files = (
        file for name in FOLDERS_OF_TEXTS for file in sorted((root / name).rglob("*")) if file.suffix in (".md", ".yml")
    )
    read = {file.relative_to(root).as_posix(): text_in_file(file) for file in files}
    return {path: text for path, text in read.items() if text is not None}


def fingerprint_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:LETTERS_OF_MARK]


def corrections(before: str, after: str) -> tuple[str, ...]:
    """Return what the newer text says of its changes for safety, and the older one does not."""
    known = {change.get("what") for change in listed_changes(before)}
    new = [change for change in listed_changes(after) if change.get("safety") == "true"]
    return tuple(str(change.get("what")) for change in new if change.get("what") not in known)


def listed_changes(text: str) -> list[dict[str, Any]]:
    """Return the `changes` of a page's front matter or of a sheet. What cannot be read has a Problem of its own."""
    head = text.split("\n---", 1)[0] if text.startswith("---") else text
    try:
        said = yaml.load(head, yaml.BaseLoader)
    except yaml.YAMLError:
        return []
    listed = said.get("changes") if isinstance(said, dict) else None
    return [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
