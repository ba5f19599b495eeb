"""How strongly a claim may be said, by the label that the research allows."""

from pathlib import Path

import pytest

from psychoed.checks.care.evidence import check_evidence
from psychoed.library.load import load_library
from small_site import small_site

DEPRESSION = '"Ketamine for depression, short term": some'
PTSD = "Ketamine for PTSD: early"
PARTS = "Parts work together with ketamine: none-found"


@pytest.fixture
def rules_of(tmp_path: Path):
    def found(text: str, *labels: str) -> list[str]:
        small_site(tmp_path)
        evidence = "".join(f"  {label}\n" for label in labels)
        front = "title: A page\nsummary: Words.\nmain_message: Words.\naudience: client\ngroup: help\n"
        page = f"---\n{front}{'evidence:' if labels else ''}\n{evidence}---\n\n{text}\n"
        (tmp_path / "content" / "parts" / "page.md").write_text(page, "utf-8")
        library, problems = load_library(tmp_path, tmp_path / "mkdocs.yml", "en")
        assert problems == []
        return [problem.rule for problem in check_evidence(library)]

    return found


@pytest.mark.parametrize(
    ("label", "rules"),
    [
        ("Ketamine for depression: strong", ["evidence-ceiling"]),
        ("Ketamine for depression: some", []),
        ("Ketamine for depression: early", []),
        ("Ketamine for PTSD: some", ["evidence-ceiling"]),
        ("IFS for anxiety: some", ["evidence-ceiling"]),
        ("IFS together with ketamine: idea", ["evidence-ceiling"]),
        ("KAT for eating disorders: early", ["evidence-ceiling"]),
        ("KAT for eating disorders: idea", []),
        ("Therapy added to ketamine: some", ["evidence-ceiling"]),
        ("Ketamine and new connections in the brain: some", ["evidence-ceiling"]),
        ("A walk before bed: strong", []),
    ],
)
def test_no_label_is_above_the_ceiling_of_its_kind(rules_of, label, rules):
    assert rules_of("Words.", label) == rules


@pytest.mark.parametrize(
    ("text", "label", "rules"),
    [
        ("Ketamine may help some people with depression, for a time only.", DEPRESSION, []),
        ("Ketamine helps with depression, for a time only.", DEPRESSION, ["evidence-words"]),
        ("Ketamine is effective for depression, but not for long.", DEPRESSION, ["evidence-words"]),
        ("We do not know whether ketamine helps. Ask if ketamine helps with depression.", DEPRESSION, []),
        ("Ketamine may help with PTSD, and there are risks.", PTSD, ["evidence-words"]),
        ("Ketamine may help with PTSD. The trials were small and mixed.", PTSD, []),
        ("In one trial, PTSD eased after ketamine, but not for long.", PTSD, []),
        ("Parts work deepens what ketamine does.", PARTS, ["evidence-words"]),
        ("We found no study of parts work with ketamine.", PARTS, []),
        ("The house rewires itself, and depression is heavy.", DEPRESSION, []),
    ],
)
def test_words_fit_the_label(rules_of, text, label, rules):
    assert rules_of(text, label) == rules


def test_the_ceiling_holds_where_a_page_has_no_label(rules_of):
    assert rules_of("Ketamine helps with depression, for a time only.") == ["evidence-words", "evidence-label"]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("## Gains\n\nMusic can ease pain.\n\n## Losses\n\nThe gain is small.", ["benefit-limit"]),
        ("## Gains\n\nMusic can ease pain, but not for long.", []),
        ("## Exiles\n\nExiles hold pain.", ["model-frame"]),
        ("## Exiles\n\nIFS suggests that exiles hold pain.", []),
        ("## Steps\n\nSelf is a place in you. Self leads.", ["model-frame"]),
        ("## Steps\n\nDo it by your self. Every part of town is busy.", []),
    ],
)
def test_a_section_says_the_other_side_and_whose_idea_it_is(rules_of, text, rules):
    assert rules_of(text) == rules
