"""The external links and what became of them, in Markdown: for a terminal, and for the summary of a weekly job."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import urldefrag

from psychoed.outside_links.answers import SiteAnswer, Verdict
from psychoed.outside_links.find_links import OutsideLink
from psychoed.reading.problem import Problem, problem_at
from psychoed.report.formats import number

HEADINGS: dict[Verdict, tuple[str, str]] = {
    "dead": ("Dead", "Readers who follow these find nothing."),
    "moved": ("Moved", "These still work. Write the new address before the old one is given up."),
    "unsure": ("Could not be checked", "Many sites open for people and not for programs. Look at these yourself."),
}


class Checked(NamedTuple):
    """One run: the links, the answers by page, and how many of the pages were not asked since they were good."""

    links: tuple[OutsideLink, ...]
    answers: Mapping[str, SiteAnswer]
    remembered: int
    unread: tuple[Problem, ...] = ()
    """Why some files could not be read, so that their links are not among these."""

    def answer(self, link: OutsideLink) -> SiteAnswer:
        return self.answers[urldefrag(link.address).url]

    def having(self, verdict: Verdict) -> list[OutsideLink]:
        return [link for link in self.links if self.answer(link).verdict == verdict]


def report_text(checked: Checked, today: date) -> str:
    return "\n\n".join(paragraphs(checked, today)) + "\n"


def paragraphs(checked: Checked, today: date) -> Iterator[str]:
    yield f"# External links, {today.isoformat()}"
    yield summary(checked)
    for verdict, (heading, meaning) in HEADINGS.items():
        if links := checked.having(verdict):
            yield f"## {heading}: {len(links)}"
            yield meaning
            yield list_of_findings(link_problem(link, checked.answer(link)) for link in links)
    if checked.unread:
        yield f"## Files that could not be read: {len({problem.path for problem in checked.unread})}"
        yield "Their links were not checked. A build names the same Problems."
        yield list_of_findings(checked.unread)


def summary(checked: Checked) -> str:
    count = {verdict: len(checked.having(verdict)) for verdict in ("dead", "moved", "unsure", "fine")}
    asked = len(checked.answers) - checked.remembered
    return (
        f"{number(len(checked.links), 'link')} to {number(len(checked.answers), 'page')}: {count['dead']} dead, "
        f"{count['moved']} moved, {count['unsure']} could not be checked, {count['fine']} fine. "
        f"{number(asked, 'page')} asked, {checked.remembered} known to be good from an earlier day."
    )


def list_of_findings(problems: Iterable[Problem]) -> str:
    return "\n".join(f"- `{at.path}:{at.line}:{at.column}`: {at.what}; {at.instead}" for at in sorted(problems))


def link_problem(link: OutsideLink, answer: SiteAnswer) -> Problem:
    return problem_at(link.path, link.at, f"<{link.address}> {answer.why}", instead_of(link, answer))


def instead_of(link: OutsideLink, answer: SiteAnswer) -> str:
    if answer.verdict == "dead":
        return "look whether it is typed right; else write the page's new address, or take the link out"
    if answer.verdict == "moved":
        fragment = urldefrag(link.address).fragment
        new = answer.moved_to if "#" in answer.moved_to or not fragment else f"{answer.moved_to}#{fragment}"
        return f"look whether <{new}> says the same, and write that"
    return "open it in a browser, and mend or take out the link if it fails there too"
