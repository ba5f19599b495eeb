"""`psychoed doctor`: looks at what a site needs, and says in order what to do next."""

import re
import sys
from collections.abc import Iterator, Sized
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import click

from psychoed import __version__
from psychoed.checks.clinic import check_placeholders, has_own_address, placeholders
from psychoed.checks.dates.freshness import advise_on_help_lines, check_freshness
from psychoed.checks.dates.review import advise_on_reviews
from psychoed.checks.linters.run import lint, not_reported
from psychoed.checks.registry import FIXED_RULES, SEEN_IN_SITE, check_library, judged, rules_of
from psychoed.checks.rules import check_levels
from psychoed.commands.running import EDITIONS, clinic_folder
from psychoed.door.settings_file import faults_of_settings
from psychoed.door.unlisted import unlisted_pages
from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.library.waiting import drafts_in, of_no_draft
from psychoed.reading.cache import Cache
from psychoed.reading.problem import Problem
from psychoed.reading.yaml.settings import read_settings
from psychoed.reading.yaml.tree import setting
from psychoed.views.paper.fonts import printable

OLDEST_PYTHON = (3, 11)
PINNED_HERE = re.compile(r"^(?:psychoed==|\S*psychoed-)(\d+(?:\.\w+)*)", re.MULTILINE)
MOST_LISTED = 10


class Finding(NamedTuple):
    """One thing that was looked at. `todo` is empty where it is well."""

    looked_at: str
    found: str
    todo: str = ""
    stops: bool = False
    """Whether nothing can be published before it is done."""


@click.command
@click.pass_context
def command(context: click.Context) -> None:
    root = clinic_folder()
    found = list(findings(root))
    for one in found:
        click.echo(f"{'to do' if one.todo else 'well':6}{one.looked_at}: {one.found}")
    todo = sorted((one for one in found if one.todo), key=lambda one: not one.stops)
    click.echo("\nWhat to do next:" if todo else "\nNothing is left to do: psychoed build")
    for number, one in enumerate(todo, 1):
        click.echo(f"{number:3}. {one.todo}{' (before anything can be published)' if one.stops else ''}")
    context.exit(1 if any(one.stops for one in todo) else 0)


def findings(root: Path) -> Iterator[Finding]:
    """Yield what is looked at, in the order in which it matters."""
    yield python_here()
    yield version_here(root)
    settings = read_settings(root / "mkdocs.yml", root).value
    said = setting(settings, "theme", "language")
    language = str(said[1].value) if said else "en"
    library, problems = load_library(root, root / "mkdocs.yml", language)
    if refused := refused_by_generator(root):
        yield settings_read(library, refused)
        return
    wrong = stopping(root, library, problems, language) if library.clinic else problems
    yield settings_read(library, wrong)
    if library.clinic is None:
        return
    yield fonts_here()
    yield texts_in_order(library, [one for one in wrong if not one.path.startswith("mkdocs")])
    yield drafts(root)
    yield sample_words(library)
    yield address_of_site(library)
    yield from days(library)


def python_here() -> Finding:
    found = ".".join(map(str, sys.version_info[:3]))
    old = sys.version_info < OLDEST_PYTHON
    return Finding(
        "Python", found, "install Python 3.11 or newer from https://www.python.org/downloads/" if old else "", stops=old
    )


def version_here(root: Path) -> Finding:
    """Compare the package that runs with the one that the folder asks for."""
    file = root / "requirements.txt"
    pinned = PINNED_HERE.search(file.read_text("utf-8", "replace")) if file.is_file() else None
    if pinned is None or pinned[1] == __version__:
        return Finding("Version", f"psychoed {__version__}")
    what = f"psychoed {__version__} runs, and requirements.txt asks for {pinned[1]}"
    pin, before = f"psychoed=={__version__}", ""
    if not pinned[0].startswith("psychoed=="):
        pin, before = (
            f"./wheels/psychoed-{__version__}-py3-none-any.whl",
            "put the file that you installed into wheels/, and ",
        )
    todo = f"{before}write {pin} into requirements.txt, so that start and your host build with it too"
    return Finding("Version", what, todo)


def refused_by_generator(root: Path) -> list[Problem]:
    """Return what keeps an edition from being built at all, each once though its settings are inherited."""
    files = (root / edition.settings for edition in EDITIONS.values())
    return sorted({problem for file in files if file.is_file() for problem in faults_of_settings(file)})


