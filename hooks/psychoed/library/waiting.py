"""Drafts, and what is published on a later day: a preview shows them, and no edition has them, nor anything that names them."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from psychoed.library.library import Library
from psychoed.library.sources import PacketSource, Source, published
from psychoed.reading.problem import Problem

DRAFT = re.compile(r"^draft:\s*true\s*(?:#.*)?$", re.MULTILINE)
WRITTEN = ("content/**/*.md", "worksheets/**/*.yml", "packets/**/*.yml")


def without_waiting(library: Library, root: Path) -> Library:
    """Return the library without what waits, and without packets of which nothing is left."""
    paths = {source.path for source in library.sources() if waits(source, library.today)}
    paths |= {page_of_file(file, root) for file in drafts_in(root)}  # also those that cannot be read
    kept = library.only(lambda source: source.path not in paths)
    empty = {packet.path for packet in kept.packets.values() if not any(map(kept.holds, packet.packet.items))}
    paths |= {path for path in empty if names_one_of(library, path, paths)}
    return replace(
        kept.only(lambda source: source.path not in paths),
        headless={path: page for path, page in library.headless.items() if path not in paths},
        waiting=frozenset(paths),
        unread=kept.unread | paths,
    )


def drafts_in(root: Path) -> list[Path]:
    """Return the files that say above their text that they are drafts."""
    files = [file for pattern in WRITTEN for file in sorted(root.glob(pattern)) if file.is_file()]
    return [file for file in files if DRAFT.search(above_the_text(file))]


def above_the_text(file: Path) -> str:
    try:
        text = file.read_text("utf-8", "replace")
    except OSError:
        return ""
    return text.partition("\n---")[0] if file.suffix == ".md" else text


def page_of_file(file: Path, root: Path) -> str:
    """Return the path of a page, as if that of a sheet or a packet lay in content/."""
    folder, _, path = file.relative_to(root).as_posix().partition("/")
    return path if folder == "content" else f"{folder}/{file.stem}.md"


def waits(source: Source, today: date) -> bool:
    said = published(source)
    return said is not None and said.waits(today)


def names_one_of(library: Library, path: str, paths: Collection[str]) -> bool:
    source = library.by_path[path]
    return isinstance(source, PacketSource) and any(item.names in paths for item in source.packet.items)


def of_no_draft(problems: Iterable[Problem], root: Path) -> list[Problem]:
    """Return the Problems without those of drafts, which are not done yet."""
    drafts = {file.relative_to(root).as_posix() for file in drafts_in(root)}
    return [one for one in problems if one.path not in drafts]


def waiting_list(library: Library, root: Path) -> str:
    """Return what waits, in words for whoever builds; empty where nothing does."""
    found = {file.relative_to(root).as_posix(): "a draft" for file in drafts_in(root)}
    for source in library.sources():
        if (said := published(source)) and said.waits(library.today):
            found.setdefault(source.tree.path, f"until {said.publish_on}")
    return ", ".join(f"{path} ({why})" for path, why in sorted(found.items()))
