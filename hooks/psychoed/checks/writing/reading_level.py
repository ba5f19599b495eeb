"""How hard a text is to read: its grade by the formula of its language, beside the target and the limit of extra.reading."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from psychoed.checks.rules import Rule
from psychoed.checks.writing.lengths import first_words
from psychoed.library.library import Library
from psychoed.model.language import ReadingFormula, SentenceRules, SyllableRules
from psychoed.model.reading_grades import Grades, ReadingGrades
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.words.syllables import WORD, counter, grade
from psychoed.words.texts import ReaderText, texts

RULES = (
    Rule("reading-limit", "problem", "what clients read stays within the grade limit of extra.reading"),
    Rule("reading-target", "advice", "a text aims for the target of extra.reading"),
    Rule("reading-others", "advice", "what staff and clinicians read stays within their grade"),
)
LEAST_WORDS = 40
"""Below that many, a grade says little."""
HARDEST = 3


class CountedSentence(NamedTuple):
    """A sentence as it counts, and where it stands."""

    words: int
    syllables: int
    text: str
    at: Position

    def grade(self, formula: ReadingFormula) -> float:
        return grade(self.words, 1, self.syllables, formula)


def check_reading_level(library: Library) -> Iterator[Problem]:
    """Yield what is wrong with how hard texts are to read. A language whose sentences or syllables nobody has described
    has no grade."""
    if library.sentence_rules is None or library.syllable_rules is None:
        return
    formula, count = library.syllable_rules.formula, counter(library.syllable_rules)
    for text in texts(library):
        if text.place == "data":
            continue
        sentences = list(counted_sentences(text, library.sentence_rules, library.syllable_rules, count))
        words = sum(sentence.words for sentence in sentences)
        if words >= LEAST_WORDS:
            spoken = sum(sentence.syllables for sentence in sentences)
            found = round(grade(words, len(sentences), spoken, formula), 1)
            yield from too_hard(
                text, sorted(sentences, key=lambda one: one.grade(formula), reverse=True), found, library.reading
            )


def too_hard(
    text: ReaderText, sentences: list[CountedSentence], found: float, reading: ReadingGrades
) -> Iterator[Problem]:
    """Yield the Problem or the Advice of a text above its grade. `sentences`: the hardest first."""
    grades = grades_for(text, reading)
    if found <= grades.target:
        return
    over = found > grades.limit
    mark, name = (grades.limit, "limit") if over else (grades.target, "target")
    rule = "reading-target" if not over else "reading-limit" if text.audience == "client" else "reading-others"
    first = next((passage for passage in text.passages if passage.kind != "field"), text.passages[0])
    what = (
        f"{'the note' if text.place == 'note' else 'the text'} reads at grade {found:g}, above the {name} of {mark:g}"
    )
    yield problem_at(first.path, first.start, what, f"make these shorter or plainer: {hardest(sentences)}", rule)


def grades_for(text: ReaderText, reading: ReadingGrades) -> Grades:
    if text.grades:
        return text.grades
    if text.audience == "client":
        return reading.article if text.place == "page" else reading.worksheet
    return reading.staff if text.audience == "staff" else reading.clinician


def hardest(sentences: list[CountedSentence]) -> str:
    """Return the hardest sentences in the order in which they stand."""
    chosen = sentences[:HARDEST]
    return ", ".join(
        f"line {sentence.at.line} “{first_words(sentence.text)}”" for sentence in sorted(chosen, key=lambda one: one.at)
    )


def counted_sentences(
    text: ReaderText, rules: SentenceRules, syllables: SyllableRules, count: Callable[[str], int]
) -> Iterator[CountedSentence]:
    """Yield the sentences, without names; headings, tables and loose words are none."""
    for passage in text.passages:
        if passage.kind in ("heading", "table") or passage.keys[-1:] in (("title",), ("heading",)):
            continue
        for offset, sentence in passage.sentences(rules):
            words = WORD.findall(without_names(sentence, syllables))
            if len(words) >= (3 if re.search(r"[.?!…:][”’)]*$", sentence) else 5):
                yield CountedSentence(len(words), sum(map(count, words)), sentence, passage.at(offset))


def without_names(sentence: str, rules: SyllableRules) -> str:
    for pattern in rules.not_counted:
        sentence = pattern.sub(" ", sentence)
    return sentence
