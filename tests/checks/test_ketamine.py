"""Whatever names ketamine leads to the safety facts, and its template says what ketamine is approved for."""

from pathlib import Path

import pytest

from psychoed.checks.care.ketamine import check_ketamine
from psychoed.library.load import load_library
from psychoed.words.subjects import about_ketamine
from small_site import small_site

FRONT = "title: A page\nsummary: Words.\nmain_message: Words.\naudience: client\ngroup: help\n"
TOPIC = "template: topic.html\ntitle: A topic\nsummary: Words.\n"
SHEET = "title: A sheet\nsummary: Words.\nphase: clinic\nminutes: 5\npages: 1\n"
FACTS = "kat/rules-and-safety-facts.md"


@pytest.fixture
def library_of(tmp_path: Path):
    def read(files: dict[str, str]):
        small_site(tmp_path)
        for path, text in {f"content/{FACTS}": f"---\n{FRONT}---\n\nWords.", **files}.items():
            (tmp_path / path).parent.mkdir(exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        library, problems = load_library(tmp_path, tmp_path / "mkdocs.yml", "en")
        assert problems == []
        return library

    return read


@pytest.mark.parametrize(
    "words",
    [
        "Ask about ketamine.",
        "KAT is a short name.",
        "Spravato is a spray.",
        "It is Esketamine.",
    ],
)
def test_a_page_that_names_it_links_to_the_facts(library_of, words):
    def rules(text: str, front: str = FRONT) -> list[str]:
        library = library_of({"content/parts/page.md": f"---\n{front}---\n\n{text}\n"})
        return [problem.rule for problem in check_ketamine(library)]

    assert rules(words) == ["safety-facts"]
    assert rules(f"{words} [Facts](../{FACTS}#rules)") == []
    assert rules(words, f"{FRONT}related: [{FACTS}]\n") == []
    assert rules(f"{words} [Another page](protectors.md)") == ["safety-facts"]


@pytest.mark.parametrize("words", ["The kit is here.", "Kat is a friend.", "`ketamine`", "<!-- ketamine -->"])
def test_other_words_do_not_name_it(library_of, words):
    library = library_of({"content/parts/page.md": f"---\n{FRONT}---\n\n{words}\n"})
    assert list(check_ketamine(library)) == []
    assert not about_ketamine(library.pages["parts/page.md"], library)


def test_a_name_above_the_text_counts(library_of):
    front = FRONT.replace("summary: Words.", "summary: A first look at ketamine.")
    library = library_of({"content/parts/page.md": f"---\n{front}---\n\nWords.\n"})
    assert [(problem.line, problem.column) for problem in check_ketamine(library)] == [(3, 26)]


def test_a_sheet_names_it_where_clients_read(library_of):
    def rules(more: str, text: str = "Words.") -> list[str]:
        blocks = f"blocks:\n  - type: text\n    text: {text}\n"
        library = library_of({"worksheets/page.yml": f"{SHEET}{more}{blocks}"})
        return [problem.rule for problem in check_ketamine(library)]

    assert rules("clinician_note: For clients who take ketamine.\n") == []
    assert rules("", "Ketamine takes time.") == ["safety-facts"]
    assert rules("", f"Ketamine takes time. [More]({FACTS})") == []


def test_pages_of_its_topics_say_what_it_is_approved_for(library_of):
    library = library_of(
        {
            "content/kat/topic.md": f"---\n{TOPIC}phases: [kat-after]\n---\n\nWords.\n",
            "content/parts/topic.md": f"---\n{TOPIC}phases: [parts]\n---\n\nWords.\n",
            "content/kat/page.md": f"---\n{FRONT.replace('group: help', 'group: kat-after')}---\n\nWords.\n",
            "worksheets/sheet.yml": f"{SHEET.replace('clinic', 'kat-day')}blocks:\n  - type: text\n    text: Words.\n",
        }
    )
    about = {path for path, source in library.pages.items() if about_ketamine(source, library)}
    assert about == {"kat/topic.md", "kat/page.md"}
    assert [name for name, sheet in library.sheets.items() if about_ketamine(sheet, library)] == ["sheet"]
