"""What worksheets and articles owe the reader of a hard or inward text."""

from pathlib import Path

import pytest

from psychoed.checks.care.articles import check_articles_care
from psychoed.checks.care.sheets import check_worksheets_care
from psychoed.library.load import load_library
from psychoed.words.subjects import on_tender_parts
from small_site import small_site

WHOLE = """  - type: checklist
    id: ready
    text: Before I begin
    options: [I can stop when I want to.]
  - type: pause
  - type: lines
    id: notice
    text: Which part is here?
    hint: Skip this if nothing comes.
  - type: lines
    id: close
    text: The ordinary thing I will do now
"""
PAUSE = "  - type: pause\n"


@pytest.fixture
def read(tmp_path: Path):
    def library(path: str, text: str, **lists: str):
        small_site(tmp_path)
        for name, entries in lists.items():
            (tmp_path / "data" / f"{name}.yml").write_text(entries, "utf-8")
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
        library, problems = load_library(tmp_path, tmp_path / "mkdocs.yml", "en")
        assert problems == []
        return library

    return library


@pytest.fixture
def rules_of_sheet(read):
    def found(blocks: str, phase: str = "parts", more: str = "", minutes: int = 10, **lists: str) -> list[str]:
        head = f"title: A sheet\nsummary: Words.\nphase: {phase}\nminutes: {minutes}\npages: 1\n{more}blocks:\n"
        return [problem.rule for problem in check_worksheets_care(read("worksheets/sheet.yml", head + blocks, **lists))]

    return found


@pytest.mark.parametrize("phase", ["parts", "self", "integration", "kat-preparation"])
def test_a_whole_sheet_has_everything(rules_of_sheet, phase):
    assert rules_of_sheet(WHOLE, phase, minutes=25) == []


@pytest.mark.parametrize("phase", ["parts", "self", "integration", "kat-day"])
def test_inner_work_has_a_stop_rule(rules_of_sheet, phase):
    assert rules_of_sheet(WHOLE.replace(PAUSE, "").replace("Which part", "Which part of me"), phase) == ["stop-rule"]


def test_a_sheet_for_plans_needs_no_stop_rule(rules_of_sheet):
    blocks = "  - type: lines\n    id: ride\n    text: Who takes me home? Then tea.\n"
    assert rules_of_sheet(blocks, "kat-preparation") == []


def test_each_piece_is_missed(rules_of_sheet):
    assert rules_of_sheet(WHOLE.replace("Skip this if nothing comes.", "Words.").replace("can stop", "can go")) == [
        "way-out"
    ]
    without_gate = WHOLE.replace("Before I begin", "First").replace("I can stop when I want to.", "I have a pen.")
    assert rules_of_sheet(without_gate) == ["gate"]
    assert rules_of_sheet(without_gate, "integration", minutes=14) == []
    assert rules_of_sheet(without_gate, "integration", minutes=15) == ["gate"]
    assert rules_of_sheet(WHOLE.replace("The ordinary thing I will do now", "My score")) == ["ordinary-end"]


@pytest.mark.parametrize("more", ["audience: clinician\n", "use: in-session\n"])
def test_sheets_for_the_room_are_the_clinicians_care(rules_of_sheet, more):
    assert rules_of_sheet("  - type: lines\n    id: a\n    text: Which part of me is here?\n", more=more) == []


@pytest.fixture
def rules_of_page(read):
    def found(text: str, group: str = "parts", more: str = "", path: str = "parts/page.md") -> list[str]:
        front = f"title: A page\nsummary: Words.\nmain_message: Words.\naudience: client\ngroup: {group}\n{more}"
        return [
            problem.rule for problem in check_articles_care(read(f"content/{path}", f"---\n{front}---\n\n{text}\n"))
        ]

    return found


@pytest.mark.parametrize(
    "text",
    [
        "Thoughts of suicide can come.",
        "It may have been self-harm.",
        "Some want to hurt themselves.",
        "She was abused as a child.",
        "You may have an eating disorder.",
        "A session can be frightening.",
        "Flashbacks may come.",
    ],
)
def test_hard_topics_have_a_note(rules_of_page, text):
    assert rules_of_page(text) == ["content-note"]
    assert rules_of_page(text, more="content_note: It names hard things.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "**Stop if you feel unreal, have a flashback, or want to hurt yourself.** Look around.",
        "You can eat what you like.",
        "Cut the page along the line.",
        "He abandoned the plan. Keep the cup clean.",
    ],
)
def test_other_words_need_no_note(rules_of_page, text):
    assert rules_of_page(text) == []


@pytest.mark.parametrize(
    "exercise", ["1. Notice one part.\n2. Greet it.", "Ask inside, and wait.", "Close your eyes, or not."]
)
def test_an_exercise_says_when_to_stop(rules_of_page, exercise):
    assert rules_of_page(exercise) == ["stop-rule"]
    assert rules_of_page(exercise, group="kat-after") == []
    assert rules_of_page(f"{exercise}\n\n**Stop if you feel unreal.**") == []
    assert rules_of_page(f"{exercise}\n\n[Pause](../help/pause-and-ground.md)") == []
    assert rules_of_page(exercise, more="related: [help/pause-and-ground.md]\n") == []


def test_a_page_on_a_session_says_that_one_may_say_no(rules_of_page):
    assert rules_of_page("Bring a friend.", group="kat-before") == ["rights"]
    assert rules_of_page("You can say no, or not today.", group="kat-before") == []
    assert rules_of_page("Bring a friend.", group="kat-after") == []


def test_pages_for_the_session_quote_the_clinic(rules_of_page):
    page = {"group": "kat-after", "path": "kat/first-24-hours.md"}
    assert rules_of_page("Rest.", **page) == ["clinic-rules"] * 3
    quoted = "{{ clinic.driving_rule }} {{ clinic.companion_rule }} {{ clinic.on_call }}"
    assert rules_of_page(quoted, **page) == []


def test_tender_parts_bring_help_lines_to_the_top(read):
    front = "---\ntitle: A page\nsummary: Words.\nmain_message: Words.\naudience: client\ngroup: parts\n---\n\n"
    for text, expected in (("Tender parts wait.", True), ("Be tender with it.", False)):
        library = read("content/parts/page.md", front + text)
        assert on_tender_parts(library.pages["parts/page.md"], library.care) is expected


PLAN = "  - type: lines\n    id: plan\n    text: What is on the list for today?\n"


def test_a_sheet_of_no_phase_owes_what_its_words_ask_for(rules_of_sheet):
    assert rules_of_sheet(PLAN, "general") == []
    assert rules_of_sheet(PLAN.replace("for today", "of the part of me that worries"), "general") == [
        "stop-rule",
        "way-out",
    ]


def test_a_phase_and_a_topic_of_the_clinics_own_ask_for_care(rules_of_sheet):
    own = {"phases": "- {id: tide, title: Tide, asks_for: [gate]}\n"}
    own |= {"topics": "- {id: grief, title: Grief, asks_for: [stop-rule]}\n"}
    assert rules_of_sheet(PLAN, "tide", **own) == ["gate"]
    assert rules_of_sheet(PLAN, "tide", more="topics: [grief]\n", **own) == ["stop-rule", "gate"]
