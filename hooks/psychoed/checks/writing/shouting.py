"""What shouts or says nothing: all capitals, exclamation marks, emoji, link words such as “click here”."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.model.language import SentenceRules, ShortForms, Vocabulary
from psychoed.model.patterns import without_matches
from psychoed.reading.markdown.visible import visible
from psychoed.reading.problem import Problem, problem_at
from psychoed.words.passages import Passage
from psychoed.words.texts import ReaderText, texts

RULES = (
    Rule("all-caps", "problem", "no plain words in capitals"),
    Rule("short-form", "advice", "short forms that readers know, or that the page or data/glossary.yml explains"),
    Rule("exclamation", "problem", "no exclamation marks"),
    Rule("emoji", "advice", "no emoji in what clients read"),
    Rule("link-says-nothing", "problem", "link words that say where they lead"),
)
CAPITAL = "[A-ZÀ-ÖØ-Þ]"
CAPITALS = re.compile(rf"(?<![\w-]){CAPITAL}{{2,}}(?:[’'-]{CAPITAL}+)*(?![\w-]|&\w)")
WORDS_IN_CAPITALS = re.compile(rf"{CAPITALS.pattern}(?:\s+{CAPITAL}+(?![\w’'-]))*")
MOST_LETTERS = 200  # letters of the words that a short form stands for
LONG_WORD = 7  # letters: short forms are shorter
CAPITALS_IN_BRACKETS = re.compile(rf"\[{WORDS_IN_CAPITALS.pattern}\]")
BRACKETED_FORM = re.compile(rf"\(({CAPITAL}{{2,}})\)")
AFTER_A_NAME = re.compile(rf"{CAPITAL}[\w’'.-]*\s+{CAPITAL}[\w’'-]+(?:,\s+{CAPITAL}[\w/ -]*)*,\s+$")
BESIDE = re.compile(rf"\b({CAPITAL}[\w-]*)(?:,|/|,?\s+(?:or|and|&))\s*$")
ROMAN_NUMERAL = re.compile(r"[IVX]+")
CODES = re.compile(
    rf"(?<!\w){CAPITAL}{{2}},\s+(?:{CAPITAL}{{2}},\s+)*(?:{CAPITAL}{{2}}\s+)?(?:[a-z]{{1,3}}|&)\s+{CAPITAL}{{2}}(?!\w)"
)
"""A list of codes, such as those of states: OR, WA and CA."""
SMALL_WORD = re.compile(r"(?<![\w/.@-])[a-zß-öø-ÿ]{2,}(?![\w@/-])")
EXCLAMATION = re.compile(r"!+")
EMOJI = re.compile("[\u2600-\u2712\u2716-\u27bf\u2b50\u2b55\U0001f000-\U0001faff]")
BOX_TO_TICK = re.compile(r"^[ \t]*(?:[-*+•][ \t]+)?[☐☑☒]\Z", re.MULTILINE)
"""Begins an entry to tick (layout.py)."""
BARE_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


class Capitals:
    """Which words in capitals readers know, and which are plain words that shout."""

    def __init__(self, library: Library, forms: ShortForms, read: Iterable[ReaderText]) -> None:
        self.forms = forms
        self.read = read
        listed = forms.known.union(library.vocabulary.short_forms)
        self.known = (listed - self.ambiguous) | explained_anywhere(library)

    @property
    def ambiguous(self) -> frozenset[str]:
        """Return credentials that are plain words as well: they count where only a credential can stand."""
        return frozenset(word for word in self.forms.credentials if word.lower() in self.forms.plain)

    @cached_property
    def written_small(self) -> frozenset[str]:
        """Return every word that stands somewhere in small letters."""
        passages = (passage for text in self.read for passage in text.passages)
        return frozenset(word for passage in passages for word in SMALL_WORD.findall(passage.text))

    def shouts(self, word: str) -> bool:
        """Return True if this word, which nobody explains, is no short form."""
        return len(word) >= LONG_WORD or word.lower() in self.forms.plain or word.lower() in self.written_small


def check_shouting(library: Library) -> Iterator[Problem]:
    read = list(texts(library))
    capitals = Capitals(library, library.short_forms, read) if library.short_forms else None
    for text in read:
        if capitals:
            yield from faults_of_capitals(text, capitals, library)
        for passage in text.passages:
            yield from exclamations_and_emoji(passage, text, library.sentence_rules)
            yield from empty_links(passage, library.vocabulary)


def explained_anywhere(library: Library) -> set[str]:
    """Return words in capitals that the glossary explains, or that a help line of any country uses: a text that is right
    for one clinic is right for a clinic elsewhere."""
    known = [term.term for term in library.terms]
    for line in library.help.value.lines if library.help else ():
        known += [line.name, *(way.say for way in line.ways)]
    known += [text for tree in library.listed("help-lines") for _, text in tree.texts()]
    return {word for words in known for word in CAPITALS.findall(words)}


def explained_forms(words: str) -> Iterator[str]:
    """Yield short forms that stand in brackets after the words they are made of."""
    for found in BRACKETED_FORM.finditer(words):
        before = words[max(0, found.start() - MOST_LETTERS) : found.start()]
        initials = iter(re.findall(r"\b\w", before.lower())[-8:])
        if all(letter in initials for letter in found[1].lower()):
            yield found[1]


def faults_of_capitals(text: ReaderText, capitals: Capitals, library: Library) -> Iterator[Problem]:
    """Yield one Problem or Advice for each word, where it first stands."""
    fine = capitals.known.union(form for passage in text.passages for form in explained_forms(passage.text))
    named = set(fine)
    for passage in text.passages:
        words = without_quotations(passage.text, library.sentence_rules)
        codes = [found.span() for found in CODES.finditer(words)]
        for run in WORDS_IN_CAPITALS.finditer(words):
            if any(begin <= run.start() < end for begin, end in codes) or is_sent(run, library.vocabulary):
                continue
            unknown = [one for one in words_of(run) if not needs_no_word(one, words, fine, capitals)]
            said = " ".join(run[0].split())
            if any(capitals.shouts(one[0]) for one in unknown):
                if said not in named:
                    unfilled = CAPITALS_IN_BRACKETS.match(passage.raw, run.start() - 1)
                    yield (unfilled_gap if unfilled else shouted)(said, passage, run.start())
                named.add(said)
                continue
            for one in unknown:
                if one[0] not in named:
                    yield unexplained(one[0], passage, one.start(), library)
                named.add(one[0])


def is_sent(run: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Return True if these capitals are what a reader is to send as a text message."""
    before = run.string[max(0, run.start() - MOST_LETTERS) : run.start()]
    return vocabulary.sent is not None and vocabulary.sent.search(before) is not None


