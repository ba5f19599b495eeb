"""Which edition a site's folder holds, so that the staff edition never takes the place of the one that everybody sees."""

import os
from collections.abc import Iterator
from pathlib import Path

from psychoed.build.project import Project
from psychoed.reading.problem import Fault
from psychoed.reading.yaml.settings import read_settings
from psychoed.reading.yaml.tree import setting

EDITION_NAMES = ("public", "staff", "offline")
EDITION_FILE = ".edition"
"""The file of a site that names its edition."""
USUAL_FOLDER = "site"
"""Where the site generator puts a site whose settings name no folder."""
NAME_ANOTHER = "name another folder under `site_dir`, such as site-staff"


def folder_fault(site: Path, project: Project) -> Fault | None:
    """Return why this edition may not be put into this folder."""
    held = edition_in(site)
    if not project.staff:
        staff = held == "staff"
        return (
            Fault(f"“{site.name}” holds the staff edition", "name another folder, or delete this one")
            if staff
            else None
        )
    if any(same_place(site, other) for other in folders_of_others(project)):
        return Fault(f"“{site.name}” is the folder of an edition that is not for staff", NAME_ANOTHER)
    if held != "staff" and site.exists() and (not site.is_dir() or any(site.iterdir())):
        what = f"“{site.name}” holds " + (
            f"the {held} edition" if held else "files that no build of the staff edition made"
        )
        return Fault(what, f"{NAME_ANOTHER}, or delete this one")
    return None


def edition_in(site: Path) -> str:
    """Return the edition that a folder holds, or nothing where no build has made it."""
    try:
        return (site / EDITION_FILE).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return "staff" if made_for_staff(site) else ""


def made_for_staff(site: Path) -> bool:
    """Return True for the staff edition of a version that did not name it: only its headers keep search engines away."""
    try:
        return "X-Robots-Tag: noindex" in (site / "_headers").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return False


def folders_of_others(project: Project) -> Iterator[Path]:
    """Yield where the settings beside these put the other editions."""
    yield project.root / USUAL_FOLDER
    for file in sorted(project.root.glob("*.y*ml")):
        said = read_settings(file, project.root).value
        edition, folder = setting(said, "extra", "edition"), setting(said, "site_dir")
        if setting(said, "site_name") and (edition is None or edition[1].value != "staff"):
            yield project.root / (str(folder[1].value) if folder else USUAL_FOLDER)


def same_place(one: Path, other: Path) -> bool:
    """Return True also where the two differ in capitals, which many systems do not tell apart."""
    return os.path.normpath(one.resolve()).casefold() == os.path.normpath(other.resolve()).casefold()
