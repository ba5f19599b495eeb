"""`psychoed add` writes files that build, and lists articles in the navigation; `psychoed doctor` says what is next."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from test_new import problems_in

from psychoed.commands.main import main


@pytest.fixture(autouse=True)
def _in_a_new_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("new", "clinic", "--yes", "--starter", "empty").exit_code == 0
    monkeypatch.chdir(tmp_path / "clinic")


def run(*arguments: str):
    return CliRunner().invoke(main, arguments)


def test_each_kind_builds_as_it_is_written():
    for arguments in (
        ("worksheet", "A calm: hour"),
        ("article", "sleep/good-nights"),
        ("article", "Sleep/Bad nights"),
        ("article", "hello"),
        ("article", "staff/at-the-desk"),
        ("packet", "first-week", "--with", "a-calm-hour", "--with", "good-nights"),
        ("packet", "second-week"),
        ("path", "new-here"),
    ):
        done = run("add", *arguments)
        assert done.exit_code == 0, done.output
    assert problems_in(Path()) == []
    navigation = Path("mkdocs.yml").read_text("utf-8").partition("nav:")[2].partition("\nextra:")[0]
    assert navigation == (
        "\n  - Home: index.md\n  - Help:\n      - help/pause-and-ground.md\n  - Sleep:\n      - sleep/good-nights.md\n      - sleep/bad-nights.md\n  - hello.md\n"
        "  - Worksheets: worksheets/index.md\n  - Packets: packets/index.md\n"
    )
    assert "  more_nav:\n    - For staff:\n        - staff/at-the-desk.md\n" in Path("mkdocs.staff.yml").read_text(
        "utf-8"
    )
    assert 'title: "A calm: hour"\n' in Path("worksheets/a-calm-hour.yml").read_text("utf-8")
    assert "title: Good nights\n" in Path("content/sleep/good-nights.md").read_text("utf-8")
    assert run("remove", "hello", "sleep/bad-nights", "first-week", "--yes").exit_code == 0
    assert run("rename", "a-calm-hour", "calm", "--yes").exit_code == 0
    assert problems_in(Path()) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("article", "help/privacy"), "is there already"),
        (("article", "worksheets/mine"), "in the way of what is made there"),
        (("worksheet", "con"), "Windows keeps for itself"),
        (("worksheet", "???"), "cannot be an address"),
        (("packet", "week", "--with", "nothing"), "there is no page, worksheet or packet “nothing”"),
        (("book", "week"), "'book' is not one of"),
    ],
)
def test_what_cannot_be_added_is_refused(arguments, said):
    before = sorted(Path().rglob("*"))
    done = run("add", *arguments)
    assert done.exit_code != 0
    assert said in done.output
    assert sorted(Path().rglob("*")) == before


def test_changes_are_shown_and_asked_for():
    run("add", "article", "sleep/nights")
    before = Path("mkdocs.yml").read_bytes()
    done = CliRunner().invoke(main, ["remove", "nights"], input="n\n")
    assert "  13 -   - Sleep:\n" in done.output or "-   - Sleep:" in done.output
    assert "Change this? [Y/n]" in done.output
    assert Path("mkdocs.yml").read_bytes() == before


@pytest.fixture
def _in_a_copy() -> None:
    """The folder as a copy of the project builds it: there psychoed is no plugin and no theme that is installed."""
    settings = Path("mkdocs.yml")
    said = settings.read_text("utf-8").replace("name: psychoed", "name: material").replace("  - psychoed\n", "")
    settings.write_text(said, "utf-8")


@pytest.mark.usefixtures("_in_a_copy")
def test_the_doctor_says_in_order_what_to_do():
    done = run("doctor")
    assert done.exit_code == 0, done.output
    todo = done.output.partition("What to do next:\n")[2].split("\n")
    assert [line.split()[0] for line in todo if line] == ["1.", "2.", "3.", "4."]
    assert "name, phone" in todo[0]
    Path("requirements.txt").write_text("psychoed==0.1.0\n")
    Path("worksheets/wrong.yml").write_text("title: Wrong\n")
    home, settings = Path("content/index.md"), Path("mkdocs.yml")
    home.write_text(home.read_text("utf-8") + "\nYou recieve it.\n", "utf-8")
    right = settings.read_text("utf-8")
    settings.write_text(right.replace("  clinic:\n", "  checks: {heading-gaps: off}\n  clinic:\n", 1), "utf-8")
    done = run("doctor")
    assert done.exit_code == 1
    assert "“recieve” is misspelled" in done.output
    assert "“heading-gaps” under extra.checks is not a rule" in done.output
    home.write_text(home.read_text("utf-8").replace("You recieve it.", ""), "utf-8")
    settings.write_text(right, "utf-8")
    done = run("doctor")
    assert done.exit_code == 1
    assert "worksheets/wrong.yml:1:1: " in done.output
    assert "1. mend the lines above" in done.output.partition("What to do next:\n")[2].split("\n")[0]
    assert "requirements.txt asks for 0.1.0" in done.output
    Path("worksheets/wrong.yml").write_text("title: Wrong\ndraft: true\n")
    page = Path("content/help/second.md")
    page.write_text(
        page.with_name("pause-and-ground.md").read_text("utf-8").replace("title: ", "title: More on ", 1), "utf-8"
    )
    assert "content/help/second.md:1:1: the navigation does not list this page; add it to `nav`" in run("doctor").output
    settings.write_text(f"{right}\nnot_in_nav: |\n  /help/second.md\n", "utf-8")
    assert "the navigation" not in run("doctor").output
    page.unlink()
    done = run("doctor")
    assert done.exit_code == 0, done.output
    assert "Drafts: 1: worksheets/wrong.yml" in done.output


@pytest.mark.usefixtures("_in_a_copy")
def test_the_doctor_names_what_no_build_could_begin_with():
    settings, staff = Path("mkdocs.yml"), Path("mkdocs.staff.yml")
    settings.write_text(settings.read_text("utf-8").replace("docs_dir: content", "docs_dir: contents"), "utf-8")
    staff.write_text(staff.read_text("utf-8") + "site_nam: Ours\n", "utf-8")
    done = run("doctor")
    assert done.exit_code == 1
    lines = [line.strip() for line in done.output.split("\n")]
    at = len(staff.read_text("utf-8").splitlines())
    assert [line for line in lines if line.startswith("mkdocs")] == [
        f"mkdocs.staff.yml:{at}:1: “site_nam” is not a setting; did you mean “site_name”?",
        "mkdocs.yml:6:11: there is no folder contents; write the name of a folder that is there, or take the line out",
    ]
    assert (
        lines[-2]
        == "1. mend mkdocs.staff.yml, mkdocs.yml, which the lines above name (before anything can be published)"
    )


def test_outside_a_clinics_folder_each_command_says_where_to_go(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for arguments in (["build"], ["serve"], ["doctor"], ["add", "packet", "x"], ["remove", "x"], ["rename", "x", "y"]):
        done = run(*arguments)
        assert done.exit_code == 1
        assert "there is no mkdocs.yml here" in done.output
    Path("mkdocs.yml.txt").write_text("site_name: Elm Tree\n", "utf-8")
    assert "mkdocs.yml.txt, which Windows may show as mkdocs; name it mkdocs.yml" in run("build").output
