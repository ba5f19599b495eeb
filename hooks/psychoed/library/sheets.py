"""Reads worksheets/ and packets/: each file's name is its id and its address."""

from pathlib import Path

from psychoed.library.lists import OneModel, read_entry, read_tree
from psychoed.library.sources import PacketSource, SheetSource
from psychoed.model.belonging import ListedIds
from psychoed.model.packet import Packet
from psychoed.model.worksheet import Worksheet
from psychoed.reading.problem import Fault, Position
from psychoed.reading.read import Notes, Read
from psychoed.reading.yaml.tree import Entry

WINDOWS_NAMES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that Windows gives to devices: no folder of the built site may have one."""
ID_LETTERS = set("abcdefghijklmnopqrstuvwxyz0123456789-")


def read_sheets(root: Path, listed: ListedIds) -> Read[dict[str, SheetSource]]:
    """Return the sheets by id. Those that cannot be read are named by the paths of their pages."""
    entries, problems, unread = read_folder(root, "worksheets", Worksheet, listed)
    return Read({id_: SheetSource(id_, entry.value, entry.at) for id_, entry in entries.items()}, problems, unread)


def read_packets(root: Path, listed: ListedIds) -> Read[dict[str, PacketSource]]:
    """Return the packets by id. Those that cannot be read are named by the paths of their pages."""
    entries, problems, unread = read_folder(root, "packets", Packet, listed)
    return Read({id_: PacketSource(id_, entry.value, entry.at) for id_, entry in entries.items()}, problems, unread)


def read_folder(root: Path, name: str, model: type[OneModel], listed: ListedIds) -> Read[dict[str, Entry[OneModel]]]:
    """Return what each file of a folder says, by its id."""
    notes, entries, folder = Notes(), dict[str, Entry[OneModel]](), root / name
    for file in sorted(folder.iterdir()) if folder.is_dir() else []:
        if file.suffix in (".json", ".md") or file.name.startswith("."):
            continue
        if entry := notes.value_of(read_written(file, root, model, listed)):
            entries[file.stem] = entry
    return notes.result(entries)


def read_written(file: Path, root: Path, model: type[OneModel], listed: ListedIds) -> Read[Entry[OneModel] | None]:
    """Return what a file says. One that cannot be read is named by the path of its page."""
    folder = file.parent.name
    page = f"{folder}/{file.stem}.md"
    if wrong := name_fault(file, folder.removesuffix("s")):
        return Read(None, (wrong.problem(file.relative_to(root).as_posix(), Position()),), frozenset({page}))
    tree, problems, _ = read_tree(file, root)
    return read_entry(tree, model, page, listed) if tree else Read(None, problems, frozenset({page}))


def name_fault(file: Path, kind: str) -> Fault | None:
    """Return why a file cannot be a worksheet or a packet. Its name becomes an address, on every system."""
    if file.suffix == ".yaml":
        return Fault(f"“{file.name}” has another ending than the other {kind}s", f"name it {file.stem}.yml")
    if file.suffix != ".yml" or file.is_dir():
        return Fault(f"“{file.name}” is not a {kind}", f"keep only {kind}s here, each as a file such as my-{kind}.yml")
    if not set(file.stem) <= ID_LETTERS or file.stem.strip("-") != file.stem or "--" in file.stem:
        return Fault(
            f"“{file.stem}” cannot be an address", "name the file with small letters, digits and single hyphens"
        )
    if file.stem in WINDOWS_NAMES or file.stem == "index":
        return Fault(f"“{file.stem}” is a name with a meaning of its own", "give the file another name")
    return None
