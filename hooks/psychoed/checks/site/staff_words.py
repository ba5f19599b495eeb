"""What the public edition must not say: all that is written for staff alone, word by word, with its place."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from psychoed.library.library import Library, staff_addresses
from psychoed.library.sources import STAFF_FOLDER, PageSource, Source, in_body
from psychoed.model.article import Home
from psychoed.reading.file import place_in
from psychoed.reading.markdown.braces import braces_in
from psychoed.reading.markdown.mask import without_comments
from psychoed.reading.markdown.visible import visible
from psychoed.reading.media.words import words_in_file
from psychoed.reading.problem import Position
from psychoed.reading.yaml.tree import Tree
from psychoed.words.passages import Passage, fields_of, passages_of
from psychoed.words.runs import LEAST_IN_ROW, Letters, PlacedWords, Run, Runs, compared_words

LEAST_TITLE = 8
"""What is shorter, such as “If so”, may stand anywhere by chance."""
CLINICIAN_NOTE = ("clinician_note",)
TITLES = {"title", "entry", "heading"}
LEAST_OWN, LEAST_OWN_IN_MADE = 2, 4
"""Words of a row that no public source says. What the generator makes puts two public texts beside each other, which may
then go on as a staff text does."""
WORDS_SHOWN = 8
PUBLIC_LISTS = ("strings", "dated-facts", "glossary", "help-lines", "clinic", "phases", "groups", "topics")
STAFF_STRINGS = "guide"
"""The words of templates that only pages of the staff edition show, in the list of them."""
FOR_STAFF = re.compile(r"^(?:audience:\s*[\"']?(?:staff|clinician)|use:\s*[\"']?in-session|clinician_note:)", re.M)

PlacedPiece = tuple[str, Callable[[int], Position]]
"""A text, and the place of each of its characters."""


class Phrase(NamedTuple):
    """The words of a heading or a title, and where an author wrote them."""

    words: tuple[str, ...]
    path: str
    at: Position


class PhraseIndex:
    """Finds which of many phrases stand in a text, in one pass over its words."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.by_start: dict[tuple[str, ...], list[Phrase]] = {}
        for phrase in phrases:
            self.by_start.setdefault(phrase.words[:2], []).append(phrase)

    def found_in(self, words: list[str]) -> Iterator[Phrase]:
        for at, start in enumerate(pairwise([*words, ""])):
            yield from self.by_start.get(start[:1], ())
            for phrase in self.by_start.get(start, ()):
                if tuple(words[at : at + len(phrase.words)]) == phrase.words:
                    yield phrase


class PublicRun(NamedTuple):
    """Words of a staff text that a public source says, too, and where there."""

    run: Run
    path: str
    at: Position


class StaffWords:
    """What only staff see, and what of it public sources say as well, a few words in a row."""

    def __init__(self, whole: Library, more: Iterable[PlacedWords] = ()) -> None:
        self.runs = Runs([*staff_texts(whole), *more])
        public = whole.edition(staff=False)
        texts = [(text, Letters(text.text)) for text in public_texts(public)]
        self.said = [(text.path, frozenset(self.runs.covered_by(letters))) for text, letters in texts]
        texts += [(text, Letters(text.text)) for text in public_settings(whole)]
        self.shared = [run for text, letters in texts for run in self.shared_with(text, letters)]
        titles = [*staff_titles(whole)]
        said = [word for _, letters in texts for word in letters.words] + compared_words("\n".join(public_ids(public)))
        known = {phrase.words for phrase in PhraseIndex(titles).found_in(said)}
        self.titles = [phrase for phrase in titles if phrase.words not in known]

    def shared_with(self, text: PlacedWords, letters: Letters) -> Iterator[PublicRun]:
        for run in self.runs.found_in(letters):
            if text.shown or self.runs.text_of(run.first).shown:  # markup is alike by itself
                yield PublicRun(run, text.path, text.at(letters.offset(run.begins)))

    def public(self, copied_into: Collection[str] = ()) -> frozenset[int]:
        """Return the words that public sources say as well, but for what was copied into these files and is to go."""
        gone: dict[str, set[int]] = {path: set() for path in copied_into}
        for one in self.shared:
            gone.get(one.at.path or one.path, set()).update(range(one.run.first, one.run.end))
        return frozenset[int]().union(*(words - gone.get(path, set()) for path, words in self.said))

    def runs_in(self, letters: Letters, public: frozenset[int], *, made: bool) -> Iterator[Run]:
        """Yield what stands here and in no public source. `made`: the generator made this of public texts, in which it
        changes no word; what people made may say a sentence of a few words by chance."""
        for run in self.runs.found_in(letters, changed=not made):
            words = range(run.first, run.end)
            own = len(words) - len(public.intersection(words))
            if own >= LEAST_OWN_IN_MADE if made else own >= LEAST_OWN and len(words) >= LEAST_IN_ROW:
                yield run


