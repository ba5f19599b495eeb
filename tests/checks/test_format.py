"""How a text is set: headings, lengths, shouting, empty link words, and what must be quoted instead of typed."""

import pytest

from psychoed.checks.writing.headings import check_headings
from psychoed.checks.writing.lengths import check_lengths
from psychoed.checks.writing.quote_not_type import check_typed_details
from psychoed.checks.writing.shouting import check_shouting
from psychoed.model.clinic import Clinic
from psychoed.model.lists import CountryHelp, Term
from written import entry, library, page, sheet

RULE = "Words."
CLINIC = Clinic(
    name="Harbor Clinic", phone="020 7946 0123", hours="weekdays", after_hours=RULE, country="US", paper="letter",
    food_rule=RULE, drink_rule=RULE, medicine_rule=RULE, driving_rule=RULE, companion_rule=RULE, decision_rule=RULE,
    visit_rule=RULE,
    on_call=RULE,
)  # fmt: skip
WAYS = [{"say": "Call 988", "href": "tel:988"}, {"say": "Text HOME to 741741", "href": "sms:741741"}]
HELP = CountryHelp.model_validate(
    {
        "country": "United States",
        "emergency": "911",
        "lines": [{"name": "988 Lifeline", "ways": WAYS, "note": "day and night", "mark": "seen", "enabled": True}],
    }
)
GLOSSARY = {"fda": entry(Term(id="fda", term="FDA", means="An agency."))}


def found(*written) -> list[tuple[str, int, int]]:
    whole = library(*written, clinic=entry(CLINIC), help=entry(HELP), glossary=GLOSSARY)
    problems = [
        one for check in (check_headings, check_lengths, check_shouting, check_typed_details) for one in check(whole)
    ]
    return [(one.rule, one.line, one.column) for one in problems]


def rules_in(*written) -> list[str]:
    return [rule for rule, _, _ in found(*written)]


def words(count: int) -> str:
    return " ".join(["Word", *["word"] * (count - 1)])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# Top\n\nWords.", [("heading-title", 8, 1)]),
        ("Top\n===\n\nWords.", [("heading-title", 8, 1)]),
        ("### Too deep\n\nWords.", [("heading-order", 8, 1)]),
        ("## One\n\nWords.\n\n#### Two\n\nWords.", [("heading-order", 12, 1)]),
        ("## One\n\n## Two\n\nWords.", [("heading-empty", 8, 1)]),
        ("Words.\n\n## One", [("heading-empty", 10, 1)]),
        ("##\n\nWords.", [("heading-empty", 8, 1)]),
        ("## One\n\n### Two\n\nWords.\n\n## Three\n\nWords.", []),
        ("Words.\n\n```\n# no heading\n```", []),
    ],
)
def test_headings(body, expected):
    assert found(page(body)) == expected


def test_a_long_stretch_without_a_heading_is_named_once():
    paragraphs = "\n\n".join([f"{words(20)}. {words(20)}."] * 6)
    assert found(page(paragraphs)) == [("heading-gap", 14, 1)]
    assert found(page(paragraphs.replace("\n\n", "\n\n## A heading\n\n"))) == []
    assert found(page(paragraphs, "staff/wrong.md", audience="staff")) == []


def test_lengths_at_their_edges():
    assert found(page(f"{words(22)}.")) == []
    assert found(page(f"Short. {words(23)}.[^S-SEEN2020]")) == [("sentence-ease", 8, 8)]
    assert found(page(f"Short. {words(30)}.")) == [("sentence-ease", 8, 8)]
    assert found(page(f"Short. {words(31)}.[^S-SEEN2020]")) == [("sentence-length", 8, 8)]
    assert found(page(f"- {words(20)}")) == []
    assert found(page(f"- {words(21)}")) == [("item-length", 8, 1)]
    assert found(page(RULE, summary=words(22))) == []
    assert rules_in(page(RULE, summary=words(31))) == ["sentence-length", "summary-length"]


def test_a_paragraph_of_six_sentences_is_long_unless_they_are_very_short():
    assert found(page("One. Two. Three. Four. Five. Six.")) == []
    assert found(page(" ".join([f"Then {words(12)}."] * 6))) == [("paragraph-length", 8, 1)]
    assert found(page(" ".join([f"Then {words(12)}."] * 5))) == []


def test_initials_and_abbreviations_end_no_sentence():
    assert rules_in(page(f"{words(13)} by Richard C. Schwartz and Dr. Jones {words(13)}.")) == ["sentence-length"]
    assert rules_in(page(f"{words(15)} with a capital S. Then {words(21)}.")) == []


def test_lengths_are_for_what_clients_read():
    assert found(page(f"{words(31)}.", "staff/wrong.md", audience="staff")) == []
    text = "  - type: text\n    text: Words."
    assert found(sheet(text, clinician_note=f"{words(31)}.")) == []


def test_entries_of_a_list_and_broken_lines_end_a_sentence():
    rows = "".join(f"        - {words(12)}\n" for _ in range(3))
    assert found(sheet(f"  - type: text\n    text: |\n        Bring these\n\n{rows}")) == []
    assert found(page(f"{words(15)}  \n{words(15)}\\\n{words(15)}")) == []
    assert rules_in(page(f"{words(16)}\n{words(16)}")) == ["sentence-length"]


