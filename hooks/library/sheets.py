"""Reads worksheets/: each file's name is the sheet's id and its address."""

from collections.abc import Iterator
from pathlib import Path

from library.library import Sheet, Words
from library.lists import read_tree
from library.problem import Position, Problem, problem_at, suggestion
from library.validation import validate
from library.worksheet import Worksheet
from library.yamltree import Tree

WINDOWS_NAMES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
"""Names that Windows gives to devices: no folder of the built site may have one."""
ID_LETTERS = set("abcdefghijklmnopqrstuvwxyz0123456789-")


def read_sheets(root: Path, words: Words, problems: list[Problem], unread: set[str]) -> dict[str, Sheet]:
    """The sheets by id. Page paths of those that cannot be read are added to `unread`."""
    sheets: dict[str, Sheet] = {}
    folder = root / "worksheets"
    for file in sorted(folder.iterdir()) if folder.is_dir() else []:
        if file.suffix in (".json", ".md") or file.name.startswith("."):
            continue
        path = file.relative_to(root).as_posix()
        if wrong := name_fault(file):
            problems.append(problem_at(path, Position(), *wrong))
            unread.add(f"worksheets/{file.stem}.md")
            continue
        tree = read_tree(file, root, problems)
        worksheet, found = validate(Worksheet, tree) if tree else (None, [])
        problems += found
        if worksheet and tree:
            problems += unknown_topics(worksheet, tree, words)
            sheets[file.stem] = Sheet(file.stem, worksheet, tree)
        else:
            unread.add(f"worksheets/{file.stem}.md")
    return sheets


def name_fault(file: Path) -> tuple[str, str] | None:
    """Why a file of worksheets/ cannot be a sheet. Its name becomes an address, on every system."""
    if file.suffix == ".yaml":
        return f"“{file.name}” has another ending than the other sheets", f"name it {file.stem}.yml"
    if file.suffix != ".yml" or file.is_dir():
        return f"“{file.name}” is not a worksheet", "keep only sheets here, each as a file such as my-sheet.yml"
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
