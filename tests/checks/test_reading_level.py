"""Syllables of known words, the grade of known sentences, and who may read what."""

import pytest

from psychoed.checks.writing.reading_level import check_reading_level, counted_sentences
from psychoed.model.belonging import Phase
from psychoed.model.reading_grades import Grades, ReadingGrades
from psychoed.words.syllables import counter, grade
from psychoed.words.texts import texts_of
from written import english, entry, library, page, sheet

KNOWN = {
    1: "a I you eyes eye make makes whole rules help helped called stayed walked times hope see feel through thought "
    "breath breathe friend toes shoes soul used change reach dream leave 988",
    2: "table little apples simple safely someone something people being quiet science client create poem fluid "
    "hopeful movement lonely needed changes wishes rhythm didn't beyond lifeline safety evening patient patience maybe",
    3: "ketamine therapy protector suicide area idea violent period easier curious medicine usual actual memory "
    "anyone everything reaction behavior serious previous together",
    4: "anxiety experience dissociate intuitive situation appreciate medication ability information february "
    "anesthesia ideation terrifying entirely",
    5: "dissociation association appreciation personality imagination",
    6: "responsibility vulnerability",
}
PLAIN = "You can stop. You can rest for a while. Then look at the room, and name five things you see. " * 3
MIDDLING = (
    "Many people notice uncomfortable feelings for a day. Some people talk about it with somebody they trust. " * 4
)
HARD = (
    "Pharmacological interventions administered intravenously necessitate comprehensive preparation. "
    "Contemporary investigations demonstrate considerable heterogeneity. "
)
RULES = english().syllable_rules
SYLLABLES = counter(RULES)


@pytest.mark.parametrize(("word", "count"), [(word, count) for count, words in KNOWN.items() for word in words.split()])
def test_syllables_of_known_words(word, count):
    assert SYLLABLES(word) == count
    assert SYLLABLES(word.capitalize()) == count


def test_the_grade_is_that_of_flesch_and_kincaid():
    assert grade(6, 1, 6, RULES.formula) == pytest.approx(-1.45)
    assert grade(100, 5, 150, RULES.formula) == pytest.approx(9.91)


def sentences(body: str) -> list[tuple[int, int]]:
    text = next(texts_of(page(body), library()))
    found = counted_sentences(text, english().sentence_rules, RULES, SYLLABLES)
    return [(one.words, one.syllables) for one in found if one.at.line > 7]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The cat sat on the mat.", [(6, 6)]),
        ("The cat[^S-SEEN2020] sat **on** [the mat](../category.md).[^S-SEEN2020]", [(6, 6)]),
        ("The cat sat near {{ clinic.companion_rule }} the mat.", [(6, 6)]),
        ("The cat, says Richard Schwartz, sat on the mat.", [(7, 7)]),
        ("The cat sat on the mat (NICE).", [(6, 6)]),
        ("Then I sat on the mat.", [(6, 6)]),
        ("## The cat sat on the mat.", []),
        ("| The cat sat on the mat. |\n|---|", []),
        ("- a mat", []),
        ("- The cat sat on the mat", [(6, 6)]),
        ("The cat sat. The mat lay there.", [(3, 3), (4, 4)]),
    ],
)
def test_what_counts(body, expected):
    assert sentences(body) == expected


def levels(*written, **more) -> list[tuple[str, int]]:
    return [(one.rule, one.line) for one in check_reading_level(library(*written, **more))]


def test_a_page_for_clients_has_a_target_and_a_limit():
    assert levels(page(PLAIN)) == []
    assert levels(page(f"## A heading\n\n{MIDDLING}")) == [("reading-target", 8)]
    assert levels(page(HARD * 4)) == [("reading-limit", 8)]


def test_the_settings_say_how_hard_a_text_may_be():
    loose = ReadingGrades(article=Grades(target=20, limit=20))
    strict = ReadingGrades(article=Grades(target=1, limit=2))
    assert levels(page(MIDDLING), reading=loose) == []
    assert levels(page(MIDDLING), reading=strict) == [("reading-limit", 8)]


def test_a_sheet_is_judged_by_its_own_grades():
    text = f"  - type: text\n    text: {MIDDLING}"
    assert levels(sheet(text)) == [("reading-limit", 1)]
    assert levels(page(MIDDLING)) == [("reading-target", 8)]


def test_what_staff_and_clinicians_read_gets_advice():
    note = sheet("  - type: text\n    text: Words.", clinician_note=HARD * 4)
    assert levels(note) == [("reading-others", 6)]
    assert levels(page(HARD * 4, "staff/wrong.md", audience="staff")) == [("reading-others", 8)]
    assert levels(page(MIDDLING, "staff/wrong.md", audience="clinician")) == []


def test_a_short_text_has_no_grade():
    assert levels(page(HARD)) == []


def test_a_language_that_nobody_has_described_has_no_grade():
    assert levels(page(HARD * 4), sentence_rules=None) == []
    assert levels(page(HARD * 4), syllable_rules=None) == []


def test_the_three_hardest_sentences_are_named_by_line():
    body = (
        f"{PLAIN}\n\n{HARD}\n\n{PLAIN}\n\nNeurophysiological considerations notwithstanding, deliberations continued."
    )
    strict = ReadingGrades(article=Grades(target=1, limit=3))
    (one,) = check_reading_level(library(page(body), reading=strict))
    assert one.what == "the text reads at grade 4, above the limit of 3"
    assert one.instead == (
        "make these shorter or plainer: line 10 “Pharmacological interventions administered intravenously necessitate "
        "comprehensive…”, line 10 “Contemporary investigations demonstrate considerable heterogeneity.”, "
        "line 14 “Neurophysiological considerations notwithstanding, deliberations continued.”"
    )


def test_a_phase_may_say_how_hard_its_sheets_may_be():
    grades = Grades(target=2, limit=3)
    phases = {"tide": entry(Phase(id="tide", title="Tide", reading=grades))}
    hard = '  - type: text\n    text: "' + "The gentle movement of every river remains comfortable today. " * 6 + '"'
    found = [one.what for one in check_reading_level(library(sheet(hard, phase="tide"), phases=phases))]
    assert [what.partition(", ")[2] for what in found] == ["above the limit of 3"]
