"""What was found, for people and for machines: one line each, GitHub's annotations, JSON or SARIF."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from psychoed.reading.problem import Problem

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
REPORT = "LIBRARY_REPORT"
"""Environment variable: a file to write the report to, ending in .json or .sarif."""


class Findings(NamedTuple):
    """Problems and Advice of one build, each in the order of its place."""

    problems: tuple[Problem, ...]
    advice: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, problems: Iterable[Problem], advice: Iterable[Problem]) -> "Findings":
        return cls(tuple(sorted(set(problems))), tuple(sorted(set(advice))))

    def summary(self) -> str:
        """Return how much was found, for the last line of a build."""
        files = len({problem.path for problem in self.problems})
        return f"{number(len(self.problems), 'Problem')} in {number(files, 'file')}"


def number(n: int, noun: str) -> str:
    """Return a count with its noun, as in “1 link” and “2 links”."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def annotations(found: Findings) -> Iterator[str]:
    """Yield workflow commands that GitHub shows beside the changed line."""
    for command, problems in (("error", found.problems), ("notice", found.advice)):
        for at in problems:
            place = f"file={escaped_for_github(at.path, in_property=True)},line={at.line},col={at.column}"
            yield f"::{command} {place}::{escaped_for_github(f'{at.what}; {at.instead}')}"


def escaped_for_github(text: str, *, in_property: bool = False) -> str:
    """Return a text as GitHub's runner reads it back; in a property, commas and colons part the fields."""
    coded = {"%": "%25", "\r": "%0D", "\n": "%0A"} | ({",": "%2C", ":": "%3A"} if in_property else {})
    return "".join(coded.get(character, character) for character in text)


def write_report(found: Findings, environment: Mapping[str, str]) -> Path | None:
    """Write the report that the environment asks for, and return its file."""
    if not (name := environment.get(REPORT)):
        return None
    file = Path(name)
    data = sarif(found) if file.suffix == ".sarif" else as_json(found)
    file.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return file


def as_json(found: Findings) -> list[dict[str, Any]]:
    levels = (("problem", found.problems), ("advice", found.advice))
    return [{"level": level, **json_entry(problem)} for level, problems in levels for problem in problems]


def json_entry(at: Problem) -> dict[str, Any]:
    return {
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "what": at.what,
        "instead": at.instead,
        "rule": at.open_rule,
    }


def sarif(found: Findings) -> dict[str, Any]:
    """Return the report as SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/"""
    results = [sarif_result(at, "error") for at in found.problems] + [sarif_result(at, "note") for at in found.advice]
    rules = [{"id": rule} for rule in sorted({one["ruleId"] for one in results})]
    driver = {"name": "psychoeducation-library", "rules": rules}
    return {"$schema": SARIF, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}


def sarif_result(at: Problem, level: str) -> dict[str, Any]:
    region = {"startLine": at.line, "startColumn": at.column}
    place = {"physicalLocation": {"artifactLocation": {"uri": quote(at.path)}, "region": region}}
    message = {"text": f"{at.what}; {at.instead}"}
    return {"ruleId": at.open_rule or "source", "level": level, "message": message, "locations": [place]}
