"""The index of the search, made from the library: what each page is called, its headings, the lines that say most, and
which pages hold a rarer word. A script in the browser looks into it."""

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from psychoed.library.library import Library
from psychoed.library.sources import PacketSource, PageSource, SheetSource, Source, url_of
from psychoed.model.article import Home
from psychoed.model.patterns import first_match
from psychoed.reading.markdown.richtext import plain_text, quoted
from psychoed.reading.markdown.visible import visible
from psychoed.views.data import Data
from psychoed.views.web.pages import GLOSSARY_PAGE
from psychoed.words.passages import fields_of, passages
from psychoed.words.subjects import about_ketamine
from psychoed.words.terms import terms_in_use

LINES_A_PAGE = 3
LONGEST_LINE = 150
LEAST_LINE = 20
KEY_LETTERS = 6
"""Words that begin alike count as one: protect, protector, protecting."""
RARE_ON = 12
"""A word that more pages hold tells none of them from the others, unless a title, a heading or a line says it."""
SEARCHED_WORD = re.compile(r"[^\W\d_][^\W_]{2,}(?:['’]\w+)?")
NOT_SEARCHED = frozenset({"clinician_note", "title", "summary", "changes", "review"})
"""Of a sheet's or packet's keys: what only staff read, and what is in the index by itself."""
BASE_36 = "0123456789abcdefghijklmnopqrstuvwxyz"


class SearchedPage(NamedTuple):
    """A page, a sheet or a packet as the search knows it."""

    path: str
    kind: str
    title: str
    summary: str
    headings: tuple[str, ...]
    lines: tuple[str, ...]

    def keys(self) -> set[str]:
        """Return what it says of itself."""
        return set().union(*(word_keys(text) for text in (self.title, self.summary, *self.headings)))


def search_index(library: Library) -> str:
    """Return the index as a script."""
    pages = [searched_page(source, library) for source in library.sources() if is_searched(source)]
    weights = key_weights(pages)
    shown = [page._replace(lines=telling_lines(page, weights)) for page in pages]
    numbers = {page.path: number for number, page in enumerate(pages)}
    said: Data = {
        "pages": [[url_of(page.path), *page[1:]] for page in shown],
        "words": [] if GLOSSARY_PAGE not in library.pages else glossary_words(library),
        "rare": rare_words(pages, shown),
        "everyday": everyday_words(library, numbers),
        "crisis": [[list(one.value.words), list(one.value.about)] for one in library.crisis.values()],
        "stop": " ".join(library.vocabulary.stop_words),
    }
    return f"window.searchIndex = {json.dumps(said, ensure_ascii=False, separators=(',', ':'))};\n"


def is_searched(source: Source) -> bool:
    return not (isinstance(source, PageSource) and isinstance(source.page, Home))


def searched_page(source: Source, library: Library) -> SearchedPage:
    quotes = library.quotes()
    texts = texts_of_page(source, library) if isinstance(source, PageSource) else texts_of_fields(source, quotes)
    headings, lines = list[str](), list[str]()
    for is_heading, text in texts:
        (headings if is_heading else lines).append(text)
    title, summary = (plain_text(quoted(said, quotes)) for said in (source.title, summary_of(source)))
    return SearchedPage(
        source.path, kind_of_result(source), title, summary, tuple(dict.fromkeys(headings)), tuple(lines)
    )


def kind_of_result(source: Source) -> str:
    """Return what a result says that it is, by its key in the words of templates."""
    if isinstance(source, SheetSource | PacketSource):
        return source.noun
    return "article" if source.article else "page"


def summary_of(source: Source) -> str:
    if isinstance(source, PageSource):
        return source.page.summary
    return source.worksheet.summary if isinstance(source, SheetSource) else source.packet.summary


def texts_of_page(source: PageSource, library: Library) -> Iterator[tuple[bool, str]]:
    """Yield headings and sentences of a page, each with whether it is a heading."""
    for passage in passages(quoted(source.body, library.quotes()), source.tree.path, 1):
        if passage.kind == "heading":
            yield True, passage.title
        elif passage.kind != "quote":
            yield from ((False, text) for _, text in passage.sentences(library.sentence_rules))


