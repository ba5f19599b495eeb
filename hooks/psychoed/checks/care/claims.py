"""Health claims name their source, regulators' facts come from one list, and nobody is sold anything (C1, C7, C8)."""

import re
from collections.abc import Iterable, Iterator

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import PageSource, SheetSource
from psychoed.model.claims import Claims
from psychoed.model.language import SentenceRules
from psychoed.model.patterns import first_match, without_matches
from psychoed.reading.problem import Problem, problem_at
from psychoed.words.passages import Passage, Sentence, sections, sentences
from psychoed.words.subjects import read_by_clients

RULES = (
    Rule("claim-source", "problem", "a health claim has a source in its paragraph"),
    Rule("typed-fact", "problem", "what a regulator said in which year comes from data/dated-facts.yml"),
    Rule("no-selling", "problem", "no comparison with other clinics, no promise, no hurry"),
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def check_claims(library: Library) -> Iterator[Problem]:
    claims = library.claims
    if claims is None:
        return
    for source in library.pages.values():
        if not source.staff_only:
            yield from selling_words(read_by_clients(source), claims)
        if source.article and source.audience == "client":
            yield from uncited(source, claims, library.sentence_rules)
            yield from typed_facts(source, claims, library.sentence_rules)
    for sheet in library.sheets.values():
        if not sheet.worksheet.staff_only:
            yield from selling_words(read_by_clients(sheet), claims)
            yield from unsourced(sheet, claims, library.sentence_rules)


def uncited(source: PageSource, claims: Claims, rules: SentenceRules | None) -> Iterator[Problem]:
    """Yield one Problem a paragraph. A source after the colon that opens a list speaks for the list."""
    for section in sections(source):
        introduced = False
        for passage in section.passages:
            cited = any(note.name.startswith("S-") for _, note in passage.within(passage.document.notes))
            if passage.kind != "item":
                introduced = cited and passage.text.rstrip().endswith(":")
            if passage.kind == "heading" or cited or (passage.kind == "item" and introduced):
                continue
            if found := claim_in(passage, claims, rules):
                offset, word = found
                what = f"“{word}” makes this a health claim, and its paragraph names no source"
                instead = "put the source behind the sentence, such as [^S-FDA2023], or take the claim out"
                yield problem_at(passage.path, passage.at(offset), what, instead, "claim-source")


def unsourced(sheet: SheetSource, claims: Claims, rules: SentenceRules | None) -> Iterator[Problem]:
    """Yield one Problem a sheet. It has no footnotes: its sources are listed."""
    if sheet.worksheet.sources:
        return
    for passage in read_by_clients(sheet):
        if found := claim_in(passage, claims, rules):
            offset, word = found
            what = f"“{word}” makes this a health claim, and the sheet names no source"
            instead = "add `sources: [S-…]`, or take the claim out"
            yield problem_at(passage.path, passage.at(offset), what, instead, "claim-source")
            return


def claim_in(passage: Passage, claims: Claims, rules: SentenceRules | None) -> tuple[int, str] | None:
    """Return the first words that claim something, with their place. A title claims nothing by itself."""
    if passage.keys[-1:] in (("title",), ("heading",)):
        return None
    likely = [trigger for trigger in claims.all_triggers() if first_match(trigger.says, passage.text)]
    said = without_matches(claims.thoughts, passage.text) if likely else ""
    for sentence in sentences(passage, rules) if likely else ():
        end = sentence.begin + len(sentence.text)
        text = without_matches(claims.no_claims, said[sentence.begin : end])
        in_sense = (first_match(trigger.says, without_matches(trigger.unless, text)) for trigger in likely)
        if found := [match for match in in_sense if match]:
            first = min(found, key=start_of_word)
            return sentence.begin + start_of_word(first), " ".join(word_of(first).split())
    return None


def word_of(found: re.Match[str]) -> str:
    """Return what to name of a match: its group “word”, where the pattern has one."""
    return found["word"] if "word" in found.re.groupindex else found[0]


def start_of_word(found: re.Match[str]) -> int:
    return found.start("word") if "word" in found.re.groupindex else found.start()


def typed_facts(source: PageSource, claims: Claims, rules: SentenceRules | None) -> Iterator[Problem]:
    for section in sections(source):
        for passage in section.passages:
            for sentence in sentences(passage, rules) if YEAR.search(passage.text) else ():
                yield from typed_fact(passage, sentence, claims)


def typed_fact(passage: Passage, sentence: Sentence, claims: Claims) -> Iterator[Problem]:
    office, year = first_match(claims.regulators, sentence.text), YEAR.search(sentence.text)
    if office and year:
        at = passage.at(sentence.begin + office.start())
        what = f"“{office[0]}” with a year ({year[0]}) is typed here, where nobody sees when it was last checked"
        instead = "put the sentence into data/dated-facts.yml and quote it as {{ fact.… }}"
        yield problem_at(passage.path, at, what, instead, "typed-fact")


def selling_words(texts: Iterable[Passage], claims: Claims) -> Iterator[Problem]:
    passages = list(texts)
    if not first_match(claims.selling, "\n".join(passage.text for passage in passages)):
        return
    for passage in passages:
        if found := first_match(claims.selling, passage.text):
            what = f"“{' '.join(found[0].split())}” compares, promises or hurries"
            instead = "say what you offer, and leave the choice to the reader"
            yield problem_at(passage.path, passage.at(found.start()), what, instead, "no-selling")
