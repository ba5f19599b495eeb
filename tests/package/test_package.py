"""The package, built and installed where nothing else of the project is: a clinic's folder needs no more than it."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from fixture import PROJECT
from psychoed import __version__
from sites import Build as Site
from sites import comparable

pytestmark = pytest.mark.xdist_group("package")  # it is built and installed once, by one worker
CLINIC = Path(__file__).parent / "clinic"
LONGEST = 600
IN_A_COPY = {
    "theme: {name: psychoed}": f"theme: {{name: material, custom_dir: {(PROJECT / 'overrides').as_posix()}}}",
    "plugins: [search, psychoed]": f"plugins: [search]\nhooks: [{(PROJECT / 'hooks' / 'events.py').as_posix()}]",
}
"""What settings say where the package is not installed, and its files are those of a copy of the project."""


class Installed(NamedTuple):
    """A Python that has the package, and the wheel that it was installed from."""

    python: Path
    wheel: Path

    def run(self, root: Path, *command: str) -> subprocess.CompletedProcess[str]:
        places = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])  # of rumdl and typos
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PATH": places}
        arguments = [str(self.python), "-m", *command]
        return subprocess.run(
            arguments, cwd=root, env=environment, capture_output=True, text=True, timeout=LONGEST, check=False
        )

    def build(self, root: Path, engine: str = "mkdocs", settings: str = "mkdocs.yml") -> Site:
        done = self.run(root, engine, "build", "--strict", "-f", settings)
        site = root / ("site-staff" if "staff" in settings else "site")
        return Site(root, site, done.returncode, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """An environment of its own, which borrows what the package needs from this one."""
    folder = tmp_path_factory.mktemp("installed")
    quiet = {"check": True, "stdout": subprocess.DEVNULL}
    subprocess.run([sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", PROJECT], **quiet)
    (wheel,) = (folder / "dist").glob("*.whl")
    venv.create(folder / "venv", symlinks=os.name != "nt")
    python = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run(pip, **quiet)
    borrowed = [path for path in sys.path if path.endswith("site-packages")]
    (packages,) = (folder / "venv").rglob("site-packages")
    (packages / "borrowed.pth").write_text("\n".join(borrowed), "utf-8")
    return Installed(python, wheel)


@pytest.fixture(scope="session")
def public(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The public site of a folder that holds a clinic's own files and nothing else."""
    root = shutil.copytree(CLINIC, tmp_path_factory.mktemp("clinic") / "folder")
    return installed.build(root)


def again(site: Site, to: Path) -> Path:
    """The folder once more, as it was before its site was made, with what need not be printed again."""
    return shutil.copytree(site.root, to, ignore=shutil.ignore_patterns("site"))


def test_the_wheel_holds_the_code_the_theme_and_the_lists(installed):
    names = zipfile.ZipFile(installed.wheel).namelist()
    assert installed.wheel.name == f"psychoed-{__version__}-py3-none-any.whl"
    wanted = (
        "theme/base.html",
        "theme/print/document.typ",
        "theme/mkdocs_theme.yml",
        "data/kinds.yml",
        "door/defaults.yml",
    )
    assert {f"psychoed/{name}" for name in wanted} <= set(names)
    assert {Path(name).name for name in names if "licenses" in name} == {"LICENSE", "LICENSE-content"}
    assert {name.partition("/")[0] for name in names} == {"psychoed", f"psychoed-{__version__}.dist-info"}
    assert [name for name in names if name.endswith(".pyc")] == []


def test_a_folder_with_only_a_clinics_own_files_builds(public):
    assert public.code == 0, public.output
    assert not {"hooks", "overrides"} & {path.name for path in public.root.iterdir()}
    assert (public.site / "worksheets/what-is-here/what-is-here-a4.pdf").is_file()
    assert not (public.site / "staff").exists()
    assert not (public.site / "worksheets/at-your-side").exists()
    assert [path.name for path in public.site.rglob("*") if path.suffix in (".typ", ".py", ".yml")] == []
    assert public.page("").find_class("bar__menu")[0].text == "All pages", "of data/strings.en.yml"
    words = public.page("glossary").text_content()
    assert "a way of looking that makes room" in words
    assert "A side of you that has its own feelings" in words, "of the package's glossary"
    assert "One well-known form of parts work" not in words


