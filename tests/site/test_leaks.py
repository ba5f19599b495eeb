"""Nothing that is only for staff reaches the public edition, whatever the engine; and where it does, the build says so."""

import re
import shutil
from pathlib import Path

import pytest

from psychoed.checks.site.leaks import published_text
from psychoed.reading.cache import Cache
from sites import Build, built, copied

MARKER = re.compile(r"zq\d+kept")
ARTICLE = """---
title: Zq1kept among us
summary: What zq2kept is about.
main_message: One zq3kept thing.
audience: staff
group: staff
evidence: {zq4kept of something: idea}
content_note: A zq5kept line.
review: {by: Zq6kept, on: 2026-11-22, due: 2027-05-22}
---

<!-- zq7kept -->

One thing about zq8kept.

## A zq9kept heading {: #zq10kept }

| zq11kept | Next |
| --- | --- |
| zq12kept | [Home zq13kept](../index.md "zq14kept") |

![zq15kept](../assets/zq16kept.svg)
"""
SHEET = """title: Zq17kept for the room
summary: What zq18kept is for.
phase: clinic
when: A zq19kept day.
minutes: 5
use: in-session
audience: client
pages: 3
clinician_note: A zq20kept note.
blocks:
  - type: pause
  - {type: lines, id: zq21kept, text: What zq22kept is here, hint: A zq23kept hint.}
  - {type: checklist, id: tick, text: Tick any, options: [A zq24kept thing]}
  - {type: rings, id: ring, text: Rings, rings: [Zq25kept out, In], alt: A zq26kept drawing.}
"""
NOTED = """title: A sheet that all may see
summary: What it is for.
phase: clinic
minutes: 5
pages: 1
related: [help/pause-and-ground.md]
clinician_note: A zq27kept note, with [zq28kept](help/pause-and-ground.md).
blocks:
  - type: pause
  - {type: lines, id: what, text: "What is here?"}
"""
PATH = """title: The zq29kept path
summary: What zq30kept reads.
for: New zq31kept people.
when: In zq32kept time.
audience: staff
role: therapist
items:
  - {article: staff/zq33kept.md, by: day-1, why: Since zq34kept., when: Some zq35kept day.}
  - note: A zq36kept note.
questions:
  - {question: "Is zq37kept so?", options: [Zq38kept, No], right: 1, because: It zq39kept is.}
"""
PLANTED = {
    "content/staff/zq33kept.md": ARTICLE,
    "worksheets/zq40kept.yml": SHEET,
    "worksheets/noted.yml": NOTED,
    "packets/zq41kept.yml": PATH,
    "content/staff/zq16kept.svg": "<svg xmlns='http://www.w3.org/2000/svg'><title>zq42kept</title></svg>",
}


def planted(build: Build, to: Path) -> Path:
    root = copied(to, cache_of=build)
    for path, text in PLANTED.items():
        (root / path).write_text(text.replace("../assets/zq16kept.svg", "zq16kept.svg"), "utf-8")
    return root


def markers_in(site: Path, scratch: Path) -> dict[str, set[str]]:
    """Markers by the file that holds them, in its name, in what it says, or in its bytes."""
    cache, found = Cache(scratch), {}
    for file in (one for one in site.rglob("*") if one.is_file()):
        said = f"{file.relative_to(site)} {published_text(file, cache)} {file.read_bytes().decode('latin-1')}"
        if hits := set(MARKER.findall(said.lower())):
            found[file.relative_to(site).as_posix()] = hits
    return found


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_no_marker_of_a_staff_field_is_in_the_public_edition(public_site, tmp_path, engine):
    if engine == "properdocs":
        pytest.importorskip("properdocs")
    build = built(planted(public_site, tmp_path / engine), engine=engine)
    assert (build.site / "worksheets" / "noted" / "noted-letter.pdf").is_file(), build.output
    assert "staff-leak" not in build.output
    assert markers_in(build.site, tmp_path / "scratch") == {}


def test_an_engine_that_ignores_hooks_and_templates_publishes_no_staff_text(public_site, tmp_path):
    root = planted(public_site, tmp_path / "bare")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    bare = settings.replace("hooks:\n  - hooks/events.py\n", "").replace("  custom_dir: overrides\n", "")
    assert len(settings) - len(bare) > 40
    (root / "mkdocs.yml").write_text(bare, "utf-8")
    for page in (root / "content").rglob("*.md"):
        page.write_text(re.sub(r"^template: .*\n", "", page.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    build = built(root)
    assert (build.site / "kat" / "your-session-day" / "index.html").is_file(), build.output
    assert markers_in(build.site, tmp_path / "scratch") == {}


def test_the_markers_are_in_the_staff_edition(staff_site, tmp_path):
    build = built(planted(staff_site, tmp_path / "staff"), "-f", "mkdocs.staff.yml")
    found = set().union(*markers_in(build.site, tmp_path / "scratch").values())
    everywhere = {f"zq{number}kept" for number in range(1, 43)}
    not_shown = {f"zq{number}kept" for number in (3, 4, 7)}  # one message, labels and comments are for checks alone
    assert everywhere - not_shown <= found


def test_a_template_that_shows_staff_words_stops_the_build(public_site, tmp_path):
    root = copied(tmp_path / "leaking", cache_of=public_site)
    shutil.rmtree(root / ".cache" / "public")
    for template, guard in (
        ("overrides/blocks/sheet.html", "{% if staff and sheet.clinician_note %}"),
        ("overrides/print/sheet.typ", "if house.staff and it.at("),
    ):
        text = (root / template).read_text("utf-8")
        assert guard in text
        open_to_all = guard.replace("staff and ", "").replace("house.it", "it")
        (root / template).write_text(text.replace(guard, open_to_all), "utf-8")
    for sheet in sorted((root / "worksheets").glob("*.yml"))[2:]:
        sheet.unlink()
    build = built(root)
    leaks = [line for line in build.output.splitlines() if "[staff-leak]" in line]
    notes = sorted((root / "worksheets").glob("*.yml"))
    for sheet in notes:
        assert any(f"worksheets/{sheet.name}:" in line and "stands in the public site/" in line for line in leaks)
