"""What is taken out is gone with all that names it, and everything else in each file stays byte for byte."""

from pathlib import Path

import pytest

from psychoed.editing.beginning import known_language
from psychoed.editing.folder import Folder
from psychoed.editing.pages import Refused, names_of
from psychoed.editing.removal import remove, still_named

FILES = {
    "mkdocs.yml": """# Ours.
site_name: A clinic   # its name
nav:
  - Home: index.md
  # The evenings:
  - Sleep:
      - Nights: sleep/nights.md   # the first
      - sleep/dreams.md
  - {Days: [sleep/nights-two.md, day/noon.md]}
  - Worksheets: worksheets/index.md
not_in_nav: |
  /glossary.md
  /day/hidden.md
extra:
  more_nav:
    - For staff:
        - sleep/nights.md
""",
    "content/index.md": """---
template: home.html
title: Home
greeting: Hello.
summary: Ours.
doors:
  - {picture: before, to: sleep/nights.md, title: Nights, text: How they go.}
  - picture: parts
    to: day/noon.md
    title: Noon
    text: A door that stays.
---

Welcome. Read [Nights](sleep/nights.md) first. It is late (see [Nights](sleep/nights.md#end)), and {{ clinic.phone }} is open.

## Where to go

- [Nights](sleep/nights.md), for the evening
- **Later:** [Nights](sleep/nights.md)
- Some rest, or [nights that are long](sleep/nights.md), or both

## Only there

Open [Nights](sleep/nights.md), and [print it](sleep/nights/nights-a4.pdf).

## Two ways

Do not drive after [a bad night](sleep/nights.md). [Nights](sleep/nights.md) and [noon](day/noon.md) say more. See [it][n].

[n]: sleep/nights.md
""",
    "content/day/noon.md": """---
title: Noon
related: [sleep/nights.md, sleep/dreams.md]
---

`[Nights](../sleep/nights.md)` is how a link is written.
""",
    "content/sleep/nights.md": "---\ntitle: Nights\n---\n\nDark.\n",
    "content/sleep/dreams.md": "---\ntitle: Dreams\nrelated:\n  - sleep/nights.md  # closest\n---\n\nSoft.\n",
    "content/sleep/nights-two.md": '---\ntitle: Nights, two\n---\n\n<a href="../nights/">Nights</a>\n',
    "worksheets/diary.yml": """title: Diary
related: [day/noon.md, sleep/nights.md]
blocks:
  - type: text
    text: >-
      Before you begin, read [all about
      nights](sleep/nights.md), and then [noon](day/noon.md).
""",
    "packets/both.yml": """title: Both
items:
  # The first of them.
  - article: sleep/nights.md
    why: For the
      evening.
  - note: Rest.

  - worksheet: diary
""",
    "packets/one.yml": "title: One\nitems:\n  - note: Only this.\n  - article: sleep/nights.md\n",
    "data/en/care.yml": "quotings:\n  - {page: sleep/nights.md, settings: [phone]}\n  - {page: day/noon.md, settings: [phone]}\n",
    "data/en/search.yml": """# Ours.
- id: night
  words: [night, late]
  pages: [sleep/nights.md]
- id: rest  # of any kind
  words: [rest]
  pages: [day/noon.md, sleep/nights.md]
""",
    "data/phases.yml": "- id: parts\n  start_with: worksheets/diary.md\n",
    "data/en/right-now.yml": """- id: late
  says: It is late
  text: Lie down.
  page: sleep/nights.md
  sheet: worksheets/diary.md
- {id: night, says: Night, text: Rest., sheet: sleep/nights.md}
""",
}
HOME_AFTER = """
Welcome. It is late, and {{ clinic.phone }} is open.

## Where to go

- Some rest, or nights that are long, or both

## Two ways

Do not drive after a bad night. Nights and [noon](day/noon.md) say more.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return Folder(tmp_path)


def removed(folder: Folder, *pages: str) -> dict[str, str]:
    """What each file holds after these pages are gone."""
    remove(folder, [names_of(folder.files).found(page) for page in pages], known_language(folder.root, "en"))
    folder.write()
    return Folder(folder.root).files


def test_all_that_names_a_page_is_changed_and_nothing_else(folder):
    after = removed(folder, "sleep/nights")
    assert after["mkdocs.yml"] == FILES["mkdocs.yml"].replace(
        "      - Nights: sleep/nights.md   # the first\n", ""
    ).replace("  more_nav:\n    - For staff:\n        - sleep/nights.md\n", "")
    assert after["content/index.md"].partition("---\n")[2].partition("---\n")[2] == HOME_AFTER
    assert "Noon" in after["content/index.md"]
    assert "Nights, text" not in after["content/index.md"]
    assert after["content/day/noon.md"] == FILES["content/day/noon.md"].replace("sleep/nights.md, ", "", 1)
    assert after["content/sleep/dreams.md"] == "---\ntitle: Dreams\n---\n\nSoft.\n"
    assert "related: [day/noon.md]\n" in after["worksheets/diary.yml"]
    assert "read all about\n      nights, and then [noon](day/noon.md)." in after["worksheets/diary.yml"]
    assert (
        after["packets/both.yml"]
        == "title: Both\nitems:\n  # The first of them.\n  - note: Rest.\n\n  - worksheet: diary\n"
    )
    assert after["data/en/care.yml"] == "quotings:\n  - {page: day/noon.md, settings: [phone]}\n"
    assert (
        after["data/en/search.yml"] == "# Ours.\n- id: rest  # of any kind\n  words: [rest]\n  pages: [day/noon.md]\n"
    )
    assert (
        after["data/en/right-now.yml"]
        == "- id: late\n  says: It is late\n  text: Lie down.\n  sheet: worksheets/diary.md\n"
    )
    later = removed(Folder(folder.root), "diary")
    assert later["data/en/right-now.yml"] == "[]\n"
    assert later["data/phases.yml"] == "- id: parts\n"


def test_a_packet_of_which_only_notes_are_left_goes_too_and_all_is_kept(folder):
    after = removed(folder, "content\\sleep\\nights.md")
    assert "packets/one.yml" not in after
    kept = {path.relative_to(folder.root / "removed").as_posix() for path in (folder.root / "removed").rglob("*.*")}
    assert kept == {"content/sleep/nights.md", "packets/one.yml"}
    removed_again = Folder(folder.root)
    (folder.root / "content/sleep/nights.md").write_text("again", "utf-8")
    removed(removed_again, "nights")
    assert (folder.root / "removed/content/sleep/nights-2.md").read_text("utf-8") == "again"


def test_places_to_read_again_are_named(folder):
    removal = remove(folder, ["sleep/nights.md"], known_language(folder.root, "en"))
    folder.write()
    lines = {path: text.split("\n") for path, text in Folder(folder.root).files.items()}
    places = [place.split(":") for place in removal.read_again]
    assert [lines[path][int(number) - 1].strip()[:20] for path, number in places] == [
        "- Some rest, or nigh", "Do not drive after a", "text: >-",
    ]  # fmt: skip
    assert still_named(Folder(folder.root), ["sleep/nights.md"]) == [
        "content/day/noon.md:6",
        "content/sleep/nights-two.md:5",
    ]


def test_a_section_goes_with_its_last_page(folder):
    after = removed(folder, "sleep/nights", "dreams")
    assert "Sleep:" not in after["mkdocs.yml"]
    assert "# The evenings:" in after["mkdocs.yml"]
    assert "{Days: [sleep/nights-two.md, day/noon.md]}" in after["mkdocs.yml"]


def test_a_list_in_brackets_loses_what_is_gone(folder):
    after = removed(folder, "nights-two")
    assert "  - {Days: [day/noon.md]}\n" in after["mkdocs.yml"]


def test_files_keep_their_ends_of_lines_and_their_mark(folder):
    file = folder.root / "mkdocs.yml"
    file.write_bytes(b"\xef\xbb\xbf" + FILES["mkdocs.yml"].replace("\n", "\r\n").encode())
    removed(Folder(folder.root), "sleep/dreams")
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# Ours.\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == FILES["mkdocs.yml"].count("\n") - 1


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("index", "is the home page; it stays"),
        ("help/pause-and-ground", "is the page of grounding"),
        ("sleep/night", "did you mean “sleep/nights”?"),
        ("../../etc/passwd", "there is no page"),
    ],
)
def test_what_cannot_be_taken_out_is_refused(folder, page, said):
    (folder.root / "content/help").mkdir()
    (folder.root / "content/help/pause-and-ground.md").write_text("x", "utf-8")
    with pytest.raises(Refused, match=said.replace("?", r"\?")):
        removed(folder, page)


def test_the_last_door_of_the_home_page_is_not_taken_out(folder):
    with pytest.raises(Refused, match=r"content/index\.md:6: every door"):
        removed(folder, "sleep/nights", "day/noon")
    assert not (folder.root / "removed").exists()
