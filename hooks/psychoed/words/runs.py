"""Finds words in a row that stand in other texts too, however these space, split or write them, and with some changed.

Texts are compared by their letters alone, without white space, marks and tags: so a word that is broken over lines or
drawn letter by letter is the same word.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from psychoed.reading.problem import Position

COMPARED_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
ACCENTS = re.compile("[\u0300-\u036f]+")
"""Accents that stand behind their letter, as macOS and some PDFs write them."""
PAIRS_ALIKE = (
    ("аеорсухіјѕһԁԛԝѵкмтвгп", "aeopcyxijshdqwvkmtbrn"),
    ("АЕОРСУХІЈЅВКМТН", "aeopcyxijsbkmth"),
    ("αοεινυρκτχηωγ", "aoeivupktxnwy"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx"),
    ("ɑɡıøłđ", "agiold"),
    ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"),
)
"""Letters of other alphabets that look like Latin ones, and small capitals, each with the letter that it looks like."""
LETTERS_OF_SIGNS = {first + at: chr(ord("a") + at) for first in (0x1F1E6, 0xE0041, 0xE0061) for at in range(26)}
"""Letters of which flags are made, and letters that are not shown."""
LOOKALIKES = {
    ord(one): as_ for ours, latin in PAIRS_ALIKE for one, as_ in zip(ours, latin, strict=True)
} | LETTERS_OF_SIGNS
MAY_LOOK_ALIKE = re.compile(
    "[\u00f8\u0111\u0131\u0142\u0250-\u02af\u0370-\u052f\u1d00-\u1d7f\ua730-\ua731\U0001f1e6-\U0001f1ff\U000e0041-\U000e007a]"
)
QUOTATION = re.compile(r'“(?:[^“”\n]|\n(?!\s*\n))*”|"(?:[^"\n]|\n(?!\s*\n))*"|„[^„“\n]*“|«[^«»\n]*»|‘[^‘\n]*’(?!\w)')
SENTENCE_END = re.compile(r"[.!?…]\W|\n\s*\n")
SEED = 10
"""Letters that must be the same where a word begins, before more is compared."""
LEAST_IN_ROW = 7
LEAST_IN_SENTENCE = 5
"""Words in a row that count, and those of a whole sentence."""
LETTERS_IN_ROW = 20
LEAST_COVERED = 4
ENOUGH_WITH_CHANGES = (LEAST_IN_ROW, 9, 12)
"""Words in a row that are enough, by how many places between them were changed."""
LEAST_BEHIND_A_CHANGE = 8
"""Letters in a row that show that the same text goes on."""
CHANGES = ((1, 1), (0, 1), (1, 0), (2, 1), (1, 2), (2, 2), (0, 2), (2, 0))
"""Words passed over in what is looked for, and in the text, where they differ."""
TEXT_END, LOOKED_FOR_END = "\r", "\n"


def folded(text: str) -> str:
    """Return a text in small letters without accents, ligatures taken apart, lookalikes as the letters that they look like."""
    if text.isascii():
        return text.lower()
    plain = text.translate(LOOKALIKES) if MAY_LOOK_ALIKE.search(text) else text
    return ACCENTS.sub("", unicodedata.normalize("NFKD", plain).casefold())


def compared_words(text: str) -> list[str]:
    """Return the words of a text as they compare, without punctuation."""
    return COMPARED_WORD.findall(folded(text))


def words_in_letters(text: str) -> list[str]:
    """Return the words of a text but for numbers, which stand between words that are timed, listed or numbered."""
    return [word for word in compared_words(text) if not word.isdecimal()]


class PlacedWords(NamedTuple):
    """A text to look for: its file, and the place of each of its characters there. `shown` is what readers see of it,
    and not markup or comments."""

    path: str
    text: str
    at: Callable[[int], Position]
    shown: bool = True


class Run(NamedTuple):
    """Words that stand in both: from the number of the first to that behind the last, among all that is looked for, and
    the letter of the text at which they begin."""

    first: int
    end: int
    begins: int


class Letters:
    """The letters of a text, and at which of them each word begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words = words_in_letters(text)
        self.said = "".join(words) + TEXT_END
        self.begins: list[int] = []
        at = 0
        for word in words:
            self.begins.append(at)
            at += len(word)

    def offset(self, letter: int) -> int:
        """Return the offset in the text of the word to which a letter belongs."""
        number = bisect_right(self.begins, letter) - 1
        words = (one for one in COMPARED_WORD.finditer(folded(self.text)) if not one[0].isdecimal())
        found = next(islice(words, number, None), None)
        return found.start() if found else 0


