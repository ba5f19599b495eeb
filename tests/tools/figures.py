"""Measures the prose of the texts, without a build: `python tests/tools/figures.py [FILES]`.

Without files it measures every article and sheet for clients. One line a text, then one for all articles and one for all
sheets, without drafts, which nobody is shown. What a page repeats is counted as a reader meets it: a sentence that stands
on three pages of the kind or more, notices and stamps among them, but for what is folded away. Titles of sources and of
pages to read next are counted beside it: each page has its own choice of them, though many stand on several.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parents[2]
sys.path.insert(0, str(PROJECT / "hooks"))

from psychoed.checks.care.sheets import needs_whole_stop
from psychoed.checks.writing.reading_level import counted_sentences
from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.library.sources import PageSource, SheetSource, cited_in
from psychoed.reading.markdown.richtext import quoted
from psychoed.views.help import call_buttons, help_now, stop_box
from psychoed.views.web.pages import about_article, about_sheet, said_of_waiting
from psychoed.words.passages import passages_of
from psychoed.words.syllables import counter, grade
from psychoed.words.texts import ReaderText, texts_of

Measured = PageSource | SheetSource
WORD = re.compile(r"[^\W_][\w’'-]*")
NEGATION = re.compile(r"\b(?:not|no|never|none|nothing|nobody|nowhere|neither|nor|without|cannot)\b|n[’']t\b", re.I)
COMMON_ON = 3
"""On so many pages of a kind, a sentence is one that the pages repeat."""
END_OF_SENTENCE = re.compile(r"(?<=[.!?:…])\s+|\n+")
NOT_A_WORD = re.compile(r"[^\w\s]")


def words_in(text: str) -> int:
    return len(WORD.findall(text))


class Figures(NamedTuple):
    """What was counted in one text, or in several together."""

    name: str
    sentences: tuple[tuple[str, int, int], ...]
    """Each with its words and its syllables."""
    own_words: int
    shown: int
    """Words of the page, with what the templates say."""
    repeated: int
    """Of those, words in sentences that other pages have too."""
    titles: int
    """Of those, words in titles of sources and of further pages that other pages have too."""
    before: int
    """Words between the title of an article and the first sentence of its text."""
    exceptions: int

    @property
    def mean(self) -> float:
        return sum(words for _, words, _ in self.sentences) / max(1, len(self.sentences))

    @property
    def negations(self) -> float:
        return 100 * sum(bool(NEGATION.search(said)) for said, _, _ in self.sentences) / max(1, len(self.sentences))

    @property
    def openings(self) -> list[tuple[str, float]]:
        """Return the commonest two words with which sentences begin, each with its share."""
        found = Counter(" ".join(WORD.findall(said)[:2]) for said, _, _ in self.sentences)
        return [(said, 100 * times / max(1, len(self.sentences))) for said, times in found.most_common(3)]

    def line(self, library: Library) -> str:
        assert library.syllable_rules
        spoken, words = sum(one[2] for one in self.sentences), sum(one[1] for one in self.sentences)
        level = grade(words, len(self.sentences), spoken, library.syllable_rules.formula) if self.sentences else 0
        openings = ", ".join(f"“{said}” {share:.0f} %" for said, share in self.openings)
        share, titles = 100 * self.repeated / max(1, self.shown), 100 * self.titles / max(1, self.shown)
        allowed = 1000 * self.exceptions / max(1, self.own_words)
        return (
            f"{self.name:<46}{self.own_words:6}{level:7.1f}{self.mean:7.1f}{self.negations:6.0f} %{share:6.0f} %{titles:6.0f} %"
            f"{self.before:7}{allowed:7.1f}   {openings}"
        )


HEADS = f"{'text':<46}{'words':>6}{'grade':>7}{'mean':>7}{'no':>8}{'same':>8}{'titles':>8}{'before':>7}{'except':>7}   openings"
LEGEND = (
    "mean: words in a sentence · no: sentences with a negation · same: words in sentences that three pages of the kind"
    " have\ntitles: words in titles of sources and further pages that three pages have · before: words of the page between its title and its first sentence · except: exceptions from checks in 1,000 words"
)


class Measure:
    """Measures texts of one library. What pages repeat is known from all client texts of a kind, once."""

    def __init__(self, library: Library) -> None:
        self.library = library

    @cached_property
    def client_texts(self) -> list[Measured]:
        texts: list[Measured] = [*self.library.articles(), *self.library.sheets.values()]
        return [one for one in texts if one.audience == "client" and not said_of_waiting(one, self.library)]

    @cached_property
    def common(self) -> dict[type[Measured], set[str]]:
        """Return the sentences of each kind of page that stand on several."""
        counted: dict[type[Measured], Counter[str]] = {PageSource: Counter(), SheetSource: Counter()}
        for source in self.client_texts:
            shown = (*self.shown_sentences(source), *self.titles(source))
            counted[type(source)].update({alike(one) for one in shown})
        return {kind: {one for one, times in found.items() if times >= COMMON_ON} for kind, found in counted.items()}

    def shown_sentences(self, source: Measured) -> list[str]:
        return split(self.of_article(source) if isinstance(source, PageSource) else self.of_sheet(source))

    def titles(self, source: Measured) -> list[str]:
        """Return what its lists of sources and of further pages say."""
        citations, page = self.library.citations, source.article if isinstance(source, PageSource) else None
        cited = (*cited_in(source.body), *source.cites) if isinstance(source, PageSource) else source.cites
        about = about_article(source, page, self.library) if page else about_sheet(source, self.library)
        named = [citations[name].value.citation for name in cited if name in citations]
        return split([*named, *(one["title"] for one in (*about.get("sheets", ()), *about["related"]))])

    def of_article(self, source: PageSource) -> Iterator[str]:
        """Yield what the page of an article shows, from the top down."""
        page, words = source.article, self.library.words["article"]
        assert page
        about = about_article(source, page, self.library)
        yield from self.before_text(source)
        yield from (quoted(one.text, self.library.quotes()) for one in passages_of(source) if one.kind != "field")
        yield from (words["sources"], words["sheets"], words["related"])
        yield from self.notices(about, words["disclaimer"])

    def before_text(self, source: PageSource) -> Iterator[str]:
        page, words = source.article, self.library.words["article"]
        assert page
        about = about_article(source, page, self.library)
        yield from (page.title, about["minutes"])
        if page.main_message:
            yield f"{words['message']}:"
            yield page.main_message
        if page.content_note:
            yield f"{words['note']}:"
            yield page.content_note
        if about["help_first"]:
            yield from (call["say"] for call in call_buttons(self.library))

    def of_sheet(self, source: SheetSource) -> Iterator[str]:
        """Yield what the page of a sheet shows, from the top down, as it is before anybody fills it in."""
        about, words = about_sheet(source, self.library), self.library.words
        yield from (f"{term}: {means}" for term, means in about["terms"])
        yield from (f"{about['time']}.", words["sheet"]["skip"], words["sheet"]["person"], words["date"])
        stop = any(block.type == "pause" for block in source.worksheet.blocks)
        for text in texts_of(source, self.library):
            if text.place == "sheet":
                yield from (quoted(one.text, self.library.quotes()) for one in text.passages)
        if stop:
            whole, lines = needs_whole_stop(source, self.library), stop_box(self.library)
            yield from (words["pause"]["title"], words["pause"]["text" if whole else "short"])
            yield from (f"{one['how']} {one['name']}" for one in lines) if whole else (one["how"] for one in lines)
        yield words["sheet"]["related"]
        yield help_now(self.library)
        yield from self.notices(about, words["sheet"]["disclaimer"])

    def notices(self, about: dict[str, object], disclaimer: str) -> Iterator[str]:
        words = self.library.words
        yield f"{words['version']} · {about['review']}."
        yield disclaimer
        yield from (words["article"][name] for name in ("ketamine", "independence") if about[name])

    def figures(self, source: Measured) -> Figures:
        library = self.library
        assert library.sentence_rules
        assert library.syllable_rules
        text = next(iter(texts_of(source, library)))
        count = counter(library.syllable_rules)
        counted = counted_sentences(body_of(text), library.sentence_rules, library.syllable_rules, count)
        shown, titles = self.shown_sentences(source), self.titles(source)
        before = list(self.before_text(source))[1:] if isinstance(source, PageSource) else []
        return Figures(
            source.path.removesuffix(".md"),
            tuple((one.text, one.words, one.syllables) for one in counted),
            sum(words_in(one.text) for one in text.passages),
            sum(map(words_in, (*shown, *titles))),
            *(
                sum(words_in(one) for one in found if alike(one) in self.common[type(source)])
                for found in (shown, titles)
            ),
            sum(map(words_in, before)),
            source.tree.text.count("lint-ok:")
            + (source.body.count("lint-ok:") if isinstance(source, PageSource) else 0),
        )


def body_of(text: ReaderText) -> ReaderText:
    """Return a text without what stands around it: titles, summaries and notes are written for lists."""
    kept = (one for one in text.passages if one.kind != "field" or one.keys[:1] == ("blocks",))
    return text._replace(passages=tuple(kept))


def split(pieces: Iterable[str]) -> list[str]:
    return [one for piece in pieces for one in END_OF_SENTENCE.split(piece) if words_in(one)]


def alike(sentence: str) -> str:
    return " ".join(NOT_A_WORD.sub(" ", sentence.casefold()).split())


def together(name: str, several: Iterable[Figures]) -> Figures:
    """Return the figures of several texts as if they were one; `before` is the middle one."""
    found = list(several)
    befores = sorted(one.before for one in found)
    return Figures(
        f"{name} ({len(found)})",
        tuple(sentence for one in found for sentence in one.sentences),
        *(sum(values) for values in zip(*(one[2:6] for one in found), strict=True)),
        befores[len(befores) // 2],
        sum(one.exceptions for one in found),
    )


def chosen(files: list[str], measure: Measure) -> list[Measured]:
    """Return the sources of these files, or all client texts."""
    if not files:
        return measure.client_texts
    asked = {Path(file).resolve().relative_to(PROJECT).as_posix() for file in files}
    articles: list[Measured] = list(measure.library.articles())
    everything = [*articles, *measure.library.sheets.values()]
    return [source for source in everything if source.tree.path in asked]


def main(files: list[str]) -> None:
    library, problems = load_library(PROJECT, PROJECT / "mkdocs.yml", "en")
    for problem in problems:
        print(problem)
    measure = Measure(library)
    found = {source.path: measure.figures(source) for source in chosen(files, measure)}
    print(HEADS)
    for one in found.values():
        print(one.line(library))
    for name, kind in (("all client articles", PageSource), ("all client sheets", SheetSource)):
        of_kind = [measure.figures(one) for one in measure.client_texts if isinstance(one, kind)]
        print(together(name, of_kind).line(library))
    print(LEGEND)


if __name__ == "__main__":
    main(sys.argv[1:])