def texts_of_fields(source: Source, quotes: Mapping[str, str]) -> Iterator[tuple[bool, str]]:
    for passage in fields_of(source):
        if passage.shown and passage.shown.judged and passage.keys[0] not in NOT_SEARCHED:
            yield passage.keys[-1] == "heading", " ".join(visible(quoted(passage.raw, quotes)).split())


def word_keys(text: str) -> set[str]:
    return {word.casefold()[:KEY_LETTERS] for word in SEARCHED_WORD.findall(text)}


def key_weights(pages: Sequence[SearchedPage]) -> Mapping[str, float]:
    """Return how much each word tells one page from the others."""
    count = Counter(key for page in pages for key in page.keys().union(*map(word_keys, page.lines)))
    return {key: math.log(1 + len(pages) / number) for key, number in count.items()}


def telling_lines(page: SearchedPage, weights: Mapping[str, float]) -> tuple[str, ...]:
    """Return the few lines that say most of what the title, the summary and the headings leave out."""
    known = page.keys()
    left = {line: word_keys(line) for line in page.lines if LEAST_LINE <= len(line) <= LONGEST_LINE}
    chosen = list[str]()

    def worth(line: str) -> float:
        return sum(weights[key] for key in sorted(left[line] - known)) / math.sqrt(30 + len(line))

    while left and len(chosen) < LINES_A_PAGE:
        best = max(left, key=worth)
        chosen.append(best)
        known |= left.pop(best)
    return tuple(chosen)


def rare_words(pages: Sequence[SearchedPage], shown: Sequence[SearchedPage]) -> str:
    """Return the words that few pages hold and the index does not say otherwise, a line each: the shortest form, then
    the pages by how far each is from the one before."""
    forms, holds = dict[str, str](), defaultdict[str, list[int]](list)
    for number, (page, said) in enumerate(zip(pages, shown, strict=True)):
        known = said.keys().union(*map(word_keys, said.lines))
        for key, word in shortest_forms(page.lines).items():
            forms[key] = min(forms.get(key, word), word, key=lambda one: (len(one), one))
            if key not in known:
                holds[key].append(number)
    kept = sorted((forms[key], numbers) for key, numbers in holds.items() if len(numbers) <= RARE_ON)
    return "\n".join(f"{word} {' '.join(distances(numbers))}" for word, numbers in kept)


def shortest_forms(lines: Iterable[str]) -> dict[str, str]:
    found = dict[str, str]()
    for word in (word.casefold() for line in lines for word in SEARCHED_WORD.findall(line)):
        key = word[:KEY_LETTERS]
        found[key] = min(found.get(key, word), word, key=lambda one: (len(one), one))
    return found


def distances(numbers: Sequence[int]) -> Iterator[str]:
    yield from (in_base_36(number - before) for before, number in zip([0, *numbers], numbers, strict=False))


def in_base_36(number: int) -> str:
    return BASE_36[number] if number < 36 else in_base_36(number // 36) + BASE_36[number % 36]


def glossary_words(library: Library) -> list[list[str]]:
    """Return the words of the glossary: the place of each, the word, what it means."""
    at = url_of(GLOSSARY_PAGE)
    return [[f"{at}#word-{term.id}", term.term, plain_text(term.means)] for term in terms_in_use(library)]


def everyday_words(library: Library, numbers: Mapping[str, int]) -> list[list[Collection[object]]]:
    """Return what people type, with the pages that answer it in this edition. What is only of others is left out, and
    no word names ketamine where no page does."""
    quiet = () if any(about_ketamine(source, library) for source in library.sources()) else library.vocabulary.ketamine
    found = list[list[Collection[object]]]()
    for one in (entry.value for entry in library.everyday.values()):
        pages = [numbers[page] for page in one.pages if page in numbers]
        words = [word for word in one.words if not first_match(quiet, word)]
        if words and (pages or not one.pages):
            found.append([words, pages])
    return found
