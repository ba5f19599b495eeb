"""Prints the PDF for a clinician who reviews: pages, what they rest on, and a form."""

from collections.abc import Sequence

from psychoed.build.paper_pictures import paper_pictures
from psychoed.build.print_templates import print_templates
from psychoed.build.printing import addresses_for_paper
from psychoed.build.project import Project
from psychoed.checks.registry import Given
from psychoed.library.library import Library
from psychoed.library.sources import PageSource, SheetSource
from psychoed.views.paper.documents import Documents
from psychoed.views.paper.printer import Printer
from psychoed.views.paper.review import review_view
from psychoed.views.papers import variants


def print_review(chosen: Sequence[PageSource | SheetSource], library: Library, project: Project) -> bytes:
    """Return the PDF, on the clinic's paper. Raise typst.TypstError where a page cannot be drawn."""
    added = Given(library, project.content, cache=project.cache()).added["content"]
    printer = Printer(print_templates(project), project.root, staff=True, pictures=paper_pictures(added, project))
    documents = Documents(
        project.content, library, addresses_for_paper(project, library), project.to_html, printer.pictures
    )
    document = review_view(chosen, library, documents)
    letter, a4, _ = variants(library)
    paper = a4 if library.clinic and library.clinic.value.paper == "a4" else letter
    return printer.print(printer.inputs(document, library, paper)).pdf
