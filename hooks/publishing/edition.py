"""One edition of the library, made from the project's folder: what is read, checked and printed for the site."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import typst
from markdown import Markdown

from checks.clinic import advise_on_placeholders
from checks.everything import all_rules, check_library, judged
from checks.freshness import advise_on_help_lines
from checks.layout import check_layout
from checks.review import advise_on_reviews
from checks.rules import Rule, check_levels
from library.library import Library, PageSource
from library.load import load_library
from library.markup import markup
from library.problem import Problem
from library.webaddress import unreadable
from library.yamltree import Tree
from publishing.cache import Cache
from publishing.hosting import Hosted, header_files
from publishing.links import RULES as SITE_RULES
from publishing.linters import RULES as LINT_RULES
from publishing.linters import lint, not_said
from publishing.staffwords import staff_addresses
from publishing.webfonts import web_fonts
from views.accent import accent_css
from views.addresses import Addresses
from views.documents import Documents
from views.handout import ToHtml
from views.pages import url_of
from views.papers import variants
from views.pdf.fonts import printable
from views.pdf.printer import Printed, Printer, tools_key

Progress = Callable[[str], None]
"""Told, now and then, how far a long piece of work is."""
PROGRESS_EVERY = 10
SITE_IDS = {rule.id for rule in SITE_RULES} | {
    "broken-link",
    "link-form",
    "insecure-link",
    "unsafe-address",
    "unsafe-html",
}
"""Rules that the built site may still find broken: exceptions from them are judged when it is built."""


@dataclass(frozen=True)
class Project:
    """Where the clinic's folder is, and which edition of it is made."""

    root: Path
    settings: Path
    """mkdocs.yml, or a file that inherits it."""
    content: Path
    site_url: str
    language: str
    staff: bool
    offline: bool = False
    """For a folder that is opened without a server."""
    strict: bool = False
    markdown: tuple[str, ...] = ()
    """The extensions of Markdown, and below their settings, as MkDocs uses them."""
    markdown_settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Where on its host the site begins."""
        folder = urlsplit(self.site_url).path.strip("/")
        return f"/{folder}/" if folder else "/"

    @property
    def overrides(self) -> Path:
        return self.root / "overrides"

    def cache(self) -> Cache:
        return Cache(self.root / ".cache" / ("staff" if self.staff else "public"))


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
    found: list[Problem] = field(default_factory=list)
    """All that the checks said before exceptions: the site's links are not blamed for it again."""

    def site_files(self) -> dict[str, bytes]:
        """All but the PDFs of documents that are not in the site."""
        gone = {path.removesuffix(".md") for path in self.library.unread}
        return {path: data for path, data in self.files.items() if path.rpartition("/")[0] not in gone}


def make_edition(project: Project, progress: Progress) -> Edition:
    """Everything is tried, and every Problem is in the result. Without a clinic or its words nothing is printed."""
    whole, problems = load_library(project.root, project.settings, project.language)
    cache = project.cache()
    checked = check_library(whole, project.content, printable())
    found = [*checked, *not_said(lint(project.root, cache), [*problems, *checked])]
    rules = rules_of(whole)
    answered = {rule.id for rule in rules} - SITE_IDS
    more, advice = judged(whole, [*found, *check_levels(whole, rules)], rules, answered)
    advice += [*advise_on_placeholders(whole), *advise_on_reviews(whole, whole.today), *advise_on_help_lines(whole)]
    problems += more
    edition = Edition(whole.edition(staff=project.staff), problems, advice, whole=whole, found=found)
    if project.strict:  # nothing of what has a Problem is published
        edition.whole = whole.with_headless()
        edition.library = edition.whole.edition(staff=project.staff)
    if whole.ready:
        cache = project.cache()
        edition.problems += print_all(edition, project, cache, progress)
        for font in web_fonts():
            key = f"{tools_key()}-{font.key}.woff2"
            edition.files[f"assets/fonts/{font.name}"] = cache.remember(key, font.make)
        cache.tidy()
        edition.files |= {path: text.encode() for path, text in written_files(whole, project).items()}
    edition.library = sound(edition.library, edition.problems, project)
    return edition


