"""The public site holds nothing that is only for staff: each of its files is read, pages, index and PDFs alike.

Nobody can switch this off or make an exception from it, and a site in which it finds something is not published.
"""

import html
import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from psychoed.checks.rules import Rule, under
from psychoed.checks.site import staff_words as looked_for
from psychoed.checks.site.staff_words import Phrase, PhraseIndex, StaffWords, shortened, staff_words
from psychoed.library.library import Library, staff_addresses
from psychoed.library.sources import Source
from psychoed.model.search_words import SEARCH_INDEX
from psychoed.reading.cache import Cache, made_by
from psychoed.reading.media.opened import openers_key
from psychoed.reading.media.pdf_places import words_on_pages
from psychoed.reading.media.readings import ANY_TAG, readings
from psychoed.reading.media.words import NEXT_PAGE, words_in_file
from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.web.address import is_outside
from psychoed.words import runs as compared
from psychoed.words.runs import Letters, compared_words

LEAK = Rule("staff-leak", "fixed", "nothing that is only for staff stands in the public site")
HOW = (looked_for, compared)
"""The modules that look: a change in them has everything searched again."""
NO_CONTENT = Path("none/content")
FONT_FILES = {".woff2", ".woff", ".ttf", ".otf"}
PROGRAMS = {".js", ".css", ".map"}
WITH_LINES = {".html", ".css", ".js", ".map", ".vtt", ".txt"}
TITLES_IN_PAGE = re.compile(r"<(title|nav|h[1-6])\b.*?</\1>", re.DOTALL | re.IGNORECASE)
LEADS_TO = re.compile(r"\s(?:href|src)=[\"']?([^\"'>\s]+)", re.IGNORECASE)
TITLES_IN_INDEX = re.compile(r'"title":\s*("(?:[^"\\]|\\.)*")')
NOTHING_BUT_TITLES = ("sitemap.xml", "sitemap.txt")
LEAST_ANYWHERE = 5
"""A heading or a title of fewer words may stand anywhere by chance; in titles it is looked for all the same."""
MOST_FILES = 12
FIND_THE_LEAK = "do not publish this folder; find what put it there"


class Hit(NamedTuple):
    """Something for staff that a file of the site says: where the author wrote it, the words, and the line or page of
    the file."""

    path: str
    at: Position
    what: str
    where: str = ""


class LeakSearch:
    """What is looked for in a public site. `reported`: what is reported already of links to staff pages. `authored`: what
    people call the files that they put into the site, by their paths there. `copied_into`: public sources with a Problem
    of words that were copied into them: these are no words of the public by that."""

    def __init__(
        self,
        words: StaffWords,
        addresses: dict[str, Source],
        reported: str,
        authored: Mapping[str, str],
        copied_into: Collection[str],
    ) -> None:
        self.words, self.public = words, words.public(copied_into)
        self.addresses = {way: source for way, source in addresses.items() if way not in reported}
        self.authored = authored
        self.titles = PhraseIndex(words.titles)
        self.long_titles = PhraseIndex(one for one in words.titles if len(one.words) >= LEAST_ANYWHERE)

    @property
    def key(self) -> str:
        """Return a text that changes when what is looked for does, or how."""
        how = f"{openers_key()} {made_by(Path(__file__), *(Path(str(module.__file__)) for module in HOW))}"
        said = [self.words.runs.said, sorted(self.public), self.words.titles, sorted(self.addresses)]
        return sha256(f"{how} {said!r}".encode()).hexdigest()[:32]

    def hits_in(self, path: str, text: str) -> Iterator[Hit]:
        """Yield what a file of the site says that is for staff. `text`: all its words, as they stand in it."""
        said = ["\n\n".join(dict.fromkeys((path, self.authored.get(path, path)))), *readings(text)]
        for address, source in self.addresses.items():
            if any(contains_address(address, one) for one in said):
                yield Hit(source.tree.path, Position(), "the public site names this, in")
        texts = [Letters(one) for one in said]
        for number, letters in enumerate(texts):
            yield from self.runs_in(path, letters, self.place_in(path, text) if number == 1 else nowhere)
        for phrase in self.titles_in(path, texts, text):
            yield Hit(phrase.path, phrase.at, named(phrase.words))

    def runs_in(self, path: str, letters: Letters, place: Callable[[str, int], str]) -> Iterator[Hit]:
        runs, done = self.words.runs, range(0)
        for run in self.words.runs_in(letters, self.public, made=path not in self.authored):
            if run.first not in done:  # what goes on behind a change was found with what stands before it
                done = range(run.first, run.end)
                where, words = place(letters.text, letters.offset(run.begins)), runs.words(run.first, run.end)
                yield Hit(runs.text_of(run.first).path, runs.place_of(run.first), named(words), where)

    def place_in(self, path: str, text: str) -> Callable[[str, int], str]:
        """Return what names the place of a letter in a reading of this file."""
        lines = text.count("\n") if Path(path).suffix in WITH_LINES else 0

        def place(said: str, offset: int) -> str:
            if NEXT_PAGE in text:
                return f", page {said.count(NEXT_PAGE, 0, offset) + 1}"
            line = said.count("\n", 0, offset)
            return f":{line + 1}" if 0 < lines >= line else ""

        return place

    def titles_in(self, path: str, texts: list[Letters], text: str) -> Iterator[Phrase]:
        """Yield headings and titles: short ones only where the generator puts titles and addresses."""
        if path in self.authored or (Path(path).suffix in PROGRAMS and path != SEARCH_INDEX):
            yield from (phrase for one in texts for phrase in self.long_titles.found_in(one.words))
        else:
            yield from self.titles.found_in(compared_words(f"{path}\n\n{titles_made(path, text)}"))


