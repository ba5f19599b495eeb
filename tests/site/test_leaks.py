"""Nothing that is only for staff reaches the public edition, whatever the engine; and where it does, the build says so."""

import re
import shutil
from pathlib import Path

from psychoed.checks.site.leaks import published_text
from psychoed.reading.cache import Cache
from sites import built, copied, edit

MARKER = re.compile(r"zq\d+kept")
"""Every text of additions/marked that is for staff has one of its own."""


def markers_in(site: Path, scratch: Path) -> dict[str, set[str]]:
    """Markers by the file that holds them, in its name, in what it says, or in its bytes."""
    cache, found = Cache(scratch), {}
    for file in (one for one in site.rglob("*") if one.is_file()):
        said = (
            f"{file.relative_to(site)} {published_text(file, cache, made=True)} {file.read_bytes().decode('latin-1')}"
        )
        if hits := set(MARKER.findall(said.lower())):
            found[file.relative_to(site).as_posix()] = hits
    return found


def test_no_marker_of_a_staff_field_is_in_the_public_edition(odd_site, tmp_path):
    """That the maintained fork gives the same bytes is shown in test_properdocs.py."""
    assert (odd_site.site / "worksheets" / "noted" / "noted-letter.pdf").is_file(), odd_site.output
    assert "is for staff only" not in odd_site.output
    assert markers_in(odd_site.site, tmp_path) == {}


def test_an_engine_that_ignores_hooks_and_templates_publishes_no_staff_text(odd_site, tmp_path):
    root = copied(tmp_path / "bare", cache_of=odd_site)
    edit(root / "mkdocs.yml", "hooks:\n  - hooks/events.py\n", "")
    edit(root / "mkdocs.yml", "  custom_dir: overrides\n", "")
    for page in (root / "content").rglob("*.md"):
        page.write_text(re.sub(r"^template: .*\n", "", page.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    build = built(root)
    assert (build.site / "kat" / "the-day-itself" / "index.html").is_file(), build.output
    assert markers_in(build.site, tmp_path / "scratch") == {}


def test_the_markers_are_in_the_staff_edition(odd_staff_site, tmp_path):
    found = set().union(*markers_in(odd_staff_site.site, tmp_path).values())
    everywhere = {f"zq{number}kept" for number in range(1, 43)}
    not_shown = {f"zq{number}kept" for number in (3, 4, 7)}  # one message, labels and comments are for checks alone
    assert everywhere - not_shown <= found


def test_a_template_that_shows_staff_words_stops_the_build(public_site, tmp_path):
    root = copied(tmp_path / "leaking", cache_of=public_site)
    shutil.rmtree(root / ".cache" / "made")
    for template, guard in (
        ("overrides/blocks/sheet.html", "{% if staff and sheet.clinician_note %}"),
        ("overrides/print/sheet.typ", "if house.staff and it.at("),
    ):
        edit(root / template, guard, guard.replace("staff and ", "").replace("house.it", "it"))
    for packet in (root / "packets").glob("*.yml"):
        packet.unlink()
    notes = [root / "worksheets" / f"{sheet}.yml" for sheet in ("a-side-of-me", "list-for-the-day")]
    for sheet in (root / "worksheets").glob("*.yml"):
        if sheet not in notes:
            sheet.unlink()
    build = built(root)
    leaks = [line for line in build.output.splitlines() if "is for staff only" in line]
    for sheet in notes:
        assert any(f"worksheets/{sheet.name}:" in line and "stands in the public site/" in line for line in leaks)
