"""What an edition holds, and what a text may quote."""

import re

import pytest

from psychoed.library.library import Library
from psychoed.library.lists import Layers, read_list
from psychoed.library.load import load_library
from psychoed.model.lists import Term
from psychoed.reading.file import File
from psychoed.reading.yaml.reader import read_yaml
from small_site import faults, read, small_site

SHEET = (
    "title: A\nsummary: B\nphase: parts\nminutes: 5\npages: 1\nblocks:\n  - {type: lines, id: notice, text: What now}\n"
)
PAGE = "---\ntitle: A\nsummary: B\nmain_message: C\naudience: client\ngroup: parts\n---\n\nWords.\n"
TOPIC = "---\ntemplate: topic.html\ntitle: Staff\nsummary: For staff.\n---\n"


def library_with(root, files: dict[str, str]) -> Library:
    small_site(root)
    for path, text in files.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, "utf-8")
    library, problems = read(root)
    assert faults(problems) == []
    return library


@pytest.mark.parametrize("line", ["audience: staff", "audience: clinician", "use: in-session"])
def test_only_the_staff_edition_has_a_sheet_for_staff(tmp_path, line):
    library = library_with(tmp_path, {"worksheets/room.yml": f"{line}\n{SHEET}"})
    assert set(library.edition(staff=False).sheets) == {"valid"}
    assert set(library.edition(staff=True).sheets) == {"room", "valid"}


@pytest.mark.parametrize(
    "text", [PAGE.replace("client", "staff"), PAGE.replace("client", "clinician"), PAGE, TOPIC], ids=str
)
def test_only_the_staff_edition_has_a_page_of_the_staff_folder(tmp_path, text):
    library = library_with(tmp_path, {"content/staff/room.md": text})
    assert set(library.edition(staff=False).pages) == {"index.md", "parts/protectors.md"}
    assert set(library.edition(staff=True).pages) == {"index.md", "parts/protectors.md", "staff/room.md"}


def test_texts_may_quote_these(tmp_path):
    quotes = library_with(tmp_path, {}).quotes()
    assert quotes["clinic.phone"] == "020 7946 0123"
    assert quotes["help.emergency"] == "911"
    assert quotes["help.primary"] == "call 988 (988 Lifeline)"
    assert re.fullmatch(r"It was approved in 1970\. \(as of (November 23,|23 November) 2026\)", quotes["fact.approved"])
    assert "clinic.logo" not in quotes


def test_a_country_shows_only_lines_that_somebody_checked(tmp_path):
    small_site(tmp_path)
    lines = (tmp_path / "data" / "help-lines.yml").read_text("utf-8")
    (tmp_path / "data" / "help-lines.yml").write_text(
        lines + "    - name: Dialled\n      ways: [{say: Call 2, href: 'tel:2'}]\n      note: always\n"
        "      mark: memory\n      enabled: true\n      last_checked: 2026-11-23\n"
        "    - name: Off\n      ways: [{say: Call 3, href: 'tel:3'}]\n      note: always\n"
        "      mark: seen\n      enabled: false\n",
        "utf-8",
    )
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("country: US", "country: IE"), "utf-8")
    library, problems = read(tmp_path)
    assert faults(problems) == []
    assert [line.name for line in library.help.value.shown()] == ["Dialled"]


@pytest.mark.parametrize("name", ["mkdocs.yml", "data/strings.en.yml"])
def test_nothing_can_be_built_without_what_every_page_shows(tmp_path, name):
    assert library_with(tmp_path, {}).ready
    (tmp_path / name).write_text("site_name: Harbor Clinic\n" if name == "mkdocs.yml" else "[]\n", "utf-8")
    library, problems = load_library(tmp_path, tmp_path / "mkdocs.yml", "en")
    assert not library.ready
    assert problems


def test_the_staff_settings_take_the_clinic_from_those_they_inherit(tmp_path):
    small_site(tmp_path)
    (tmp_path / "mkdocs.staff.yml").write_text("INHERIT: mkdocs.yml\nextra:\n  edition: staff\n", "utf-8")
    library, problems = load_library(tmp_path, tmp_path / "mkdocs.staff.yml", "en")
    assert faults(problems) == []
    assert library.clinic.value.name == "Harbor Clinic"
    assert library.clinic.at.path == "mkdocs.yml"


def test_another_language_needs_words_of_its_own(tmp_path):
    small_site(tmp_path)
    _, problems = load_library(tmp_path, tmp_path / "mkdocs.yml", "es")
    assert faults(problems) == [
        "mkdocs.yml:1:1: there are no words for the language “es”; write them as data/strings.es.yml"
    ]


def test_line_endings_and_the_mark_of_windows_editors_are_read(tmp_path):
    small_site(tmp_path)
    (tmp_path / "worksheets" / "windows.yml").write_bytes(b"\xef\xbb\xbf" + SHEET.replace("\n", "\r\n").encode())
    (tmp_path / "content" / "parts" / "windows.md").write_bytes(PAGE.replace("\n", "\r\n").encode())
    library, problems = read(tmp_path)
    assert faults(problems) == []
    assert "windows" in library.sheets
    assert "parts/windows.md" in library.pages


def test_an_entry_knows_its_place_in_its_file():
    tree, _ = read_yaml(
        File("data/glossary.yml", "- id: a\n  term: A\n  means: One.\n- id: b\n  term: B\n  means: Two.\n")
    )
    entry = read_list(Layers(tree), Term).value["b"]
    assert (entry.value.means, entry.at.path, entry.at.position(("means",))) == ("Two.", "data/glossary.yml", (6, 10))


def test_all_that_people_wrote_is_one_list(tmp_path):
    library, _ = read(small_site(tmp_path))
    assert [(source.noun, source.path, source.url, source.audience) for source in library.sources()] == [
        ("page", "index.md", "./", "client"),
        ("page", "parts/protectors.md", "parts/protectors/", "client"),
        ("sheet", "worksheets/valid.md", "worksheets/valid/", "client"),
    ]
    assert library.known_paths(public=True) == set(library.by_path)