class Runs:
    """Texts to look for, as one row of letters."""

    def __init__(self, texts: Iterable[PlacedWords]) -> None:
        self.texts: list[PlacedWords] = []
        self.first_words: list[int] = []
        self.begins: list[int] = []
        self.ends: list[int] = []
        self.offsets: list[int] = []
        self.seeds: dict[str, list[int]] = {}
        pieces: list[str] = []
        at = 0
        for one in texts:
            self.texts.append(one)
            self.first_words.append(len(self.begins))
            for found in COMPARED_WORD.finditer(one.text):
                word = "".join(words_in_letters(found[0]))
                if not word:
                    continue
                self.begins.append(at)
                at += len(word)
                self.ends.append(at)
                self.offsets.append(found.start())
                pieces.append(word)
            pieces.append(LOOKED_FOR_END)
            at += 1
        self.said = "".join(pieces)
        self.plant()

    def plant(self) -> None:
        """Note with which letters each word begins. What no reader sees is noted only where it is not also seen."""
        for text, first in zip(self.texts, self.first_words, strict=True):
            end = self.end_of(first)
            for number in range(first, end):
                seed = self.said[self.begins[number] : self.begins[number] + SEED]
                if text.shown or seed not in self.seeds:
                    self.seeds.setdefault(seed, []).append(number)

    def end_of(self, first: int) -> int:
        """Return the number behind the last word of the text that begins with this one."""
        following = bisect_right(self.first_words, first)
        return self.first_words[following] if following < len(self.first_words) else len(self.begins)

    def text_of(self, word: int) -> PlacedWords:
        return self.texts[bisect_right(self.first_words, word) - 1]

    def place_of(self, word: int) -> Position:
        return self.text_of(word).at(self.offsets[word])

    def begins_sentence(self, word: int) -> bool:
        """Return True if a sentence, or a text, begins with this word or ends before it."""
        if word >= len(self.begins) or word in self.first_words:
            return True
        return SENTENCE_END.search(self.before(word)) is not None

    def is_quoted(self, first: int, end: int) -> bool:
        """Return True if most of these words stand in quotation marks."""
        spans = [found.span() for found in QUOTATION.finditer(self.text_of(first).text)]
        offsets = self.offsets[first:end]
        return 2 * sum(begin <= one < close for one in offsets for begin, close in spans) > len(offsets)

    def before(self, word: int) -> str:
        """Return what stands between this word and the one before it."""
        text = self.text_of(word)
        begin = 0 if word in self.first_words else self.offsets[word - 1]
        return COMPARED_WORD.sub("", text.text[begin : self.offsets[word]])

    def words(self, first: int, end: int) -> list[str]:
        return [self.said[self.begins[one] : self.ends[one]] for one in range(first, end)]

    def found_in(self, letters: Letters, *, changed: bool = True) -> Iterator[Run]:
        """Yield what of the texts stands here, too: enough words in a row, or a whole sentence of fewer. `changed`: also
        where a word between was written otherwise."""
        for word, begin, end, at in self.alike(letters):
            whole = end - word >= LEAST_IN_SENTENCE and self.begins_sentence(word) and self.begins_sentence(end)
            run = self.behind_changes(word, begin, end, at, letters) if changed else None
            if run is None and (whole or end - word >= LEAST_IN_ROW):
                run = Run(word, end, begin)
            if run and self.ends[run.end - 1] - self.begins[word] >= LETTERS_IN_ROW:
                yield run

    def covered_by(self, letters: Letters) -> Iterator[int]:
        """Yield the words that stand here, too, with a few others in a row."""
        for word, _, end, _ in self.alike(letters):
            yield from range(word, end) if end - word >= LEAST_COVERED else ()

    def alike(self, letters: Letters) -> Iterator[tuple[int, int, int, int]]:
        """Yield every row of whole words that stand in both: the numbers of the first and of that behind the last, and
        after each the letter of the text."""
        said, seeds, done = letters.said, self.seeds, dict[int, int]()
        for begin in letters.begins:
            for word in seeds.get(said[begin : begin + SEED], ()):
                way = self.begins[word] - begin
                if done.get(way, -1) < begin:
                    end, done[way] = self.same(word, begin, letters)
                    yield word, begin, end, done[way]

    def behind_changes(self, word: int, begin: int, end: int, at: int, letters: Letters) -> Run | None:
        """Return the run of these words, if with more of them behind changes they are enough."""
        same, changes, run = end - word, 0, None
        while same > 1 and changes + 1 < len(ENOUGH_WITH_CHANGES):
            behind = self.behind_a_change(end, at, letters)
            if behind is None:
                break
            more, end, at = behind
            same, changes = same + more, changes + 1
            run = Run(word, end, begin) if same >= ENOUGH_WITH_CHANGES[changes] else run
        return run

    def same(self, word: int, begin: int, letters: Letters) -> tuple[int, int]:
        """Return the number behind the last whole word that is the same in both, and the letter behind it."""
        count = same_letters(self.said, self.begins[word], letters.said, begin)
        end = bisect_right(self.ends, self.begins[word] + count, word)
        return end, begin + (self.ends[end - 1] - self.begins[word] if end > word else 0)

    def behind_a_change(self, end: int, at: int, letters: Letters) -> tuple[int, int, int] | None:
        """Return how many words are the same again behind a change, the number behind the last, and the letter there."""
        number = bisect_left(letters.begins, at)
        limit = self.end_of(end - 1)
        for ours, theirs in CHANGES:
            word, other = end + ours, number + theirs
            if word < limit and other < len(letters.begins) and self.begin_alike(word, letters.begins[other], letters):
                last, behind = self.same(word, letters.begins[other], letters)
                if last > word and self.ends[last - 1] - self.begins[word] >= LEAST_BEHIND_A_CHANGE:
                    return last - word, last, behind
        return None

    def begin_alike(self, word: int, begin: int, letters: Letters) -> bool:
        at = self.begins[word]
        return self.said[at : at + LEAST_BEHIND_A_CHANGE] == letters.said[begin : begin + LEAST_BEHIND_A_CHANGE]


def same_letters(one: str, begin: int, other: str, start: int) -> int:
    """Return how many letters are the same from these places on. The two texts end with different signs."""
    size, count = 16, 0
    while one[begin + count : begin + count + size] == other[start + count : start + count + size]:
        count += size
        size *= 2
    while size > 1:
        size //= 2
        if one[begin + count : begin + count + size] == other[start + count : start + count + size]:
            count += size
    return count
