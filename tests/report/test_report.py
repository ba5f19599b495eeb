"""What was found, for machines."""

import json

from psychoed.reading.problem import Problem
from psychoed.report.formats import REPORT, Findings, annotations, write_report

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
