"""What each page of the built site was made from, so that a fault is said of the author's own file."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from psychoed.build.edition import Edition
from psychoed.build.project import Project
from psychoed.checks.registry import SEEN_IN_SITE, judged, rules_of
from psychoed.checks.shared_words import COPIED_NOTE
from psychoed.checks.site.check import check_site
from psychoed.checks.site.leaks import check_leaks
from psychoed.library.library import Library
from psychoed.library.pages import files_of
from psychoed.library.sources import Source, url_of
from psychoed.model.file_addresses import addresses_of, file_address
from psychoed.reading.problem import Problem
from psychoed.reading.web.address import form_fault
from psychoed.views.web.moved import moved_paths

MISSING_PAGE, EMBEDDED_PAGES = "404.html", "*/embed/index.html"
FILES_WITH_ADDRESSES = (
    "*.yml",
    "data/**/*.yml",
    "overrides/**/*.html",
    "overrides/**/*.css",
    "content/**/*.css",
    "content/**/*.svg",
    "content/**/*.webmanifest",
    "content/robots.txt",
)
"""Files beside pages and sheets in which somebody writes an address: the settings first, then lists and templates."""


def problems_of_site(
    site: Path,
    project: Project,
    whole: Library,
    reported: Iterable[Problem],
    unprinted: Collection[str] = (),
    unsafe: Collection[str] = (),
) -> list[Problem]:
    """Return what is wrong with the links of the site in this folder. `whole`: the library of both editions.
    `unprinted`: PDFs that a Problem keeps off the site. `unsafe`: sources whose raw HTML has a
    Problem."""
    sources, reported = sources_by_page(whole), list(reported)
    wrong = {problem.path for problem in reported}
    faulty = {built_path(path) if path.endswith(".md") else path for path in whole.unread} | {*unprinted}
    if whole.clinic:
        logos = (whole.clinic.value.logo, whole.clinic.value.logo_in_the_dark)
        faulty |= {
            logo for logo in logos if logo and logo not in addresses_of(files_of(project.content))
        }  # checks/clinic.py says so
    return check_site(
        site,
        sources,
        texts=texts_in(project.root),
        site_url=project.site_url,
        left_out=sources,
        faulty=faulty | {page for page, source in sources.items() if source.tree.path in wrong},
        reported=reported,
        alone={
            MISSING_PAGE,
            *moved_paths(whole),
            *(path.relative_to(site).as_posix() for path in site.rglob(EMBEDDED_PAGES)),
        },
        files=files_of(project.content),
        allowed=whole.html,
        unsafe=unsafe,
    )


def judged_site(site: Path, project: Project, edition: Edition) -> tuple[list[Problem], list[Problem]]:
    """Return Problems and Advice of the site in this folder that the sources alone did not show."""
    whole, found = edition.whole, list[Problem]()
    if not (project.site_url and form_fault(project.site_url)):  # else no page would lead where it should
        kept_off = {file_address(path) for added in edition.added.values() for path in added.refused}
        unsafe = {problem.path for problem in edition.problems if problem.rule == "unsafe-html"}
        found += problems_of_site(site, project, whole, edition.reported, edition.unprinted | kept_off, unsafe)
    if not project.staff:
        found += leaks_in(site, project, edition, found)
    found = [as_published(problem, site.name, project.site_name) for problem in found]
    problems, advice = judged(whole, [*edition.reported, *found], rules_of(whole), SEEN_IN_SITE)
    known = {*edition.problems, *edition.advice}
    return [problem for problem in problems if problem not in known], [one for one in advice if one not in known]


def leaks_in(site: Path, project: Project, edition: Edition, found: list[Problem]) -> Iterator[Problem]:
    """Yield what the site says that is for staff. A link to a staff page that fails the build by itself is not named
    twice; a build that is not strict would publish it."""
    named = [*edition.problems, *found] if project.strict else []
    staff_links = "\n".join(one.what for one in named if "staff edition" in one.what)
    authored = addresses_of(files_of(project.content))
    copied = {one.path for one in edition.problems if one.rule == COPIED_NOTE.id}
    yield from check_leaks(
        site,
        edition.whole,
        project.cache(),
        staff_links,
        content=project.content,
        authored=authored,
        copied_into=copied,
    )


def as_published(problem: Problem, folder: str, name: str) -> Problem:
    """Return the Problem of a site that is made beside its place, under the name that authors will find it by."""
    path, what = (text.replace(f"{folder}/", f"{name}/", 1) for text in (problem.path, problem.what))
    return problem._replace(path=path, what=what)


def sources_by_page(library: Library) -> dict[str, Source]:
    """Return the sources by the path of the page in the site."""
    return {built_path(source.path): source for source in library.sources()}


def built_path(path: str) -> str:
    return f"{url_of(path)}index.html".removeprefix("./")


def texts_in(root: Path) -> dict[str, str]:
    files = [file for pattern in FILES_WITH_ADDRESSES for file in sorted(root.glob(pattern))]
    return {file.relative_to(root).as_posix(): file.read_text("utf-8", "replace") for file in files if file.is_file()}
