"""Help lines as pages and papers show them: the emergency number first, then services, then the clinic."""

import re
from typing import Any

from psychoed.library.library import Library
from psychoed.library.sources import Source
from psychoed.model.lists import HelpLine, Way
from psychoed.words.subjects import needs_named


def dial_address(number: str) -> str:
    """Return the address that calls a number as people write it."""
    return "tel:" + re.sub(r"[^0-9+]", "", number)


def help_data(library: Library) -> list[dict[str, Any]]:
    """Return every line that is shown: its name, a note, and the ways to reach it."""
    assert library.clinic and library.help, "the library is read before it is shown"
    words, clinic, lines = library.words, library.clinic.value, library.help.value
    emergency: dict[str, Any] = {"name": words["help"]["risk"], "note": "", "ways": [emergency_way(library)]}
    services = [line_data(line) for line in lines.shown()]
    call = {"say": words["call"].format(number=clinic.phone), "href": dial_address(clinic.phone)}
    note = f"{clinic.hours}. {words['help']['after_hours']}: {clinic.after_hours}"
    return [emergency, *services, {"name": clinic.name, "note": note, "ways": [call]}]


def lines_needed(source: Source, library: Library) -> list[dict[str, Any]]:
    """Return the lines for what a text names beside any crisis, such as danger at home."""
    named = needs_named(source, library.care)
    lines = library.help.value.shown() if library.help else ()
    return [line_data(line) for line in lines if named.keys() & set(line.about)]


def first_ways(source: Source, library: Library) -> list[dict[str, str]]:
    """Return the lines for what a text names as paper has them, each with its first way."""
    return [{"how": line["ways"][0]["say"], "name": line["name"]} for line in lines_needed(source, library)]


def line_data(line: HelpLine) -> dict[str, Any]:
    ways = [{"say": way.say, "href": way.href} for way in line.ways]
    return {"name": line.name, "note": line.note, "ways": ways, "about": line.about}


def emergency_way(library: Library) -> dict[str, str]:
    assert library.help
    say = library.words["call"].format(number=library.help.value.emergency)
    return {
        "say": say,
        "href": f"tel:{library.help.value.emergency_call}" if library.help.value.emergency_call else "#help",
    }


def call_buttons(library: Library) -> list[dict[str, str]]:
    """Return the few buttons of the stop box: emergency, the primary line, the clinic."""
    assert library.help and library.clinic
    primary = [{"say": way.say, "href": way.href} for way in library.help.value.for_anyone()[0].ways[:2]]
    clinic = library.clinic.value
    return [
        emergency_way(library),
        *primary,
        {"say": f"{clinic.name} {clinic.phone}", "href": dial_address(clinic.phone)},
    ]


def stop_box(library: Library) -> list[dict[str, str]]:
    """Return what stands in the stop box on paper: the emergency number, two services for any crisis, or two ways to the
    one there is, and the clinic."""
    assert library.clinic and library.help
    words, clinic, lines = library.words, library.clinic.value, library.help.value
    ways = [(line, way) for line in lines.for_anyone()[:2] for way in line.ways]
    if len({line.name for line, _ in ways}) > 1:
        ways = [(line, line.ways[0]) for line in lines.for_anyone()]
    services = [{"how": way.say, "name": line.name, **page_of(way)} for line, way in ways[:2]]
    first = {"how": words["call"].format(number=lines.emergency), "name": words["in_danger"]}
    return [first, *services, {"how": clinic.phone, "name": words["our_clinic"]}]


def page_of(way: Way) -> dict[str, str]:
    """Return the page that a way leads to; a number to call has none, and nobody follows it on paper."""
    return {"page": way.href} if way.href.startswith("https:") else {}


def help_now(library: Library) -> str:
    """Return the line in every footer: the emergency number and the primary line."""
    assert library.help
    say = primary_way(library).say
    return str(library.words["help_now"].format(emergency=library.help.value.emergency, primary=say))


def primary_way(library: Library) -> Way:
    """Return the first way to reach the first help line."""
    assert library.help
    return library.help.value.for_anyone()[0].ways[0]