def test_the_staff_edition_of_the_folder_builds(public, installed, tmp_path):
    site = installed.build(again(public, tmp_path / "folder"), settings="mkdocs.staff.yml")
    assert site.code == 0, site.output
    assert "Say your name first" in site.page("staff/at-the-desk").text_content()
    assert (site.site / "worksheets/at-your-side/at-your-side-letter.pdf").is_file()


def test_properdocs_builds_the_folder(public, installed, tmp_path):
    site = installed.build(again(public, tmp_path / "folder"), "properdocs")
    assert site.code == 0, site.output
    assert comparable(site).keys() == comparable(public).keys()


def test_the_package_makes_what_a_copy_of_the_project_makes(public, installed, tmp_path):
    settings = again(public, tmp_path / "folder") / "mkdocs.yml"
    written = settings.read_text("utf-8")
    for said, instead in IN_A_COPY.items():
        assert said in written
        written = written.replace(said, instead)
    settings.write_text(written, "utf-8")
    site = Installed(Path(sys.executable), installed.wheel).build(settings.parent)
    assert site.code == 0, site.output
    here, there = comparable(site), comparable(public)
    assert here.keys() == there.keys()
    assert [name for name, data in here.items() if there[name] != data] == []


def test_its_commands_work_in_the_folder(public, installed, tmp_path):
    root = again(public, tmp_path / "folder")
    script = installed.python.with_name("psychoed.exe" if os.name == "nt" else "psychoed")
    version = subprocess.run([script, "--version"], capture_output=True, text=True, check=True).stdout
    assert version == f"psychoed {__version__}\n"
    changed = installed.run(root, "psychoed", "lists", "--changed").stdout.split("\n")
    assert changed[:3] == [
        "data/glossary.yml:1: lantern: added",
        "data/glossary.yml:4: ifs: taken out",
        "data/strings.en.yml:2: frame.menu: Menu → All pages",
    ]
    assert installed.run(root, "psychoed", "schema").returncode == 0
    assert '"properties"' in (root / "worksheets" / "schema.json").read_text("utf-8")


def test_a_publisher_begins_adds_renames_removes_and_publishes(installed, tmp_path):
    def say(root: Path, *words: str) -> str:
        done = installed.run(root, "psychoed", *words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    say(tmp_path, "new", "clinic", "--yes", "--starter", "empty", "--name", "Elm Tree", "--country", "GB")
    root = tmp_path / "clinic"
    assert (root / "wheels" / installed.wheel.name).read_bytes() == installed.wheel.read_bytes()
    assert f"./wheels/{installed.wheel.name}\n" in (root / "requirements.txt").read_text("utf-8")
    say(root, "add", "worksheet", "A calm hour")
    say(root, "add", "article", "sleep/nights")
    say(root, "add", "article", "sleep/days")
    say(root, "add", "packet", "both", "--with", "a-calm-hour", "--with", "sleep/nights")
    say(root, "rename", "a-calm-hour", "calm", "--yes")
    say(root, "remove", "sleep/days", "--yes")
    assert "site-staff/ is the edition for staff" in say(root, "build", "--edition", "all")
    for site in ("site", "site-staff", "site-offline"):
        built = Site(root, root / site, 0, "")
        assert built.page("worksheets/a-calm-hour").xpath("//main//a/@href") == [
            "../../worksheets/calm/" + ("index.html" if site == "site-offline" else "")
        ]
        assert (built.site / "worksheets/calm/calm-a4.pdf").is_file()
        assert "Elm Tree" in built.page("sleep/nights").text_content()
        assert not (built.site / "sleep/days").exists()
