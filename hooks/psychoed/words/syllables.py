"""Syllables of words, and the school grade that is made from them, by the rules of a language."""

import re
from collections.abc import Callable
from functools import lru_cache

from psychoed.model.language import ReadingFormula, SyllableRules

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d[\d.,:/]*")


def counter(rules: SyllableRules) -> Callable[[str], int]:
    """Return what counts the syllables of a word, and remembers them."""
    return lru_cache(maxsize=8192)(lambda word: syllables(word, rules))


def syllables(word: str, rules: SyllableRules) -> int:
    """Return how many syllables a word has; a number counts as one."""
    word = rules.possessive.sub("", word.lower()) if rules.possessive else word.lower()
    for form in (word, word.removesuffix(rules.plural)):
        if form in rules.exceptions:
            return rules.exceptions[form]
    more = len(rules.more.findall(word)) if rules.more else 0
    fewer = len(rules.fewer.findall(word)) if rules.fewer else 0
    return max(1, len(rules.vowels.findall(word)) + more - fewer)


def grade(words: int, sentences: int, spoken: int, formula: ReadingFormula) -> float:
    """Return the grade of so many words, sentences and syllables."""
    return formula.words * words / sentences + formula.syllables * spoken / words - formula.less
