"""A clinic without ketamine sessions, whose lists and settings lie over the package's: no line of it is on ketamine."""

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest

from fixture import FIXTURE, PROJECT
from sites import built, parsed

ON_KETAMINE = re.compile(r"ketamin|\bKA[TP]\b|spravato|\bkat[-/]", re.IGNORECASE)
NO_TEXT = {".woff2", ".png", ".webp", ".gz"}


def folder_of_clinic(to: Path) -> Path:
    """Write what the clinic itself has; all else is the project's, as if it were a package."""
    shutil.copytree(FIXTURE / "cbt-clinic", to, dirs_exist_ok=True)
    settings = (to / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("hooks/events.py", str(PROJECT / "hooks" / "events.py"))
    (to / "mkdocs.yml").write_text(
        settings.replace("custom_dir: overrides", f"custom_dir: {PROJECT / 'overrides'}"), "utf-8"
    )
    return to


@pytest.fixture(scope="module")
def sites(tmp_path_factory) -> list[Path]:
    root = folder_of_clinic(tmp_path_factory.mktemp("cbt"))
    builds = [built(root, "--strict"), built(root, "--strict", "-f", "mkdocs.staff.yml")]
    assert [build.output for build in builds if build.code] == []
    return [build.site for build in builds]


def text_of(file: Path) -> str:
    if file.suffix != ".pdf":
        return file.read_text("utf-8")
    with pypdfium2.PdfDocument(file) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def test_nothing_is_on_ketamine(sites):
    files = [file for site in sites for file in site.rglob("*") if file.is_file() and file.suffix not in NO_TEXT]
    assert len([file for file in files if file.suffix == ".pdf"]) > 40
    found = {str(file): found[0] for file in files if (found := ON_KETAMINE.search(text_of(file)))}
    assert found == {}


def test_the_glossary_holds_only_words_that_texts_use(sites):
    words = parsed(sites[0] / "glossary" / "index.html").xpath("//h3[starts-with(@id, 'word-')]/text()")
    assert "Dissociation" in words
    assert len(words) < 20


def test_what_waits_is_nowhere_and_its_links_are_words(sites):
    waiting = re.compile("lanternfish|nautilus|kelp|not-done-yet|still to come|worksheets/later", re.IGNORECASE)
    for site in sites:
        assert not [file for file in site.rglob("*") if waiting.search(file.relative_to(site).as_posix())]
        files = [file for file in site.rglob("*") if file.is_file() and file.suffix not in NO_TEXT]
        assert [str(file) for file in files if waiting.search(text_of(file))] == []
    article = parsed(sites[0] / "thoughts" / "a-thought-is-not-a-fact" / "index.html")
    assert {"another page", "a sheet"} <= {*article.xpath("//article//span/text()")}
    sheet = parsed(sites[0] / "worksheets" / "agreement" / "index.html")
    assert "the page on endings" in sheet.xpath("//form//span/text()")


def test_a_sheet_of_a_folder_has_the_address_of_its_name(sites):
    assert (sites[0] / "worksheets" / "worry-list" / "worry-list-a4.pdf").is_file()


def test_days_and_words_are_those_of_the_language(sites):
    page = sites[0] / "thoughts" / "a-thought-is-not-a-fact"
    said = "Reviewed by J. Smith, psychologist on 2 November 2026, next review due 2 November 2027"
    assert said in " ".join(text_of(page / "a-thought-is-not-a-fact-a4.pdf").split())
    letter = text_of(sites[0] / "worksheets" / "a-letter-to-keep" / "index.html")
    assert "five things of one colour" in letter


def test_a_sheet_of_no_phase_says_none_on_paper(sites):
    said = text_of(sites[0] / "worksheets" / "agreement" / "agreement-a4.pdf")
    assert "At any time" not in said
    assert "Grief and loss" in text_of(sites[0] / "worksheets" / "a-letter-to-keep" / "a-letter-to-keep-a4.pdf")


def test_the_clinics_own_pictures_and_colors_are_shown(sites):
    library = parsed(sites[0] / "worksheets" / "index.html")
    shelves = library.xpath("//section[@data-shelf]/@data-shelf")
    assert shelves == ["thoughts", "grief", "sleep", "general"]
    assert library.xpath("//section[@data-shelf='grief']/div[@class='shelf__name']/img/@src") == ["../assets/leaf.svg"]
    assert '[data-shelf="grief"]' in (sites[0] / "assets" / "css" / "clinic.css").read_text("utf-8")
    logos = library.xpath("//a[@class='bar__name']/img/@src")
    assert logos == ["../assets/leaf.svg", "../assets/pale-leaf.svg"]
