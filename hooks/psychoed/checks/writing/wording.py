"""The phrases of data/<language>/wording.yml, in all that anybody reads."""

import re
from collections.abc import Iterator
from functools import lru_cache

from psychoed.library.library import Library
from psychoed.model.language import SentenceRules, Vocabulary
from psychoed.model.patterns import Patterns, first_match, without_matches
from psychoed.model.wording import WordingRule, compiled
from psychoed.reading.problem import Problem, problem_at
from psychoed.words.passages import Passage
from psychoed.words.texts import ReaderText, texts

PLAIN_CHARACTERS = str.maketrans({"’": "'", "‘": "'", "‑": "-", "‐": "-"})
NOT_DRAWN = "\u00ad\u2060"  # soft hyphen, word joiner
STEM_LETTERS = 8
"""As many letters tell one term of a rule from another, and not its forms."""


def check_wording(library: Library) -> Iterator[Problem]:
    for text in texts(library):
        rules = [rule for rule in library.wording if applies(rule, text)]
        known: set[str] = set()
        for passage in text.passages:
            explains = text.place == "sheet" or (text.place == "page" and passage.kind not in ("field", "heading"))
            listed = [rule for rule in rules if explains or not rule.first_use]
            yield from listed_phrases(passage, listed, known, library)


def applies(rule: WordingRule, text: ReaderText) -> bool:
    return {"all": True, "client": text.audience == "client", "kat": text.about_ketamine}[rule.scope]


def listed_phrases(passage: Passage, rules: list[WordingRule], known: set[str], library: Library) -> Iterator[Problem]:
    """Yield a Problem for each phrase of the list in a passage. `known`: the terms whose first use is over."""
    for number, found, offset in matches(passage.text, tuple((rule.pattern, rule.unless) for rule in rules)):
        rule = rules[number]
        if rule.in_speech and any(
            one.start() <= offset < one.end() for one in spoken(passage.text, library.sentence_rules)
        ):
            continue
        if not (rule.first_use and is_explained(found, known, library.vocabulary)):
            yield problem_at(passage.path, passage.at(offset), f"“{found[0]}”: {rule.why}", rule.say, rule.id)


def spoken(text: str, rules: SentenceRules | None) -> Iterator[re.Match[str]]:
    """Return what stands in quotation marks."""
    return rules.quotations.finditer(text) if rules and rules.quotations else iter(())


@lru_cache(maxsize=4096)
def matches(text: str, patterns: tuple[tuple[str, Patterns], ...]) -> tuple[tuple[int, re.Match[str], int], ...]:
    """Return the number of each pattern with what it finds, and the offset of that in the text. Beside each pattern
    stand those of phrases in which it is right."""
    words, offsets = as_patterns_expect(text)
    found = [
        (number, one, offsets[one.start()])
        for number, (pattern, unless) in enumerate(patterns)
        if compiled(pattern).search(words)
        for one in compiled(pattern).finditer(without_matches(unless, words))
    ]
    return tuple(found)


def is_explained(term: re.Match[str], known: set[str], vocabulary: Vocabulary) -> bool:
    """Return True if a term was used before, or its sentence says what it means."""
    stem = term[0].lower()[:STEM_LETTERS]
    if stem in known:
        return True
    known.add(stem)
    text, begin = term.string, term.start()
    before, after = re.split(r"[.?!] ", text[:begin])[-1], re.split(r"[.?!] ", text[begin:])[0]
    return first_match(vocabulary.explains, before + after) is not None


def as_patterns_expect(text: str) -> tuple[str, list[int]]:
    """Return the text with single spaces and plain apostrophes, and the offset of each character."""
    kept: list[str] = []
    offsets: list[int] = []
    for offset, letter in enumerate(text):
        if letter in NOT_DRAWN or (letter.isspace() and kept[-1:] == [" "]):
            continue
        kept.append(" " if letter.isspace() else letter)
        offsets.append(offset)
    return "".join(kept).translate(PLAIN_CHARACTERS), offsets
