"""`psychoed texts` tells texts of the package that are newer, takes the untouched ones, and overwrites nothing unasked."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from psychoed.commands.main import main
from psychoed.editing.newer_texts import NOTED_TEXTS, corrections, fingerprint_of
from psychoed.editing.waiting import newer_texts_page

UNTOUCHED, EDITED, NEW = (
    "content/parts/protectors.md",
    "worksheets/meet-a-protector.yml",
    "content/self/self-compassion.md",
)
AS_IT_IS = "content/parts/inner-conflict.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of an older version, in which one text was as nobody touched it, one is edited, and one was not there."""
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["new", "folder", "--yes", "--starter", "parts"]).exit_code == 0
    root = tmp_path / "folder"
    monkeypatch.chdir(root)
    note = json.loads((root / NOTED_TEXTS).read_text("utf-8"))
    note["version"] = "0.1.9"
    for path in (UNTOUCHED, EDITED):
        older = (root / path).read_text("utf-8").replace("a", "o")
        note["texts"][path] = fingerprint_of(older)
        (root / path).write_text(older, "utf-8", newline="\n")
    (root / EDITED).write_text((root / EDITED).read_text("utf-8") + "# ours\n", "utf-8", newline="\n")
    (root / AS_IT_IS).write_text((root / AS_IT_IS).read_text("utf-8") + "Ours.\n", "utf-8", newline="\n")
    del note["texts"][NEW]
    (root / NEW).unlink()
    (root / NOTED_TEXTS).write_text(json.dumps(note), "utf-8")
    return root


def said(*arguments: str) -> list[str]:
    done = CliRunner().invoke(main, ["texts", *arguments])
    assert done.exit_code == 0, done.output
    return done.output.splitlines()


def test_each_is_told_as_what_it_is_and_nothing_is_written(root):
    before = {path: (root / path).read_bytes() for path in (UNTOUCHED, EDITED, NOTED_TEXTS)}
    assert said()[:3] == [f"{UNTOUCHED}: untouched here", f"{NEW}: not here yet", f"{EDITED}: edited here"]
    assert {path: (root / path).read_bytes() for path in before} == before
    assert not (root / NEW).exists()


def test_what_nobody_touched_is_taken_on_request(root):
    lines = said("--update")
    assert lines[:3] == [f"Taken: {UNTOUCHED}", f"{NEW}: not here yet", f"{EDITED}: edited here"]
    assert (root / EDITED).read_text("utf-8").endswith("# ours\n")
    assert (root / AS_IT_IS).read_text("utf-8").endswith("Ours.\n")
    assert said()[:2] == lines[1:3]


def test_an_edited_one_is_taken_by_name_and_the_clinics_own_is_kept(root):
    ours = (root / EDITED).read_bytes()
    assert said("--take", EDITED)[0] == f"Taken: {EDITED}"
    assert (root / "removed" / EDITED).read_bytes() == ours
    assert b"# ours" not in (root / EDITED).read_bytes()


def test_one_that_is_settled_is_not_told_again(root):
    ours = (root / EDITED).read_bytes()
    said("--done", EDITED, "--take", NEW, "--update")
    assert said() == ["Your folder has the newest texts."]
    assert (root / EDITED).read_bytes() == ours
    assert (root / NEW).is_file()


def test_a_wrong_path_is_told_and_nothing_is_taken(root):
    done = CliRunner().invoke(main, ["texts", "--take", UNTOUCHED, "--take", "content/nothing.md"])
    assert done.exit_code == 2
    assert "no newer text has the path “content/nothing.md”" in done.output
    assert "Taken" not in done.output
    assert said()[0] == f"{UNTOUCHED}: untouched here"


def test_a_correction_for_safety_is_marked(root):
    note = json.loads((root / NOTED_TEXTS).read_text("utf-8"))
    note["texts"][AS_IT_IS] = fingerprint_of("older")
    (root / NOTED_TEXTS).write_text(json.dumps(note), "utf-8")
    before = (root / AS_IT_IS).read_text("utf-8")
    assert "    corrects, for safety: " not in "\n".join(said())
    after = before.replace("---\n", "---\nchanges:\n  - {on: 2026-11-30, what: It was wrong., safety: true}\n", 1)
    assert corrections(before, after) == ("It was wrong.",)
    assert corrections(after, after) == ()


def test_the_differences_stand_side_by_side_also_in_the_preview(root):
    assert said("--show")[0] == "Open .psychoed/newer-texts.html in your browser."
    page = (root / ".psychoed" / "newer-texts.html").read_text("utf-8")
    assert [path for path in (UNTOUCHED, EDITED, NEW, AS_IT_IS) if f"<h2>{path}</h2>" in page] == [
        UNTOUCHED,
        EDITED,
        NEW,
    ]
    assert [len(one) for one in (newer_texts_page(root).split("<h2>"))] == [len(one) for one in page.split("<h2>")]
    assert "http" not in page.partition("<h1>")[0]


def test_a_folder_of_this_version_shows_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["new", "folder", "--yes", "--starter", "empty"]).exit_code == 0
    monkeypatch.chdir(tmp_path / "folder")
    assert said() == ["Your folder has the newest texts."]
    assert newer_texts_page(tmp_path / "folder") == ""


def test_a_folder_of_no_package_is_told_so(tmp_path, monkeypatch):
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["texts"])
    assert done.exit_code == 1
    assert "was not begun by" in done.output
