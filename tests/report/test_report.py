"""What was found, for machines."""

import json

from psychoed.reading.problem import Problem
from psychoed.report.formats import REPORT, Findings, annotations, write_report
from psychoed.report.terminal import closing

PROBLEM = Problem("content/a, b.md", 3, 7, "100% of this is wrong", "write it anew", "claim-proven")
ADVICE = Problem("content/c.md", 1, 1, "a long sentence", "part it in two")
FOUND = Findings.of([PROBLEM, PROBLEM], [ADVICE])


def test_github_reads_a_line_of_its_own_for_each():
    assert list(annotations(FOUND)) == [
        "::error file=content/a%2C b.md,line=3,col=7::100%25 of this is wrong; write it anew",
        "::notice file=content/c.md,line=1,col=1::a long sentence; part it in two",
    ]


def test_the_summary_says_each_problem_once():
    assert FOUND.summary() == "1 Problem in 1 file"


def test_json_on_request(tmp_path):
    file = tmp_path / "found.json"
    assert write_report(FOUND, {REPORT: str(file)}) == file
    first, second = json.loads(file.read_text("utf-8"))
    assert (first["level"], first["path"], first["line"], first["rule"]) == (
        "problem",
        "content/a, b.md",
        3,
        "claim-proven",
    )
    assert second["level"] == "advice"


def test_sarif_on_request(tmp_path):
    file = tmp_path / "found.sarif"
    write_report(FOUND, {REPORT: str(file)})
    run = json.loads(file.read_text("utf-8"))["runs"][0]
    assert [result["level"] for result in run["results"]] == ["error", "note"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 7}


def test_nothing_is_written_unasked():
    assert write_report(FOUND, {}) is None


def test_what_many_files_break_is_said_once_more_for_all_of_them():
    instead = "leave an empty line above and below it"
    broken = [
        Problem(f"content/{n}.md", line, 1, "a list", instead, "lists") for n in range(9) for line in range(1, n + 2)
    ]
    lines = closing(Findings.of([*broken, PROBLEM], []), "nothing", color=False)
    assert lines[1:-1] == [
        f"45 times in 9 files: {instead} [lists]: content/8.md (9), content/7.md (8), content/6.md (7), content/5.md (6), "
        "content/4.md (5), content/3.md (4), content/2.md (3), content/1.md (2) and 1 more"
    ]
