"""Every link of the built site leads somewhere, and every place is named once.

A fault is said of the author's file in which the address stands. What the checks of the sources have said already is
not said again.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from psychoed.checks.rules import Rule
from psychoed.checks.site.faults import LIVE_HTML, SiteCheck
from psychoed.checks.site.origins import Origins
from psychoed.checks.site.site import BuiltSite
from psychoed.library.sources import Source
from psychoed.reading.problem import Problem

MADE_FILES = (".htaccess", ".nginx.conf", ".edition")
"""Files of the build whose names begin with a dot."""
HIDDEN_FILE = Rule("hidden-file", "problem", "no hidden file and no link to another place is published")
MAY_BE_HIDDEN = {".nojekyll", ".well-known", *MADE_FILES}

RULES = (
    LIVE_HTML,
    Rule("duplicate-id", "problem", "each place of a page has a name of its own"),
    Rule("missing-id", "problem", "labels and descriptions name something on the page"),
    Rule("unreached-page", "problem", "readers can reach every page from the home page"),
    Rule("foreign-file", "problem", "no page loads a file from another site"),
    HIDDEN_FILE,
)


def check_site(
    folder: Path,
    sources: Mapping[str, Source],
    *,
    texts: Mapping[str, str],
    site_url: str = "",
    left_out: Collection[str] = (),
    faulty: Collection[str] = (),
    reported: Iterable[Problem] = (),
    files: Collection[str] = (),
    allowed: Collection[str] = (),
    unsafe: Collection[str] = (),
    alone: Collection[str] = ("404.html",),
) -> list[Problem]:
    """Return the Problems of the site in this folder.

    `sources` and `left_out` name built pages such as parts/protectors/index.html: what each was made from, and those
    that another edition has or that are drafts. `faulty` are pages that a Problem of their own keeps off the site:
    nobody is blamed for naming one. `texts` are settings, templates and data, by path; `files` what of content/ is
    published as it is; `allowed` the raw HTML that the settings allow; `unsafe` the sources with a Problem of raw HTML. `alone` are pages that nothing needs to lead to.
    """
    site = BuiltSite(folder, site_url, frozenset(left_out), frozenset(faulty))
    check = SiteCheck(site, Origins(sources, texts, files), reported, allowed, unsafe)
    refused = {problem.path.removeprefix("content/") for problem in check.reported}  # files that are pages of their own
    pages = [(path, page) for path, page in site.pages.items() if path not in refused]
    found = [problem for path, page in pages for problem in check.problems_of_page(path, page)]
    found += [*check.problems_of_files(), *check.problems_of_ways(frozenset(alone) | refused), *hidden_files(folder)]
    first = {
        (problem.path, problem.line, problem.column, problem.rule): problem for problem in sorted(found, reverse=True)
    }
    return sorted(first.values())


def hidden_files(folder: Path) -> Iterator[Problem]:
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if file.is_symlink() or (file.name.startswith(".") and file.name not in MAY_BE_HIDDEN):
            what = f"“{path}” is hidden, or a link to another place, and would be published"
            yield Problem(f"{folder.name}/{path}", 1, 1, what, "take it out", HIDDEN_FILE.id)
