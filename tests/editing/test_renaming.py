"""A page with another name is found by all that named it, and by whoever follows an old print."""

from pathlib import Path

import pytest
from test_removal import FILES

from psychoed.editing.folder import Folder
from psychoed.editing.pages import Refused, names_of
from psychoed.editing.renaming import rename


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return Folder(tmp_path)


def renamed(root: Path, old: str, new: str) -> dict[str, str]:
    folder = Folder(root)
    rename(folder, names_of(folder.files).found(old), new)
    folder.write()
    return Folder(root).files


def test_all_that_names_a_page_follows_it(folder):
    after = renamed(folder.root, "sleep/nights", "evenings")
    changed = {"content/sleep/nights.md": ""}
    for path, text in FILES.items():
        expected = text.replace("sleep/nights.md", "sleep/evenings.md").replace(
            "nights/nights-a4.pdf", "evenings/evenings-a4.pdf"
        )
        if path == "content/day/noon.md":
            expected = expected.replace("`[Nights](../sleep/evenings.md)`", "`[Nights](../sleep/nights.md)`")
        if path not in changed:
            assert after[path] == expected, path
    assert after["content/sleep/evenings.md"] == "---\ntitle: Nights\nmoved_from: [sleep/nights.md]\n---\n\nDark.\n"


def test_a_page_takes_its_own_links_to_another_folder(folder):
    file = folder.root / "content/sleep/nights.md"
    file.write_text(
        "---\ntitle: Nights\n---\n\n[d](dreams.md#a) ![p](p.png) [n](../day/noon.md) [s](#x) [o](https://a.example)\n",
        "utf-8",
    )
    after = renamed(folder.root, "sleep/nights.md", "rest/at-night/late")
    assert (
        "[d](../../sleep/dreams.md#a) ![p](../../sleep/p.png) [n](../../day/noon.md) [s](#x) [o](https://a.example)"
        in after["content/rest/at-night/late.md"]
    )


def test_a_sheet_keeps_its_place_and_packets_find_it(folder):
    after = renamed(folder.root, "diary", "sleep-diary")
    assert "  - worksheet: sleep-diary\n" in after["packets/both.yml"]
    assert "moved_from: [worksheets/diary.md]\nblocks:" in after["worksheets/sleep-diary.yml"]
    assert "worksheets/diary.yml" not in after


def test_names_are_kept_and_given_back(folder):
    renamed(folder.root, "diary", "two")
    after = renamed(folder.root, "two", "three")
    assert "moved_from: [worksheets/diary.md, worksheets/two.md]\n" in after["worksheets/three.yml"]
    after = renamed(folder.root, "three", "diary")
    assert "moved_from: [worksheets/two.md, worksheets/three.md]\n" in after["worksheets/diary.yml"]
    (folder.root / "worksheets/new.yml").write_text("title: New\nblocks: []\n", "utf-8")
    after = renamed(folder.root, "worksheets/new.yml", "two")
    assert "moved_from: [worksheets/three.md]\n" in after["worksheets/diary.yml"]


def test_lists_of_the_package_that_name_it_become_the_clinics_own(folder):
    (folder.root / "content/kat").mkdir()
    (folder.root / "content/kat/rules-and-safety-facts.md").write_text("---\ntitle: Facts\n---\n\nx\n", "utf-8")
    after = renamed(folder.root, "rules-and-safety-facts", "facts")
    assert after["data/en/claims.yml"] == "safety_page: kat/facts.md\n"
    assert "- id: spravato\n  words: [" in after["data/en/search.yml"]
    assert "kat/facts.md" in after["data/en/search.yml"]
    assert "rules-and-safety" not in after["data/en/search.yml"]
    (folder.root / "content/parts").mkdir()
    (folder.root / "content/parts/stepping-back.md").write_text("---\ntitle: Back\n---\n\nx\n", "utf-8")
    after = renamed(folder.root, "stepping-back", "a-step")
    assert after["data/en/right-now.yml"].endswith("  tint: leaf\n")
    assert after["data/en/right-now.yml"].count("- id: loud\n") == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("diary", "Sleep Diary", "write sleep-diary"),
        ("diary", "con", "Windows keeps for itself"),
        ("diary", "sleep/diary", "stays in worksheets/"),
        ("diary", "diary", "has that name already"),
        ("sleep/nights", "dreams", "there is a page “sleep/dreams.md” already"),
        ("sleep/nights", "worksheets/nights", "in the way of what is made there"),
        ("sleep/nights", "staff/nights", "between the editions"),
        ("index", "home", "is the home page"),
        ("diary", "größe", "write groesse"),
        ("diary", "", "cannot be an address"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_name_is_refused(folder, old, new, said):
    with pytest.raises(Refused, match=said):
        renamed(folder.root, old, new)
