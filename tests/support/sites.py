"""A clinic's folder, built as a clinic builds it: a command, and what came of it."""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import lxml.html
from filelock import FileLock

from fixture import OF_THE_PROJECT, PROJECT, SHEETS, TEXTS, compose, source_of
from psychoed.build.webfonts import web_fonts
from psychoed.reading.cache import Cache

ADDITIONS = Path(__file__).parents[1] / "site" / "additions"
PARTS = (*OF_THE_PROJECT, *TEXTS)
PAPERS = ("letter", "a4", "large-print")
PDFS = [(sheet, paper) for sheet in SHEETS for paper in PAPERS]
STAFF = ("-f", "mkdocs.staff.yml")
OFFLINE = ("-f", "mkdocs.offline.yml", "--site-dir", "site-offline")
DAY_OF_BUILD = re.compile(rb"<lastmod>[0-9-]+</lastmod>")
MADE = PROJECT / ".cache" / "tests"
PRINTED = re.compile("[0-9a-f]{64}")  # the key of a PDF
A_WEEK = 7 * 24 * 3600  # seconds
LONGEST = 600  # seconds, on a machine that does much else


class Build(NamedTuple):
    """One run of the build: the project it was run in, where the site went, and what it said."""

    root: Path
    site: Path
    code: int
    output: str

    def pdf(self, sheet: str, paper: str) -> Path:
        return self.site / "worksheets" / sheet / f"{sheet}-{paper}.pdf"

    def packet(self, packet: str, paper: str) -> Path:
        return self.site / "packets" / packet / f"{packet}-{paper}.pdf"

    def handout(self, article: str, paper: str) -> Path:
        return self.site / article / f"{article.rpartition('/')[2]}-{paper}.pdf"

    def page(self, path: str) -> lxml.html.HtmlElement:
        """The page at an address such as worksheets/two-voices/."""
        return parsed(self.site / path / "index.html" if not path.endswith(".html") else self.site / path)

    def pages(self) -> list[Path]:
        """Every page, but for old addresses, which only lead on to another."""
        pages = sorted(self.site.rglob("*.html"))
        return [page for page in pages if b'id="moved-to"' not in page.read_bytes()]

    def source(self, sheet: str) -> dict[str, Any]:
        """What the author of a worksheet wrote."""
        return source_of(sheet, self.root)

    def index(self) -> dict[str, Any]:
        """What the search finds."""
        text = (self.site / "search" / "index.js").read_text("utf-8")
        return json.loads(text.removeprefix("window.searchIndex = ").removesuffix(";\n"))


@lru_cache(maxsize=512)
def parsed(file: Path) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(file.read_bytes())


def copied(to: Path, *, cache_of: Build | None = None, adding: str = "") -> Path:
    """The fixture's clinic, or a copy of another build, which prints only what differs; with the sources of additions/."""
    if cache_of:
        to.mkdir(parents=True)
        for part in (*PARTS, ".cache"):
            shutil.copytree(cache_of.root / part, to / part, symlinks=True)
        for settings in cache_of.root.glob("*.yml"):
            shutil.copy(settings, to)
    else:
        compose(to)
    if adding:
        shutil.copytree(ADDITIONS / adding, to, dirs_exist_ok=True)
    return to


def edit(file: Path, old: str, new: str) -> None:
    """Write something else into a file, once."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@cache
def made_fonts() -> dict[str, bytes]:
    """Return the web fonts by their keys, made once for all tests that ever run here: 8 s that no site is about."""
    folder = PROJECT / ".cache" / "made"  # where the project's own build keeps them
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_name("fonts.lock")):
        return {font.key: Cache(folder).remember(font.key, font.make) for font in web_fonts()}


def with_made(to: Path) -> None:
    """Put there the web fonts, and what earlier tests printed: the same words on the same paper are printed once. A folder
    that has been built keeps what it has. The package's own test makes all anew."""
    if to.exists():
        return
    kept = Cache(to)
    for key, font in made_fonts().items():
        kept.remember(key, lambda font=font: font)
    for file in MADE.iterdir() if MADE.is_dir() else ():
        if not kept.holds(file.name):
            linked(file, to / file.name)


def linked(file: Path, to: Path) -> None:
    """Let a name lead to a file; where a system allows no such link, copy it."""
    try:
        to.symlink_to(file)
    except OSError:
        shutil.copy(file, to)


def keep_made(folder: Path) -> None:
    """Keep for later tests what a build printed; drop what none has asked for in a week."""
    made = Cache(MADE)
    for file in folder.iterdir():
        if PRINTED.fullmatch(file.name) and not made.holds(file.name) and (data := Cache(folder).kept(file.name)):
            made.keep(file.name, data)
    tidy_made()


@cache
def tidy_made() -> None:
    for file in MADE.iterdir() if MADE.is_dir() else ():  # where no build has printed yet
        if time.time() - file.stat().st_mtime > A_WEEK:
            file.unlink(missing_ok=True)


def built(root: Path, *options: str, engine: str = "mkdocs") -> Build:
    memory = root / ".cache" / "made"
    with_made(memory)
    command = [sys.executable, "-m", engine, "build", *options]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, encoding="utf-8", timeout=LONGEST, check=False
    )
    if memory.is_dir():
        keep_made(memory)
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
    texts = (".html", ".xml", ".json", "search/index.js")
    return sorted(
        path
        for path, data in files_of(build.site).items()
        if at.search(path.encode()) or (path.endswith(texts) and at.search(data))
    )
