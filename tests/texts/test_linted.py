"""The shipped texts are spelled and marked up as authors are asked to."""

from pathlib import Path

from psychoed.checks.linters.run import lint
from psychoed.reading.cache import Cache

PROJECT = Path(__file__).parents[2]


def test_the_projects_own_texts_have_no_such_fault(tmp_path: Path):
    assert [str(problem) for problem in lint(PROJECT, Cache(tmp_path))] == []
