"""Which sentences are health claims: the project's own list finds them, and leaves everyday words alone."""

from pathlib import Path

import pytest

from psychoed.checks.care.claims import check_claims
from psychoed.library.load import load_library
from small_site import small_site

FRONT = "---\ntitle: A page\nsummary: Words.\nmain_message: Words.\naudience: client\ngroup: help\n---\n\n"


@pytest.fixture
def rules_at(tmp_path: Path):
    """The rules that an article with this text breaks, with line and column."""

    def found(text: str) -> list[tuple[str, int, int]]:
        small_site(tmp_path)
        (tmp_path / "content" / "parts" / "page.md").write_text(FRONT + text, "utf-8")
        library, problems = load_library(tmp_path, tmp_path / "mkdocs.yml", "en")
        assert problems == []
        return [(problem.rule, problem.line, problem.column) for problem in check_claims(library)]

    return found


@pytest.mark.parametrize(
    "claim",
    [
        "Early research on parts work is hopeful.",
        "In one trial, half of them felt lighter.",
        "Two studies found no difference.",
        "It was tried with 30 of 100 people.",
        "About 40% slept longer.",
        "Music improves sleep.",
        "A walk reduces worry.",
        "It brings relief from pain.",
        "It relieves pain.",
        "Talk therapy is effective.",
        "They treat depression with light.",
        "A treatment for panic takes weeks.",
        "There is a risk of falls.",
        "A side effect can be dizziness.",
        "Ketamine is safe in a clinic.",
        "It is a safe drug.",
        "It is approved for surgery.",
        "The FDA has not looked at it.",
        "Slow breathing works.",
        "This does not work for everyone.",
        "It changes the brain.",
        "A light box may help some people.",
        "It can lift mood for a day.",
    ],
)
def test_a_claim_without_a_source_is_found(rules_at, claim):
    assert [rule for rule, *_ in rules_at(claim)] == ["claim-source"]
    assert rules_at(f"{claim}[^S-SEEN2020]") == []


@pytest.mark.parametrize(
    "words",
    [
        "A part that works hard can rest.",
        "She works at night, and he works from home.",
        "Go to a safe place, and stay where you feel safe.",
        "Are you safe right now?",
        "If you are not safe enough to go on, stop.",
        "What are the risks of this?",
        "You can ask your prescriber about the risks.",
        "Bring a list, and ask which side effects to watch for.",
        "If a life is at risk, call us.",
        "It was a relief to sit down.",
        "Treat yourself kindly, or have a small treat.",
        "Treat each part as you would treat a guest.",
        "We found no study of the two together.",
        "We have not seen research that ranks them.",
        "It took some trial and error.",
        "This is not a brain scan.",
        "You do not need approval from anyone.",
        "Read more in [Rules and safety facts](protectors.md) about what is approved.",
        "Take what works for you.",
    ],
)
def test_everyday_words_are_no_claim(rules_at, words):
    assert rules_at(words) == []


def test_the_place_is_that_of_the_word(rules_at):
    assert rules_at("Take your time here.\n\nYou may stop. Then **music** improves sleep.") == [
        ("claim-source", 11, 30)
    ]


def test_a_source_in_another_paragraph_does_not_count(rules_at):
    assert len(rules_at("Music improves sleep.\n\nIt was read in a book.[^S-SEEN2020]")) == 1


@pytest.mark.parametrize(
    "text", ["## Music improves sleep", "```\nMusic improves sleep.\n```", "<!-- It improves sleep. -->"]
)
def test_headings_code_and_comments_claim_nothing(rules_at, text):
    assert rules_at(text) == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("The FDA warned in 2023.[^S-SEEN2020]", ["typed-fact"]),
        ("The FDA warned twice.[^S-SEEN2020]", []),
        ("A review in 2023 found little.[^S-SEEN2020]", []),
        ("Unlike most clinics, we listen.", ["no-selling"]),
        ("Other clinics have other rules, so go by these.", []),
        ("If the session feels like a last chance, tell us.", []),
        ("Places are limited.", ["no-selling"]),
    ],
)
def test_facts_of_regulators_are_not_typed_and_nothing_is_sold(rules_at, text, rules):
    assert [rule for rule, *_ in rules_at(text)] == rules


def test_pages_for_clinicians_may_speak_without_footnotes(tmp_path):
    small_site(tmp_path)
    staff = tmp_path / "content" / "staff" / "page.md"
    staff.parent.mkdir()
    staff.write_text(FRONT.replace("audience: client", "audience: clinician") + "Music improves sleep.", "utf-8")
    library, _ = load_library(tmp_path, tmp_path / "mkdocs.yml", "en")
    assert list(check_claims(library)) == []
