"""A strict build: silent, and the same bytes each time."""

import re

from sites import Build, built, comparable, copied, files_of

COMPLAINTS = re.compile(r"^.*\b(?:WARNING|ERROR|CRITICAL|Traceback|Warning:).*$", re.MULTILINE)


def differing(one: Build, other: Build) -> list[str]:
    mine, theirs = comparable(one), comparable(other)
    return sorted(name for name in mine.keys() | theirs.keys() if mine.get(name) != theirs.get(name))


def kept(build: Build) -> dict[str, int]:
    made = (build.root / ".cache" / "made").iterdir()
    return {file.name: file.stat().st_mtime_ns for file in made if not file.name.startswith("built-")}


def test_public_edition_builds_strictly_and_without_a_complaint(public_site):
    assert public_site.code == 0, public_site.output
    assert COMPLAINTS.findall(public_site.output) == []


def test_staff_edition_builds_strictly_and_without_a_complaint(staff_site):
    assert staff_site.code == 0, staff_site.output
    assert COMPLAINTS.findall(staff_site.output) == []


def test_second_build_prints_nothing_anew_and_gives_the_same_bytes(public_site):
    before = kept(public_site)
    again = built(public_site.root, "--strict", "--site-dir", "site-again")
    assert again.code == public_site.code, again.output
    assert "Printing" not in again.output
    assert kept(public_site) == before
    assert differing(public_site, again) == []


def test_pdfs_printed_again_in_another_folder_have_the_same_bytes(public_site, tmp_path):
    root = copied(tmp_path / "elsewhere", cache_of=public_site)
    pdfs = [file for file in (root / ".cache" / "made").iterdir() if b"%PDF" in file.read_bytes()[:4096]]
    forgotten = sorted(pdfs)[::6]
    for file in forgotten:
        file.unlink()
    again = built(root, "--strict")
    assert again.code == public_site.code, again.output
    assert sum(file.is_file() for file in forgotten) > 8
    assert differing(public_site, again) == []


def test_fonts_made_by_two_builds_have_the_same_bytes(public_site, staff_site):
    fonts = files_of(public_site.site / "assets" / "fonts")
    assert len([name for name in fonts if name.endswith(".woff2")]) == 8
    assert fonts == files_of(staff_site.site / "assets" / "fonts")
