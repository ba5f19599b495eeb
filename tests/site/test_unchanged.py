"""A build in which nothing differs from the last ends before anything is read; whatever differs is seen."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config import load_config

from psychoed.door.unchanged import Stamp, digest_of, state_of
from sites import Build, built, copied, edit


def stamp(root: Path, **settings: bool | str) -> str:
    """Return what a build of this folder depends on."""
    return digest_of(load_config(str(root / "mkdocs.yml"), **settings))


def test_nothing_changed_leaves_the_site_and_says_again_what_was_said(public_site: Build):
    before = state_of(public_site.site)
    again = built(public_site.root, "--strict")
    assert again.code == 0
    assert "Nothing has changed: site is as the last build made it." in again.output
    said = [line for line in public_site.output.splitlines() if "Advice: " in line]
    assert said
    assert [line for line in again.output.splitlines() if "Advice: " in line] == said
    assert state_of(public_site.site) == before


def add(path: str, text: str) -> Callable[[Path], object]:
    return lambda root: (root / path).write_text(text, "utf-8")


def replace(path: str, old: str, new: str) -> Callable[[Path], object]:
    return lambda root: edit(root / path, old, new)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a letter in a page": replace("content/index.md", "a", "o"),
    "a page more": add("content/new.md", "# New\n"),
    "a page less": lambda root: (root / "content" / "parts" / "sides-of-you.md").unlink(),
    "a sheet": replace("worksheets/what-is-here.yml", "title: ", "title: Now: "),
    "a packet": lambda root: next((root / "packets").glob("*.yml")).unlink(),
    "a list of the clinic": add("data/glossary.yml", "[]\n"),
    "a template": replace("overrides/main.html", "\n", "\n\n"),
    "a template of paper": replace("overrides/print/page.typ", "\n", "\n\n"),
    "our code": replace("hooks/events.py", "\n", "\n\n"),
    "the settings": replace("mkdocs.yml", "extra:\n", "extra:\n  today: 2026-11-24\n"),
    "the settings of another edition": replace("mkdocs.staff.yml", "\n", "\n\n"),
    "a picture, as large as before": lambda root: (root / "content" / "new.png").write_bytes(b"12"),
}


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    root = copied(tmp_path / "clinic")
    (root / "content" / "new.png").write_bytes(b"11")
    return root


def test_whatever_a_build_reads_is_in_its_stamp(clinic: Path):
    seen = {stamp(clinic)}
    assert seen == {stamp(clinic)}
    for change, carry_out in CHANGES.items():
        carry_out(clinic)
        now = stamp(clinic)
        assert now not in seen, change
        seen.add(now)


def test_the_day_and_what_is_given_on_the_command_line_are_in_it(clinic: Path, monkeypatch):
    usual = stamp(clinic)
    assert stamp(clinic, strict=True) != usual
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392001")
    assert stamp(clinic) != usual


def test_a_site_that_somebody_changed_is_not_the_one_that_was_built(tmp_path: Path):
    site = tmp_path / "site"
    (site / "parts").mkdir(parents=True)
    page = site / "parts" / "index.html"
    page.write_text("as built")
    states = [state_of(site)]
    os.utime(page, ns=(1, 1))
    states.append(state_of(site))
    (site / "more.html").write_text("")
    states.append(state_of(site))
    page.unlink()
    states.append(state_of(site))
    assert len(set(states)) == 4


def test_a_site_in_which_something_has_a_part_that_no_stamp_knows_is_built_each_time(clinic: Path):
    (clinic / "ours.py").write_text("def on_env(env, config, files):\n    return env\n")
    edit(clinic / "mkdocs.yml", "hooks:\n", "hooks:\n  - ours.py\n")
    assert Stamp(load_config(str(clinic / "mkdocs.yml"))).key == ""
