"""The fixture library of tests/fixture/, made into the folder of a clinic: its texts and settings, the rest from the project."""

import shutil
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).parents[2]
FIXTURE = Path(__file__).parents[1] / "fixture"
OF_THE_PROJECT = ("hooks", "overrides", "data")
TEXTS = ("content", "worksheets", "packets")
SECOND_CLINIC = FIXTURE / "second-clinic"


def source_of(sheet: str, root: Path = FIXTURE) -> dict[str, Any]:
    """Return what the author of a worksheet wrote."""
    return yaml.safe_load((root / "worksheets" / f"{sheet}.yml").read_text("utf-8"))


def sheets_in(root: Path) -> list[str]:
    """Return the ids of all worksheets."""
    return sorted(file.stem for file in (root / "worksheets").glob("*.yml"))


def staff_sheets_in(root: Path) -> set[str]:
    """Return the ids of the worksheets that only the staff edition has."""
    sources = {sheet: source_of(sheet, root) for sheet in sheets_in(root)}
    return {
        sheet
        for sheet, source in sources.items()
        if source.get("audience", "client") != "client" or source.get("use") == "in-session"
    }


def packets_in(root: Path) -> list[str]:
    """Return the ids of all packets."""
    return sorted(file.stem for file in (root / "packets").glob("*.yml"))


def articles_in(root: Path) -> list[str]:
    """Return the addresses of the public articles, without drafts."""
    pages = (file for file in (root / "content").rglob("*.md") if file.parent.name != "staff")
    texts = ((file, file.read_text("utf-8")) for file in pages)
    articles = (file for file, text in texts if "main_message:" in text and "\ndraft: true\n" not in text)
    return sorted(file.relative_to(root / "content").as_posix().removesuffix(".md") for file in articles)


SHEETS = sheets_in(FIXTURE)
FOR_STAFF = staff_sheets_in(FIXTURE)
PACKETS = packets_in(FIXTURE)
ARTICLES = articles_in(FIXTURE)


def compose(to: Path) -> Path:
    """Write the fixture's clinic into a folder, which may be there already."""
    for part in OF_THE_PROJECT:
        shutil.copytree(PROJECT / part, to / part, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    for part in (*TEXTS, "data"):
        shutil.copytree(FIXTURE / part, to / part, dirs_exist_ok=True)
    for settings in FIXTURE.glob("*.yml"):
        shutil.copy(settings, to)
    return to
