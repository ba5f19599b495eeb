"""The fixture library of tests/fixture/, made into the folder of a clinic: its texts and settings, the rest from the project."""

import shutil
from pathlib import Path

import yaml

PROJECT = Path(__file__).parents[2]
FIXTURE = Path(__file__).parents[1] / "fixture"
OF_THE_PROJECT = ("hooks", "overrides", "data")
TEXTS = ("content", "worksheets", "packets")
SECOND_CLINIC = FIXTURE / "second-clinic"
SHEETS = sorted(file.stem for file in (FIXTURE / "worksheets").glob("*.yml"))
PACKETS = sorted(file.stem for file in (FIXTURE / "packets").glob("*.yml"))
ARTICLES = sorted(
    file.relative_to(FIXTURE / "content").as_posix().removesuffix(".md")
    for file in (FIXTURE / "content").rglob("*.md")
    if "main_message:" in file.read_text("utf-8") and file.parent.name != "staff"
)
"""Addresses of the public articles."""


def source_of(sheet: str) -> dict[str, object]:
    """Return what the author of a worksheet of the fixture wrote."""
    return yaml.safe_load((FIXTURE / "worksheets" / f"{sheet}.yml").read_text("utf-8"))


def compose(to: Path) -> Path:
    """Write the fixture's clinic into a folder, which may be there already."""
    for part in OF_THE_PROJECT:
        shutil.copytree(PROJECT / part, to / part, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    for part in (*TEXTS, "data"):
        shutil.copytree(FIXTURE / part, to / part, dirs_exist_ok=True)
    for settings in FIXTURE.glob("*.yml"):
        shutil.copy(settings, to)
    return to
