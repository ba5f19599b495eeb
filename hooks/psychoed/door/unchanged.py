"""A build in which nothing differs from one before: its site stays as it is, and what was said of it is said again.

Everything that a build reads is in a stamp: the clinic's folder, this package, the versions of all packages, the settings
and the day. Nothing here opens what is slow to import, so that nothing changed costs nothing.
"""

import json
import logging
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import CountHandler

from psychoed.reading.cache import Cache, kept_in
from psychoed.reading.problem import Problem
from psychoed.reading.shipped import PACKAGE, shipped
from psychoed.report.formats import Findings
from psychoed.report.reporter import Reporter

build_log = logging.getLogger("mkdocs.hooks.library")

OURS = {"psychoed", "search", "psychoed/search", "material/search"}
USUAL_MARKDOWN = {"toc", "tables", "fenced_code"}
"""What the site generator adds to every site. Another extension may read what no stamp knows of."""
INHERITED = re.compile(r"^INHERIT:\s*[\"']?([^\"'#\n]+)", re.MULTILINE)
FOLDERS = ("worksheets", "packets", "data", "overrides", "hooks")
"""Beside the pages: what a clinic's folder, or a copy of the project, holds for a build."""
PASSED_OVER = {"__pycache__", ".git"}


class Stamp:
    """What a build depends on, and what came of the same before."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.root, self.site = Path(config.config_file_path).resolve().parent, Path(config.site_dir).resolve()
        self.cache: Cache = kept_in(self.root)
        self.key = f"built-{digest_of(config)}" if all_is_known(config) else ""
        self.warnings = CountHandler(level=logging.WARNING)
        logging.getLogger("mkdocs").addHandler(self.warnings)

    def tell_again(self) -> bool:
        """Return True if the site stands as such a build left it, once what was found then is said again."""
        kept = self.cache.kept(self.key) if self.key else None
        if kept is None:
            return False
        said = json.loads(kept)
        if said["site"] != state_of(self.site):
            return False
        Reporter(build_log).tell([], [Problem(*one) for one in said["advice"]])
        build_log.info("Nothing has changed: %s is as the last build made it.", self.site.name)
        return True

    def keep(self, found: Findings) -> None:
        """Remember what was said of the site that now stands. Where somebody was warned, all is looked at anew."""
        if self.key and not self.warnings.get_counts():
            said = {"site": state_of(self.site), "advice": found.advice}
            self.cache.keep(self.key, json.dumps(said).encode())


def all_is_known(config: MkDocsConfig) -> bool:
    """Return True if nothing has a part in this build of which it cannot be said here what that depends on."""
    hooks = {name for name in config.hooks if Path(name).name != "events.py"}
    return {*config.plugins} - {*config.hooks} <= OURS and not hooks and {*config.markdown_extensions} <= USUAL_MARKDOWN


def digest_of(config: MkDocsConfig) -> str:
    """Return what all that a build depends on comes to, in a text that changes with each part of it."""
    digest = sha256(repr(surroundings(config)).encode())
    for file in read_files(config):
        data = file.read_bytes()
        digest.update(f"\0{file}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def surroundings(config: MkDocsConfig) -> list[Any]:
    """Return what is in no file of the clinic's: settings as given, versions, the day."""
    day = os.environ.get("SOURCE_DATE_EPOCH") or datetime.now(UTC).date().isoformat()
    versions = sorted(name for folder in sys.path if os.path.isdir(folder) for name in os.listdir(folder))
    settings = json.dumps([config.data, config.theme.name], default=stand_in, skipkeys=True)
    return [sys.version, [one for one in versions if one.endswith((".dist-info", ".egg-info"))], day, settings]


def stand_in(value: Any) -> str:
    """Return what stands for a function or a class that the settings name."""
    return str(getattr(value, "__qualname__", type(value).__qualname__))


def read_files(config: MkDocsConfig) -> Iterator[Path]:
    """Yield each file that a build reads: this package's, the settings and those that they inherit, the clinic's."""
    root, own_theme = Path(config.config_file_path).resolve().parent, config.theme.custom_dir
    folders = [PACKAGE, shipped("theme"), shipped("data"), Path(config.docs_dir), *(root / name for name in FOLDERS)]
    seen = {*inherited(Path(config.config_file_path).resolve()), *root.glob("*.yml"), *root.glob("*.yaml")}
    for folder in {*folders, Path(own_theme)} if own_theme else {*folders}:
        seen.update(all_below(folder))
    yield from sorted(file.resolve() for file in seen if file.is_file())


def inherited(settings: Path) -> Iterator[Path]:
    """Yield a file of settings, and those that it goes on from."""
    yield settings
    found = INHERITED.search(settings.read_text("utf-8", "replace"))
    if found and (other := (settings.parent / found[1].strip()).resolve()).is_file() and other != settings:
        yield from inherited(other)


def all_below(folder: Path) -> Iterator[Path]:
    for at, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in PASSED_OVER]
        yield from (Path(at) / name for name in files)


def state_of(site: Path) -> str:
    """Return a text that changes when a file of the site does, comes or goes."""
    facts = ((file, file.stat()) for file in sorted(all_below(site)))
    return sha256(repr([(str(file), one.st_size, one.st_mtime_ns) for file, one in facts]).encode()).hexdigest()
