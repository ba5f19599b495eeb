"""`psychoed new`: a folder of a clinic's own, from a few questions, each of which a flag answers as well."""

import os
import re
import sys
from pathlib import Path
from typing import NamedTuple

import click
import yaml
from pydantic import TypeAdapter, ValidationError

from psychoed.editing.beginning import begin
from psychoed.editing.first_settings import Beginning
from psychoed.editing.starters import Starter, starters
from psychoed.library.sheets import WINDOWS_NAMES
from psychoed.model.base import Line
from psychoed.model.clinic import ShortName
from psychoed.model.slugs import slug
from psychoed.reading.shipped import shipped

USUAL_NAME = "Your Clinic"
ON_LETTER = ("US", "CA")
SPOKEN = {"GB": "en-GB", "IE": "en-GB", "AU": "en-AU", "NZ": "en-AU"}
LANGUAGE_FORM = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
FOLDER_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?<![.])")


class KnownCountry(NamedTuple):
    """A country that has help lines: how it is called, and other names that people write for it."""

    name: str
    also: tuple[str, ...]


def known_countries() -> dict[str, KnownCountry]:
    """Return the countries of the package's list of help lines, by their codes."""
    listed = yaml.safe_load(shipped("data/help-lines.yml").read_text("utf-8"))
    return {code: KnownCountry(one["country"], tuple(one.get("also", ()))) for code, one in listed.items()}


COUNTRIES = known_countries()


class Asking(NamedTuple):
    """What is asked, with an example or a choice in the question itself."""

    words: str
    usual: str


ON_CALL = Asking(
    "Who answers clients at night and on weekends after a session? Write a sentence with the number, or that nobody of"
    " your clinic does and who is called instead. Leave it empty to write it later",
    "",
)


@click.command
@click.argument("folder", metavar="NAME")
@click.option("--name", metavar="TEXT", help="what your clinic is called, such as “Elm Tree Practice”")
@click.option("--country", metavar="CODE", help=f"whose help lines are shown: {', '.join(COUNTRIES)}")
@click.option("--paper", metavar="PAPER", help="letter or a4")
@click.option("--language", metavar="TAG", help="of the pages, such as en, en-GB or en-AU")
@click.option("--starter", metavar="STARTER", help="what is in it to begin with: all, parts, kat or empty")
@click.option("--on-call", metavar="TEXT", help="who answers at night after a session, or that nobody does")
@click.option("--yes", is_flag=True, help="ask nothing: what no flag says has its usual value")
def command(
    folder: str,
    name: str | None,
    country: str | None,
    paper: str | None,
    language: str | None,
    starter: str | None,
    on_call: str | None,
    yes: bool,
) -> None:
    path = free_folder(folder)
    ask = usual_value if yes else prompted
    clinic = checked_clinic(
        name
        if name is not None
        else ask(Asking("What is your clinic called? For example Elm Tree Practice", USUAL_NAME))
    )
    country = checked_country(
        country or ask(Asking(f"Which country’s help lines do your pages show? {with_names(COUNTRIES)}", "US"))
    )
    paper = checked_paper(
        paper or ask(Asking("Which paper do you print on? letter or a4", "letter" if country in ON_LETTER else "a4"))
    )
    spoken = SPOKEN.get(country, "en")
    language = checked_language(
        language or ask(Asking("Which language are your pages in? For example en, en-GB or en-AU", spoken))
    )
    choices = {one.id: one for one in starters().values()}
    chosen = checked_starter(
        starter
        or ask(Asking(f"What do you begin with?\n{offered(choices)}\nWrite one of: {', '.join(choices)}", "all")),
        choices,
    )
    at_night = checked_on_call((on_call if on_call is not None else ask(ON_CALL)) if chosen.ketamine else "")
    begin(path, chosen, Beginning(clinic, country, paper, language, chosen.description, at_night))
    click.echo(said_at_the_end(folder, chosen))


def usual_value(asked: Asking) -> str:
    return asked.usual


def prompted(asked: Asking) -> str:
    return str(click.prompt(asked.words, default=asked.usual))


def with_names(countries: dict[str, KnownCountry]) -> str:
    return ", ".join(f"{code} ({country.name})" for code, country in countries.items())


