"""What a page must quote and never type: numbers to call, and the clinic's hours for food, drink, medicine and driving."""

import re
from collections.abc import Iterable, Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.model.clinic import details
from psychoed.model.language import Vocabulary
from psychoed.model.patterns import first_match
from psychoed.reading.problem import Problem, problem_at
from psychoed.reading.web.address import form_fault
from psychoed.words.passages import Passage
from psychoed.words.texts import ReaderText, texts

RULES = (
    Rule("typed-phone", "problem", "numbers to call only in data/help-lines.yml and extra.clinic"),
    Rule("typed-hours", "problem", "hours for food, drink, medicine and driving only in extra.clinic"),
)
LONG_NUMBER = re.compile(r"(?<![\w.,/-])(?:\+|\()?\d(?:[\d ()\u00a0\u2010\u2011-]|\.(?=\d)){5,24}\d(?![\w/-])")
NUMBER_IN_LETTERS = re.compile(r"(?<![\w-])(?:1[- ])?8(?:00|33|44|55|66|77|88)[- ][A-Z]{3}[A-Z\d-]*(?!\w)")
MOST_BEFORE = 40  # letters that say what a number is
CALLING_SCHEMES = ("tel:", "sms:")
NOT_CALLED = re.compile(
    r"\d{4}[- ]\d{2}[- ]\d{2}|\d{4}[ -]+\d{4}|(?:19|20)\d{2} \d{1,3}|(?:97[89][- ]?)[\d -]+|\d[- ]\d{1,7}[- ]\d{1,7}[- ]\d"
)  # days, spans of years, a year before a count, ISBN
SHORT_NUMBER = r"(?P<number>\d{3,6})(?![.,]\d)"
"""A short number to call, after the words that say so."""
QUOTE_IT = (
    "quote {{ clinic.food_rule }}, {{ clinic.drink_rule }}, {{ clinic.medicine_rule }} or {{ clinic.driving_rule }}"
)


def check_typed_details(library: Library) -> Iterator[Problem]:
    short = (known_numbers(library), called_numbers(library.vocabulary))
    settings = {tree.path for tree in library.listed("clinic")}
    for text in texts(library):
        for passage in text.passages:
            if passage.path not in settings:
                yield from typed_numbers(passage, short, library.vocabulary)
                yield from typed_hours(passage, text, library)


def called_numbers(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Return a pattern of short numbers after words that ask the reader to call them."""
    calls = vocabulary.calls.pattern if vocabulary.calls else "(?!)"
    return re.compile(rf"(?:{calls}){SHORT_NUMBER}{not_counting(vocabulary)}")


def not_counting(vocabulary: Vocabulary) -> str:
    """Return the end of a pattern for numbers that count nothing."""
    counted = "|".join(map(re.escape, vocabulary.counted)) or "(?!)"
    return rf"(?!\s+(?:{counted})\b|[\w%-])"


def known_numbers(library: Library) -> re.Pattern[str]:
    """Return a pattern of the numbers of the country's help lines and the clinic's own, wherever they are typed. Where
    no words are known that say what a number counts, any short one may count something."""
    listed = help_lines_of(library) if library.vocabulary.counted else []
    said = " / ".join(listed)
    numbers = {*re.findall(r"\b\d{3,6}\b", said), *re.findall(r"\b\d[\d ]+\d\b", said)}  # also “116” of “116 123”
    clinic = [details(library.clinic.value)["phone"]] if library.clinic else []
    known = [re.escape(number) for number in sorted({*numbers, *clinic}, key=lambda one: (-len(one), one))]
    return re.compile(rf"(?<![\w.,-])(?P<number>{'|'.join(known) or '(?!)'}){not_counting(library.vocabulary)}")


def help_lines_of(library: Library) -> list[str]:
    """Return what the country's help lines say to call."""
    if library.help is None:
        return []
    lines = library.help.value
    return [lines.emergency, *(way.say for line in lines.lines for way in line.ways)]


def typed_numbers(passage: Passage, short: Iterable[re.Pattern[str]], vocabulary: Vocabulary) -> Iterator[Problem]:
    found = [
        (match.start(), match[0])
        for match in LONG_NUMBER.finditer(passage.text)
        if like_a_phone(match[0]) and not is_of_something(match, passage, vocabulary)
    ]
    found += [(match.start(), match[0]) for match in NUMBER_IN_LETTERS.finditer(passage.text)]
    found += [(match.start("number"), match["number"]) for pattern in short for match in pattern.finditer(passage.text)]
    found += [(at, typed) for at, typed in linked_addresses(passage) if typed.lower().startswith(CALLING_SCHEMES)]
    taken = 0
    for begin, number in sorted(found, key=lambda one: (one[0], -len(one[1]))):
        if begin < taken:
            continue
        taken = begin + len(number)
        what = f"the number “{number.strip()}” is typed here"
        instead = "quote {{ help.primary }}, {{ help.emergency }} or {{ clinic.phone }}, so that it changes everywhere at once"
        yield problem_at(passage.path, passage.at(begin), what, instead, "typed-phone")


def is_of_something(number: re.Match[str], passage: Passage, vocabulary: Vocabulary) -> bool:
    """Return True if a number is that of a register or a form: its words stand before it, or a _ within it."""
    before = passage.text[max(0, number.start() - MOST_BEFORE) : number.start()]
    named = vocabulary.numbered is not None and vocabulary.numbered.search(before) is not None
    return named or "_" in passage.raw[number.start() : number.end()].strip("_")


def linked_addresses(passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield the addresses whose form is right; checks/links/ names the others."""
    document = passage.document
    links = [*passage.within(document.links), *passage.within(document.definitions)]
    found = [(at + link.to - link.at, link.target) for at, link in links]
    for _, element in passage.within(document.elements):
        found += [(one.to - passage.offset, one.value or "") for one in element.attributes if one.name == "href"]
    yield from ((at, typed) for at, typed in found if not form_fault(typed))


def like_a_phone(number: str) -> bool:
    """Return True if there are seven digits or more, one run of three among them, and neither a day, a span of years
    nor an ISBN."""
    digits = re.sub(r"\D", "", number)
    return 7 <= len(digits) <= 15 and bool(re.search(r"\d{3}", number)) and not NOT_CALLED.fullmatch(number)


def typed_hours(passage: Passage, text: ReaderText, library: Library) -> Iterator[Problem]:
    """Yield the clinic's hours, typed where ketamine is the subject. What national rules say is a dated fact, which is
    quoted with its day."""
    if not text.about_ketamine or passage.path == "data/dated-facts.yml" or passage.kind == "heading":
        return
    for offset, sentence in passage.sentences(library.sentence_rules):
        found = first_match(library.vocabulary.hours, sentence)
        if found and first_match(library.vocabulary.clinic_rules, sentence):
            what = f"“{found[0]}” is a rule of the clinic, typed here"
            yield problem_at(passage.path, passage.at(offset), what, QUOTE_IT, "typed-hours")