def written_files(library: Library, project: Project) -> dict[str, str]:
    """Small text files that follow from the clinic's details alone."""
    clinic = library.clinic
    if clinic is None:
        return {}
    colour = {"assets/css/clinic.css": accent_css(clinic.colour)} if clinic.colour else {}
    if project.offline:
        return colour
    return colour | header_files(Hosted(clinic.embed_on, project.staff, project.path))


def rules_of(library: Library) -> list[Rule]:
    """All that an author may make an exception from."""
    return [*all_rules(library), *SITE_RULES, *LINT_RULES]


def sound(library: Library, problems: list[Problem], project: Project) -> Library:
    """What may reach the site. A strict build publishes nothing once there is a Problem, so that it keeps all of the
    library, and nobody is told of dead links to pages that only their own Problem keeps away."""
    if not project.strict:
        return library.without({problem.path for problem in problems})
    return library.without({source.tree.path for source in library.pages.values() if breaks_off(source)})


def breaks_off(source: PageSource) -> bool:
    """Whether MkDocs would end the build at one of its addresses. Each has a Problem."""
    found = markup(source.body)
    return any(unreadable(link.target) for link in (*found.links, *found.definitions))


class Job(NamedTuple):
    """One PDF to print: where it lies in the site, from which data, and what a Problem in it is a Problem of."""

    path: str
    inputs: dict[str, str]
    tree: Tree
    name: str
    check: Callable[[Printed], Iterator[Problem]]


def jobs(printer: Printer, library: Library, project: Project) -> Iterator[Job]:
    """Three PDFs for each sheet, each article and each packet."""
    documents = Documents(project.content, library, addresses_of(project, library), html_maker(project))
    papers = variants(library)
    for sheet in library.sheets.values():
        for variant in papers:
            inputs = printer.inputs(documents.sheet(sheet), library, variant)
            path = f"worksheets/{sheet.id}/{sheet.id}-{variant.name}.pdf"
            yield Job(path, inputs, sheet.tree, "sheet", partial(check_layout, sheet, variant))
    for page in library.articles():
        for variant in papers:
            inputs = printer.inputs(documents.article(page), library, variant)
            yield Job(f"{url_of(page.path)}{page.id}-{variant.name}.pdf", inputs, page.tree, "page", no_check)
    for packet in library.packets.values():
        document = documents.packet(packet)
        for variant in papers:
            inputs = printer.inputs(document, library, variant)
            path = f"packets/{packet.id}/{packet.id}-{variant.name}.pdf"
            yield Job(path, inputs, packet.tree, "packet", no_check)


def addresses_of(project: Project, library: Library) -> Addresses:
    """Of one edition. Without a public one, all pages are where this edition is."""
    public = library.public_url if project.staff else project.site_url
    return Addresses(project.site_url, public or project.site_url, frozenset(staff_addresses(library)))


def html_maker(project: Project) -> ToHtml:
    """Markdown as MkDocs makes it of the same settings."""
    markdown = Markdown(extensions=list(project.markdown), extension_configs=dict(project.markdown_settings))
    return lambda text: markdown.reset().convert(text)


def no_check(printed: Printed) -> Iterator[Problem]:
    """An article or a packet takes the pages that it needs."""
    return iter(())


def print_all(edition: Edition, project: Project, cache: Cache, progress: Progress) -> Iterator[Problem]:
    """What does not fit its pages, or cannot be drawn, is named."""
    printer = Printer(project.overrides / "print", staff=project.staff)
    every = list(jobs(printer, edition.library, project))
    made = 0
    for number, job in enumerate(every, 1):
        made += not cache.holds(printer.key(job.inputs))
        if made and made % PROGRESS_EVERY == 0:
            progress(f"Printing: {number} of {len(every)} PDFs")
            made = 0
        yield from print_one(edition, printer, cache, job)


def print_one(edition: Edition, printer: Printer, cache: Cache, job: Job) -> Iterator[Problem]:
    try:
        data = cache.remember(printer.key(job.inputs), lambda: printer.print(job.inputs).packed())
    except typst.TypstError as error:
        what = f"the {job.name} cannot be printed ({error.message})"
        edition.unprinted.add(job.path)
        yield Problem(job.tree.path, 1, 1, what, "change the text it names")
        return
    printed = Printed.unpacked(data)
    edition.files[job.path] = printed.pdf
    yield from job.check(printed)
