"""Copies of this project, built as a clinic builds it: a folder, a command, and what came of it."""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import lxml.html
import yaml

PROJECT = Path(__file__).parents[2]
ADDITIONS = Path(__file__).parents[1] / "site" / "additions"
PARTS = ("hooks", "overrides", "content", "worksheets", "packets", "data")
SETTINGS = ("mkdocs.yml", "mkdocs.staff.yml", "mkdocs.offline.yml")
SHEETS = sorted(file.stem for file in (PROJECT / "worksheets").glob("*.yml"))
FOR_STAFF = {
    file.stem
    for file in (PROJECT / "worksheets").glob("*.yml")
    if "audience" in yaml.safe_load(file.read_text("utf-8"))  # what is left out there is for clients
}
PAPERS = ("letter", "a4", "large-print")
PDFS = [(sheet, paper) for sheet in SHEETS for paper in PAPERS]
PACKETS = sorted(file.stem for file in (PROJECT / "packets").glob("*.yml"))
ARTICLES = sorted(
    file.relative_to(PROJECT / "content").as_posix().removesuffix(".md")
    for file in (PROJECT / "content").rglob("*.md")
    if "main_message:" in file.read_text("utf-8") and file.parent.name != "staff"
)
"""Addresses of the public articles."""
STAFF = ("-f", "mkdocs.staff.yml")
OFFLINE = ("-f", "mkdocs.offline.yml", "--site-dir", "site-offline")
DAY_OF_BUILD = re.compile(rb"<lastmod>[0-9-]+</lastmod>")
LONGEST = 600  # seconds, on a machine that does much else


class Build(NamedTuple):
    """One run of the build: the project it was run in, where the site went, and what it said."""

    root: Path
    site: Path
    code: int
    output: str

    def pdf(self, sheet: str, paper: str) -> Path:
        return self.site / "worksheets" / sheet / f"{sheet}-{paper}.pdf"

    def handout(self, article: str, paper: str) -> Path:
        return self.site / article / f"{article.rpartition('/')[2]}-{paper}.pdf"

    def page(self, path: str) -> lxml.html.HtmlElement:
        """The page at an address such as worksheets/self-check/."""
        return parsed(self.site / path / "index.html" if not path.endswith(".html") else self.site / path)

    def pages(self) -> list[Path]:
        return sorted(self.site.rglob("*.html"))

    def source(self, sheet: str) -> dict[str, Any]:
        """What the author of a worksheet wrote."""
        return yaml.safe_load((self.root / "worksheets" / f"{sheet}.yml").read_text("utf-8"))

    def index(self) -> list[dict[str, str]]:
        """What the search finds."""
        return json.loads((self.site / "search" / "search_index.json").read_text("utf-8"))["docs"]


@lru_cache(maxsize=256)
def parsed(file: Path) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(file.read_bytes())


def copied(to: Path, *, cache_of: Build | None = None, adding: str = "") -> Path:
    """A copy of the project, with the sources of additions/. A copy of another build prints only what differs."""
    project = cache_of.root if cache_of else PROJECT
    to.mkdir(parents=True)
    for part in PARTS:
        shutil.copytree(project / part, to / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in SETTINGS:
        shutil.copy(project / name, to / name)
    if adding:
        shutil.copytree(ADDITIONS / adding, to, dirs_exist_ok=True)
    if cache_of:
        shutil.copytree(cache_of.root / ".cache", to / ".cache")
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

    def once(self, name: str, build: Callable[[Path], Build]) -> Build:
        self.make(name, build)
        return self.wait(name)

    def wait(self, name: str) -> Build:
        done, until = self.folder / f"{name}.json", time.monotonic() + LONGEST
        while not done.is_file():
            assert time.monotonic() < until, f"no worker finished {name}"
            time.sleep(0.1)
        root, site, code, output = json.loads(done.read_text("utf-8"))
        return Build(Path(root), Path(site), code, output)


def files_of(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def comparable(build: Build) -> dict[str, bytes]:
    """Every file of a site. MkDocs stamps the sitemap with the day, and packs it with the second."""
    files = files_of(build.site)
    files["sitemap.xml.gz"] = gzip.decompress(files["sitemap.xml.gz"])
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        files[name] = DAY_OF_BUILD.sub(b"", files[name])
    return files


def traces(build: Build, name: str) -> list[str]:
    """Files of a site that lie at an address, link to it, or list it."""
    at = re.compile(f'(^|[/"]){name}/'.encode())
    texts = (".html", ".xml", ".json")
    return sorted(
        path
        for path, data in files_of(build.site).items()
        if at.search(path.encode()) or (path.endswith(texts) and at.search(data))
    )
