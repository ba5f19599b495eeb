"""The built site as a whole: its files, its pages, and what an address on one of them leads to."""

import posixpath
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from psychoed.checks.site.fragments import place_fault
from psychoed.checks.site.origins import Target, target_of
from psychoed.checks.site.page import BuiltPage
from psychoed.reading.problem import Fault, nearest
from psychoed.reading.web.address import is_outside


class BuiltSite:
    """`own` is its address on the web; `left_out` are pages of another edition, and drafts; `faulty` are pages that a
    Problem of their own keeps off the site."""

    def __init__(self, folder: Path, own: str, left_out: frozenset[str], faulty: frozenset[str]) -> None:
        self.folder = folder
        self.own = own.rstrip("/")
        self.left_out = left_out
        self.faulty = faulty
        self.files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
        self.pages = {path: BuiltPage(self.text(path)) for path in sorted(self.files) if path.endswith(".html")}

    def text(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8", "replace")

    @cached_property
    def by_lower(self) -> dict[str, str]:
        return {path.lower(): path for path in self.files}

    def is_own(self, address: str) -> bool:
        """Return True if it leads into this site by the site's own name."""
        return bool(self.own) and (address == self.own or address.startswith((f"{self.own}/", f"{self.own}#")))

    def leads_in(self, address: str) -> bool:
        return self.is_own(address) or not is_outside(address)

    def target(self, page: str, address: str) -> Target:
        if self.is_own(address):
            return target_of("", address[len(self.own) :].lstrip("/"))
        if page == "404.html" and address.startswith("/"):  # shown at any address, and so made from the top
            folder = urlsplit(self.own).path.strip("/")
            return target_of("", address.lstrip("/").removeprefix(folder).lstrip("/"))
        base = self.pages[page].base if page in self.pages else ""
        return target_of(target_of(page, base).path if base else page, address)

    def fault(self, page: str, address: str) -> Fault | None:
        """Return what is wrong with an address that leads into the site."""
        if leads_out(page, address):
            return Fault(
                f"“{address}” leads out of the site", "write the way from this page, with one ../ for each folder up"
            )
        to = self.target(page, address)
        found = to.path if to.path in self.files else f"{to.path}/index.html"
        if found not in self.files:
            silent = {to.path, found, *left_as_typed(page, address)} & self.faulty
            return None if silent else self.missing(page, address, to)
        return place_fault(self.folder / found, self.pages.get(found), to.fragment)

    def missing(self, page: str, address: str, to: Target) -> Fault:
        if {to.path, f"{to.path}/index.html"} & self.left_out:
            return Fault(f"“{address}” is a draft or a page of the staff edition", "take the link out of this page")
        if same := self.by_lower.get(to.path.lower()):
            return Fault(f"“{address}” differs from the file in capitals", f"write {self.written(page, same, address)}")
        names = {last_part(path): path for path in sorted(self.files, reverse=True)}
        close = nearest(last_part(to.path), names)
        otherwise = "write another address, or take it out"
        instead = f"did you mean {self.written(page, names[close], address)}?" if close else otherwise
        return Fault(f"“{address}” leads to nothing on this site", instead)

    def written(self, page: str, path: str, address: str) -> str:
        """Return how a page would name a file of the site."""
        short = path.removesuffix("index.html")
        if self.is_own(address):
            return f"{self.own}/{short}"
        return posixpath.relpath(short or ".", posixpath.dirname(page) or ".") + ("/" if short != path else "")


def last_part(path: str) -> str:
    return posixpath.basename(path.removesuffix("index.html").rstrip("/"))


def left_as_typed(page: str, address: str) -> Iterator[str]:
    """Yield what a path from a source may mean: MkDocs leaves it as it is where that page or file is not built."""
    path = unquote(urlsplit(address).path)
    for source in (posixpath.dirname(page), posixpath.dirname(posixpath.dirname(page))):
        to = posixpath.normpath(posixpath.join(source, path))
        bare = to.removesuffix(".md").removesuffix("index").rstrip("/")
        yield f"{bare}/index.html".removeprefix("/") if to.endswith(".md") else to


def leads_out(page: str, address: str) -> bool:
    path = unquote(urlsplit(address).path)
    if is_outside(address) or path.startswith("/"):
        return False
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)).split("/")[0] == ".."
