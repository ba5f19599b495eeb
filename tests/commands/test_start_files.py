"""`start.bat` as Windows reads it, which no test here can run: paths in quotation marks, labels that are there, plain letters."""

import re

import pytest
from click.testing import CliRunner

from psychoed.commands.main import main

IN_QUOTES = re.compile(r'"[^"]*"')
SPECIAL = re.compile(r"[()&^!|]|%~|[\\/]\w*\.\w")
"""What cmd reads in a way of its own outside of quotation marks, and what may hold it: paths."""


@pytest.fixture(scope="module")
def lines(tmp_path_factory) -> list[str]:
    folder = tmp_path_factory.mktemp("clinic")
    assert CliRunner().invoke(main, ["new", str(folder / "clinic"), "--yes", "--starter", "empty"]).exit_code == 0
    data = (folder / "clinic" / "start.bat").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    return data.decode("ascii").split("\r\n")


def commands(lines: list[str]) -> list[str]:
    return [line for line in lines if line and not line.startswith(("rem ", "echo ", "@echo ", ":"))]


def test_no_letter_that_cmd_reads_in_its_own_way_stands_outside_of_quotation_marks(lines):
    assert [line for line in commands(lines) if SPECIAL.search(IN_QUOTES.sub("", line))] == []
    assert [line for line in lines if line.startswith("echo ") and re.search(r"[()&^<>|%!]", line)] == []


def test_each_jump_has_its_label_and_nothing_runs_into_a_label_that_ends_it(lines):
    labels = [line[1:] for line in lines if line.startswith(":")]
    assert {line.rsplit(" ", 1)[1] for line in lines if " goto " in line} == set(labels)
    before = [commands(lines[: lines.index(f":{label}")])[-1] for label in ("python", "failed")]
    assert [line.split()[0] for line in before] == ["exit", "exit"]


def test_it_goes_into_its_own_folder_and_asks_for_a_python_in_two_ways(lines):
    said = commands(lines)
    assert said[:2] == ["setlocal DisableDelayedExpansion", 'pushd "%~dp0"']
    assert said.index("chcp 65001 >nul") < next(n for n, line in enumerate(said) if "%PY%" in line)
    assert [line for line in said if line.startswith("set PY=")] == ["set PY=py -3", "set PY=python"]
    ends = [n for n, line in enumerate(said) if line.startswith("exit")]
    assert [said[n - 2 : n] for n in ends] == [
        ["pause", "popd"]
    ] * 3  # words can be read, and no letter stays with a network's folder
