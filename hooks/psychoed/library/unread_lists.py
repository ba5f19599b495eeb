"""Lists of data/ that nobody reads, since their file has another name than the one that was meant."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from psychoed.reading.problem import Fault, Position, Problem, nearest

WORDS_OF_TEMPLATES = re.compile(r"strings\.[a-z]{2,3}(-[A-Z]{2})?")


def unread_lists(root: Path, names: Collection[str]) -> Iterator[Problem]:
    """Yield a Problem for each file that was likely meant as one of the lists of these names."""
    folder = root / "data"
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if file.suffix.lower() in (".yml", ".yaml") and file.is_file() and (fault := name_of_list_fault(file, names)):
            yield fault.problem(file.relative_to(root).as_posix(), Position())


def name_of_list_fault(file: Path, names: Collection[str]) -> Fault | None:
    stem = file.name[: -len(file.suffix)]
    known = stem in names or bool(WORDS_OF_TEMPLATES.fullmatch(stem))
    if known:
        what = f"“{file.name}” has another ending than the other lists, and is not read"
        return Fault(what, f"name it {stem}.yml") if file.suffix != ".yml" else None
    meant = nearest(stem, names) or ("strings.en" if stem.startswith("string") else "")
    return (
        Fault(f"no list is called “{file.name}”, so that nothing reads it", f"name it {meant}.yml") if meant else None
    )
