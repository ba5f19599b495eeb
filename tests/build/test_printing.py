"""What every printed document says of itself, whatever it is: a sheet, an article or a packet."""

import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PageObject, PdfReader

from accessible import complaints
from fixture import PROJECT, SECOND_CLINIC, compose
from psychoed.build.printing import Progress, print_all
from psychoed.build.project import Project
from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.reading.cache import Cache
from sites import PAPERS
from small_project import small_project

SITE = "https://www.elmtreepractice.org.uk/"
LONG_HELP = "Emergency 999 · Call 111, then"
FEW = {"self/steady-enough.md", "worksheets/how-i-pause.md", "parts/sides-of-you.md", "packets/two-sides.md"}
"""An article of one page, a sheet, and a packet with what is left of it."""


def printed(library: Library, root: Path, language: str = "en", say: Progress = lambda said: None) -> dict[str, bytes]:
    """Everything that is printed of a library, by its path in the site."""
    content, theme = root / "content", (root / "overrides",)
    project = Project(root, root / "mkdocs.yml", content, SITE, language, staff=False, theme=theme)
    return print_all(library, project, Cache(root / ".cache"), say).files


def read(root: Path, language: str = "en") -> Library:
    library, problems = load_library(root, root / "mkdocs.yml", language)
    assert [str(problem) for problem in problems] == []
    return library


@pytest.mark.parametrize("language", ["en", "es", "pt-BR"])
def test_every_pdf_is_in_the_language_of_the_site(tmp_path, language):
    root = small_project(tmp_path)
    shutil.copy(PROJECT / "data" / "strings.en.yml", root / "data" / f"strings.{language}.yml")
    files = printed(read(root, language), root, language)
    assert {path.partition("/")[0] for path in files} == {"parts", "worksheets", "packets"}
    for path, data in files.items():
        with pikepdf.open(BytesIO(data)) as pdf:
            assert str(pdf.Root.Lang) == language, path


def written(root: Path, few: set[str], say: Progress = lambda said: None) -> dict[str, Path]:
    """Print a few sources of a project, and return the PDFs by their names."""
    files = printed(read(root).only(lambda source: source.path in few), root, say=say)
    for path, data in files.items():
        (root / Path(path).name).write_bytes(data)
    return {Path(path).stem: root / Path(path).name for path in files}


@pytest.fixture(scope="module")
def said() -> list[str]:
    """What is told while the documents of the clinic with a real domain are printed."""
    return []


@pytest.fixture(scope="module")
def elm_tree(tmp_path_factory, said) -> dict[str, Path]:
    """A few documents of a clinic with a real domain, a long help line and long hours."""
    root = compose(tmp_path_factory.mktemp("elm-tree"))
    for settings in SECOND_CLINIC.glob("*.yml"):
        shutil.copy(settings, root)
    return written(root, FEW, said.append)


def test_a_real_address_and_a_long_help_line_are_accessible(elm_tree):
    assert len(elm_tree) == 3 * len(FEW)
    assert {name: found for name, pdf in elm_tree.items() if (found := complaints(pdf))} == {}


def test_progress_is_shown_while_many_pdfs_are_made(elm_tree, said):
    assert len(said) == 1
    assert said[0].endswith(f"of {3 * len(FEW)} PDFs")


def heights(page: PageObject) -> list[int]:
    """How many points above the foot of the page the help line begins, each time that it does."""
    found: list[int] = []

    def visit(words: str, matrix: list[float], text_matrix: list[float], *_: object) -> None:
        if words.strip().startswith(LONG_HELP):
            found.append(round(matrix[5] + matrix[3] * text_matrix[5]))

    page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", ["steady-enough", "how-i-pause", "two-sides"])
def test_a_long_help_line_stands_at_the_same_place_of_each_page(elm_tree, name, paper):
    places = [heights(page) for page in PdfReader(elm_tree[f"{name}-{paper}"]).pages]
    assert places == [places[0]] * len(places)
    assert len(places[0]) == 1


@pytest.mark.parametrize(
    ("name", "address"), [("steady-enough", "self/steady-enough/"), ("two-sides", "packets/two-sides/")]
)
def test_the_address_of_a_document_leads_there(elm_tree, name, address):
    with pikepdf.open(elm_tree[f"{name}-a4"]) as pdf:
        links = [str(note.A.URI) for note in pdf.pages[0].Annots if "/A" in note and "/URI" in note.A]
    assert SITE + address in links


def test_a_help_line_that_is_a_page_leads_there(tmp_path):
    root = compose(tmp_path)
    for path, text, by in (
        ("mkdocs.yml", "country: US", "country: INT"),
        ("data/help-lines.yml", "mark: memory", "mark: seen"),
    ):
        before = (root / path).read_text("utf-8")
        assert text in before
        (root / path).write_text(before.replace(text, by), "utf-8")
    pdfs = written(root, {"self/steady-enough.md", "worksheets/how-i-pause.md"})
    assert {name: found for name, pdf in pdfs.items() if (found := complaints(pdf))} == {}
    assert "findahelpline.com" in PdfReader(pdfs["steady-enough-a4"]).pages[0].extract_text()
