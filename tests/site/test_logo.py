"""The clinic's logo stands on its PDFs, where its name is read aloud."""

from pathlib import Path

import pikepdf
import pytest
from markdown import markdown

from fixture import compose
from psychoed.build.paper_pictures import paper_pictures
from psychoed.build.project import Project
from psychoed.library.added_files import added_to_content
from psychoed.library.load import load_library
from psychoed.views.paper.addresses import one_site
from psychoed.views.paper.documents import Documents
from psychoed.views.paper.printer import Printer
from psychoed.views.papers import variants
from sites import edit

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20" fill="#2f4a73"/></svg>'
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    edit(compose(tmp_path) / "mkdocs.yml", "  clinic:\n", "  clinic:\n    logo: logo.svg\n")
    return tmp_path


def names_of_pictures(root: Path, file: Path) -> list[str]:
    library, _ = load_library(root, root / "mkdocs.yml", "en")
    project = Project(root, root / "mkdocs.yml", root / "content", "", "en", staff=False)
    pictures = paper_pictures(added_to_content(project.content, library.files), project)
    printer = Printer(root / "overrides" / "print", root, staff=False, pictures=pictures)
    sheet = Documents(root / "content", library, one_site(""), markdown).sheet(library.sheets["what-is-here"])
    printed = printer.print(printer.inputs(sheet, library, variants(library)[0]))
    file.write_bytes(printed.pdf)
    with pikepdf.open(file) as pdf:
        elements = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
        return [str(one.Alt) for one in elements]


def test_the_logo_is_on_the_sheet_by_the_clinics_name(root, tmp_path):
    (root / "content" / "logo.svg").write_text(LOGO)
    assert names_of_pictures(root, tmp_path / "one.pdf") == ["Your Clinic"]


def test_a_logo_that_is_missing_keeps_no_sheet_from_being_printed(root, tmp_path):
    assert names_of_pictures(root, tmp_path / "one.pdf") == []