@dataclass(frozen=True)
class StaffTexts:
    """What the words are taken from. Two with one key are the same."""

    key: str
    whole: Library = field(compare=False)
    more: tuple[PlacedWords, ...] = field(compare=False)


def staff_words(whole: Library, content: Path) -> StaffWords:
    """Return what only staff see. The sources are checked for it, and then the site."""
    more = tuple(other_staff_texts(content, whole))
    said = [tree.text for tree in (*(source.tree for source in whole.sources()), *whole.listed(*whole.lists))]
    ids = [f"{source.path} {source.staff_only}" for source in whole.sources()]
    key = sha256("\0".join([*said, *ids, *(one.text for one in more)]).encode()).hexdigest()
    return words_taken_from(StaffTexts(key, whole, more))


@lru_cache(maxsize=1)
def words_taken_from(texts: StaffTexts) -> StaffWords:
    return StaffWords(texts.whole, texts.more)


def staff_texts(whole: Library) -> Iterator[PlacedWords]:
    """Yield what only staff see: first as readers see it, then all that stands in the files, seen or not."""
    for source in whole.sources():
        fields = [*fields_of(source)] if source.staff_only else for_staff_in(source)
        yield joined(source.tree.path, [(one.text, one.at) for one in fields if one.shown])
        if source.staff_only and isinstance(source, PageSource):
            yield PlacedWords(source.tree.path, visible(source.body), partial(in_body, source))
    for tree in staff_lists(whole):
        yield joined(tree.path, [(text.text, text.at) for _, text in tree.placed_texts()])
    for source in whole.sources():
        if source.staff_only:
            yield raw_text(source.tree.path, source.tree.text)
        else:
            yield joined(source.tree.path, [(one.raw, one.at) for one in for_staff_in(source)], shown=False)


def shortened(words: Sequence[str]) -> str:
    """Return words as a message shows them."""
    return " ".join(words[:WORDS_SHOWN]) + (" …" if len(words) > WORDS_SHOWN else "")


def for_staff_in(source: Source) -> list[Passage]:
    """Return what of a public source only the staff edition shows: the note for clinicians, and a door to staff pages."""
    doors = source.page.doors if isinstance(source, PageSource) and isinstance(source.page, Home) else ()
    hidden = {("doors", number) for number, door in enumerate(doors) if door.to.startswith(STAFF_FOLDER)}
    return [one for one in fields_of(source) if one.keys[:1] == CLINICIAN_NOTE or one.keys[:2] in hidden]


def staff_lists(whole: Library) -> Iterator[Tree]:
    """Yield what of data/ only pages of the staff edition show."""
    yield from whole.listed("kinds")
    public = quoted_lists(whole.edition(staff=False))
    yield from (tree for id_, tree in quoted_lists(whole).items() if id_ not in public)
    yield from (tree.piece(STAFF_STRINGS) for tree in whole.listed("strings") if tree.keys_found((STAFF_STRINGS,)))


def quoted_lists(library: Library) -> dict[str, Tree]:
    """Return the lists of data/ that a text of this library quotes, by their ids."""
    names = {found.name for source in library.sources() for found in braces_in(source.tree.text)}
    lists = library.care_lists.items()
    return {id_: entry.at for id_, entry in lists if names & {f"list.{id_}", f"list.{id_}.marked"}}


def raw_text(path: str, text: str) -> PlacedWords:
    return PlacedWords(path, text, lambda offset: place_in(text, offset), shown=False)


