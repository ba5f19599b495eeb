"""The PDFs of one edition: which are printed, from what, and what is wrong with each."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

import typst

from psychoed.build.print_templates import print_templates
from psychoed.build.project import Project
from psychoed.checks.paper import PAPER_PLAN, check_layout, check_pages_planned, unprintable
from psychoed.checks.rules import under
from psychoed.library.library import Library, staff_addresses
from psychoed.library.sources import SheetSource, Source
from psychoed.reading.cache import Cache
from psychoed.reading.problem import Problem
from psychoed.views.paper.addresses import Addresses
from psychoed.views.paper.documents import Documents
from psychoed.views.paper.printer import SPACINGS, Printed, Printer
from psychoed.views.papers import NO_PICTURES, Laid, Variant, variants

Progress = Callable[[str], None]
"""Told, now and then, how far a long piece of work is."""
PROGRESS_EVERY = 10


@dataclass
class Prints:
    """PDFs by their path in the site, the paths of those that could not be made, and what is wrong with them."""

    files: dict[str, bytes] = field(default_factory=dict)
    unprinted: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    asides: list[Problem] = field(default_factory=list)
    """What may be Advice, as the settings say."""
    laid: dict[str, Laid] = field(default_factory=dict)
    """How each sheet lies on the clinic's paper, by its id."""


class PrintJob(NamedTuple):
    """One PDF to print: where it lies in the site, from which data, and what a Problem in it is a Problem of."""

    path: str
    inputs: tuple[dict[str, str], ...]
    """The data in each spacing that it may have, from roomy to close."""
    source: Source
    variant: Variant
    quotes: Mapping[str, str]
    """What the clinic's details say."""

    def fits(self, printed: Printed) -> bool:
        """Return True if it needs no closer spacing. An article or a packet takes the pages that it needs."""
        if not isinstance(self.source, SheetSource) or self.variant.large:
            return True
        return printed.pages <= self.source.worksheet.pages and not printed.outside

    def check(self, printed: Printed) -> Iterator[Problem]:
        if isinstance(self.source, SheetSource):
            yield from check_layout(self.source, self.variant, printed, self.quotes)


def print_jobs(printer: Printer, library: Library, project: Project) -> Iterator[PrintJob]:
    """Yield three PDFs for each sheet, each article and each packet."""
    documents = Documents(
        project.content, library, addresses_for_paper(project, library), project.to_html, printer.pictures
    )
    papers, quotes = variants(library), library.quotes()
    for source in library.sources():
        document = documents.document_of(source)
        for variant in papers if document else ():
            closer = SPACINGS if isinstance(source, SheetSource) and not variant.large else SPACINGS[:1]
            inputs = tuple(printer.inputs(document, library, variant, spacing) for spacing in closer)
            yield PrintJob(f"{source.url}{source.id}-{variant.name}.pdf", inputs, source, variant, quotes)


def addresses_for_paper(project: Project, library: Library) -> Addresses:
    """Return the addresses of one edition. Without a public one, all pages are where this edition is."""
    public = library.public_url if project.staff else project.site_url
    return Addresses(project.site_url, public or project.site_url, frozenset(staff_addresses(library)), library.waiting)


def print_all(
    library: Library,
    project: Project,
    cache: Cache,
    progress: Progress,
    pictures: Mapping[str, str] = NO_PICTURES,
) -> Prints:
    """Print every PDF, and name what does not fit its pages or cannot be drawn. `pictures`: where paper finds them."""
    printer = Printer(print_templates(project), project.root, staff=project.staff, pictures=pictures)
    every, prints, made = list(print_jobs(printer, library, project)), list[Prints](), 0
    needed: dict[str, tuple[SheetSource, int]] = {}
    laid: dict[str, Laid] = {}
    for number, job in enumerate(every, 1):
        made += not cache.holds(printer.key(job.inputs[0]))
        if made and made % PROGRESS_EVERY == 0:
            progress(f"Printing: {number} of {len(every)} PDFs")
            made = 0
        one, printed = print_one(printer, cache, job)
        prints.append(one)
        if isinstance(job.source, SheetSource) and not job.variant.large and printed:
            needed[job.source.id] = (job.source, max(printed.pages, needed.get(job.source.id, (job.source, 0))[1]))
            if library.clinic and job.variant.name == library.clinic.value.paper:
                laid[job.source.id] = Laid(printed.pages, dict(printed.begins))
    asides = [one for sheet, most in needed.values() for one in under(PAPER_PLAN, check_pages_planned(sheet, most))]
    return all_prints([*prints, Prints(asides=asides, laid=laid)])


def print_one(printer: Printer, cache: Cache, job: PrintJob) -> tuple[Prints, Printed | None]:
    """Print one PDF, as roomy as its pages allow. Return it, but where it cannot be drawn."""
    try:
        printed = fitted(printer, cache, job)
    except typst.TypstError as error:
        return Prints(unprinted={job.path}, problems=[*unprintable(job.source, error.message)]), None
    return Prints({job.path: printed.pdf}, problems=[*job.check(printed)]), printed


def fitted(printer: Printer, cache: Cache, job: PrintJob) -> Printed:
    """Return the first print that fits, else the closest."""
    for inputs in job.inputs:
        printed = Printed.unpacked(cache.remember(printer.key(inputs), partial(print_packed, printer, inputs)))
        if job.fits(printed):
            break
    return printed


def print_packed(printer: Printer, inputs: dict[str, str]) -> bytes:
    return printer.print(inputs).packed()


def all_prints(prints: Iterable[Prints]) -> Prints:
    found = Prints()
    for one in prints:
        found.files |= one.files
        found.unprinted |= one.unprinted
        found.problems += one.problems
        found.asides += one.asides
        found.laid |= one.laid
    return found
