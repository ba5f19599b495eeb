"""Reads worksheets/ and packets/: each file's name is its id and its address."""

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import yaml

from psychoed.library.lists import OneModel, read_entry, read_tree
from psychoed.library.sources import PacketSource, SheetSource
from psychoed.model.belonging import ListedIds
from psychoed.model.lists import CareList
from psychoed.model.packet import Packet
from psychoed.model.slugs import file_name_for
from psychoed.model.worksheet import Worksheet
from psychoed.reading.problem import Fault, Position, Problem, problem_at
from psychoed.reading.read import Notes, Read
from psychoed.reading.yaml.tree import Entry

WINDOWS_NAMES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that Windows gives to devices: no folder of the built site may have one."""
WHOLE_LIST = re.compile(r"\{\{\s*list\.([a-z0-9-]+)(?:\.([a-z0-9-]+))?\s*\}\}")
"""An entry that stands for all items of a list of data/care-lists.yml, or of a part of one."""
ID_LETTERS = set("abcdefghijklmnopqrstuvwxyz0123456789-")


def read_sheets(root: Path, listed: ListedIds, care_lists: Mapping[str, CareList]) -> Read[dict[str, SheetSource]]:
    """Return the sheets by id, with the lists that they quote filled in. Those that cannot be read are named by the paths
    of their pages."""
    entries, problems, unread = read_folder(root, "worksheets", Worksheet, listed, care_lists)
    return Read({id_: SheetSource(id_, entry.value, entry.at) for id_, entry in entries.items()}, problems, unread)


def read_packets(root: Path, listed: ListedIds) -> Read[dict[str, PacketSource]]:
    """Return the packets by id. Those that cannot be read are named by the paths of their pages."""
    entries, problems, unread = read_folder(root, "packets", Packet, listed)
    return Read({id_: PacketSource(id_, entry.value, entry.at) for id_, entry in entries.items()}, problems, unread)


def read_folder(
    root: Path,
    name: str,
    model: type[OneModel],
    listed: ListedIds,
    care_lists: Mapping[str, CareList] = MappingProxyType({}),
) -> Read[dict[str, Entry[OneModel]]]:
    """Return what each file of a folder says, by its id."""
    notes, entries = Notes(), dict[str, Entry[OneModel]]()
    first: dict[str, Path] = {}
    for file in files_below(root / name):
        if twice := first.get(file.stem):
            notes.problems.append(same_name(file, twice, root))
            continue
        first[file.stem] = file
        if entry := notes.value_of(read_written(file, root, model, name, listed, care_lists)):
            entries[file.stem] = entry
    return notes.result(entries)


def files_below(folder: Path) -> list[Path]:
    """Return the files of a folder, with those of folders in it: a large library has some. Their names stay addresses."""
    found = sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else []
    found = [one for one in found if not NEVER_READ.fullmatch(one.name)]
    is_folder = {one: one.is_dir() and not one.is_symlink() and one.suffix != ".yml" for one in found}
    within = [file for one in found if is_folder[one] for file in files_below(one)]
    return [*(one for one in found if not is_folder[one]), *within]


def same_name(file: Path, first: Path, root: Path) -> Problem:
    what = f"“{file.stem}” is also the name of {first.relative_to(root).as_posix()}, and both would have one address"
    return problem_at(file.relative_to(root).as_posix(), Position(), what, "give one of the two another name")


def read_written(
    file: Path,
    root: Path,
    model: type[OneModel],
    folder: str,
    listed: ListedIds,
    care_lists: Mapping[str, CareList],
) -> Read[Entry[OneModel] | None]:
    """Return what a file says. One that cannot be read is named by the path of its page."""
    page = f"{folder}/{file.stem}.md"
    if wrong := name_fault(file, folder.removesuffix("s")):
        return Read(None, (wrong.problem(file.relative_to(root).as_posix(), Position()),), frozenset({page}))
    tree, problems, _ = read_tree(file, root)
    if tree is None:
        return Read(None, problems, frozenset({page}))
    return read_entry(tree._replace(root=with_lists(tree.root, care_lists)), model, page, listed)


def with_lists(node: yaml.Node, care_lists: Mapping[str, CareList]) -> yaml.Node:
    """Return a node in which each entry {{ list.<id> }} of a sequence is the items of that list."""
    if isinstance(node, yaml.MappingNode):
        pairs = [(key, with_lists(value, care_lists)) for key, value in node.value]
        return yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark, node.flow_style)
    if not isinstance(node, yaml.SequenceNode):
        return node
    entries = [entry for value in node.value for entry in entries_for(value, care_lists)]
    return yaml.SequenceNode(node.tag, entries, node.start_mark, node.end_mark, node.flow_style)


def entries_for(node: yaml.Node, care_lists: Mapping[str, CareList]) -> list[yaml.Node]:
    if not isinstance(node, yaml.ScalarNode):
        return [with_lists(node, care_lists)]
    quote = WHOLE_LIST.fullmatch(node.value)
    if quote is None or quote[1] not in care_lists:
        return [node]
    whole, marks = care_lists[quote[1]], (node.start_mark, node.end_mark)
    items = whole.parts().get(quote[2], ()) if quote[2] else whole.items
    return [yaml.ScalarNode(node.tag, item.says, *marks, style=node.style) for item in items] or [node]


NEVER_READ = re.compile(r"\..*|~\$.*|.*\.json|readme\.md|desktop\.ini|e?thumbs\.db|icon\r", re.IGNORECASE)
"""Schemas, a note for colleagues, and what editors and systems write for themselves."""


def name_fault(file: Path, kind: str) -> Fault | None:
    """Return why a file cannot be a worksheet or a packet. Its name becomes an address, on every system."""
    if file.suffix == ".yaml":
        return Fault(f"“{file.name}” has another ending than the other {kind}s", f"name it {file.stem}.yml")
    if file.name.lower().endswith(".yml.txt"):
        return Fault(f"“{file.name}” ends in .txt, which Windows may hide", f"name it {file.stem}")
    if file.suffix == ".md":
        return Fault(f"“{file.name}” is an article among the {kind}s", "put it into a folder of content/")
    if file.suffix != ".yml" or file.is_dir():
        return Fault(f"“{file.name}” is not a {kind}", f"keep only {kind}s here, each as a file such as my-{kind}.yml")
    if not set(file.stem) <= ID_LETTERS or file.stem.strip("-") != file.stem or "--" in file.stem:
        return Fault(f"“{file.stem}” cannot be an address", file_name_for(file.stem, ".yml"))
    if file.stem in WINDOWS_NAMES or file.stem == "index":
        return Fault(f"“{file.stem}” is a name with a meaning of its own", "give the file another name")
    return None
