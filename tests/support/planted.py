"""Words of staff texts planted in a site, each in a file of its own, and what the search for leaks says of it."""

from collections.abc import Mapping
from pathlib import Path

from psychoed.checks.site.leaks import check_leaks
from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.reading.cache import Cache
from psychoed.reading.problem import Problem
from small_site import small_site

NOTE = "Watch whether the client grips the chair before she names her brother, and slow the whole session down."
SHEET = f"""title: Marmalade
summary: What it is for.
phase: clinic
minutes: 5
pages: 1
audience: client
clinician_note: "{NOTE}"
blocks:
  - type: pause
  - {{type: lines, id: what, text: "Which of these would you like to talk about?"}}
"""
STAFF_PAGE = """---
title: At the door
summary: What the porter does.
phases: [clinic]
audience: staff
---

Ring twice.[^why]

[^why]: The neighbour upstairs wants us to leave the left gate open for her dog.

<p data-said="Tell every porter that the spare key hangs behind the blue boiler">Keys</p>

<!-- Dana asked us never to seat two former patients in the same row -->

    sudo open the archive with the password of the old pharmacist
"""


def clinic_with_notes(root: Path) -> Path:
    """A small clinic that has a note for clinicians, a page for staff, and the guide of the staff edition."""
    small_site(root)
    (root / "worksheets" / "marmalade-pots.yml").write_text(SHEET, "utf-8")
    (root / "content" / "staff").mkdir()
    (root / "content" / "staff" / "door.md").write_text(STAFF_PAGE, "utf-8")
    (root / "data" / "kinds.yml").write_text(
        "- id: lines\n  family: write\n  use: How long did it take you to pour every jar of it?\n  example: '- {type: lines, id: a, text: A}'\n"
    )
    return root


def told_of(root: Path, planted: Mapping[str, bytes]) -> dict[str, list[str]]:
    """What is said of each file, in a site where it stands alone: one message names all files that say the same."""
    whole, _ = load_library(root, root / "mkdocs.yml", "en")
    told: dict[str, list[str]] = {}
    for number, (path, data) in enumerate(planted.items()):
        file = root / f"{number}" / "site" / path
        file.parent.mkdir(parents=True)
        file.write_bytes(data)
        told[path] = [str(one) for one in leaks(root / f"{number}" / "site", whole, root)]
    return told


def leaks(site: Path, whole: Library, root: Path, *, authored: bool = True) -> list[Problem]:
    """What is said of a site, whose files people put there, or which the generator made."""
    files = [file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()]
    named = {path: path for path in files if authored}
    return list(check_leaks(site, whole, Cache(root / ".cache"), content=root / "content", authored=named))


def is_told(path: str, told: Mapping[str, list[str]]) -> bool:
    return any("is for staff only, and stands in the public site/" in one and path in one for one in told[path])