def settings_read(library: Library, problems: list[Problem]) -> Finding:
    wrong = [one for one in problems if one.path.startswith("mkdocs")]
    if not wrong and library.clinic:
        return Finding("Settings", "mkdocs.yml can be read")
    named = ", ".join(dict.fromkeys(one.path for one in sorted(wrong))) or "mkdocs.yml"
    return Finding("Settings", listed_problems(wrong), f"mend {named}, which the lines above name", stops=True)


def fonts_here() -> Finding:
    missing = [name for name in ("fontpkg_atkinson_hyperlegible", "fontpkg_source_serif_4") if not find_spec(name)]
    todo = "install what is missing: python -m pip install -r requirements.txt" if missing else ""
    return Finding("Fonts", ", ".join(missing) + " are missing" if missing else "all there", todo, stops=bool(missing))


def stopping(root: Path, library: Library, problems: list[Problem], language: str) -> list[Problem]:
    """Return whatever stops a strict build, but for what grows old and what only the finished site shows."""
    rules, checked = rules_of(library), check_library(library, root / "content", printable())
    linted = not_reported(lint(root, Cache(root / ".cache" / "public"), language), [*problems, *checked])
    found = [*checked, *linted, *check_levels(library, rules, FIXED_RULES)]
    wrong, _ = judged(library, found, rules, {rule.id for rule in rules} - SEEN_IN_SITE)
    wrong += unlisted_pages(root / "mkdocs.yml", sorted(library.edition(staff=False).pages))
    return of_no_draft([one for one in (*problems, *wrong) if one.rule not in DAYS], root)


def texts_in_order(library: Library, wrong: list[Problem]) -> Finding:
    pages, sheets = number_of(library.pages, "page"), number_of(library.sheets, "worksheet")
    count = f"{pages}, {sheets} and {number_of(library.packets, 'packet')}"
    if not wrong:
        return Finding("Texts", f"{count}, without a Problem")
    return Finding(
        "Texts", listed_problems(wrong), "mend the lines above; psychoed serve shows them on the page", stops=True
    )


def number_of(things: Sized, noun: str) -> str:
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"


def drafts(root: Path) -> Finding:
    names = [file.relative_to(root).as_posix() for file in drafts_in(root)]
    if not names:
        return Finding("Drafts", "none")
    todo = "finish each draft and delete its line draft: true, or delete the file"
    return Finding("Drafts", f"{len(names)}: {', '.join(names)}", todo)


DAYS = ("stale-fact", "stale-help-line", "day-to-come", "ended-fact")


def listed_problems(problems: list[Problem]) -> str:
    lines = [f"\n        {problem}" for problem in sorted(problems)[:MOST_LISTED]]
    more = f"\n        and {len(problems) - MOST_LISTED} more" if len(problems) > MOST_LISTED else ""
    return f"{len(problems)} to mend" + "".join(lines) + more


def sample_words(library: Library) -> Finding:
    assert library.clinic
    names = placeholders(library.clinic.value, library.vocabulary)
    todo = f"write your own {', '.join(names)} into mkdocs.yml, under extra: clinic:" if names else ""
    what = f"{len(names)} still hold the sample’s words" if names else "your own"
    wrong = list(check_placeholders(library)) if has_own_address(library) else []
    if not wrong:
        return Finding("Your details", what, todo)
    return Finding(
        "Your details", listed_problems(wrong), "mend the lines above before the site is published", stops=True
    )


def address_of_site(library: Library) -> Finding:
    """Look at the address to which the codes on prints lead."""
    if has_own_address(library):
        return Finding("Address", library.public_url)
    todo = "write where your site will be as site_url in mkdocs.yml: the codes on printed sheets lead there"
    return Finding("Address", "not your own yet", todo)


def days(library: Library) -> Iterator[Finding]:
    """Yield what grows old by itself, and what waits for somebody."""
    old = list(check_freshness(library, library.today))
    stale = [one for one in old if one.rule in ("stale-fact", "stale-help-line", "day-to-come")]
    todo = "look at each of the lines above, and write today’s day there" if old else ""
    yield Finding("Facts and days", listed_problems(old) if old else "none is old", todo, stops=bool(stale))
    lines = list(advise_on_help_lines(library))
    yield Finding(
        "Help lines",
        lines[0].what if lines else "each was tried",
        f"try the help lines: {lines[0].instead}" if lines else "",
    )
    reviews = list(advise_on_reviews(library, library.today))
    yield Finding(
        "Reviews",
        reviews[0].what if reviews else "every page is reviewed",
        "have a clinician read the pages: psychoed review-packet makes a PDF of what waits" if reviews else "",
    )
