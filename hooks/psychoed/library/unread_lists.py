"""Lists of data/ that nobody reads, since their file has another name than the one that was meant."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from psychoed.reading.problem import Fault, Position, Problem, nearest

LIKE_LISTS = (".yml", ".yaml", ".txt", ".csv", ".xls", ".xlsx", ".ods", ".doc", ".docx", ".json")
"""Endings of what people keep lists in."""
WORDS_OF_TEMPLATES = re.compile(r"strings\.[a-z]{2,3}(-[A-Z]{2})?")


def unread_lists(root: Path, names: Collection[str]) -> Iterator[Problem]:
    """Yield a Problem for each file that was likely meant as one of the lists of these names."""
    folder = root / "data"
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if file.suffix.lower() in LIKE_LISTS and file.is_file() and (fault := name_of_list_fault(file, names)):
            yield fault.problem(file.relative_to(root).as_posix(), Position())


def name_of_list_fault(file: Path, names: Collection[str]) -> Fault | None:
    stem = file.name[: -len(file.suffix)].removesuffix(".yml")
    known = stem in names or bool(WORDS_OF_TEMPLATES.fullmatch(stem))
    if known and file.suffix.lower() not in (".yml", ".yaml", ".txt"):
        what = f"“{file.name}” is no list as it is read here"
        return Fault(what, f"write its entries into {stem}.yml, a text file")
    if known:
        what = f"“{file.name}” has another ending than the other lists, and is not read"
        return Fault(what, f"name it {stem}.yml") if file.suffix != ".yml" else None
    meant = nearest(stem, names) or ("strings.en" if stem.startswith("string") else "")
    return (
        Fault(f"no list is called “{file.name}”, so that nothing reads it", f"name it {meant}.yml") if meant else None
    )