def test_lengths_in_a_sheet():
    block = "  - type: checklist\n    id: one\n    text: Now\n    options:\n      - "
    assert found(sheet(f"{block}{words(21)}")) == [("item-length", 11, 9)]
    assert rules_in(sheet(f"  - type: text\n    text: {words(31)}.")) == ["sentence-length"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("You must STOP now.", [("all-caps", 8, 10)]),
        ("DO NOT GO there.", [("all-caps", 8, 1)]),
        ("## STOP\n\nWords.", [("all-caps", 8, 4)]),
        ("The FDA, the US, Schedule III and PDFs.", []),
        ("Internal Family Systems (IFS) is a model. IFS has parts.", []),
        ("A thing to do (STOP).", [("all-caps", 8, 16)]),
        ("Post-traumatic stress disorder (PTSD).", []),
        ("I am a part, and A is a letter.", []),
        ("The ABCD is. The ABCD was.", [("short-form", 8, 5)]),
        (
            "Anne Bell, LCSW, QQZ, Li Wu, MD, and Bo Ek, DO, see people with OCD or ADHD. We take BCBS, QQX or an HMO.",
            [],
        ),
        ("You can DO it.", [("all-caps", 8, 9)]),
        ("PLEASE READ THE FAQ. We have a FAQ.", [("all-caps", 8, 1)]),
        ("His mail said: “CALL ME NOW!” Then he rang.", []),
        ("We swim on Tuesdays. You can SWIM too.", [("all-caps", 8, 30)]),
        ("Our GETTOGETHER is on Friday.", [("all-caps", 8, 5)]),
        ("Well done!", [("exclamation", 8, 10)]),
        ("![A door](a.png) Words.", []),
        ("Well done \u2764", [("emoji", 8, 11)]),
        ("Well done \U0001f600", [("emoji", 8, 11)]),
        ("Tick it \u2713 or \u2714.", []),
    ],
)
def test_shouting(body, expected):
    assert found(page(body)) == expected


def test_emoji_are_no_fault_in_what_staff_read():
    assert found(page("Well \u2764.", "staff/wrong.md", audience="staff")) == []


@pytest.mark.parametrize(
    "link",
    ["[here](a.md)", "[Click here](a.md)", "[**Read more** …](a.md)", "[this page][one]", '<a href="a">More</a>'],
)
def test_link_words_that_say_nothing(link):
    assert found(page(f"See {link}.")) == [("link-says-nothing", 8, 5)]


@pytest.mark.parametrize(
    "link", ["[https://example.org](https://example.org)", "[www.example.org](https://example.org)"]
)
def test_an_address_is_no_link_words(link):
    assert rules_in(page(f"See {link}.")) == ["link-says-nothing"]


@pytest.mark.parametrize(
    "link", ["[More about protectors](a.md)", "`[here](a.md)`", "[Here and now](a.md)", "![here](a.png)"]
)
def test_link_words_that_say_something(link):
    assert found(page(f"See {link}.")) == []


@pytest.mark.parametrize(
    "number",
    [
        "1-800-662-4357", "(415) 555-0142", "+44 20 7946 0123", "116 123 116", "0800 543 354", "555.010.0142",
        "1-800-GET-HELP", "8005550142", "020 7946 0123", "911", "988", "741741",
    ],
)  # fmt: skip
def test_a_typed_number_is_found(number):
    assert found(page(f"Reach {number}.")) == [("typed-phone", 8, 7)]


@pytest.mark.parametrize(
    "words",
    [
        "call 112",
        "now: Call 112",
        "dial 999 now",
        "text HOME to 50808",
        "text us at 50808",
        "[us](tel:+15550142)",
        '<a href="sms:988">us</a>',
    ],
)
def test_a_number_to_call_is_found(words):
    assert rules_in(page(f"You can {words}.")) == ["typed-phone"]


@pytest.mark.parametrize(
    "words",
    [
        "on 2026-11-23", "from 2019 - 2022", "1,200,000 people", "ISBN 978-1-4625-4147-8", "0 1 2 3 4 5 6 7 8 9 10",
        "988 people", "911 of 1000", "version 1.2.3.4.5.6.7", "doi:10.1176/appi.ajp.2020.20101479", "NCT01234567",
        "{{ help.primary }}", "55 of 100 people", "call 3 people", "call in 100 days", "call 100 people",
        "in 2023. 403 joined", "in 2023 403 joined",
    ],
)  # fmt: skip
def test_other_numbers_are_no_fault(words):
    assert found(page(f"It says {words}.")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not eat for eight hours before.", "Stop drinking 2 hours before.", "Have no food after midnight.",
        "You may drive again after 24 hours.", "Take no medicine for twenty-four hours.", "Drink nothing after 6 am.",
        "Water is fine until two to three hours before.",
    ],
)  # fmt: skip
def test_the_hours_of_the_clinic_are_quoted(sentence):
    assert found(page(f"Words. {sentence}", group="kat-before")) == [("typed-hours", 8, 8)]
    assert found(page(f"Words. {sentence}")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "{{ clinic.food_rule }}",
        "Rest for two hours.",
        "When did you last eat?",
        "Drink some water.",
        "Do not drive today.",
    ],
)
def test_what_names_no_hour_of_a_rule_passes(sentence):
    assert found(page(sentence, group="kat-before")) == []
