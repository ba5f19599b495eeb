"""Copies of this project, built as a clinic builds it: a folder, a command, and what came of it."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import lxml.html

PROJECT = Path(__file__).parents[2]
PARTS = ("hooks", "overrides", "content", "worksheets", "packets", "data")
SETTINGS = ("mkdocs.yml", "mkdocs.staff.yml")
SHEETS = sorted(file.stem for file in (PROJECT / "worksheets").glob("*.yml"))
PAPERS = ("letter", "a4", "large-print")
PDFS = [(sheet, paper) for sheet in SHEETS for paper in PAPERS]
STAFF = ("-f", "mkdocs.staff.yml")
LONGEST = 180  # seconds


class Build(NamedTuple):
    """One run of the build: the project it was run in, where the site went, and what it said."""

    root: Path
    site: Path
    code: int
    output: str

    def pdf(self, sheet: str, paper: str) -> Path:
        return self.site / "worksheets" / sheet / f"{sheet}-{paper}.pdf"

    def page(self, path: str) -> lxml.html.HtmlElement:
        """The page at an address such as worksheets/self-check/."""
        return parsed(self.site / path / "index.html" if not path.endswith(".html") else self.site / path)

    def pages(self) -> list[Path]:
        return sorted(self.site.rglob("*.html"))

    def index(self) -> list[dict[str, str]]:
        """What the search finds."""
        return json.loads((self.site / "search" / "search_index.json").read_text("utf-8"))["docs"]


@lru_cache(maxsize=256)
def parsed(file: Path) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(file.read_bytes())


def copied(to: Path, cache_of: Path | None = None) -> Path:
    """A copy of the project. With the cache of another, only what differs is printed."""
    to.mkdir(parents=True)
    for part in PARTS:
        shutil.copytree(PROJECT / part, to / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in SETTINGS:
        shutil.copy(PROJECT / name, to / name)
    if cache_of:
        shutil.copytree(cache_of / ".cache", to / ".cache")
    return to


def built(root: Path, *options: str, engine: str = "mkdocs") -> Build:
    command = [sys.executable, "-m", engine, "build", *options]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, encoding="utf-8", timeout=LONGEST, check=False
    )
    site = root / ("site-staff" if "mkdocs.staff.yml" in options else "site")
    if "--site-dir" in options:
        site = root / options[options.index("--site-dir") + 1]
    return Build(root, site, done.returncode, done.stdout + done.stderr)


class Shared:
    """Builds that all workers use. Each is made by the first worker that asks for it; the others wait."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self, name: str, build: Callable[[Path], Build]) -> bool:
        """Makes this build, unless another worker does or did."""
        try:
            (self.folder / f"{name}.claimed").touch(exist_ok=False)
        except FileExistsError:
            return False
        done, result = self.folder / f"{name}.json", None
        try:
            result = build(self.folder / name)
        finally:
            done.with_suffix(".part").write_text(json.dumps(result, default=str), "utf-8")
            done.with_suffix(".part").replace(done)
        return True

    def wait(self, name: str) -> Build:
        done, until = self.folder / f"{name}.json", time.monotonic() + LONGEST
        while not done.is_file():
            assert time.monotonic() < until, f"no worker finished {name}"
            time.sleep(0.1)
        root, site, code, output = json.loads(done.read_text("utf-8"))
        return Build(Path(root), Path(site), code, output)


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def lists_sheet(build: Build, sheet: str) -> list[str]:
    """Where a site shows a sheet: its files, and the lists that name its address."""
    address = f"worksheets/{sheet}/"
    found = [name for name in files_of(build.site) if name.startswith(address)]
    found += ["search"] if any(entry["location"].startswith(address) for entry in build.index()) else []
    lists = ("worksheets/index.html", "sitemap.xml")
    return found + [name for name in lists if f"{sheet}/" in (build.site / name).read_text("utf-8")]
