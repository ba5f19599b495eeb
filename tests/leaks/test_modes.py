"""A leak or a program is published in no mode, and the staff edition into no folder that another one has."""

import subprocess
import sys
from pathlib import Path

import pytest

from psychoed.build.project import Project
from psychoed.build.site_folder import folder_fault
from sites import built
from small_project import small_project

NOTE = "Watch whether the client grips the chair before she names her brother."
RUNS = '<img src="../../assets/door.svg" alt="" onerror="x()"> <!-- lint-ok: unsafe-html we mean it -->'


def test_a_leak_and_a_program_are_published_in_no_mode(tmp_path):
    root = small_project(tmp_path)
    sheet = root / "worksheets" / "valid.yml"
    sheet.write_text(
        f'{sheet.read_text("utf-8")}\nclinician_note: "{NOTE}"  # lint-ok: staff-leak we mean it\n', "utf-8"
    )
    page = root / "content" / "parts" / "protectors.md"
    copied = page.with_name("copied.md")  # words for staff do not become public by that
    copied.write_text(f"{page.read_text('utf-8').replace('title: ', 'title: More on ')}\n{NOTE}\n", "utf-8")
    page.write_text(f"{page.read_text('utf-8')}\n{RUNS}\n", "utf-8")
    header = root / "overrides" / "partials" / "header.html"
    header.write_text(f"{header.read_text('utf-8')}<p>{NOTE}</p>", "utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("  checks: {staff-leak: off}\n")
    site = root / "out"
    site.mkdir()
    (site / "index.html").write_text("as it was", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "gh-deploy", "--quiet", "--site-dir", "out"]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    said = (
        "Nothing was published: what is for staff stands in the site, and a page holds what would run or ask by itself. "
        "out is as it was."
    )
    assert said in done.stdout, done.stderr
    assert "worksheets/valid.yml:" in done.stderr
    assert "stands in the public out/" in done.stderr
    assert "stand in the note for clinicians of worksheets/valid.yml" in done.stderr
    assert "“staff-leak” takes no level and no exception; take this level out" in done.stderr
    assert "“staff-leak” takes no level and no exception; take this exception out" in done.stderr
    line = page.read_text("utf-8").split("\n").index(RUNS) + 1
    assert f"content/parts/protectors.md:{line}:41: the attribute “onerror” is on this page" in done.stderr
    assert [file.name for file in site.iterdir()] == ["index.html"]


def staff(root: Path, **more: object) -> Project:
    return Project(root, root / "mkdocs.staff.yml", root / "content", "", "en", staff=True, **more)


@pytest.fixture
def root(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nsite_dir: www\n", "utf-8")
    (tmp_path / "mkdocs.staff.yml").write_text("INHERIT: mkdocs.yml\nextra: {edition: staff}\n", "utf-8")
    (tmp_path / "mkdocs.offline.yml").write_text(
        "INHERIT: mkdocs.yml\nsite_dir: stick\nextra: {edition: offline}\n", "utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("name", ["www", "WWW", "site", "stick", "other/../www"])
def test_the_staff_edition_is_put_into_no_folder_of_another(root, name):
    fault = folder_fault(root / name, staff(root))
    assert fault
    assert "is the folder of an edition that is not for staff" in fault.what


HELD = {
    "public": ({".edition": "public\n"}, "holds the public edition"),
    "files of others": ({"notes.txt": "A"}, "holds files that no build of the staff edition made"),
    "staff": ({".edition": "staff\n"}, None),
    "staff of an older version": ({"_headers": "/*\n  X-Robots-Tag: noindex, nofollow\n"}, None),
    "nothing": ({}, None),
}


@pytest.mark.parametrize("held", HELD)
def test_it_takes_the_place_of_nothing_that_is_not_its_own(root, held):
    files, says = HELD[held]
    (root / "out").mkdir()
    for name, text in files.items():
        (root / "out" / name).write_text(text, "utf-8")
    fault = folder_fault(root / "out", staff(root))
    assert (says in fault.what) if says and fault else fault is None


def test_the_public_edition_does_not_take_the_place_of_that_for_staff(root):
    (root / "out").mkdir()
    (root / "out" / ".edition").write_text("staff\n", "utf-8")
    fault = folder_fault(root / "out", Project(root, root / "mkdocs.yml", root / "content", "", "en", staff=False))
    assert fault
    assert fault.what == "“out” holds the staff edition"


def test_a_staff_build_whose_settings_name_no_folder_leaves_the_public_site_as_it_was(tmp_path):
    root = small_project(tmp_path)
    (root / "mkdocs.staff.yml").write_text("INHERIT: mkdocs.yml\nextra: {edition: staff}\n", "utf-8")
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("as it was", "utf-8")
    done = built(root, "-f", "mkdocs.staff.yml")
    assert done.code == 1
    assert (
        "“site” is the folder of an edition that is not for staff; name another folder under `site_dir`" in done.output
    )
    assert [file.name for file in (root / "site").iterdir()] == ["index.html"]