def words_of(run: re.Match[str]) -> Iterator[re.Match[str]]:
    return CAPITALS.finditer(run.string, run.start(), run.end())


def needs_no_word(word: re.Match[str], words: str, fine: frozenset[str], capitals: Capitals) -> bool:
    """Return True if readers know a word, or it can only be a credential or a name, as it stands among others."""
    said = word[0]
    if {said, *re.split(r"[-’']", said)[:1]} & fine or ROMAN_NUMERAL.fullmatch(said):
        return True
    if capitals.shouts(said) and said not in capitals.ambiguous:
        return False
    before = words[max(0, word.start() - MOST_LETTERS) : word.start()]
    beside = BESIDE.search(before)
    return bool(AFTER_A_NAME.search(before) or (beside and beside[1] in fine))


def shouted(said: str, passage: Passage, at: int) -> Problem:
    what = f"“{said}” shouts, being all in capitals"
    instead = "write it small, or **bold**; if it is a short form, explain it in data/glossary.yml"
    return problem_at(passage.path, passage.at(at), what, instead, "all-caps")


def unfilled_gap(said: str, passage: Passage, at: int) -> Problem:
    what = f"“[{said}]” is a gap that nobody has filled in"
    return problem_at(passage.path, passage.at(at - 1), what, "write the words that belong there", "all-caps")


def unexplained(said: str, passage: Passage, at: int, library: Library) -> Problem:
    what = f"“{said}” is a short form that nothing here explains"
    file = f"{library.folder_of_language}/short-forms.yml"
    instead = f"write what it stands for before it, as in “frequently asked questions (FAQ)”; if your readers know it, add it to `ours` in {file}"
    return problem_at(passage.path, passage.at(at), what, instead, "short-form")


def without_quotations(words: str, rules: SentenceRules | None) -> str:
    """Return the text with what somebody says in it blank."""
    return without_matches([rules.quotations], words) if rules and rules.quotations else words


def exclamations_and_emoji(passage: Passage, text: ReaderText, rules: SentenceRules | None) -> Iterator[Problem]:
    for found in EXCLAMATION.finditer(without_quotations(passage.text, rules)) if "!" in passage.text else ():
        what = "an exclamation mark shouts"
        yield problem_at(passage.path, passage.at(found.start()), what, "end with a full stop", "exclamation")
    for found in EMOJI.finditer(passage.text) if text.audience == "client" else ():
        if BOX_TO_TICK.search(passage.raw, 0, found.end()):
            continue
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