def nowhere(said: str, offset: int) -> str:
    return ""


def named(words: Sequence[str]) -> str:
    return f"“{shortened(words)}” is for staff only, and stands in the public"


def titles_made(path: str, text: str) -> str:
    """Return what the generator makes of titles: of pages and their headings, navigation, search and the list of pages,
    and where links lead within the site: other sites call their pages as they like."""
    if path.endswith(".html"):
        titles = " ".join(found[0] for found in TITLES_IN_PAGE.finditer(text))
        ways = [way for found in LEADS_TO.findall(text) if not is_outside(way := html.unescape(found))]
        return f"{html.unescape(ANY_TAG.sub(' ', titles))}\n\n{' '.join(ways)}"
    if path == SEARCH_INDEX:
        return "\n\n".join(titles_of_index(text))
    if path.endswith(".json"):
        return "\n\n".join(json.loads(found) for found in TITLES_IN_INDEX.findall(text))
    return text if path.endswith(NOTHING_BUT_TITLES) else ""


def titles_of_index(text: str) -> Iterator[str]:
    """Yield addresses, titles and headings that the search knows; all of it, where it cannot be read."""
    try:
        index = json.loads(text[text.index("{") : text.rindex("}") + 1])
        for page in index["pages"]:
            yield from (page[0], page[2], *page[4])
    except (ValueError, KeyError, IndexError, TypeError):
        yield text


class CleanFiles:
    """Files in which the same search found nothing, by what they hold: they are not searched again."""

    def __init__(self, cache: Cache, key: str) -> None:
        self.cache, self.key = cache, f"{key}-clean"
        self.known = set(cache.remember(self.key, bytes).decode().split())
        self.found: set[str] = set()

    def holds(self, file: str) -> bool:
        """Return True for such a file, and remember it."""
        self.found |= {file} & self.known
        return file in self.known

    def keep(self) -> None:
        if self.found != self.known:
            self.cache.keep(self.key, " ".join(sorted(self.found)).encode())


def check_leaks(
    site: Path,
    whole: Library,
    cache: Cache,
    reported: str = "",
    *,
    content: Path = NO_CONTENT,
    authored: Mapping[str, str] = MappingProxyType({}),
    copied_into: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield a Problem for each staff text that stands in a public site, which names both ends. `site`: the folder of
    the build."""
    search = LeakSearch(staff_words(whole, content), staff_addresses(whole), reported, authored, copied_into)
    clean = CleanFiles(cache, search.key)
    found: dict[tuple[str, int], tuple[Hit, list[str]]] = {}
    for file in sorted(one for one in site.rglob("*") if one.is_file()):
        path = file.relative_to(site).as_posix()
        if is_of_the_theme(file, path):
            continue
        key = sha256(f"{path}\0{authored.get(path)}\0".encode() + file.read_bytes()).hexdigest()
        if clean.holds(key):
            continue
        made_font = file.suffix in FONT_FILES and path not in authored
        text = "" if made_font else published_text(file, cache, made=path not in authored)
        hits = [*search.hits_in(path, text)]
        for hit in hits:
            of_file = f"{site.name}/{path}{hit.where}" + (
                f", which is content/{authored[path]}" if path in authored else ""
            )
            found.setdefault((hit.path, hit.at.line), (hit, []))[1].append(of_file)
        clean.found |= set() if hits else {key}
    clean.keep()
    cache.tidy()
    for hit, files in found.values():
        yield from under(LEAK, [problem_at(hit.path, hit.at, f"{hit.what} {listed_files(files)}", FIND_THE_LEAK)])


def listed_files(files: list[str]) -> str:
    """Return the files as a message names them: the first few, and how many more there are."""
    first, *others = dict.fromkeys(files)
    named = f", and in {'; '.join(others[:MOST_FILES])}" if others else ""
    return f"{first}{named}" + (f", and in {len(others) - MOST_FILES} more files" if len(others) > MOST_FILES else "")


def is_of_the_theme(file: Path, path: str) -> bool:
    """Return True for a program or a style that Material for MkDocs brings, as it brings it."""
    theirs = theme_folder() / path
    return file.suffix in PROGRAMS and theirs.is_file() and theirs.read_bytes() == file.read_bytes()


@lru_cache(maxsize=1)
def theme_folder() -> Path:
    found = find_spec("material")
    return Path(found.origin).parent / "templates" if found and found.origin else NO_CONTENT


def contains_address(address: str, text: str) -> bool:
    """Return True if the text contains the address, and not only a longer one that begins alike."""
    return address in text and re.search(rf"{re.escape(address)}(?![\w-])", text) is not None


def published_text(file: Path, cache: Cache, *, made: bool) -> str:
    """Return all words of a file of the site. Those of PDFs, which are slow to read, are kept; of one that people made
    also as they stand on its pages."""
    data = file.read_bytes()
    if file.suffix != ".pdf":
        return words_in_file(file.name, data)
    key = f"{sha256(openers_key().encode() + data).hexdigest()[:32]}-{'said' if made else 'placed'}"

    def said() -> bytes:
        pages = words_in_file(file.name, data).split(NEXT_PAGE)
        placed = () if made else words_on_pages(data)
        both = zip_longest(placed, pages, fillvalue="")
        return NEXT_PAGE.join("\n\n".join(one) for one in both).encode("utf-8", "replace")

    return cache.remember(key, said).decode()
