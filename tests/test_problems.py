"""Every wrong source of tests/problems/ gets exactly the messages written beside it."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from psychoed.checks.linters.run import lint, not_reported
from psychoed.checks.registry import ALL_RULES, rules_of
from psychoed.checks.rules import check_levels
from psychoed.door.settings_file import faults_of_settings
from psychoed.library.library import Library
from psychoed.reading.cache import Cache
from psychoed.reading.problem import Problem
from small_site import read, small_site

FOLDER = Path(__file__).parent / "problems"
SECTION = re.compile(r"^-- (\S.*?)(?: \((\S+)\))? --\n", re.MULTILINE)
CASES = sorted(FOLDER.rglob("*.txt"))
SEEN_IN_A_BUILD = ("47-", "50-", "57-", "58-")
"""Cases that are read by the linters too, and by what a build looks at beside its texts."""


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
    if to.parent.is_file():
        to.parent.unlink()
    to.parent.mkdir(parents=True, exist_ok=True)
    to.unlink(missing_ok=True)
    if file.how == "link":
        to.symlink_to(root / file.text.strip())
    elif file.how == "escaped":
        to.write_bytes(re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), file.text).encode())
    elif file.how != "missing":
        to.write_bytes(file.text.encode(file.how))


def with_build(library: Library, problems: list[Problem], root: Path) -> list[Problem]:
    """These Problems, and those that a build finds besides."""
    linted = not_reported(lint(root, Cache(root / ".cache")), problems)
    return sorted([*problems, *linted, *check_levels(library, rules_of(library))])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.relative_to(FOLDER).with_suffix("").as_posix())
def test_a_wrong_source_gets_these_messages(path: Path, tmp_path: Path, update: bool):
    case = path.read_text("utf-8")
    small_site(tmp_path)
    for file in files_of(case):
        if file.path != "messages":
            write(file, tmp_path)
    as_published = path.parent == FOLDER / "mistakes" and "-- mkdocs.yml" in case
    before = faults_of_settings(tmp_path / "mkdocs.yml") if as_published else []
    library, problems = (Library(), before) if before else read(tmp_path)
    if path.name.startswith(SEEN_IN_A_BUILD):
        problems = with_build(library, problems, tmp_path)
    found = "".join(f"{problem}\n" for problem in problems)
    known = {rule.id for rule in (*ALL_RULES, *library.wording)}
    assert {problem.rule for problem in problems} <= known
    source, _, expected = case.partition("-- messages --\n")
    if update:
        path.write_text(f"{source}-- messages --\n{found}", "utf-8")
    else:
        assert found == expected


def test_the_site_below_the_cases_has_no_problem(tmp_path: Path):
    library, problems = read(small_site(tmp_path))
    assert problems == []
    assert (list(library.sheets), list(library.pages)) == (["valid"], ["index.md", "parts/protectors.md"])


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path):
    small_site(tmp_path)
    (tmp_path / "worksheets" / "large.yml").write_bytes(b"# " + b"x" * 200_000)
    assert [str(problem) for problem in read(tmp_path)[1]] == [
        "worksheets/large.yml:1:1: the file has 200,002 bytes; keep it under 200,000; split it in two"
    ]


def test_a_message_says_what_is_wrong_and_what_to_write():
    for path in CASES:
        for message in path.read_text("utf-8").partition("-- messages --\n")[2].splitlines():
            assert re.fullmatch(r"[^:]+:[1-9]\d*:[1-9]\d*: .+; .+", message)
            assert not re.search(r"None|Traceback|pydantic|<class|\[type=", message)
