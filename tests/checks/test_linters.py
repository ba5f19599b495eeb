"""rumdl and typos say their part inside the build, in our words, and cost nothing where nothing has changed."""

import shutil
from pathlib import Path

import pytest

from psychoed.checks.linters import run as linters
from psychoed.checks.linters.run import LINTER_MISSING, RULES, lint
from psychoed.editing.respelling import respell
from psychoed.reading.cache import Cache

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("content", "worksheets", "data"):
        (tmp_path / folder).mkdir()
    for name in ("markdown.toml", "spelling.toml"):
        shutil.copy(PROJECT / "data" / name, tmp_path / "data")
    return tmp_path


def said(root: Path) -> list[str]:
    return [str(problem) for problem in lint(root, Cache(root / ".cache"))]


def test_short_forms_are_no_misspelled_words(root: Path):
    (root / "worksheets" / "one.yml").write_text("title: Jo Tran, BA, on HSA forms\n", "utf-8")
    assert said(root) == []


def test_both_say_what_is_wrong_where_and_what_to_write(root: Path):
    (root / "content" / "page.md").write_text(
        "---\ntitle: A page\n---\n\nSee http://clinic.org.\n- One\n\n#Two\n", "utf-8"
    )
    (root / "worksheets" / "one.yml").write_text("title: Für teh hand\n", "utf-8")
    assert said(root) == [
        "content/page.md:5:5: URL without angle brackets or link formatting: 'http://clinic.org'; write <https://…>, or [words](address) [markdown-md034]",
        "content/page.md:8:2: no space after # in heading; write a space behind the # of a heading, or \\# for the sign itself [markdown-md018]",
        "worksheets/one.yml:1:12: “teh” is misspelled; write “the” [spelling]",
    ]


OF_AMERICA = """---
explains: [polarization]
---

A color. The American Society of Anesthesiologists, {{ fact.anesthetic }} and [a page](center.md) say so.

Afterward, another color.
"""


def test_words_of_another_country_are_told_and_names_and_addresses_are_not(root: Path):
    (root / "content" / "page.md").write_text(OF_AMERICA, "utf-8")
    found = [str(problem) for problem in lint(root, Cache(root / ".cache"), "en-GB") if "spelled as" in problem.what]
    assert found == [
        "content/page.md:5:3: “color” is not spelled as in en-GB, here and in 1 other places; write “colour” [spelling-of-country]",
        "content/page.md:7:1: “Afterward” is not spelled as in en-GB; write “Afterwards” [spelling-of-country]",
    ]
    respell(root, "en-GB")
    assert (root / "content" / "page.md").read_text("utf-8") == OF_AMERICA.replace("color", "colour").replace(
        "Afterward", "Afterwards"
    )


def test_lists_and_tables_that_are_drawn_right_are_no_matter_of_style(root: Path):
    text = "Words.\n- One\n  - Two\n    - Three\n\n1. One\n   - Two\n2. Three\n\n- One\n    - Two\n\nWords.\n| A |\n| - |\n| 1 |\n"
    (root / "content" / "page.md").write_text(text, "utf-8")
    assert said(root) == []


def test_what_our_own_checks_say_is_not_said_twice(root: Path):
    text = '[one]()\n\n![](gone.png)\n\n[two][gone] (three)[gone.md]\n\n<p id="a">x</p>\n\n#### Four\n\n[here](#gone)\n\n[x]: y.md\n'
    (root / "content" / "page.md").write_text(text, "utf-8")
    assert said(root) == []


def test_every_rule_that_they_name_may_have_an_exception(root: Path):
    (root / "content" / "page.md").write_text("* a\n- b\n\n\n\n*x*\n_y_ \n\n## A.\n\n```\nx\n```\n", "utf-8")
    found = lint(root, Cache(root / ".cache"))
    assert len({problem.rule for problem in found}) > 3
    assert {problem.rule for problem in found} <= {rule.id for rule in RULES}


def test_an_unchanged_project_is_not_asked_again(root: Path, monkeypatch: pytest.MonkeyPatch):
    (root / "content" / "page.md").write_text("A teh.\n", "utf-8")
    first = said(root)
    with monkeypatch.context() as without:
        cannot_run(without, root)
        assert said(root) == first
    (root / "content" / "page.md").write_text("A the.\n", "utf-8")
    assert said(root) == []


def test_a_clinic_adds_words_of_its_own(root: Path):
    (root / "content" / "page.md").write_text("Dr. Teh is here.\n", "utf-8")
    assert len(said(root)) == 1
    with (root / "data" / "spelling.toml").open("a") as file:
        file.write('teh = "teh"\n')
    assert said(root) == []


def cannot_run(monkeypatch: pytest.MonkeyPatch, empty: Path) -> None:
    """Neither linter is found."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(linters.sysconfig, "get_path", lambda name: str(empty))


def test_where_they_cannot_run_the_build_says_so_once_each_and_goes_on(root: Path, monkeypatch: pytest.MonkeyPatch):
    (root / "content" / "page.md").write_text("A teh.\n", "utf-8")
    cannot_run(monkeypatch, root)
    found = lint(root, Cache(root / ".cache"))
    assert [(problem.path, problem.rule) for problem in found] == [
        ("data/markdown.toml", LINTER_MISSING.id),
        ("data/spelling.toml", LINTER_MISSING.id),
    ]
    assert LINTER_MISSING.level == "advice"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a = 1\n[broken\n", "2:8: this is no TOML: Expected ']' at the end of a table declaration; write it as https"),
        ("a = [1,", "1:1: this is no TOML: "),
        ("é", "1:1: the file is not saved as UTF-8; save it again with the encoding UTF-8"),
    ],
)
def test_settings_that_cannot_be_read_are_named_with_their_place(root: Path, text: str, fault: str):
    (root / "content" / "page.md").write_text("Words.\n", "utf-8")
    (root / "data" / "markdown.toml").write_text(text, "latin-1")
    (found,) = said(root)
    assert found.startswith(f"data/markdown.toml:{fault}")
