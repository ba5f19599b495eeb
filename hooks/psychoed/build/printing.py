"""The PDFs of one edition: which are printed, from what, and what is wrong with each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

import typst

from psychoed.build.print_templates import print_templates
from psychoed.build.project import Project
from psychoed.checks.paper import check_layout, unprintable
from psychoed.library.library import Library, staff_addresses
from psychoed.library.sources import SheetSource, Source
from psychoed.reading.cache import Cache
from psychoed.reading.problem import Problem
from psychoed.views.paper.addresses import Addresses
from psychoed.views.paper.documents import Documents
from psychoed.views.paper.printer import Printed, Printer
from psychoed.views.papers import variants

Progress = Callable[[str], None]
"""Told, now and then, how far a long piece of work is."""
PROGRESS_EVERY = 10


@dataclass
class Prints:
    """PDFs by their path in the site, the paths of those that could not be made, and what is wrong with them."""

    files: dict[str, bytes] = field(default_factory=dict)
    unprinted: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


class PrintJob(NamedTuple):
    """One PDF to print: where it lies in the site, from which data, and what a Problem in it is a Problem of."""

    path: str
    inputs: dict[str, str]
    source: Source
    check: Callable[[Printed], Iterator[Problem]]


def print_jobs(printer: Printer, library: Library, project: Project) -> Iterator[PrintJob]:
    """Yield three PDFs for each sheet, each article and each packet."""
    documents = Documents(project.content, library, addresses_for_paper(project, library), project.to_html)
    papers = variants(library)
    for source in library.sources():
        document = documents.document_of(source)
        for variant in papers if document else ():
            inputs = printer.inputs(document, library, variant)
            check = partial(check_layout, source, variant) if isinstance(source, SheetSource) else no_page_limit
            yield PrintJob(f"{source.url}{source.id}-{variant.name}.pdf", inputs, source, check)


def addresses_for_paper(project: Project, library: Library) -> Addresses:
    """Return the addresses of one edition. Without a public one, all pages are where this edition is."""
    public = library.public_url if project.staff else project.site_url
    return Addresses(project.site_url, public or project.site_url, frozenset(staff_addresses(library)))


def no_page_limit(printed: Printed) -> Iterator[Problem]:
    """Return no Problem: an article or a packet takes the pages that it needs."""
    return iter(())


def print_all(library: Library, project: Project, cache: Cache, progress: Progress) -> Prints:
    """Print every PDF, and name what does not fit its pages or cannot be drawn."""
    printer = Printer(print_templates(project), project.root, staff=project.staff)
    every, prints, made = list(print_jobs(printer, library, project)), list[Prints](), 0
    for number, job in enumerate(every, 1):
        made += not cache.holds(printer.key(job.inputs))
        if made and made % PROGRESS_EVERY == 0:
            progress(f"Printing: {number} of {len(every)} PDFs")
            made = 0
        prints.append(print_one(printer, cache, job))
    return all_prints(prints)


def print_one(printer: Printer, cache: Cache, job: PrintJob) -> Prints:
    try:
        data = cache.remember(printer.key(job.inputs), lambda: printer.print(job.inputs).packed())
    except typst.TypstError as error:
        return Prints(unprinted={job.path}, problems=[*unprintable(job.source, error.message)])
    printed = Printed.unpacked(data)
    return Prints({job.path: printed.pdf}, problems=[*job.check(printed)])


def all_prints(prints: Iterable[Prints]) -> Prints:
    found = Prints()
    for one in prints:
        found.files |= one.files
        found.unprinted |= one.unprinted
        found.problems += one.problems
    return found
