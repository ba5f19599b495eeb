"""The phrases of data/en/wording.yml: each example sentence, where it stands, and whom it is for."""

import pytest

from psychoed.checks.registry import rules_of
from psychoed.checks.writing.wording import as_patterns_expect, check_wording
from written import library, page, sheet, wording

RULES = wording()
EXAMPLES = [(rule, sentence) for rule in RULES for sentence in rule.catches]
PASSING = [(rule, sentence) for rule in RULES for sentence in rule.passes]


def found(*written) -> list[tuple[str, int, int]]:
    return [(one.rule, one.line, one.column) for one in check_wording(library(*written, wording=RULES))]


def rules_in(*written) -> set[str]:
    return {rule for rule, _, _ in found(*written)}


def test_the_list_is_whole():
    assert len(RULES) == 60
    levels = {rule.id: rule.level for rule in rules_of(library(wording=RULES))}
    assert levels.items() >= {rule.id: rule.level for rule in RULES}.items()


@pytest.mark.parametrize(("rule", "sentence"), EXAMPLES, ids=lambda one: getattr(one, "id", None))
def test_each_example_is_caught_in_an_article_and_in_a_sheet(rule, sentence):
    body = f"Ketamine is named.\n\n{sentence}"
    assert rule.id in rules_in(page(body))
    assert rule.id in rules_in(sheet(f"  - type: text\n    text: |\n      Ketamine.\n\n      {sentence}"))


@pytest.mark.parametrize(("rule", "sentence"), PASSING, ids=lambda one: getattr(one, "id", None))
def test_each_sentence_that_is_right_passes(rule, sentence):
    assert rule.id not in rules_in(page(f"Ketamine is named.\n\n{sentence}"))


def test_a_phrase_is_placed_at_its_first_letter():
    assert found(page("Some words.\n\nThey say that he **committed\nsuicide** then.[^S-SEEN2020]")) == [
        ("sui-commit", 10, 20)
    ]
    assert found(page("Words.", summary="The mentally ill.")) == [("stig-mentallyill", 3, 14)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He committed\nsuicide.",
        "He **committed** suicide.",
        "He [committed](../a.md) suicide.",
        "He committed&nbsp;suicide.",
        "He commit\u00adted suicide.",
        "- He COMMITTED suicide.",
        "| a | b |\n|---|---|\n| He committed suicide | c |",
        "![He committed suicide](a.png)",
        "1. First\n\n    He committed suicide.",
        "> He committed suicide.",
        "Committed suicide\n-----------------",
    ],
)
def test_markup_hides_no_phrase(sentence):
    assert rules_in(page(sentence)) == {"sui-commit"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Not `committed suicide`.",
        "```\ncommitted suicide\n```",
        "<!-- committed suicide -->",
        "He committed suicide, says the old text.\n{: .quote}",
        "> He committed suicide.\n> {: .quote }",
        "[words](committed-suicide.md)",
        "[^S-SEEN2020]: committed suicide",
    ],
)
def test_what_is_no_text_of_ours_is_left_alone(sentence):
    assert rules_in(page(sentence)) == set()


@pytest.mark.parametrize("sentence", ["Don’t stop your meds.", "It is **not a** cure.", "There is no\ncure."])
def test_what_stands_before_a_phrase_counts_through_markup(sentence):
    assert rules_in(page(sentence)) == set()


def test_rules_for_clients_leave_clinicians_alone():
    assert rules_in(page("Just relax.")) == {"tone-just"}
    assert rules_in(page("Just relax.", "staff/wrong.md", audience="clinician")) == set()
    assert rules_in(page("He was a victim of trauma.", "staff/wrong.md", audience="staff")) == {"stig-victim"}


def test_the_note_of_a_sheet_is_for_clinicians():
    text = "  - type: text\n    text: Words."
    assert rules_in(sheet(text, clinician_note="Just relax.")) == set()
    assert rules_in(sheet(text, clinician_note="A resistant client.")) == {"stig-compliance"}


def test_rules_on_ketamine_need_ketamine():
    assert rules_in(page("You may have at-home sessions.")) == set()
    assert rules_in(page("You may have at-home sessions.", group="kat-after")) == {"kat-home"}
    assert rules_in(page("You may have at-home sessions.\n\n## Ketamine\n\nWords.")) == {"kat-home"}
    text = "  - type: text\n    text: You may have at-home sessions."
    assert rules_in(sheet(text)) == set()
    assert rules_in(sheet(text, phase="kat-day")) == {"kat-home"}


def test_keys_and_ids_of_a_sheet_are_not_its_words():
    block = "  - type: lines\n    id: cure\n    text: What now?"
    assert rules_in(sheet(block)) == set()
    assert rules_in(sheet(block + "\n    hint: It is a cure.")) == {"claim-cure"}


@pytest.mark.parametrize(
    "body",
    [
        "It is off-label, which means for something it was not approved for. Off-label use is lawful.",
        "You may feel far away (dissociation).",
        "## Off-label use\n\nThis is called off-label: used for something else.",
    ],
)
def test_a_term_that_is_explained_at_once_may_be_used(body):
    assert rules_in(page(body)) == set()


def test_only_the_first_use_of_each_term_is_named():
    body = "It is off-label. It is off-label again. Dissociation may come. It is dissociative."
    assert found(page(body)) == [("plain-define", 8, 7), ("plain-define", 8, 41)]


def test_offsets_stay_true():
    words, offsets = as_patterns_expect("a  b\u00ad\nc’s")
    assert words == "a b c's"
    assert [("a  b\u00ad\nc’s")[offset] for offset in offsets] == ["a", " ", "b", "\n", "c", "’", "s"]


@pytest.mark.parametrize("said", ["I am insane.", "My part is a bad part.", "You must forgive.", "Snap out of it."])
def test_what_somebody_says_is_theirs(said):
    assert len(found(page(said))) == 1
    assert found(page(f"A thought may be: “{said}” It passes.")) == []


def test_a_promise_in_quotation_marks_is_still_one():
    assert rules_in(page("“It is a miracle,” says one of our clients.")) == {"claim-hype"}
