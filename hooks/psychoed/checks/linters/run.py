"""Asks two programs about the authors' files: rumdl about their Markdown, typos about their spelling.

Both are found beside Python, and read their settings in data/. What has not changed is not asked again.
"""

import json
import re
import subprocess
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shutil import which
from typing import Any, NamedTuple

from psychoed.checks.linters.respellable import may_be_respelled
from psychoed.checks.linters.rumdl_rules import AS_READERS_SEE_IT, INSTEAD
from psychoed.checks.linters.settings import settings_fault, settings_file
from psychoed.checks.rules import Rule
from psychoed.reading.cache import Cache
from psychoed.reading.problem import Problem

TIME_LIMIT = 60  # seconds
UNREAD = ("readable", "markdown-md094")
"""What keeps a line from being read; nothing else is said of it."""
LARGEST_FILE = 200_000  # bytes: a larger file has a Problem of its own
HIGHEST_RULE = 120
"""No rule of rumdl has a higher number."""
LINTER_MISSING = Rule("linter-missing", "advice", "Markdown and spelling are checked wherever their programs can run")
SPELLING = Rule("spelling", "problem", "no word is misspelled")
MARKDOWN = tuple(
    Rule(f"markdown-md{number:03}", "problem" if number in AS_READERS_SEE_IT else "advice", "Markdown as one writes it here")
    for number in range(1, HIGHEST_RULE)
)  # fmt: skip
SPELLING_OF_COUNTRY = Rule(
    "spelling-of-country", "advice", "words are spelled as in the country of the site's language"
)
RULES = (SPELLING, *MARKDOWN, LINTER_MISSING, SPELLING_OF_COUNTRY)
LOCALES = ("en-us", "en-gb", "en-au", "en-ca")
"""Countries whose spelling typos knows."""
LANGUAGE_OF_LIST = re.compile(r"^data/(?:strings\.([a-z]{2,3})(?:-\w+)?\.yml|([a-z]{2,3})(?:-\w+)?/)")


class Linter(NamedTuple):
    """A program, the settings it reads, and the files it is asked about: endings by folder."""

    name: str
    settings: str
    options: tuple[str, ...]
    files: tuple[str, ...]


RUMDL = Linter("rumdl", "data/markdown.toml", ("check", "--no-cache", "--output-format", "json"), ("content/**/*.md",))
TYPOS = Linter(
    "typos",
    "data/spelling.toml",
    ("--format", "json", "--no-ignore", "--force-exclude", "--no-check-filenames"),
    ("content/**/*.md", "worksheets/**/*.yml", "packets/**/*.yml", "data/**/*.yml", "*.yml"),
)


def lint(root: Path, cache: Cache, language: str = "en") -> list[Problem]:
    """Return everything that the two say of the project in this folder. Only English is spelled, that of a country as it
    is spelled there."""
    found = [*ask_linter(RUMDL, root, cache, problems_of_rumdl)]
    if language.partition("-")[0] != "en":
        return sorted(found)
    misspelled = [*ask_linter(TYPOS, root, cache, problems_of_typos)]
    if language.lower() in LOCALES:
        of_country = TYPOS._replace(options=(*TYPOS.options, "--locale", language.lower()))
        spelled = {(one.path, one.line, one.column) for one in misspelled}
        more = ask_linter(of_country, root, cache, problems_of_typos)
        other = (one for one in more if (one.path, one.line, one.column) not in spelled and is_plain_word(one, root))
        found += spelled_elsewhere(other, language)
    return sorted([*found, *misspelled])


def is_plain_word(found: Problem, root: Path) -> bool:
    line = (root / found.path).read_text("utf-8-sig").split("\n")[found.line - 1]
    return may_be_respelled(line[: found.column - 1], line[found.column - 1 :])


def spelled_elsewhere(found: Iterable[Problem], language: str) -> Iterator[Problem]:
    """Yield one Advice for each word that is spelled as in another country, at the first place."""
    by_word: dict[str, list[Problem]] = {}
    for one in found:
        by_word.setdefault(one.what.lower(), []).append(one)
    for places in by_word.values():
        first = min(places)
        what = first.what.replace(" is misspelled", f" is not spelled as in {language}")
        more = f", here and in {len(places) - 1} other places" if len(places) > 1 else ""
        yield first._replace(what=what + more, rule=SPELLING_OF_COUNTRY.id)


def is_english(path: Path) -> bool:
    """Return True for all but the words and lists of another language in data/."""
    language = LANGUAGE_OF_LIST.search(path.as_posix())
    return language is None or (language[1] or language[2]) == "en"


def ask_linter(linter: Linter, root: Path, cache: Cache, read: Any) -> Iterator[Problem]:
    named = {file for pattern in linter.files for file in root.glob(pattern)}
    files = sorted(file for file in named if may_be_read(file) and is_english(file.relative_to(root)))
    if not files:
        return
    if wrong := settings_fault(linter.settings, root):
        yield wrong
        return
    try:
        printed = cache.remember(cache_key(linter, root, files), lambda: run_linter(linter, root, files))
        yield from read(printed.decode("utf-8"), root)
    except (OSError, ValueError, KeyError, subprocess.SubprocessError, PackageNotFoundError):
        what = f"“{linter.name}” does not run on this computer, so that nothing is said of what it looks for"
        instead = "install psychoed again with pip, or let the workflow on GitHub look"
        yield Problem(linter.settings, 1, 1, what, instead, LINTER_MISSING.id)


