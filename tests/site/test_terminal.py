"""What a build says in a terminal: each fault once, counted, in color only where somebody looks, and what to do next."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from psychoed.reading.problem import Problem
from psychoed.report.formats import Findings
from psychoed.report.terminal import closing, line_of
from small_project import small_project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminal")
STYLED = re.compile(r"\x1b\[[0-9;]*m")
PAGE = """---
title: A page
summary: What it is about.
main_message: One thing.
audience: client
group: parts
---

See [that](gone.md), [protectors](protectors.md#nowhere) and <a href="../gone-too/">those</a>.
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    root = small_project(tmp_path_factory.mktemp("terminal") / "project")
    (root / "content" / "parts" / "page.md").write_text(PAGE, "utf-8")
    settings = root / "mkdocs.yml"
    text = settings.read_text("utf-8").replace(
        "      - parts/protectors.md\n", "      - parts/protectors.md\n      - parts/page.md\n"
    )
    settings.write_text(
        text.replace(
            "  - Worksheets: worksheets/index.md\n", "  - Worksheets: worksheets/index.md\n  - parts/gone.md\n"
        ),
        "utf-8",
    )
    return root


def in_terminal(root: Path, **environment: str) -> str:
    """What somebody sees who builds in a terminal of 200 columns."""
    import pty  # noqa: PLC0415  Windows lacks it

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    known = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "CI", "GITHUB_ACTIONS")}
    more = {"NO_MKDOCS_2_WARNING": "1", "TERM": "xterm", "COLUMNS": "400", **environment}
    process = subprocess.Popen(command, cwd=root, env=known | more, stdout=theirs, stderr=theirs)
    os.close(theirs)
    pieces = []
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux says so where the other end is closed
            break
        if not piece:
            break
        pieces.append(piece)
    assert process.wait(60) == 1
    os.close(ours)
    return b"".join(pieces).decode("utf-8").replace("\r\n", "\n")


def test_each_fault_is_said_once_in_color_and_the_end_says_where_to_begin(root):
    said = in_terminal(root)
    assert STYLED.search(said)
    plain = STYLED.sub("", said)
    for fault in ("gone.md”; did you", "“#nowhere”", "“../gone-too/”", "mkdocs.yml:", "parts/gone.md”"):
        assert plain.count(fault) >= 1, fault
    assert plain.count("“gone.md”") == plain.count("“parts/gone.md”") == plain.count("#nowhere") == 1
    assert "Doc file" not in plain
    assert "is included in the 'nav'" not in plain
    assert "content/parts/page.md: 1 Problem\n" in plain
    assert "Begin with content/parts/page.md, line 9: mend it, save, and build again." in plain
    assert re.search(r"4 Problems in 2 files", plain)


def test_no_color_where_it_is_not_wanted(root):
    ours = re.sub(r"^.*?-  ", "", in_terminal(root, NO_COLOR="1"), flags=re.MULTILINE)  # MkDocs colors its own words
    assert not any(STYLED.search(line) for line in ours.splitlines() if "content/" in line)


def test_a_line_holds_the_same_words_with_and_without_color():
    problem = Problem("content/a.md", 3, 7, "this is wrong", "write that", "some-rule")
    assert STYLED.sub("", line_of(problem, color=True)) == line_of(problem, color=False) == str(problem)


def test_rules_are_counted_where_the_list_is_long():
    problems = [
        Problem("content/a.md", line, 1, "wrong", "mend it", "one" if line < 5 else "two") for line in range(1, 8)
    ]
    first, second = closing(Findings.of(problems, [problems[0]]), "nothing", color=False)
    assert first == "7 Problems in 1 file, and 1 of Advice (most often one: 4, two: 3)."
    assert second.startswith("Begin with content/a.md, line 1:")
    assert closing(Findings.of([], problems), "nothing", color=False) == []
