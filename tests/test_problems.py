"""Every wrong source of tests/problems/ gets exactly the messages written beside it."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from checks.everything import check_library
from library.load import load_library
from views.pdf.fonts import printable

FOLDER = Path(__file__).parent / "problems"
STRINGS = Path(__file__).parents[1] / "data" / "strings.en.yml"
SECTION = re.compile(r"^-- (\S+)(?: \((\S+)\))? --\n", re.MULTILINE)
CASES = sorted(FOLDER.rglob("*.txt"))


class File(NamedTuple):
    path: str
    how: str
    text: str


def files_of(case: str) -> list[File]:
    """The files of a case; the last one is called messages."""
    _, *parts = SECTION.split(case)
    return [File(path, how or "utf-8", text) for path, how, text in zip(*[iter(parts)] * 3, strict=True)]


def write(file: File, root: Path) -> None:
    to = root / file.path
    to.parent.mkdir(parents=True, exist_ok=True)
    to.unlink(missing_ok=True)
    if file.how == "link":
        to.symlink_to(root / file.text.strip())
    elif file.how == "escaped":
        to.write_bytes(re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), file.text).encode())
    elif file.how != "missing":
        to.write_bytes(file.text.encode(file.how))


def small_site(root: Path) -> Path:
    shutil.copytree(FOLDER / "base", root, dirs_exist_ok=True)
    shutil.copy(STRINGS, root / "data")
    return root


def messages(root: Path) -> str:
    library, problems = load_library(root, root / "mkdocs.yml", "en")
    problems += check_library(library, root / "content", printable())
    return "".join(f"{problem}\n" for problem in sorted(problems))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.relative_to(FOLDER).with_suffix("").as_posix())
def test_a_wrong_source_gets_these_messages(path: Path, tmp_path: Path, update: bool):
    case = path.read_text("utf-8")
    small_site(tmp_path)
    for file in files_of(case):
        if file.path != "messages":
            write(file, tmp_path)
    found = messages(tmp_path)
    source, _, expected = case.partition("-- messages --\n")
    if update:
        path.write_text(f"{source}-- messages --\n{found}", "utf-8")
    else:
        assert found == expected
