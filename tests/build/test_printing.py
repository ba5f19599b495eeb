"""What every printed document says of itself, whatever it is: a sheet, an article or a packet."""

import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from psychoed.build.printing import print_all
from psychoed.build.project import Project
from psychoed.library.load import load_library
from psychoed.reading.cache import Cache
from sites import PROJECT
from small_project import small_project


def pdfs(root: Path, language: str) -> dict[str, bytes]:
    """Everything that is printed of a project in this language, by its path in the site."""
    shutil.copy(PROJECT / "data" / "strings.en.yml", root / "data" / f"strings.{language}.yml")
    library, problems = load_library(root, root / "mkdocs.yml", language)
    assert [str(problem) for problem in problems] == []
    project = Project(
        root,
        root / "mkdocs.yml",
        root / "content",
        "https://harbor.example/",
        language,
        staff=False,
        theme=(root / "overrides",),
    )
    return print_all(library, project, Cache(root / ".cache"), lambda said: None).files


@pytest.mark.parametrize("language", ["en", "es", "pt-BR"])
def test_every_pdf_is_in_the_language_of_the_site(tmp_path, language):
    files = pdfs(small_project(tmp_path), language)
    assert {path.partition("/")[0] for path in files} == {"parts", "worksheets", "packets"}
    for path, data in files.items():
        with pikepdf.open(BytesIO(data)) as pdf:
            assert str(pdf.Root.Lang) == language, path