def joined(path: str, pieces: Sequence[PlacedPiece], *, shown: bool = True) -> PlacedWords:
    """Return texts of one file that follow each other as one, in which each character knows its place."""
    begins = [0]
    for text, _ in pieces:
        begins.append(begins[-1] + len(text) + 2)

    def place(offset: int) -> Position:
        number = bisect_right(begins, offset) - 1
        return pieces[number][1](offset - begins[number])

    return PlacedWords(path, "\n\n".join(text for text, _ in pieces), place, shown)


def other_staff_texts(content: Path, whole: Library) -> Iterator[PlacedWords]:
    """Yield what is for staff and no page of the library: files beside staff pages, and sheets and packets that cannot
    be read."""
    root, known = content.parent, {source.tree.path for source in whole.sources()}
    files = sorted(one for one in (content / STAFF_FOLDER).rglob("*") if one.is_file())
    for file in (one for one in files if one.relative_to(root).as_posix() not in known):
        yield raw_text(file.relative_to(root).as_posix(), words_in_file(file.name, file.read_bytes()))
    for file in sorted([*root.glob("worksheets/*.y*ml"), *root.glob("packets/*.y*ml")]):
        path = file.relative_to(root).as_posix()
        if path not in known and file.is_file() and FOR_STAFF.search(text := file.read_text("utf-8", "replace")):
            yield raw_text(path, text)


def public_texts(public: Library) -> Iterator[PlacedWords]:
    """Yield all that the public edition may say: its sources as readers see them and as they are written, the words of
    templates, and the lists of data/."""
    for source in public.sources():
        hidden = {one.keys for one in for_staff_in(source)}
        fields = [one for one in fields_of(source) if one.keys not in hidden]
        read = [one for one in fields if one.shown]
        yield joined(source.tree.path, [(one.text, one.at) for one in read])
        yield joined(source.tree.path, [(one.raw, one.at) for one in read if one.raw != one.text], shown=False)
        yield joined(source.tree.path, [(one.raw, one.at) for one in fields if not one.shown], shown=False)
        if isinstance(source, PageSource):
            at = partial(in_body, source)
            yield PlacedWords(source.tree.path, visible(source.body), at)
            yield PlacedWords(source.tree.path, without_comments(source.body), at, shown=False)  # with its code
    for tree in (*public.listed(*PUBLIC_LISTS), *quoted_lists(public).values()):
        yield said_in_list(tree)
    for entry in public.citations.values():
        yield said_in_list(entry.at)


def public_settings(whole: Library) -> Iterator[PlacedWords]:
    """Yield what the settings of the public edition say: its name, its description, its navigation. Those of the staff
    edition come first, where it is built."""
    for tree in [*whole.listed("settings")][whole.staff :]:
        yield joined(tree.path, [(text.text, text.at) for text in tree.texts_once()], shown=False)


def said_in_list(tree: Tree) -> PlacedWords:
    """Return the texts of a list, but for the words of templates that only staff pages show."""
    said = ((text.text, text.at) for keys, text in tree.placed_texts() if keys[:1] != (STAFF_STRINGS,))
    return joined(tree.path, [*said])


def public_ids(public: Library) -> tuple[str, ...]:
    return (*public.pages, *public.sheets, *public.packets)


def staff_titles(whole: Library) -> Iterator[Phrase]:
    """Yield titles, headings and ids of what only staff see."""
    for source in whole.sources():
        for passage in passages_of(source) if source.staff_only else for_staff_in(source):
            if passage.shown and (passage.kind == "heading" or TITLES.intersection(passage.keys)):
                words = tuple(compared_words(passage.text))
                if sum(map(len, words)) >= LEAST_TITLE:
                    yield Phrase(words, passage.path, passage.at(0))
    for source, words in staff_ids(whole):
        yield Phrase(words, source.tree.path, Position())


def staff_ids(whole: Library) -> Iterator[tuple[Source, tuple[str, ...]]]:
    """Yield the ids of staff pages as words; one word alone may stand anywhere."""
    for address, source in staff_addresses(whole).items():
        words = tuple(compared_words(address.rpartition("/")[2]))
        if len(words) > 1:
            yield source, words
