"""The package, built and installed where nothing else of the project is: a clinic's folder needs no more than it."""

import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from fixture import PROJECT
from nights import AT_NIGHT
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
STARTERS = [(starter, country) for starter in ("empty", "parts", "kat", "all") for country in ("US", "GB")]
ON_KETAMINE = re.compile(r"ketamine|\bKA[TP]\b|spravato", re.IGNORECASE)
READ_BY_PEOPLE = (".html", ".json", ".js", ".xml", ".txt", ".svg")
PHASES = """- {id: nights, title: Better nights, picture: assets/moon.svg, colour: "#6a4fb3", asks_for: [ordinary-end]}
- {id: sleep, remove: true}
"""
MOON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path d="M30 10a15 15 0 1 0 8 24A13 13 0 0 1 30 10z"/></svg>'
CORRECTED, PRIVACY = "What was said here of shared devices was wrong.", "psychoed/texts/content/help/privacy.md"


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


def newer(wheel: Path, to: Path) -> Path:
    """The wheel as the next version, with a correction for safety in one of its texts."""
    version = f"{__version__.partition('.')[0]}.99.0"
    path = to / f"psychoed-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("psychoed-") or name == "psychoed/__init__.py":
                text = text.replace(__version__.encode(), version.encode())
            if name == PRIVACY:
                said = f"---\nchanges:\n  - {{on: 2026-11-20, what: {CORRECTED}, safety: true}}\n"
                text = text.replace(b"---\n", said.encode(), 1)
            new.writestr(name.replace(f"psychoed-{__version__}.", f"psychoed-{version}."), text)
    return path


def install(wheel: Path, python: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run(pip, check=True, stdout=subprocess.DEVNULL)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, PROJECT]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (built_wheel,) = folder.glob("*.whl")
    return built_wheel


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return environment_with(wheel, tmp_path_factory.mktemp("installed"))


def environment_with(wheel: Path, folder: Path) -> Installed:
    """An environment of its own, which borrows what the package needs from this one."""
    venv.create(folder / "venv", symlinks=os.name != "nt")
    python = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install(wheel, python)
    borrowed = [path for path in sys.path if path.endswith("site-packages")]
    (packages,) = (folder / "venv").rglob("site-packages")
    (packages / "borrowed.pth").write_text("\n".join(borrowed), "utf-8")
    return Installed(python, wheel)


def say(installed: Installed, root: Path, *words: str) -> str:
    """What a command of the package says, where nothing is wrong."""
    done = installed.run(root, "psychoed", *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def ketamine_in(site: Path) -> list[str]:
    """The files that people or search engines read, and that name it."""
    files = [file for file in site.rglob("*") if file.suffix in READ_BY_PEOPLE]
    return [file.relative_to(site).as_posix() for file in files if ON_KETAMINE.search(file.read_text("utf-8"))]


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


@pytest.fixture(scope="session")
def published(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CBT clinic's folder: begun, added to, renamed in, removed from, with a shelf and a drawing of its own, and built as
    each edition."""
    to = tmp_path_factory.mktemp("published")
    say(installed, to, "new", "clinic", "--yes", "--starter", "empty", "--name", "Elm Tree", "--country", "GB")
    root = to / "clinic"
    (root / "content/assets").mkdir()
    (root / "content/assets/moon.svg").write_text(MOON, "utf-8")
    (root / "data").mkdir(exist_ok=True)
    (root / "data/phases.yml").write_text(PHASES, "utf-8")
    say(installed, root, "add", "worksheet", "A calm hour")
    say(installed, root, "add", "article", "sleep/nights")
    say(installed, root, "add", "article", "sleep/days")
    say(installed, root, "add", "packet", "both", "--with", "a-calm-hour", "--with", "sleep/nights")
    say(installed, root, "rename", "a-calm-hour", "calm", "--yes")
    say(installed, root, "remove", "sleep/days", "--yes")
    sheet = root / "worksheets/calm.yml"
    sheet.write_text(re.sub(r"(?m)^phase: \w+", "phase: nights", sheet.read_text("utf-8")), "utf-8")
    assert "site-staff/ is the edition for staff" in say(installed, root, "build", "--edition", "all")
    return root


def test_the_folder_pins_the_wheel_it_came_from(published, installed):
    assert (published / "wheels" / installed.wheel.name).read_bytes() == installed.wheel.read_bytes()
    assert f"./wheels/{installed.wheel.name}\n" in (published / "requirements.txt").read_text("utf-8")


@pytest.mark.parametrize("site", ["site", "site-staff", "site-offline"])
def test_a_publishers_folder_becomes_each_edition(published, site):
    built = Site(published, published / site, 0, "")
    assert built.page("worksheets/a-calm-hour").xpath("//main//a/@href") == [
        "../../worksheets/calm/" + ("index.html" if site == "site-offline" else "")
    ]
    assert (built.site / "worksheets/calm/calm-a4.pdf").is_file()
    assert "Elm Tree" in built.page("sleep/nights").text_content()
    assert not (built.site / "sleep/days").exists()
    assert "Better nights" in built.page("worksheets").text_content()
    assert ketamine_in(built.site) == []


def test_what_hosts_read_is_in_the_folder_to_publish(published):
    assert {".htaccess", ".nginx.conf", "_headers", "404.html", "sitemap.xml"} <= {
        path.name for path in (published / "site").iterdir()
    }


def test_the_next_version_builds_the_folder_and_tells_its_corrections(published, wheel, tmp_path):
    after = environment_with(newer(wheel, tmp_path), tmp_path)
    root = again(Site(published, published / "site", 0, ""), tmp_path / "folder")
    edited = root / "content/sleep/nights.md"
    ours = edited.read_bytes()
    assert f"write ./wheels/{after.wheel.name} into requirements.txt" in after.run(root, "psychoed", "doctor").stdout
    told = say(after, root, "texts")
    assert told.startswith(f"content/help/privacy.md: untouched here\n    corrects, for safety: {CORRECTED}\n")
    assert "Taken: content/help/privacy.md" in say(after, root, "texts", "--update")
    assert "site/ is the public site" in say(after, root, "build")
    assert CORRECTED in Site(root, root / "site", 0, "").page("help/privacy").text_content()
    assert edited.read_bytes() == ours


@pytest.mark.parametrize(("starter", "country"), STARTERS if AT_NIGHT else [("empty", "US")])
def test_each_starter_builds_strictly_in_both_editions(installed, tmp_path, starter, country):
    arguments = ("--starter", starter, "--name", "Elm Tree Practice", "--country", country)
    say(installed, tmp_path, "new", "clinic", "--yes", *arguments)
    for edition in ("public", "staff"):
        say(installed, tmp_path / "clinic", "build", "--edition", edition)
