"""The clinic's own details: what still holds the sample's words, and what could not be shown."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.pages import files_of
from psychoed.library.sources import Source
from psychoed.model.clinic import SESSION_RULES, Clinic, in_the_dark
from psychoed.model.file_addresses import addresses_of
from psychoed.model.language import Vocabulary
from psychoed.model.lists import CountryHelp
from psychoed.model.validation.fields import help_for
from psychoed.reading.problem import Problem, nearest, problem_at
from psychoed.reading.yaml.tree import Entry, Tree, child
from psychoed.words.subjects import about_ketamine, read_by_clients

RULES = (Rule("clinic-details", "fixed", "the clinic's details can be shown, and its country has help lines"),)
PLACEHOLDER = Rule("placeholder", "advice", "the clinic's details are its own, and not the sample's")
PUBLISHED = Rule("published-placeholder", "problem", "a site with an address of its own holds no words of the sample")
SAMPLE_SITES = ("example", "example.com", "example.org", "example.net", "invalid", "test", "localhost", "127.0.0.1")
"""Where no real site can be: these names are kept for samples and trials."""
HELP_LINES = "data/help-lines.yml"
IN_CURLY_QUOTES = re.compile("[“”„‘][^“”„‘’]*[“”’]")
LONGEST_CODE = 3
"""Codes of countries differ so little that none of them is another one misspelled."""
GROUNDS = (("on a light screen and on paper", "#eae3d5"), ("on a dark screen", "#2e2a25"))
"""The ground of the help lines, light and dark (--hollow of tokens.css): words stand out least from it."""
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3


def check_placeholders(library: Library) -> Iterator[Problem]:
    """Yield what clients would read or call that is not the clinic's own yet: Advice while the address of the site is a
    sample, and from then on a Problem each."""
    if library.clinic is None:
        return
    rule = PUBLISHED if has_own_address(library) else PLACEHOLDER
    tree = library.clinic.at
    for name in placeholders(library.clinic.value, library.vocabulary):
        what = f"extra.clinic.{name} still holds the sample's words"
        yield problem_at(
            tree.path,
            tree.position((name,), of_key=True),
            what,
            "write your clinic's own before anybody reads the site",
            rule.id,
        )
    for source in library.sources():
        if not source.staff_only:
            yield from sample_words_in(source, library.vocabulary, rule)
    if rule is PUBLISHED and library.help and not any(line.last_checked for line in library.help.value.shown()):
        what = "nobody has dialed any of the help lines that the site shows"
        instead = f"dial each, and write the day as last_checked in {HELP_LINES}"
        yield problem_at(tree.path, tree.position(("country",)), what, instead, rule.id)


def has_own_address(library: Library) -> bool:
    """Return True if the public site has an address at which it can be read."""
    host = urlsplit(library.public_url).hostname or ""
    return bool(host) and not any(host == name or host.endswith(f".{name}") for name in SAMPLE_SITES)


def sample_words_in(source: Source, vocabulary: Vocabulary, rule: Rule) -> Iterator[Problem]:
    """Yield the first words of the sample in each text that clients see."""
    for passage in read_by_clients(source):
        if found := next((mark for mark in vocabulary.placeholders if mark in passage.raw), None):
            at = passage.at(passage.raw.index(found))
            instead = "write your clinic's own, or take it out, before anybody reads the site"
            yield problem_at(passage.path, at, f"“{found}” is a placeholder", instead, rule.id)


def placeholders(clinic: Clinic, vocabulary: Vocabulary) -> list[str]:
    """Return the names of the details that hold what the sample says."""
    return [name for name, value in clinic if value and any(mark in str(value) for mark in vocabulary.placeholders)]


def check_clinic(library: Library, content: Path) -> Iterator[Problem]:
    if library.clinic is None:
        return
    clinic, tree = library.clinic.value, library.clinic.at
    yield from check_help(clinic, tree, library)
    yield from missing_rules(library.clinic, library)
    if clinic.colour is None and child(tree.root, "colour"):
        at = tree.position(("colour",), of_key=True)
        yield problem_at(tree.path, at, "“colour” is empty", 'write it in quotes, as "#2f4a73", or take the line out')
    for key in ("logo", "logo_in_the_dark"):
        picture = getattr(clinic, key)
        if picture and picture not in addresses_of(files_of(content)):
            instead = f"write the path from content/, or take `{key}` out"
            if picture.removeprefix("content/") in addresses_of(files_of(content)):
                instead = f"write {picture.removeprefix('content/')}, the path from content/"
            yield problem_at(tree.path, tree.position((key,)), f"there is no picture content/{picture}", instead)
    if clinic.logo_in_the_dark and not clinic.logo:
        at, what = tree.position(("logo_in_the_dark",), of_key=True), "there is a logo for dark screens and no other"
        yield problem_at(tree.path, at, what, "add `logo: …`, the picture for light screens and for paper")
    if clinic.colour:
        yield from check_contrast(clinic.colour, tree)
    for key, typed in clinic:
        if isinstance(typed, str) and IN_CURLY_QUOTES.fullmatch(typed):
            what = f"the quotation marks around “{key}” are curly, and would be shown"
            yield problem_at(tree.path, tree.position((key,)), what, 'write straight ones: "…"')


def missing_rules(clinic: Entry[Clinic], library: Library) -> Iterator[Problem]:
    """Yield a Problem for each rule of a ketamine session that is not set, where something is about one."""
    missing = [name for name in SESSION_RULES if getattr(clinic.value, name) is None]
    about = next((one for one in library.sources() if missing and about_ketamine(one, library)), None)
    for name in missing if about else ():
        what = f"“{name}” is missing, and {about.tree.path if about else ''} is about ketamine"
        instead = f"add `{name}: …`{help_for(Clinic, (name,))}"
        yield problem_at(clinic.at.path, clinic.at.position(()), what, instead)


def check_contrast(colour: str, tree: Tree) -> Iterator[Problem]:
    """Yield a Problem where a color stands out too little. The dark screen's color is made from the light one's, and is
    light enough for every dark color there is."""
    for (where, ground), shown in zip(GROUNDS, (colour, in_the_dark(colour)), strict=True):
        if (ratio := contrast(shown, ground)) < LEAST_CONTRAST:
            what = f"the color {colour} cannot be read well {where} ({ratio:.1f} to 1)"
            instead = f"choose a darker one, with at least {LEAST_CONTRAST} to 1"
            yield problem_at(tree.path, tree.position(("colour",)), what, instead)


def check_help(clinic: Clinic, tree: Tree, library: Library) -> Iterator[Problem]:
    if (library.help and library.help.value.shown()) or library.unread & {HELP_LINES, clinic.country}:
        return
    if library.help:
        what = f"no help line for {clinic.country} may be shown yet"
        instead = f"dial one in {HELP_LINES} and write last_checked and enabled: true, or choose another country"
    else:
        what = f"there are no help lines for “{clinic.country}”"
        instead = code_meant(clinic.country, library)
    yield problem_at(tree.path, tree.position(("country",)), what, instead)


def code_meant(country: str, library: Library) -> str:
    """Return what to write in place of an unknown country: the code of one that is called so, or all codes."""
    codes = {name.casefold(): code for code, entry in library.countries.items() for name in called(code, entry.value)}
    code = codes.get(country.casefold()) or codes.get(
        (nearest(country.casefold(), codes) if len(country) > LONGEST_CODE else "") or ""
    )
    if code:
        return f"did you mean “{code}”?"
    return f"write one of: {', '.join(sorted(library.countries))}; or add its lines in {HELP_LINES}"


def called(code: str, country: CountryHelp) -> tuple[str, ...]:
    return (code, country.country, *country.also)


def luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2.2 defines it, from #rrggbb."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colors, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