def may_be_read(file: Path) -> bool:
    return file.is_file() and not file.is_symlink() and file.stat().st_size <= LARGEST_FILE


def cache_key(linter: Linter, root: Path, files: Sequence[Path]) -> str:
    settings = settings_file(linter.settings, root)
    texts = [settings.read_bytes() if settings else b""]
    texts += [part for file in files for part in (file.relative_to(root).as_posix().encode(), file.read_bytes())]
    names = " ".join((version(linter.name), *linter.options))
    return f"{linter.name}-{sha256(names.encode() + b''.join(sha256(text).digest() for text in texts)).hexdigest()}"


def run_linter(linter: Linter, root: Path, files: Sequence[Path]) -> bytes:
    """Return what the program prints. Both end with a code of their own where they find something."""
    program = which(linter.name, path=sysconfig.get_path("scripts")) or which(linter.name)
    if program is None:
        raise FileNotFoundError(linter.name)
    file = settings_file(linter.settings, root)
    settings = ["--config", str(file)] if file else []
    printed = b""
    for begin in range(0, len(files), 200):  # the command line of Windows is short
        paths = [file.relative_to(root).as_posix() for file in files[begin : begin + 200]]
        command = [program, *linter.options, *settings, "--", *paths]
        done = subprocess.run(command, cwd=root, capture_output=True, timeout=TIME_LIMIT, check=False)
        if done.returncode not in (0, 1, 2):
            raise subprocess.SubprocessError(done.stderr.decode("utf-8", "replace"))
        printed += done.stdout.strip() + b"\n"
    return printed


def problems_of_rumdl(printed: str, root: Path) -> Iterator[Problem]:
    decoder, at = json.JSONDecoder(), 0
    while at < len(printed.rstrip()):
        listed, at = decoder.raw_decode(printed, at)
        at += 1
        for one in listed:
            path, rule = Path(one["file"]).as_posix().removeprefix("./"), one["rule"]
            message = one["message"].rstrip(".")
            instead = INSTEAD.get(rule, f"https://rumdl.dev/{rule.lower()}/ shows how")
            if rule == "MD034" and message.lower().startswith("email"):
                instead = "write <name@clinic.example>, or [words](mailto:name@clinic.example)"
            what = message if message[1:2].isupper() else message[:1].lower() + message[1:]
            yield Problem(path, one["line"], one["column"], what, instead, f"markdown-{rule.lower()}")


def problems_of_typos(printed: str, root: Path) -> Iterator[Problem]:
    """Yield what typos found. Columns are counted in bytes there, and in characters here."""
    for line in filter(None, printed.split("\n")):
        one = json.loads(line)
        if one.get("type") != "typo" or "line_num" not in one:
            continue
        path = Path(one["path"]).as_posix().removeprefix("./")
        typed = (root / path).read_bytes().split(b"\n")[one["line_num"] - 1]
        column = len(typed[: one["byte_offset"]].decode("utf-8-sig", "replace")) + 1
        right = " or ".join(f"“{word}”" for word in one["corrections"][:3])
        instead = f"write {right}" if right else "write it another way, or add it to data/spelling.toml"
        yield Problem(path, one["line_num"], column, f"“{one['typo']}” is misspelled", instead, SPELLING.id)


def spelled_by_country(root: Path, language: str) -> dict[str, list[tuple[int, int, str, str]]]:
    """Return by file the words that the language's country spells in one other way: line, byte in it, word, and that way.
    Empty where the program cannot run."""
    linter = TYPOS._replace(options=(*TYPOS.options, "--locale", language.lower()))
    files = sorted({file for pattern in linter.files for file in root.glob(pattern) if may_be_read(file)})
    found: dict[str, list[tuple[int, int, str, str]]] = {}
    try:
        printed = run_linter(linter, root, files).decode("utf-8") if language.lower() in LOCALES else ""
    except (OSError, subprocess.SubprocessError):
        return {}
    for one in map(json.loads, filter(None, printed.split("\n"))):
        if one.get("type") == "typo" and "line_num" in one and len(one["corrections"]) == 1:
            at = (one["line_num"] - 1, one["byte_offset"], one["typo"], one["corrections"][0])
            found.setdefault(Path(one["path"]).as_posix().removeprefix("./"), []).append(at)
    return found


def not_reported(found: Iterable[Problem], reported: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what they found, less misspelled words of which another Problem speaks: names of attributes, paths, ids."""
    words: dict[tuple[str, int], str] = {}
    for problem in reported:
        line = (problem.path, problem.line)
        words[line] = f"{words.get(line, '')} {problem.what}"
    unread = {(problem.path, problem.line) for problem in reported if problem.rule in UNREAD}
    for problem in found:
        if (problem.path, problem.line) in unread:
            continue
        word = problem.what.partition("“")[2].partition("”")[0]
        if problem.rule != SPELLING.id or word not in words.get((problem.path, problem.line), ""):
            yield problem