def offered(choices: dict[str, Starter]) -> str:
    return "\n".join(f"  {one.id:6} {one.title}: {one.says}" for one in choices.values())


def refuse(what: str, instead: str) -> click.ClickException:
    return click.ClickException(f"{what}; {instead}.")


def free_folder(typed: str) -> Path:
    """Return where the folder will be, or refuse a name that some computer could not have, or that is taken."""
    path = Path(typed.replace("\\", "/") if os.name != "nt" else typed)
    name = path.name
    if (name or not typed) and not FOLDER_NAME.fullmatch(name):
        close = slug(name).replace("/", "-") or "my-clinic"
        what = f"“{name or typed}” is no good name for a folder: letters, digits and hyphens are read by every computer"
        raise refuse(what, f'write {close}; the name of the clinic itself may have any letters: --name "{name}"')
    if name.partition(".")[0].lower() in WINDOWS_NAMES:
        raise refuse(f"“{name}” is a name that Windows keeps for itself", "take another, such as my-clinic")
    if path.is_file():
        raise refuse(f"“{typed}” is a file", "take another name")
    if path.is_dir() and any(path.iterdir()):
        raise refuse(
            f"there is a folder “{typed}” already, and it is not empty", "take another name; nothing in it is changed"
        )
    if not path.resolve().parent.is_dir():
        raise refuse(f"there is no folder “{path.parent}” to make it in", "make that first, or write only a name")
    return path


def checked_clinic(name: str) -> str:
    words = " ".join(name.split())
    try:
        return str(TypeAdapter(ShortName).validate_python(words))
    except ValidationError:
        raise refuse(
            f"“{words}” cannot be the name of a clinic",
            "write it on one line, in 80 letters at most, without signs of Markdown",
        ) from None


def checked_on_call(typed: str) -> str:
    words = " ".join(typed.split())
    try:
        return str(TypeAdapter(Line).validate_python(words)) if words else ""
    except ValidationError:
        raise refuse(f"“{words}” cannot stand on a page", "write one sentence, in plain words") from None


def checked_country(typed: str) -> str:
    codes = {name.casefold(): code for code, one in COUNTRIES.items() for name in (code, one.name, *one.also)}
    code = codes.get(typed.strip().casefold())
    if code is None:
        raise refuse(
            f"there are no help lines for “{typed}” yet",
            f"write one of: {', '.join(COUNTRIES)}; INT has those of anywhere",
        )
    return code


def checked_paper(typed: str) -> str:
    paper = typed.strip().lower()
    if paper not in ("letter", "a4"):
        raise refuse(f"“{typed}” is no paper that is printed here", "write letter or a4")
    return paper


def checked_language(typed: str) -> str:
    first, _, region = typed.strip().replace("_", "-").partition("-")
    tag = first.lower() + (f"-{region.upper()}" if region else "")
    known = sorted(file.name.split(".")[1] for file in shipped("data").glob("strings.*.yml"))
    if not LANGUAGE_FORM.fullmatch(tag) or first.lower() not in known:
        raise refuse(
            f"there are no words of buttons and footers in “{typed}” yet",
            f"write one of: {', '.join(known)}, en-GB, en-AU; data/strings.en.yml can be translated later",
        )
    return tag


def checked_starter(typed: str, choices: dict[str, Starter]) -> Starter:
    if typed.strip().lower() not in choices:
        raise refuse(f"“{typed}” is nothing to begin with", f"write one of: {', '.join(choices)}")
    return choices[typed.strip().lower()]


def said_at_the_end(folder: str, starter: Starter) -> str:
    start = "start.bat" if os.name == "nt" else "start.command"
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    review = "No clinician has reviewed these texts, and every page says so until one has."
    lines = [
        f"The folder {folder} is there, with: {starter.title.lower()}.",
        "It is yours to fill." if starter.id == "empty" else review,
        "",
        f"Next: open it and double-click {start}. The first time, that installs what it needs; then your site opens in the browser.",
        "Or write here:",
        f'  cd "{folder}"' if " " in folder else f"  cd {folder}",
        f"  {python} -m psychoed serve     shows the site in your browser while you write",
        f"  {python} -m psychoed doctor    says what to do next, in order",
    ]
    return "\n".join(lines)
