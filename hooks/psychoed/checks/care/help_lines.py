"""A page that names a danger, such as violence at home, shows a help line for it: what is promised is there."""

from collections.abc import Iterator

from psychoed.checks.clinic import HELP_LINES, has_own_address
from psychoed.checks.rules import Rule
from psychoed.library.library import Library
from psychoed.library.sources import PacketSource, Source
from psychoed.model.care import Care, Need
from psychoed.model.lists import CountryHelp
from psychoed.reading.problem import Problem, nearest, problem_at
from psychoed.words.subjects import needs_named

HELP_LINE = Rule("help-line", "problem", "a page that names a danger shows a help line for it")
NO_HELP_LINE = Rule("no-help-line", "advice", "the clinic's country has a help line for each danger that pages name")
RULES = (HELP_LINE, NO_HELP_LINE)


def check_help_lines(library: Library) -> Iterator[Problem]:
    if library.care is None or library.help is None:
        return
    yield from unknown_needs(library, library.care)
    shown = {need for line in library.help.value.shown() for need in line.about}
    dangers = {need.id: need for need in library.care.needs if need.danger and need.id not in shown}
    named = (source for source in library.sources() if dangers and is_for_clients(source))
    for problem, need in missing_lines(named, dangers, library.care):
        instead, rule = what_to_do(need, library.help.value, live=has_own_address(library))
        yield problem._replace(instead=instead, rule=rule)


def is_for_clients(source: Source) -> bool:
    return not source.staff_only and not isinstance(source, PacketSource)


def missing_lines(sources: Iterator[Source], dangers: dict[str, Need], care: Care) -> Iterator[tuple[Problem, Need]]:
    """Yield one Problem for each danger, where it is first named: one line ends them all."""
    left = dict(dangers)
    for source in sources:
        for id_, (passage, found) in needs_named(source, care).items():
            if need := left.pop(id_, None):
                what = f"“{found[0]}” speaks of {need.name}, and no help line for it is shown"
                at = passage.at(found.start())
                yield problem_at(passage.path, at, what, "", HELP_LINE.id), need


def what_to_do(need: Need, country: CountryHelp, *, live: bool) -> tuple[str, str]:
    """Return what to write, and the rule: a line that is switched off stops the build, and so does one that nobody has
    dialed as soon as the site has an address of its own."""
    if line := next((line for line in country.lines if need.id in line.about), None):
        switched_on = "with `enabled: true`" + ("" if line.mark == "seen" else " and the day as last_checked")
        rule = HELP_LINE if live or line.mark == "seen" else NO_HELP_LINE
        return f"dial “{line.name}” and show it {switched_on} in {HELP_LINES}", rule.id
    return f"add one for {country.country} to {HELP_LINES}, with `about: [{need.id}]`", NO_HELP_LINE.id


def unknown_needs(library: Library, care: Care) -> Iterator[Problem]:
    """Yield what help lines of the clinic's country are said to be for, and nobody has described."""
    known = [need.id for need in care.needs]
    for number, line in enumerate(library.help.value.lines if library.help else ()):
        for at, about in enumerate(line.about):
            if library.help and about not in known:
                guess = nearest(about, known)
                instead = f"did you mean “{guess}”?" if guess else f"write one of: {', '.join(known)}"
                tree = library.help.at
                place = tree.position(("lines", number, "about", at))
                what = f"“{about}” is none of the needs in {library.folder_of_language}/care.yml"
                yield problem_at(tree.path, place, what, instead, HELP_LINE.id)
