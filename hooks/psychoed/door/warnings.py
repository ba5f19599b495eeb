"""What the site generator says of a link or a page, held back until it is known whether a Problem says it already.

The settings keep its warnings on: they are the net below our own checks, and all that is left where no hook runs.
"""

import logging
import posixpath
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from urllib.parse import urldefrag

from psychoed.checks.links.navigation import unlisted
from psychoed.model.file_addresses import address_in_site
from psychoed.reading.problem import Problem

IN_PAGE = re.compile(
    r"Doc file '(.+?)' contains (?:an absolute link|an unrecognized relative link|a link) '(.*?)'(?:,| but|\Z)",
    re.DOTALL,
)
IN_NAVIGATION = re.compile(r"(?:A reference|An absolute path) to '(.*?)' is included in the 'nav'", re.DOTALL)
LEFT_OUT = re.compile(r"The following pages exist in the docs directory.*?\n  - (.+)\Z", re.DOTALL)
IN_QUOTATION_MARKS = re.compile("“(.*?)”", re.DOTALL)
ON_EVERY_PAGE = re.compile(r"#(?:top$|:~:|fnref:)", re.IGNORECASE)
"""Places that browsers know on every page, and the way back from a note, whose own Problem says that nothing cites it."""


class HeldWarnings(logging.Filter):
    """Keeps warnings on links out of these logs until `release`."""

    def __init__(self, logs: Iterable[str]) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []
        self.logs = [logging.getLogger(name) for name in logs]
        for log in self.logs:
            log.addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Return False for a warning that is held back."""
        held = record.levelno >= logging.WARNING and (
            link_warned_of(record) is not None or bool(pages_left_out(record))
        )
        if held:
            self.records.append(record)
        return not held

    def not_listed(self, content: str, found: Collection[Problem]) -> list[Problem]:
        """Return a Problem for each page that the navigation leaves out, but for those that nothing leads to at all,
        and none where the navigation itself has a Problem."""
        unreached = {problem.path for problem in found if problem.rule == "unreached-page"}
        paths = [f"{content}/{path}" for record in self.records for path in pages_left_out(record)]
        self.records = [record for record in self.records if not pages_left_out(record)]
        if any(is_of_settings(problem, "") for problem in found):
            return []
        return [*unlisted(path for path in dict.fromkeys(paths) if path not in unreached)]

    def release(self, reported: Collection[Problem], root: Path, content: str, unread: Collection[str] = ()) -> None:
        """Let through what no Problem says. `content`: the folder of the pages, from `root`. `unread`: pages that a
        Problem of their own keeps off the site."""
        for log in self.logs:
            log.removeFilter(self)
        for record in self.records:
            page, link = link_warned_of(record) or ("", "")
            if posixpath.normpath(posixpath.join(posixpath.dirname(page), urldefrag(link).url)) in unread:
                continue
            about = [
                problem for problem in reported if problem.path == f"{content}/{page}" or is_of_settings(problem, page)
            ]
            if not ON_EVERY_PAGE.search(link) and not any(is_about(problem, link, root) for problem in about):
                logging.getLogger(record.name).handle(record)
        self.records.clear()


def pages_left_out(record: logging.LogRecord) -> list[str]:
    """Return the pages that the navigation does not list, where the record is about them."""
    found = LEFT_OUT.match(record.getMessage())
    return [Path(path).as_posix() for path in found[1].split("\n  - ")] if found else []


def link_warned_of(record: logging.LogRecord) -> tuple[str, str] | None:
    """Return the page, which is empty for the navigation, and the link that the record is about."""
    message = record.getMessage()
    if found := IN_PAGE.match(message):
        return found[1], found[2]
    return ("", found[1]) if (found := IN_NAVIGATION.match(message)) else None


def is_of_settings(problem: Problem, page: str) -> bool:
    """Return True if the warning is of no page and the Problem is of a file beside mkdocs.yml."""
    return not page and "/" not in problem.path


def is_about(problem: Problem, link: str, root: Path) -> bool:
    """Return True if the Problem is about this link, by its words or its line."""
    if link in map(address_in_site, IN_QUOTATION_MARKS.findall(problem.what)):
        return True
    try:
        lines = (root / problem.path).read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError):
        return False
    return bool(link) and problem.line <= len(lines) and link in lines[problem.line - 1]
