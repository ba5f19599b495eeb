"""Builds the three editions of two commits from the same texts on the same day, and lists the files that differ.

`python tests/tools/same_bytes.py BEFORE [AFTER]`: two names of commits; the second is HEAD where it is left out. Exits
with 1 where a file differs. Run it before you send a change that means to change nothing that a reader gets.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import lxml.etree
import lxml.html
from pypdf import PdfReader

EDITIONS = {"mkdocs.yml": "site", "mkdocs.staff.yml": "site-staff", "mkdocs.offline.yml": "site-offline"}
TEXTS = ("content", "worksheets", "packets")
DAY = "1795392000"  # November 23, 2026
ADDED, REMOVED = "is new", "is gone"
SAME_TREE = "says the same in other signs"
SAME_WORDS = "has the same words in another form"
OTHER = "is another"


class Difference(NamedTuple):
    """A file that two sites do not share, and how the later one differs."""

    path: str
    how: str

    def __str__(self) -> str:
        return f"{self.path} {self.how}"


def differences(before: dict[str, bytes], after: dict[str, bytes]) -> Iterator[Difference]:
    """Compare two sites, each as the bytes of its files by their paths."""
    for path in sorted(before.keys() | after.keys()):
        if path not in before:
            yield Difference(path, ADDED)
        elif path not in after:
            yield Difference(path, REMOVED)
        elif before[path] != after[path]:
            yield Difference(path, how(path, before[path], after[path]))


def how(path: str, before: bytes, after: bytes) -> str:
    """Say in which way these bytes differ: as little as can be shown of a file of this kind."""
    for said, read in READINGS.get(Path(path).suffix, {}).items():
        if read(before) == read(after):
            return said
    return OTHER


def tree_of_html(data: bytes) -> bytes:
    """Write a page anew, so that the order of attributes, quotation marks and escapes are the same everywhere."""
    return lxml.etree.tostring(lxml.html.document_fromstring(data), method="c14n")


def words_of_html(data: bytes) -> list[str]:
    return lxml.html.document_fromstring(data).text_content().split()


def words_of_pdf(data: bytes) -> tuple[list[list[str]], list[str]]:
    """Read the words of each page, and the names of all fields."""
    document = PdfReader(BytesIO(data))
    return [page.extract_text().split() for page in document.pages], list(document.get_fields() or {})


READINGS: dict[str, dict[str, Callable[[bytes], object]]] = {
    ".html": {SAME_TREE: tree_of_html, SAME_WORDS: words_of_html},
    ".json": {SAME_TREE: json.loads},
    ".pdf": {SAME_WORDS: words_of_pdf},
}


def git(*words: str) -> None:
    subprocess.run(["git", *words], check=True, stdout=subprocess.DEVNULL)


def checked_out(commit: str, folder: Path, texts: Path | None = None) -> Path:
    """Lay a commit into a folder, with the texts of another one in place of its own."""
    git("worktree", "add", "--detach", str(folder), commit)
    for name in TEXTS if texts else ():
        shutil.rmtree(folder / name)
        shutil.copytree(texts / name, folder / name)
    return folder


def editions(project: Path) -> dict[str, bytes]:
    """Build all editions, and return the bytes of their files."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": DAY, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    for settings, site in EDITIONS.items():
        command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-f", settings, "-d", site]
        subprocess.run(command, cwd=project, env=environment, check=True)
    files = [file for site in EDITIONS.values() for file in (project / site).rglob("*") if file.is_file()]
    return {file.relative_to(project).as_posix(): file.read_bytes() for file in files}


def main(before: str, after: str = "HEAD") -> int:
    with TemporaryDirectory() as folder:
        first, second = Path(folder) / "before", Path(folder) / "after"
        try:
            was = editions(checked_out(before, first))
            found = list(differences(was, editions(checked_out(after, second, texts=first))))
        finally:
            for project in (first, second):
                subprocess.run(["git", "worktree", "remove", "--force", str(project)], check=False)
    print(*found, f"{len(was)} files before, {len(found)} of which differ or are new", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
