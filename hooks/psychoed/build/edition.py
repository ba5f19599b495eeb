"""One edition of the library, made from the project's folder: what is read, checked and printed for the site."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from psychoed.build.hosting import Hosted, accent_css, header_files, shelf_css
from psychoed.build.paper_pictures import paper_pictures
from psychoed.build.printing import Progress, print_all
from psychoed.build.project import Project
from psychoed.build.shapes import shapes_without_room
from psychoed.build.sheet_pictures import sheet_pictures
from psychoed.build.site_folder import EDITION_FILE
from psychoed.build.webfonts import font_licences, web_fonts
from psychoed.checks.linters.run import lint, not_reported
from psychoed.checks.registry import (
    FIXED_RULES,
    OF_SOURCES,
    ONCE_A_BUILD,
    SEEN_IN_SITE,
    Given,
    judged,
    rules_of,
    run_checks,
)
from psychoed.checks.rules import by_level, check_levels
from psychoed.library.added_files import AddedFiles
from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.library.sources import PageSource
from psychoed.library.waiting import of_no_draft, waiting_list, without_waiting
from psychoed.model.search_words import SEARCH_INDEX
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.problem import Problem
from psychoed.reading.web.address import unreadable
from psychoed.views.paper.fonts import printable
from psychoed.views.papers import Laid
from psychoed.views.web.pages import shelf_colours
from psychoed.views.web.search_index import search_index


@dataclass
class Edition:
    """The library of one edition, what is wrong with it, and the files it adds to the site."""

    library: Library
    problems: list[Problem]
    advice: list[Problem] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    """PDFs, fonts, header files, by their path in the site."""
    whole: Library = field(default_factory=Library)
    """The library of both editions: what the site must not lead to is known from it."""
    unprinted: set[str] = field(default_factory=set)
    """PDFs that could not be printed, by their path in the site."""
    laid: Mapping[str, Laid] = field(default_factory=dict)
    """How each sheet lies on the clinic's paper, by its id."""
    reported: list[Problem] = field(default_factory=list)
    """All that the checks reported, before exceptions: the site's links are not blamed for it again."""
    added: Mapping[str, AddedFiles] = field(default_factory=dict)
    """Files beside pages, by the folder in which they lie."""

    def site_files(self) -> dict[str, bytes]:
        """Return all files but the PDFs of documents that are not in the site."""
        gone = {path.removesuffix(".md") for path in self.library.unread}
        return {path: data for path, data in self.files.items() if path.rpartition("/")[0] not in gone}


def make_edition(project: Project, progress: Progress) -> Edition:
    """Read, check and print all, with every Problem in the result. Without a clinic or its words nothing is printed."""
    whole, problems = load_library(project.root, project.settings, project.language)
    if not project.drafts:
        if listed := waiting_list(whole, project.root):
            progress(f"Not published yet: {listed}")
        whole = without_waiting(whole, project.root)
    cache = project.cache()
    given = Given(whole, project.content, printable(), project.own_theme, cache)
    checked = run_checks(OF_SOURCES, given)
    found = [*checked, *not_reported(lint(project.root, cache, project.language), [*problems, *checked])]
    found += shapes_without_room(whole)
    rules = rules_of(whole)
    answered = {rule.id for rule in rules} - SEEN_IN_SITE
    once = run_checks(ONCE_A_BUILD, Given(whole, project.content))
    more, advice = judged(whole, [*found, *once, *check_levels(whole, rules, FIXED_RULES)], rules, answered)
    problems += more
    if not project.drafts:
        problems, advice = of_no_draft(problems, project.root), of_no_draft(advice, project.root)
    edition = Edition(
        whole.edition(staff=project.staff), problems, advice, whole=whole, reported=found, added=given.added
    )
    if project.strict:  # nothing of what has a Problem is published
        edition.whole = whole.with_headless()
        edition.library = edition.whole.edition(staff=project.staff)
    if whole.ready:
        prints = print_all(edition.library, project, cache, progress, paper_pictures(given.added["content"], project))
        edition.files |= prints.files
        edition.unprinted, edition.laid = prints.unprinted, prints.laid
        edition.files |= dict(sheet_pictures(edition.library, prints.files, cache))
        more, advice = by_level(prints.asides, rules, whole)
        edition.problems += [*prints.problems, *more]
        edition.advice += advice
        for font in web_fonts():
            edition.files[f"assets/fonts/{font.name}"] = cache.remember(font.key, font.make)
        cache.tidy()
        edition.files |= {path: text.encode() for path, text in written_files(whole, project).items()}
    edition.library = publishable(edition.library, edition.problems, project)
    if whole.ready:
        edition.files[SEARCH_INDEX] = search_index(edition.library).encode()
    return edition


def written_files(library: Library, project: Project) -> dict[str, str]:
    """Return small text files that follow from the clinic's details alone."""
    if library.clinic is None:
        return {}
    clinic, files = library.clinic.value, {EDITION_FILE: f"{project.edition}\n", **font_licences()}
    if css := (accent_css(clinic.colour) if clinic.colour else "") + shelf_css(shelf_colours(library)):
        files["assets/css/clinic.css"] = css
    return files if project.offline else files | header_files(Hosted(clinic.embed_on, project.staff, project.path))


def publishable(library: Library, problems: list[Problem], project: Project) -> Library:
    """Return what may reach the site. A strict build publishes nothing once there is a Problem, so that it keeps all of
    the library, and nobody is told of dead links to pages that only their own Problem keeps away."""
    if not project.strict:
        return library.without({problem.path for problem in problems})
    return library.without({source.tree.path for source in library.pages.values() if would_end_the_build(source)})


def would_end_the_build(source: PageSource) -> bool:
    """Return True if MkDocs would end the build at one of its addresses. Each has a Problem."""
    return any(unreadable(link.target) for link in read_markdown(source.body).addresses)
