"""The pages of a clinic's folder as commands name them: a path, an id, an address or a file, and always one page."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from psychoed.library.sheets import WINDOWS_NAMES
from psychoed.model.slugs import slug
from psychoed.reading.problem import nearest

ENDINGS = re.compile(r"\.(?:md|yml|yaml)$")
PRINTED = re.compile(r"(.+)/([^/]+)-(?:letter|a4|large-print)\.pdf")
PAGE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
MADE = ("worksheets", "packets")
"""Folders whose files are YAML, and pages of the site all the same."""
FIXED = {
    "index.md": "the home page",
    "worksheets/index.md": "the page of all worksheets",
    "packets/index.md": "the page of all packets",
    "glossary.md": "the glossary, which each page leads to",
    "help/privacy.md": "the page on privacy, which each page leads to",
    "help/pause-and-ground.md": "the page of grounding, which each sheet leads to",
    "staff/kinds-of-block.md": "the guide for authors",
    "staff/reviews.md": "the list of what waits for review",
}
"""Pages to which the theme leads by itself."""


class Refused(Exception):
    """Says why a command cannot do what it was asked, and what to write instead."""


class Names(NamedTuple):
    """The pages of a folder: by the path that texts name them by, the file that each is written in."""

    files: Mapping[str, str]

    def found(self, typed: str) -> str:
        """Return the page that somebody means: parts/protectors.md, its file, its id, or its address."""
        name = bare_name(typed)
        forms = [name, f"{name}/index" if name else "index", *(f"{folder}/{name}" for folder in MADE)]
        by_bare = {bare_name(page): page for page in self.files} | {"": "index.md"}
        for form in forms:
            if form in by_bare and by_bare[form] in self.files:
                return by_bare[form]
        by_end = [page for one, page in by_bare.items() if one.rpartition("/")[2] == name and page in self.files]
        if len(by_end) == 1:
            return by_end[0]
        if by_end:
            raise Refused(f"“{typed}” is the name of several pages; write one of: {', '.join(sorted(by_end))}")
        close = nearest(name, by_bare) or nearest(name, [one.rpartition("/")[2] for one in by_bare])
        raise Refused(
            f"there is no page, worksheet or packet “{typed}”" + (f"; did you mean “{close}”?" if close else "")
        )


def bare_name(typed: str) -> str:
    """Return the name without what only a file or an address has."""
    name = urlsplit(typed.strip().replace("\\", "/")).path.strip("/").removeprefix("./")
    name = ENDINGS.sub("", name.removeprefix("content/").removesuffix("/index.html"))
    return name.removesuffix("/index") if name != "index" else name


def names_of(paths: Iterable[str]) -> Names:
    """Return the pages that these files hold. A worksheet's page is worksheets/<id>.md in whatever folder it lies."""
    files: dict[str, str] = {}
    for path in paths:
        folder, _, name = path.partition("/")
        if folder == "content" and path.endswith(".md"):
            files[name] = path
        elif folder in MADE and path.endswith(".yml"):
            files[f"{folder}/{posixpath.basename(path).removesuffix('.yml')}.md"] = path
    return Names(files)


def is_made(page: str) -> bool:
    """Return True if the page is made from YAML."""
    return page.partition("/")[0] in MADE and page not in FIXED


def id_of_page(page: str) -> str:
    return posixpath.basename(page).removesuffix(".md")


def page_led_to(target: str, folder: str, pages: Iterable[str]) -> str | None:
    """Return the page to which an address in a text leads, or of which it is a print. `folder`: where the text is."""
    path = unquote(urlsplit(target).path) if "{{" not in target else ""
    if not path or ":" in target.partition("/")[0] or path.startswith("/"):
        return None
    to = posixpath.normpath(posixpath.join(folder, path))
    if printed := PRINTED.fullmatch(to):
        owners = (f"{printed[1]}.md", f"{printed[1]}/index.md")
        return next((page for page in owners if page in pages and id_of_page(page) == printed[2]), None)
    return to if to in pages else None


def led_elsewhere(target: str, folder: str, page: str) -> str:
    """Return the address that leads to this page, as it is written in a text in this folder, with the place on it."""
    path, sign, place = target.partition("#")
    to = page
    if path.endswith(".pdf"):
        paper = path.removesuffix(".pdf").rpartition("-")[2]
        paper = "large-print" if paper == "print" else paper
        to = f"{page.removesuffix('.md').removesuffix('/index')}/{id_of_page(page)}-{paper}.pdf"
    return posixpath.relpath(to, folder or ".") + sign + place


def checked_name(name: str, typed: str) -> str:
    """Return a page's new name, or refuse one that cannot be an address."""
    if not PAGE_NAME.fullmatch(name):
        close = slug(name)
        what = f"“{typed}” cannot be an address: only small letters, digits and single hyphens can"
        raise Refused(what + (f"; write {close}" if close else ""))
    for part in name.split("/"):
        if part in WINDOWS_NAMES:
            raise Refused(f"“{part}” is a name that Windows keeps for itself; take another")
    return name
