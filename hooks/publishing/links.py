"""Every link of the built site leads somewhere, and every place is named once.

A fault is said of the author's file in which the address stands. What the checks of the sources have said already is
not said again.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from checks.rules import Rule
from library.problem import Problem
from publishing.builtsite import BuiltSite
from publishing.hidden import HIDDEN_FILE, hidden_files
from publishing.leaks import LEAK
from publishing.origins import Author, Origins
from publishing.sitecheck import SiteCheck

RULES = (
    Rule("duplicate-id", "problem", "each place of a page has a name of its own"),
    Rule("missing-id", "problem", "labels and descriptions name something on the page"),
    Rule("unreached-page", "problem", "readers can reach every page from the home page"),
    Rule("foreign-file", "problem", "no page loads a file from another site"),
    HIDDEN_FILE,
    LEAK,
)


def check_site(
    folder: Path,
    sources: Mapping[str, Author],
    *,
    texts: Mapping[str, str],
    site_url: str = "",
    left_out: Collection[str] = (),
    faulty: Collection[str] = (),
    reported: Iterable[Problem] = (),
    files: Collection[str] = (),
    allowed: Collection[str] = (),
    alone: Collection[str] = ("404.html",),
) -> list[Problem]:
    """Problems of the site in this folder.

    `sources` and `left_out` name built pages such as parts/protectors/index.html: what each was made from, and those
    that another edition has or that are drafts. `faulty` are pages that a Problem of their own keeps off the site:
    nobody is blamed for naming one. `texts` are settings, templates and data, by path; `files`
    what of content/ is published as it is; `allowed` the raw HTML that the settings allow. `alone` are pages that nothing
    needs to lead to.
    """
    site = BuiltSite(folder, site_url, frozenset(left_out), frozenset(faulty))
    check = SiteCheck(site, Origins(sources, texts, files), reported, allowed)
    refused = {problem.path.removeprefix("content/") for problem in check.reported}  # files that are pages of their own
    pages = [(path, page) for path, page in site.pages.items() if path not in refused]
    found = [problem for path, page in pages for problem in check.of_page(path, page)]
    found += [*check.of_styles(), *check.of_ways(frozenset(alone) | refused), *hidden_files(folder)]
    first = {
        (problem.path, problem.line, problem.column, problem.rule): problem for problem in sorted(found, reverse=True)
    }
    return sorted(first.values())
