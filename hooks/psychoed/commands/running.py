"""How commands run the site generator: as a program of its own, with the settings of an edition."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import click

from psychoed.door.settings_file import faults_of_settings
from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.reading.yaml.settings import read_settings
from psychoed.reading.yaml.tree import setting


class EditionFile(NamedTuple):
    """The settings of an edition, and the folder in which its site is found."""

    settings: str
    site: str
    says: str


EDITIONS = {
    "public": EditionFile("mkdocs.yml", "site", "the public site"),
    "staff": EditionFile("mkdocs.staff.yml", "site-staff", "the edition for staff: keep it behind a login"),
    "offline": EditionFile("mkdocs.offline.yml", "site-offline", "the edition that opens from a folder"),
}


def clinic_folder(settings: str = "mkdocs.yml") -> Path:
    """Return the clinic's folder: this one, or the nearest above it that has these settings."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / settings).is_file():
            return folder
    what = f"there is no {settings} here, nor in a folder above"
    stem = settings.removesuffix(".yml")
    if close := next((name for name in (f"{settings}.txt", f"{stem}.yaml") if (here / name).is_file()), ""):
        raise click.ClickException(f"{what}, but {close}, which Windows may show as {stem}; name it {settings}")
    raise click.ClickException(f"{what}; go to your clinic’s folder with cd, or make one with: psychoed new my-clinic")


def read_clinic_library(root: Path) -> Library:
    """Read all that the clinic wrote, or say what keeps it from being read."""
    settings = root / "mkdocs.yml"
    said = setting(read_settings(settings, root).value, "theme", "language")
    library, problems = load_library(root, settings, str(said[1].value) if said else "en")
    if problems or not library.ready:
        told = "\n".join(str(problem) for problem in sorted(problems)) or "psychoed build says what is missing"
        raise click.ClickException(f"first mend what cannot be read:\n{told}")
    return library


def run_generator(root: Path, *arguments: str) -> int:
    """Run it in the clinic's folder, and return its exit code. What is wrong with the settings is said before."""
    settings = arguments[arguments.index("-f") + 1] if "-f" in arguments else "mkdocs.yml"
    if wrong := faults_of_settings(root / settings):
        for problem in wrong:
            click.echo(str(problem), err=True)
        click.echo("Nothing was built. Mend the settings, save, and try again.", err=True)
        return 1
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    try:
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", *arguments], cwd=root, env=environment, check=False
        ).returncode
    except KeyboardInterrupt:
        return 0
