"""What shouts or says nothing: all capitals, exclamation marks, emoji, link words such as “click here”."""

import re
from collections.abc import Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.model.language import Vocabulary
from psychoed.reading.markdown.visible import visible
from psychoed.reading.problem import Problem, problem_at
from psychoed.words.passages import Passage
from psychoed.words.texts import ReaderText, texts

RULES = (
    Rule("all-caps", "problem", "no words in capitals, but for short forms that data/glossary.yml explains"),
    Rule("exclamation", "problem", "no exclamation marks"),
    Rule("emoji", "advice", "no emoji in what clients read"),
    Rule("link-says-nothing", "problem", "link words that say where they lead"),
)
CAPITAL = "[A-ZÀ-ÖØ-Þ]"
CAPITALS = re.compile(rf"(?<![\w-]){CAPITAL}{{2,}}(?:[’'-]{CAPITAL}+)*(?![\w-])")
WORDS_IN_CAPITALS = re.compile(rf"{CAPITALS.pattern}(?:\s+{CAPITAL}+(?![\w’'-]))*")
MOST_LETTERS = 200  # letters of the words that a short form stands for
BRACKETED_FORM = re.compile(rf"\(({CAPITAL}{{2,}})\)")
ROMAN_NUMERAL = re.compile(r"[IVX]+")
EXCLAMATION = re.compile(r"!+")
EMOJI = re.compile("[\u2600-\u2712\u2716-\u27bf\u2b50\u2b55\U0001f000-\U0001faff]")
BARE_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def check_shouting(library: Library) -> Iterator[Problem]:
    known = short_forms(library)
    for text in texts(library):
        named = known | {form for passage in text.passages for form in explained_forms(passage.text)}
        for passage in text.passages:
            if library.vocabulary.short_forms:
                yield from shouted_words(passage, named)
            yield from exclamations_and_emoji(passage, text)
            yield from empty_links(passage, library.vocabulary)


def short_forms(library: Library) -> frozenset[str]:
    """Return words in capitals that readers know, that the glossary explains, or that a help line of any country uses:
    a text that is right for one clinic is right for a clinic elsewhere."""
    known = [term.term for term in library.terms]
    for line in library.help.value.lines if library.help else ():
        known += [line.name, *(way.say for way in line.ways)]
    known += [text for tree in library.listed("help-lines") for _, text in tree.texts()]
    return frozenset(library.vocabulary.short_forms) | {word for words in known for word in CAPITALS.findall(words)}


def explained_forms(words: str) -> Iterator[str]:
    """Yield short forms that stand in brackets after the words they are made of."""
    for found in BRACKETED_FORM.finditer(words):
        before = words[max(0, found.start() - MOST_LETTERS) : found.start()]
        initials = iter(re.findall(r"\b\w", before.lower())[-8:])
        if all(letter in initials for letter in found[1].lower()):
            yield found[1]


def shouted_words(passage: Passage, known: frozenset[str]) -> Iterator[Problem]:
    for run in WORDS_IN_CAPITALS.finditer(passage.text):
        if any(word not in known and not ROMAN_NUMERAL.fullmatch(word) for word in CAPITALS.findall(run[0])):
            what = f"“{' '.join(run[0].split())}” shouts, being all in capitals"
            instead = "write it small, or **bold**; if it is a short form, explain it in data/glossary.yml"
            yield problem_at(passage.path, passage.at(run.start()), what, instead, "all-caps")


def exclamations_and_emoji(passage: Passage, text: ReaderText) -> Iterator[Problem]:
    for found in EXCLAMATION.finditer(passage.text):
        what = "an exclamation mark shouts"
        yield problem_at(passage.path, passage.at(found.start()), what, "end with a full stop", "exclamation")
    for found in EMOJI.finditer(passage.text) if text.audience == "client" else ():
        what = f"“{found[0]}” is read out by its name, or not shown at all"
        yield problem_at(passage.path, passage.at(found.start()), what, "say it in words", "emoji")


def empty_links(passage: Passage, vocabulary: Vocabulary) -> Iterator[Problem]:
    for at, typed in linked_words(passage):
        words = " ".join(visible(typed).split()).strip(" .,:;!?…›»→>").lower()
        if are_empty(words, vocabulary):
            what = f"the link words “{words}” do not say where the link leads"
            instead = "link the name of the page or of what it does"
            yield problem_at(passage.path, passage.at(at), what, instead, "link-says-nothing")


def are_empty(words: str, vocabulary: Vocabulary) -> bool:
    """Return True if these words, in small letters, do not say where their link leads."""
    urging = any(pattern.fullmatch(words) for pattern in vocabulary.urging_links)
    return urging or words in vocabulary.empty_links or BARE_ADDRESS.fullmatch(words) is not None


def linked_words(passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield the words of each link, as they are typed."""
    document = passage.document
    for at, link in passage.within(document.links):
        if link.how == "link":
            yield at, link.words
    for at, use in passage.within(document.references):
        if not use.image:
            yield at, use.words or ""
    for at, raw in passage.within(document.html_links):
        yield at, raw.words
