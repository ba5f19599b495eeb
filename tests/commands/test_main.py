"""The command `psychoed`: it starts at once, finds its parts, and runs in a copy of the project that is not installed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from psychoed import __version__
from psychoed.commands.main import COMMANDS, main
from psychoed.library.belongings import ids_listed
from psychoed.model.schema import schema_text

PROJECT = Path(__file__).parents[2]
HEAVY = ("typst", "pikepdf", "mkdocs", "requests", "pydantic")


def run(*arguments: str):
    return CliRunner().invoke(main, arguments, prog_name="psychoed")


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_it_starts_without_what_its_parts_need(option):
    code = (
        "import sys; from psychoed.commands.main import main; main([sys.argv[1]], standalone_mode=False);"
        "print(sorted(set(sys.argv[2:]) & sys.modules.keys()))"
    )
    command = [sys.executable, "-c", code, option, *HEAVY]
    said = subprocess.run(command, cwd=PROJECT / "hooks", capture_output=True, text=True, check=True).stdout
    assert said.endswith("[]\n")


def test_it_runs_in_a_copy_of_the_project(tmp_path):
    command = [sys.executable, str(PROJECT / "hooks" / "psychoed"), "--version"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == f"psychoed {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_part_says_what_it_does(name):
    assert " ".join(COMMANDS[name].split()) in " ".join(run(name, "--help").output.split())


def test_a_part_that_is_not_there():
    done = run("chek-links")
    assert done.exit_code == 2
    assert "No such command 'chek-links'" in done.output


def test_the_schema_is_written_for_editors(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("schema").exit_code == 0
    text = schema_text(ids_listed(tmp_path))
    assert Path("worksheets", "schema.json").read_text("utf-8") == text
    assert run("schema", "--to", "-").output == text


def test_the_schema_suggests_the_clinics_own_phases(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "phases.yml").write_text("- {id: tide, title: Tide}\n", "utf-8")
    suggested = json.loads(run("schema", "--to", "-").output)["properties"]["phase"]["examples"]
    assert {"parts", "general", "tide"} <= {*suggested}


def test_the_version_is_that_of_the_newest_changes():
    changes = (PROJECT / "CHANGELOG.md").read_text("utf-8").split("\n")
    newest = next(line for line in changes if line.startswith("## "))
    assert newest.split()[1] == __version__
