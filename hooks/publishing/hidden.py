"""What must never lie in the built site: hidden files, and links to other places of the machine that built it."""

from collections.abc import Iterator
from pathlib import Path

from checks.rules import Rule
from library.problem import Problem
from publishing.hosting import HIDDEN

HIDDEN_FILE = Rule("hidden-file", "problem", "no hidden file and no link to another place is published")
MAY_BE_HIDDEN = {".nojekyll", ".well-known", *HIDDEN}


def hidden_files(folder: Path) -> Iterator[Problem]:
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if file.is_symlink() or (file.name.startswith(".") and file.name not in MAY_BE_HIDDEN):
            what = f"“{path}” is hidden, or a link to another place, and would be published"
            yield Problem(f"{folder.name}/{path}", 1, 1, what, "take it out", HIDDEN_FILE.id)
