"""Names of files and folders in content/: each becomes an address, on every system."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from psychoed.checks.rules import Rule
from psychoed.library.added_files import AddedFiles
from psychoed.library.pages import PAGE_ENDINGS
from psychoed.library.sheets import WINDOWS_NAMES
from psychoed.model.allowed_files import BY_NAME
from psychoed.model.file_addresses import file_address, is_plain_path
from psychoed.reading.problem import Fault, Position, Problem, problem_at

RULES = (Rule("file-name", "problem", "names of files are addresses on every system"),)


def check_file_names(content: Path, added: Mapping[str, AddedFiles]) -> Iterator[Problem]:
    """Yield what is wrong with the names of files that are published. Links to other places and names of pages are
    refused where they are read (library/pages.py)."""
    seen: dict[str, str] = {}
    left_out = {*added["content"].left_out, *added["content"].backups}
    for file in sorted(content.rglob("*")) if content.is_dir() else []:
        path = file.relative_to(content).as_posix()
        if (
            file.is_symlink()
            or path in left_out
            or any(part.startswith(".") for part in file.relative_to(content).parts)
        ):
            continue  # MkDocs never publishes hidden files
        page = file.is_file() and file.suffix.lower() in PAGE_ENDINGS
        at = f"content/{path}"
        if fault := file_name_fault(file, path, page=page):
            yield fault.problem(at, Position(), "file-name")
        elif (other := seen.setdefault(published_address(path, page=page), path)) != path:
            what = f"“{path}” would have the same address as “{other}”"
            yield problem_at(at, Position(), what, "give one of the two another name", "file-name")


def published_address(path: str, *, page: bool) -> str:
    """Return the address of a file in small letters. Pages are published as folders: parts.md and parts/index.md cannot
    both be."""
    lower = file_address(path).lower()
    return lower.rpartition(".")[0].removesuffix("index").rstrip("/") + "/" if page else lower


def file_name_fault(file: Path, path: str, *, page: bool) -> Fault | None:
    bare = file.name.split(".")[0].lower()
    if bare in WINDOWS_NAMES:
        return Fault(f"“{file.name}” is a name that Windows keeps for itself", "give it another name")
    if file.is_file() and not page and not is_plain_path(file_address(path)) and file.name not in BY_NAME:
        what = f"“{file.name}” cannot be an address on every system"
        return Fault(what, "use small letters, digits and single hyphens, as in my-picture.png")
    if file.name.lower() == "templates" and file.is_dir():
        return Fault("MkDocs never publishes a folder called “templates”", "give it another name")
    return None
