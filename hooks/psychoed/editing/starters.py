"""What a clinic's folder may begin with: the starters of starters/, and which of the texts each leaves out."""

from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from psychoed.reading.shipped import PACKAGE

FOLDER_OF_STARTERS = PACKAGE / "starters"


class Starter(NamedTuple):
    """One of the choices of `psychoed new`."""

    id: str
    title: str
    says: str
    """What is in it, in a few words."""
    description: str
    """The site's description to begin with."""
    keeps: tuple[str, ...] = ("*",)
    without: tuple[str, ...] = ()
    sections: Mapping[str, str] = MappingProxyType({})
    """Titles of the navigation that are other ones in this starter."""
    ketamine: bool = True
    """Whether any of it is about ketamine, so that the clinic's rules for sessions with it are needed."""

    def leaves_out(self, pages: Iterable[str]) -> list[str]:
        """Return those of the pages that are not in it."""
        return [page for page in pages if not fits(page, self.keeps) or fits(page, self.without)]


def fits(page: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(page, pattern) for pattern in patterns)


def starters() -> dict[str, Starter]:
    entries = yaml.safe_load((FOLDER_OF_STARTERS / "starters.yml").read_text("utf-8"))
    return {entry["id"]: Starter(**{key: hashable(value) for key, value in entry.items()}) for entry in entries}


def hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
