"""The preview rebuilds when somebody edits an article, a worksheet or a list."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from previewing import free_port, shows
from small_project import small_project

pytestmark = pytest.mark.xdist_group("preview")  # one server for all


def reworded(file: Path, pattern: str, words: str) -> None:
    text, times = re.subn(pattern, words, file.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert times == 1
    file.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def preview(tmp_path_factory) -> Iterator[tuple[Path, str]]:
    """A project, and where its preview is served."""
    folder = tmp_path_factory.mktemp("preview")
    root, port = small_project(folder / "project"), free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=log)
        yield root, f"http://127.0.0.1:{port}/"
        server.terminate()
        server.wait(10)


def test_preview_follows_a_worksheet_an_article_and_a_list(preview):
    root, address = preview
    assert shows(f"{address}worksheets/valid/", "</html>")
    reworded(root / "worksheets" / "valid.yml", r"^title: .*$", "title: Marigold")
    assert shows(f"{address}worksheets/valid/", "<h1>Marigold</h1>")
    reworded(root / "content" / "parts" / "protectors.md", r"^title: .*$", "title: Larkspur")
    assert shows(f"{address}parts/protectors/", "<h1>Larkspur</h1>")
    reworded(root / "data" / "strings.en.yml", r"^  all: All worksheets$", "  all: Every foxglove")
    assert shows(f"{address}worksheets/", "Every foxglove")


def test_a_problem_stands_on_the_page_until_it_is_mended(preview):
    root, address = preview
    page = f"{address}worksheets/valid/"
    assert shows(page, "</html>")
    reworded(root / "worksheets" / "valid.yml", r"^phase: parts$", "phase: part")
    assert shows(page, "“part” is not a phase; did you mean “parts”?")
    reworded(root / "worksheets" / "valid.yml", r"^phase: part$", "phase: parts")
    assert shows(page, 'data-sheet="valid"')


def test_without_the_clinics_details_each_page_says_so_and_the_server_goes_on(preview):
    root, address = preview
    assert shows(address, "</html>")
    reworded(root / "mkdocs.yml", r"^    country: US", "    country: USA")
    assert shows(address, "there are no help lines for “USA”; did you mean “US”?")
    reworded(root / "mkdocs.yml", r"^    country: USA", "    country: US")
    assert shows(address, 'id="help-title"')


def test_settings_that_break_while_it_runs_stand_on_the_page_until_they_are_mended(preview):
    root, address = preview
    page, settings = f"{address}worksheets/valid/", root / "mkdocs.yml"
    assert shows(page, "</html>")
    right = settings.read_text("utf-8")
    settings.write_text(right.replace("nav:\n", "nav:\n\t- index.md\n"), "utf-8")
    assert shows(page, "a tab stands here; write spaces in its place")
    settings.write_text(f"{right}\nuse_directory_urls: maybe\n", "utf-8")
    assert shows(page, "“use_directory_urls” is “maybe”")
    settings.write_text(right, "utf-8")
    assert shows(page, 'data-sheet="valid"')
    assert "Traceback" not in (root.parent / "log").read_text("utf-8")
