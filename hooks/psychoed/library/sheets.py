"""Reads worksheets/ and packets/: each file's name is its id and its address."""

from collections.abc import Iterator
from pathlib import Path

from psychoed.library.library import Words
from psychoed.library.lists import read_tree
from psychoed.library.sources import PacketSource, SheetSource
from psychoed.model.packet import Packet
from psychoed.model.validation.messages import M, validate
from psychoed.model.worksheet import Worksheet
from psychoed.reading.problem import Position, Problem, problem_at, suggestion
from psychoed.reading.yaml.tree import Tree

WINDOWS_NAMES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that Windows gives to devices: no folder of the built site may have one."""
ID_LETTERS = set("abcdefghijklmnopqrstuvwxyz0123456789-")


def read_sheets(root: Path, words: Words, problems: list[Problem], unread: set[str]) -> dict[str, SheetSource]:
    """The sheets by id. Page paths of those that cannot be read are added to `unread`."""
    sheets: dict[str, SheetSource] = {}
    for id_, worksheet, tree in read_folder(root, "worksheets", Worksheet, problems, unread):
        problems += unknown_topics(worksheet, tree, words)
        sheets[id_] = SheetSource(id_, worksheet, tree)
    return sheets


def read_packets(root: Path, problems: list[Problem], unread: set[str]) -> dict[str, PacketSource]:
    """The packets by id. Page paths of those that cannot be read are added to `unread`."""
    read = read_folder(root, "packets", Packet, problems, unread)
    return {id_: PacketSource(id_, packet, tree) for id_, packet, tree in read}


def read_folder(
    root: Path, name: str, model: type[M], problems: list[Problem], unread: set[str]
) -> Iterator[tuple[str, M, Tree]]:
    """Each file of a folder that could be read: its id, what it says, and where that stands."""
    folder = root / name
    for file in sorted(folder.iterdir()) if folder.is_dir() else []:
        if file.suffix in (".json", ".md") or file.name.startswith("."):
            continue
        path = file.relative_to(root).as_posix()
        if wrong := name_fault(file, name.removesuffix("s")):
            problems.append(problem_at(path, Position(), *wrong))
            unread.add(f"{name}/{file.stem}.md")
            continue
        tree = read_tree(file, root, problems)
        found, faults = validate(model, tree) if tree else (None, [])
        problems += faults
        if found and tree:
            yield file.stem, found, tree
        else:
            unread.add(f"{name}/{file.stem}.md")


def name_fault(file: Path, kind: str) -> tuple[str, str] | None:
    """Why a file cannot be a worksheet or a packet. Its name becomes an address, on every system."""
    if file.suffix == ".yaml":
        return f"“{file.name}” has another ending than the other {kind}s", f"name it {file.stem}.yml"
    if file.suffix != ".yml" or file.is_dir():
        return f"“{file.name}” is not a {kind}", f"keep only {kind}s here, each as a file such as my-{kind}.yml"
    if not set(file.stem) <= ID_LETTERS or file.stem.strip("-") != file.stem or "--" in file.stem:
        return f"“{file.stem}” cannot be an address", "name the file with small letters, digits and single hyphens"
    if file.stem in WINDOWS_NAMES or file.stem == "index":
        return f"“{file.stem}” is a name with a meaning of its own", "give the file another name"
    return None


def unknown_topics(worksheet: Worksheet, tree: Tree, words: Words) -> Iterator[Problem]:
    known = words.get("topics", {})
    for number, topic in enumerate(worksheet.topics):
        if known and topic not in known:
            at = tree.position(("topics", number))
            yield problem_at(
                tree.path, at, f"“{topic}” is not a topic of data/strings.en.yml", suggestion(topic, known)
            )
