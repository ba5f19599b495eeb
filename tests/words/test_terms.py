"""Where words of the glossary are found in an article, and which of them its text explains itself."""

import pytest

from psychoed.model.lists import Term
from psychoed.words.terms import first_uses
from written import english

GLOSSARY = (
    Term(id="protector", term="Protector", also=("protectors",), means="A part that guards."),
    Term(id="part", term="Part", means="A side of you."),
    Term(id="self", term="Self-like part", means="A part that looks calm."),
    Term(id="cbt", term="Cognitive behavioral therapy (CBT)", means="A talk therapy."),
)
PHRASES = ("{term} means", "called {term}", "({term})")


def found(body: str) -> list[str]:
    """The words that would be marked, each with its id."""
    uses = first_uses(body, GLOSSARY, PHRASES, english().sentence_rules)
    return [f"{body[use.begin : use.end]}={use.term.id}" for use in uses]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("A protector, and a protector again.", ["protector=protector"]),
        ("Protectors work.", ["Protectors=protector"]),
        ("One.\n\n- two **protectors**\n- three", ["protectors=protector"]),
        ("A self-like part.", ["self-like part=self"]),
        ("A self-like\npart.", ["self-like\npart=self"]),
        ("Try CBT now.", ["CBT=cbt"]),
        ("Try cognitive behavioral therapy (CBT) now.", ["cognitive behavioral therapy (CBT)=cbt"]),
        ("It is cbt.", []),
        ("A department, part-time and counterpart.", []),
    ],
)
def test_the_first_use_of_each_term_is_found_in_any_of_its_forms(body, words):
    assert found(body) == words


@pytest.mark.parametrize(
    "elsewhere",
    [
        "## A protector",
        "See [your protector](a.md) here.",
        "See [your protector][a] here.\n\n[a]: a.md",
        "See [protector][] here.\n\n[protector]: a.md",
        'You say "my protector" then.',
        "You say “my protector” then.",
        "> A protector speaks.",
        "| Protector |\n| --- |\n| protector |",
        "Write `protector` there.",
        "    protector",
        "<!-- protector -->",
        'A <span title="x">protector</span> there.',
        "It is said.[^S-PROTECTOR]\n\n[^S-PROTECTOR]: protector",
    ],
)
def test_only_running_text_is_marked(elsewhere):
    assert found(elsewhere) == []
    assert found(f"{elsewhere}\n\nThe protector rests.") == ["protector=protector"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Protector means a guard.",
        "It is called protector.",
        "It guards (protector).",
        "**Protector** means[^S-A] a guard.",
        "It is\ncalled **protector**, which is a word.",
    ],
)
def test_a_term_that_the_text_explains_is_not_marked_at_all(sentence):
    assert found(sentence) == []
    assert found(f"My protector rests. {sentence} The protector wakes.") == []


def test_what_somebody_says_is_marked_where_no_quotation_marks_are_known():
    rules = english().sentence_rules.model_copy(update={"quotations": None})
    for known in (rules, None):
        assert [use.term.id for use in first_uses("You say “my protector” then.", GLOSSARY, PHRASES, known)] == [
            "protector"
        ]


def test_a_sentence_explains_only_its_own_words():
    assert found("Some protectors rest. Part means a side.") == ["protectors=protector"]
    assert found("It has a name. The part is called. Protector.") == ["part=part", "Protector=protector"]
