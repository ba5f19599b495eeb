"""Files that lie beside pages in content/, or in the clinic's theme: which are published, and as what.

A shared folder holds photos, drafts, calendars and spreadsheets: what is not on the list of kinds is left out.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import yaml

from psychoed.library.pages import PAGE_ENDINGS
from psychoed.model.allowed_files import (
    BY_NAME,
    DOCUMENTS,
    IN_THE_THEME,
    NEVER_COPIED,
    AllowedFiles,
    ending_of,
    would_run,
)
from psychoed.reading.cache import Cache
from psychoed.reading.media.opened import open_file
from psychoed.reading.media.outcome import Opened
from psychoed.reading.problem import Fault

BACKUP = re.compile(
    r"~\$.*|.*~|#.*#|\.#.*|\.~lock\..*|\._.*|~WRL.*|.*\.(?:bak|backup|orig|rej|old|tmp|temp|sw[op]|part|crdownload|autosave|lock)"
    r"|desktop\.ini|e?thumbs\.db|\.ds_store|icon\r|\.directory|\.gitkeep|\.gitignore|\.dropbox|.*\.(?:icloud|partial)",
    re.IGNORECASE,
)
"""Names of what editors, systems and programs that share folders write for themselves."""
FOR_HOSTS = ".nojekyll"
"""Tells a host to publish the site as it is; it is empty."""
NOTHING: Mapping[str, Opened] = MappingProxyType({})
INSTEAD_OF_KINDS = {
    "heic heif tif tiff bmp psd raw cr2 nef dng jfif jxl eps ai": "save it as JPEG, PNG or WebP",
    "mov avi wmv mkv m4v 3gp mpg mpeg flv": "save it as MP4 or WebM",
    "wav aif aiff flac wma aac opus oga amr": "save it as MP3, M4A or OGG",
    "srt sub ass sbv ttml": "save the captions as WebVTT (.vtt)",
    "zip 7z rar gz tgz tar bz2 xz": "unpack it, and keep it outside of this folder",
    "doc xls ppt dot xlt pages numbers key pub one": "save it as a PDF, or keep it outside of this folder",
    "eml msg mbox pst": "keep mail outside of this folder",
    "ttf otf eot": "save the font as WOFF2",
}
"""What to do with a file of another kind, by the ends of names."""
WHAT_TO_DO = {kind: instead for kinds, instead in INSTEAD_OF_KINDS.items() for kind in kinds.split()}


FOR_OTHERS = (
    (r"_headers", "take it out: the build writes headers for each kind of host"),
    (r"_redirects", "keep it outside of this folder, and have your host send old addresses on"),
    (r"(?:google|yandex_|pinterest-)[0-9a-f]+\.html|BingSiteAuth\.xml", "prove that the site is yours by a record of its domain (DNS)"),
)  # fmt: skip
"""What to do with files that hosts and search engines ask people for."""


def for_others(name: str) -> str:
    """Return what to do with a file that a host or a search engine asked for; empty for any other."""
    return next((instead for names, instead in FOR_OTHERS if re.fullmatch(names, name)), "")


class AddedFiles(NamedTuple):
    """What lies in one folder beside pages, by the paths from there."""

    published: Mapping[str, Opened] = NOTHING
    """What may be published, each with the copy that is."""
    refused: Mapping[str, Fault] = MappingProxyType({})
    """What is of a right kind and cannot be published all the same."""
    left_out: Mapping[str, Fault] = MappingProxyType({})
    """What is of no kind that a site holds."""
    programs: frozenset[str] = frozenset()
    """Which of these would run."""
    backups: tuple[str, ...] = ()

    @property
    def all_kept_off(self) -> frozenset[str]:
        return frozenset({*self.refused, *self.left_out, *self.backups})


def added_to_content(content: Path, allowed: AllowedFiles, cache: Cache | None = None) -> AddedFiles:
    """Return the files of content/ that are no pages."""
    return added_files(content, allowed, frozenset(), cache)


def added_to_theme(theme: Path | None, allowed: AllowedFiles, cache: Cache | None = None) -> AddedFiles:
    """Return the files of the clinic's own theme that are no templates: the site generator copies them too."""
    if theme is None:
        return AddedFiles()
    return added_files(theme, allowed._replace(endings=allowed.endings | IN_THE_THEME), NEVER_COPIED, cache)


def added_files(folder: Path, allowed: AllowedFiles, never_copied: frozenset[str], cache: Cache | None) -> AddedFiles:
    published, refused, left_out = dict[str, Opened](), dict[str, Fault](), dict[str, Fault]()
    programs, backups = set[str](), list[str]()
    for file, path in files_beside_pages(folder):
        name = file.name
        if path == FOR_HOSTS:
            published[path] = Opened()
        elif BACKUP.fullmatch(name):
            backups.append(path)
        elif is_hidden(path) or name == "mkdocs_theme.yml" or ending_of(name) in never_copied:
            continue
        elif would_run(name) and not (ending_of(name) in allowed.endings and never_copied):
            programs.add(path)
            left_out[path] = Fault(
                f"“{name}” would be published as a program or a page of its own", for_others(name) or PUT_AWAY
            )
        elif not allowed.may_hold(name):
            left_out[path] = left_out_fault(file)
        else:
            opened = open_file(
                name if name not in BY_NAME else f"{name}.txt", file.read_bytes(), cache, credit=allowed.credit
            )
            if opened.fault:
                refused[path] = opened.fault
            else:
                published[path] = opened
    return AddedFiles(published, refused, left_out, frozenset(programs), tuple(backups))


PUT_AWAY = "keep it out of content/"


def files_beside_pages(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file with its path from the folder. Links to other places have a Problem (library/pages.py)."""
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        path = file.relative_to(folder)
        linked = any((folder / part).is_symlink() for part in (path, *path.parents[:-1]))
        if (
            file.is_file()
            and not linked
            and "__pycache__" not in path.parts
            and file.suffix.lower() not in PAGE_ENDINGS
        ):
            yield file, path.as_posix()


def is_hidden(path: str) -> bool:
    """Return True for what the site generator does not publish unless the settings ask for it: of that only what hosts
    look for may be published."""
    return any(part.startswith(".") and part != ".well-known" for part in path.split("/"))


def left_out_fault(file: Path) -> Fault:
    """Return why a file is left out of the site, and what to do with it."""
    kind = ending_of(file.name).removeprefix(".")
    if kind in ("yml", "yaml") and (place := where_it_belongs(file)):
        return Fault(f"“{file.name}” is a {place.removesuffix('s')}, and lies among the pages", f"move it to {place}/")
    if file.name.lower().endswith(".md.txt"):
        return Fault(f"“{file.name}” ends in .txt, which Windows may hide, and is left out", f"name it {file.stem}")
    what = f"“{file.name}” is left out: a site holds no " + (f".{kind} files" if kind else "files without an ending")
    if kind in DOCUMENTS:
        return Fault(what, f"save it as a PDF, keep it elsewhere, or write `files: {{also: [{kind}]}}` under `extra`")
    return Fault(what, for_others(file.name) or WHAT_TO_DO.get(kind, "keep it outside of this folder"))


def where_it_belongs(file: Path) -> str:
    """Return the folder of a worksheet or a packet that lies in content/."""
    try:
        node = yaml.compose(file.read_bytes()[:200_000], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, OSError, ValueError, RecursionError):
        return ""
    keys = {key.value for key, _ in node.value} if isinstance(node, yaml.MappingNode) else set()
    return "worksheets" if "blocks" in keys else "packets" if "items" in keys else ""
