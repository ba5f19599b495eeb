"""What the lists of a clinic's data/ change in those of the package, for somebody who wants to know."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from psychoed.library.lists import Layers, read_data
from psychoed.model.belonging import BELONGINGS
from psychoed.reading.problem import Position
from psychoed.reading.shipped import shipped
from psychoed.reading.yaml.tree import Keys, Tree

LONGEST_SHOWN = 60


class ListChange(NamedTuple):
    """One value that is said otherwise here. Sorts by its place."""

    path: str
    at: Position
    name: str
    """The entry and the key, such as part.means."""
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.at.line}: {self.name}: {self.what}"


def changed_lists(root: Path) -> list[ListChange]:
    """Return every change, file by file. A list that the package does not have changes nothing."""
    if shipped("data").resolve() == (root / "data").resolve():
        return []
    data = root / "data"
    paths = (file.relative_to(data).as_posix() for file in data.rglob("*"))
    found = [list(changes_in(path, below, root)) for path in sorted(paths) if (below := place_of_package(path))]
    return [change for changes in found for change in sorted(changes)]


def place_of_package(path: str) -> str:
    """Return where in data/ the package has this list of a clinic; empty where it has none. The lists of a language
    may lie in the clinic's data/ itself."""
    return next((place for place in (path, f"en/{path}") if shipped(f"data/{place}").is_file()), "")


def changes_in(name: str, below_it: str, root: Path) -> Iterator[ListChange]:
    path = f"data/{name}"
    if name.endswith(".toml"):
        try:
            below, own = (
                tomllib.loads((folder / path).read_text("utf-8")) for folder in (shipped("data").parent, root)
            )
        except ValueError:
            yield not_read(path)
        else:
            yield from (ListChange(path, Position(), *one) for one in changes_of_settings(below, own, ()))
    elif name.endswith(".yml"):
        layers = read_data(name, root, below_it).value
        if layers.own and layers.shipped:
            yield from changes_of_list(layers, layers.own, layers.shipped)
        elif layers.shipped:
            yield not_read(path)


def not_read(path: str) -> ListChange:
    return ListChange(path, Position(), "the file", "cannot be read; a build says why")


def changes_of_settings(below: dict[str, Any], own: dict[str, Any], keys: Keys) -> Iterator[tuple[str, str]]:
    """Yield what settings of a linter change: lists of theirs are added to those of the package."""
    for key, value in own.items():
        there, path = below.get(key), (*keys, key)
        if isinstance(there, dict) and isinstance(value, dict):
            yield from changes_of_settings(there, value, path)
        elif isinstance(there, list) and isinstance(value, list):
            more = [one for one in value if one not in there]
            yield from different(None, more, path) if more else ()
        else:
            yield from different(there, value, path)


def changes_of_list(layers: Layers, own: Tree, below: Tree) -> Iterator[ListChange]:
    here, there = own.data(), below.data()
    if not isinstance(here, list):
        for name, what in different(there, here, ()):
            yield ListChange(own.path, own.position(tuple(name.split("."))), name, what)
        return
    whole = Path(own.path).stem not in BELONGINGS
    entries = {str(entry.get("id")): entry for entry in there if isinstance(entry, dict)}
    for number, entry in enumerate(here):
        if isinstance(entry, dict):
            at = own.position((number,))
            for name, what in changes_of_entry(entries.get(str(entry.get("id"))), entry, whole=whole):
                yield ListChange(own.path, at, name, what)


def changes_of_entry(below: dict[str, Any] | None, own: dict[str, Any], *, whole: bool) -> Iterator[tuple[str, str]]:
    """Yield what an entry changes. `whole`: it takes the place of the package's, also of keys that it leaves out."""
    name = str(own.get("id"))
    if own.get("remove") == "true":
        yield name, "taken out" if below else "not in the package, so that nothing is taken out"
    elif below is None:
        yield name, "added"
    else:
        yield from different(below, own, (name,))
        left_out = below.keys() - own.keys() if whole else ()
        yield from ((f"{name}.{key}", f"{short(below[key])} → left out") for key in left_out)


def different(below: Any, own: Any, keys: Keys) -> Iterator[tuple[str, str]]:
    """Yield each value that is not the same, by its keys."""
    if isinstance(own, dict) and isinstance(below, dict):
        for key, value in own.items():
            yield from different(below.get(key), value, (*keys, key))
    elif below is None:
        yield ".".join(map(str, keys)), f"added: {short(own)}"
    elif below != own:
        yield ".".join(map(str, keys)), f"{short(below)} → {short(own)}"


def short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"
