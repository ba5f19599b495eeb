"""Makes a clinic's folder: the texts of a starter, the clinic's settings, and what publishes and previews them."""

import os
import re
import shutil
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from json import loads
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit
from urllib.request import url2pathname

from psychoed import __version__
from psychoed.editing.first_settings import Beginning, first_settings, without_details
from psychoed.editing.folder import Folder
from psychoed.editing.links_out import Language
from psychoed.editing.newer_texts import FOLDERS_OF_TEXTS, FolderOrigin, note_texts, texts_below
from psychoed.editing.pages import names_of
from psychoed.editing.removal import remove
from psychoed.editing.respelling import respell
from psychoed.editing.starters import FOLDER_OF_STARTERS, Starter, starters
from psychoed.library.lists import read_of_language, read_one
from psychoed.model.clinic import SESSION_RULES
from psychoed.model.language import SentenceRules, Vocabulary
from psychoed.model.slugs import slug
from psychoed.reading.shipped import shipped

SETTINGS = ("mkdocs.staff.yml", "mkdocs.offline.yml", ".vscode/settings.json")
"""Files that each folder has as the project has them."""
FILES_OF_FOLDER = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "netlify.toml": "netlify.toml",
    "wrangler.toml": "wrangler.toml",
    "python-version": ".python-version",
    "publish.yml": ".github/workflows/publish.yml",
    "snippets.json": ".vscode/psychoed.code-snippets",
    "start.bat": "start.bat",
    "start.command": "start.command",
}
"""By their names in starters/files/, the paths that they get."""
PINNED = re.compile(r"^[a-z0-9][^\s\\]*==[^\s\\]+(?: ;[^\\\n]*)?", re.MULTILINE)
HIDDEN = shutil.ignore_patterns(".*", "Thumbs.db")


def begin(folder: Path, starter: Starter, clinic: Beginning) -> None:
    """Make the folder, which appears when all of it is there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        root = Path(beside, "new")
        root.mkdir()
        write_texts(root, starter, clinic)
        note_texts(root, starter, clinic)
        write_own_files(root, clinic)
        write_requirements(root)
        for file in sorted(root.iterdir()):
            folder.mkdir(exist_ok=True)
            shutil.move(file, folder / file.name)


def write_texts(root: Path, starter: Starter, clinic: Beginning) -> None:
    """Write the texts of the starter and the settings. What it leaves out is taken out of all that names it."""
    texts = shipped("texts")
    for name in FOLDERS_OF_TEXTS:
        shutil.copytree(texts / name, root / name, ignore=HIDDEN)
    for name in SETTINGS:
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copy(texts / name, root / name)
    own = FOLDER_OF_STARTERS / starter.id
    if own.is_dir():
        shutil.copytree(own, root, dirs_exist_ok=True)
    settings = (texts / "mkdocs.yml").read_text("utf-8")
    for title, other in starter.sections.items():
        settings = settings.replace(f"  - {title}:\n", f"  - {other}:\n")
    (root / "mkdocs.yml").write_text(first_settings(settings, clinic), "utf-8", newline="\n")
    changes = Folder(root)
    remove(changes, starter.leaves_out(names_of(changes.files).files), known_language(root, clinic.language), fixed=())
    changes.write()
    shutil.rmtree(root / "removed", ignore_errors=True)
    words = "".join(Folder(root).files.values())
    unused = tuple(rule for rule in SESSION_RULES if f"clinic.{rule} " not in words)
    (root / "mkdocs.yml").write_text(without_details(changes.text("mkdocs.yml"), unused), "utf-8", newline="\n")
    respell(root, clinic.language)


def texts_of_package(origin: FolderOrigin) -> dict[str, str]:
    """Return the texts that a folder with this beginning would get today, by path."""
    starter = starters().get(origin.starter)
    if starter is None:
        return {}
    with TemporaryDirectory() as beside:
        root = Path(beside, "new")
        root.mkdir()
        write_texts(root, starter, origin.clinic)
        return texts_below(root)


def known_language(root: Path, language: str) -> Language:
    """Return what the lists of a language say of its sentences and of words that only point to a page."""
    rules = read_one(read_of_language("sentences", language, root).value, SentenceRules).value
    words = read_one(read_of_language("words", language, root).value, Vocabulary).value
    return Language(rules, words or Vocabulary())


def write_own_files(root: Path, clinic: Beginning) -> None:
    """Write what previews the folder by a double click, and what publishes it."""
    for name, path in FILES_OF_FOLDER.items():
        text = (FOLDER_OF_STARTERS / "files" / name).read_text("utf-8")
        if name in ("README.md", "wrangler.toml"):
            text = text.replace("{name}", clinic.name).replace(
                "{slug}", slug(clinic.name).replace("/", "-") or "library"
            )
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8", newline="\r\n" if path.endswith(".bat") else "\n")
    os.chmod(root / "start.command", 0o755)


def write_requirements(root: Path) -> None:
    """Pin this package and what it was tested with. A package that came as a file, and from no index, comes along."""
    lock = (shipped("texts") / "requirements.txt").read_text("utf-8")
    lines = [f"psychoed=={__version__}", *PINNED.findall(lock)]
    if wheel := wheel_of(installed()):
        (root / "wheels").mkdir()
        shutil.copy(wheel, root / "wheels")
        lines[0] = f"./wheels/{wheel.name}"
    head = "# What the site is made with. For a new version: pip install -U psychoed, then psychoed doctor says what to write.\n"
    (root / "requirements.txt").write_text(head + "\n".join(lines) + "\n", "utf-8", newline="\n")


def installed() -> Distribution | None:
    try:
        return distribution("psychoed")
    except PackageNotFoundError:
        return None


def wheel_of(package: Distribution | None) -> Path | None:
    """Return the file that the package was installed from, where it is still there."""
    said = package.read_text("direct_url.json") if package else None
    address = urlsplit(loads(said)["url"]) if said else None
    if address is None or address.scheme != "file" or not address.path.endswith(".whl"):
        return None
    file = Path(url2pathname(address.path))
    return file if file.is_file() else None
