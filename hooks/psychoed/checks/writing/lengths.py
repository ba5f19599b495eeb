"""How long sentences, paragraphs, list items and summaries are, in what clients read."""

import re
from collections.abc import Iterator
from itertools import pairwise

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.model.language import SentenceRules
from psychoed.reading.problem import Problem, problem_at
from psychoed.words.passages import NEW_LINE, Passage
from psychoed.words.texts import ReaderText, texts

MOST_IN_SENTENCE = 30
BEST_IN_SENTENCE = 22
MOST_IN_ITEM = 20
MOST_SENTENCES = 5
A_FEW_WORDS = 60
MOST_IN_SUMMARY = 30
RULES = (
    Rule("sentence-length", "problem", f"sentences of {MOST_IN_SENTENCE} words or fewer"),
    Rule("sentence-ease", "advice", f"sentences of {BEST_IN_SENTENCE} words or fewer, as a rule"),
    Rule("paragraph-length", "advice", f"paragraphs of {MOST_SENTENCES} sentences or fewer"),
    Rule("item-length", "advice", f"list items of {MOST_IN_ITEM} words or fewer"),
    Rule("summary-length", "problem", f"a summary of {MOST_IN_SUMMARY} words or fewer"),
)
COUNTED_WORD = re.compile(r"[^\W_][\w’'-]*")


def check_lengths(library: Library) -> Iterator[Problem]:
    for text in texts(library):
        if text.audience == "client" and text.place in ("page", "sheet"):
            for passage in text.passages:
                if library.sentence_rules:
                    yield from long_sentences(passage, library.sentence_rules)
                    yield from long_paragraph(passage, library.sentence_rules)
                yield from long_item(passage, text)
                yield from long_summary(passage)


def word_count(words: str) -> int:
    return len(COUNTED_WORD.findall(words))


def first_words(words: str) -> str:
    """Return how a sentence begins, for a message."""
    first = words.split()[:6]
    return " ".join(first) + ("…" if len(words.split()) > len(first) else "")


def long_sentences(passage: Passage, rules: SentenceRules) -> Iterator[Problem]:
    if passage.kind in ("heading", "table"):
        return
    for offset, sentence in passage.sentences(rules):
        if (words := word_count(sentence)) > BEST_IN_SENTENCE:
            what, at = f"the sentence “{first_words(sentence)}” has {words} words", passage.at(offset)
            shorter = f"make two of it, with {BEST_IN_SENTENCE} words or fewer each"
            rule = "sentence-length" if words > MOST_IN_SENTENCE else "sentence-ease"
            instead = shorter if rule == "sentence-length" else f"read it aloud, and where you lose breath {shorter}"
            yield problem_at(passage.path, at, what, instead, rule)


def long_item(passage: Passage, text: ReaderText) -> Iterator[Problem]:
    if (passage.kind == "item" or (text.place == "sheet" and is_entry(passage))) and (
        words := word_count(passage.text)
    ) > MOST_IN_ITEM:
        what = f"the list item “{first_words(passage.text)}” has {words} words"
        instead = f"shorten it to {MOST_IN_ITEM}, or make a paragraph of it"
        yield problem_at(passage.path, passage.start, what, instead, "item-length")


def is_entry(passage: Passage) -> bool:
    """Return True if the field is an entry of a list of lines."""
    return passage.shown is not None and passage.shown.one_line and isinstance(passage.keys[-1], int)


def long_paragraph(passage: Passage, rules: SentenceRules) -> Iterator[Problem]:
    """Yield an Advice for each paragraph with many sentences: in a sheet a text may hold several, and entries of lists.
    A few very short sentences may stand together."""
    if passage.kind not in ("paragraph", "field"):
        return
    begins = [begin for begin, _ in passage.sentences(rules)]
    for start, end in pairwise([0, *(line.end() for line in NEW_LINE.finditer(passage.raw)), len(passage.raw)]):
        sentences = sum(start <= begin < end for begin in begins)
        if sentences > MOST_SENTENCES and word_count(passage.text[start:end]) > A_FEW_WORDS:
            what = f"a paragraph has {sentences} sentences"
            instead = f"part it, with {MOST_SENTENCES} sentences or fewer each"
            yield problem_at(passage.path, passage.at(start), what, instead, "paragraph-length")


def long_summary(passage: Passage) -> Iterator[Problem]:
    if passage.keys == ("summary",) and (words := word_count(passage.text)) > MOST_IN_SUMMARY:
        what = f"the summary has {words} words"
        yield problem_at(passage.path, passage.start, what, f"shorten it to {MOST_IN_SUMMARY}", "summary-length")
