"""A strict build of the real library: silent, and the same bytes each time."""

import gzip
import re

from sites import Build, built, copied, files_of

COMPLAINTS = re.compile(r"^.*\b(?:WARNING|ERROR|CRITICAL|Traceback|Warning:).*$", re.MULTILINE)
DAY_OF_BUILD = re.compile(rb"<lastmod>[0-9-]+</lastmod>")


def comparable(build: Build) -> dict[str, bytes]:
    """Every file of a site. MkDocs stamps the sitemap with the day, and packs it with the second."""
    files = files_of(build.site)
    files["sitemap.xml.gz"] = gzip.decompress(files["sitemap.xml.gz"])
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        files[name] = DAY_OF_BUILD.sub(b"", files[name])
    return files


def differing(one: Build, other: Build) -> list[str]:
    mine, theirs = comparable(one), comparable(other)
    return sorted(name for name in mine.keys() | theirs.keys() if mine.get(name) != theirs.get(name))


def kept(build: Build) -> dict[str, int]:
    return {file.name: file.stat().st_mtime_ns for file in (build.root / ".cache" / "public").iterdir()}


def test_public_edition_builds_strictly_and_without_a_complaint(public_site):
    assert public_site.code == 0, public_site.output
    assert COMPLAINTS.findall(public_site.output) == []


def test_staff_edition_builds_strictly_and_without_a_complaint(staff_site):
    assert staff_site.code == 0, staff_site.output
    assert COMPLAINTS.findall(staff_site.output) == []


def test_progress_is_shown_while_many_pdfs_are_made(public_site):
    assert re.search(r"Printing worksheets: \d+ of \d+ PDFs", public_site.output)


def test_second_build_prints_nothing_anew_and_gives_the_same_bytes(public_site):
    before = kept(public_site)
    again = built(public_site.root, "--strict", "--site-dir", "site-again")
    assert again.code == 0, again.output
    assert "Printing" not in again.output
    assert kept(public_site) == before
    assert differing(public_site, again) == []


def test_pdfs_and_fonts_made_in_another_folder_have_the_same_bytes(public_site, tmp_path):
    root = copied(tmp_path / "elsewhere", cache_of=public_site.root)
    forgotten = sorted((root / ".cache" / "public").iterdir())[::3]
    for file in forgotten:
        file.unlink()
    again = built(root, "--strict")
    assert again.code == 0, again.output
    assert len(forgotten) > 10
    assert all(file.is_file() for file in forgotten)
    assert differing(public_site, again) == []
