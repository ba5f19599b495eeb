"""`psychoed new`: a folder that builds at once, for every clinic that asks for one, and a kind word for every name that
no folder can have."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from psychoed.checks.linters.run import lint
from psychoed.checks.registry import SEEN_IN_SITE, check_library, judged, rules_of
from psychoed.commands.main import main
from psychoed.editing.starters import starters
from psychoed.library.load import load_library
from psychoed.reading.cache import Cache
from psychoed.reading.problem import Problem
from psychoed.views.paper.fonts import printable

CLINICS = {"US": "letter", "GB": "a4", "AU": "a4"}
ON_KETAMINE = re.compile(r"ketamine|\bKA[TP]\b|spravato", re.IGNORECASE)
OF_A_FOLDER = {
    "README.md", "mkdocs.yml", "mkdocs.staff.yml", "mkdocs.offline.yml", "requirements.txt", ".gitignore", "netlify.toml",
    "wrangler.toml", ".python-version", ".github/workflows/publish.yml", ".vscode/settings.json", "start.bat",
    "start.command", ".vscode/psychoed.code-snippets",
}  # fmt: skip

LEFT_TO_A_CLINIC = ("ending-fact", "no-help-line")
"""A fact that ends soon; a country in which no line for one need is known to us."""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def new(*arguments: str, answers: str = ""):
    return CliRunner().invoke(main, ["new", *arguments], input=answers)


def judged_in(root: Path) -> tuple[list[Problem], list[Problem]]:
    """All Problems of a folder, and all Advice but what is left to a clinic to do."""
    settings = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    library, problems = load_library(root, root / "mkdocs.yml", settings["theme"]["language"])
    found = [*check_library(library, root / "content", printable()), *lint(root, Cache(root / ".cache"))]
    rules = rules_of(library)
    wrong, advice = judged(library, found, rules, {rule.id for rule in rules} - SEEN_IN_SITE)
    return [*problems, *wrong], [one for one in advice if one.rule not in LEFT_TO_A_CLINIC]


def problems_in(root: Path) -> list[str]:
    return [str(one) for one in judged_in(root)[0]]


def texts_of(root: Path) -> dict[str, str]:
    folders = (root / name for name in ("content", "worksheets", "packets"))
    return {
        file.name: file.read_text("utf-8")
        for folder in folders
        for file in folder.rglob("*.*")
        if file.suffix != ".json"
    }


@pytest.mark.parametrize("starter", starters())
def test_each_starter_has_no_problem_in_any_country(starter):
    for country, paper in CLINICS.items():
        done = new(country, "--yes", "--starter", starter, "--name", "Elm Tree", "--country", country)
        assert done.exit_code == 0, done.output
        root = Path(country)
        assert f"paper: {paper}" in (root / "mkdocs.yml").read_text("utf-8")
        assert {path for path in OF_A_FOLDER if not (root / path).is_file()} == set()
    assert judged_in(Path("US")) == judged_in(Path("GB")) == ([], [])
    us, gb = texts_of(Path("US")), texts_of(Path("GB"))
    assert not re.search(r"\b(?:colors?|neighbors?|behavior|[Aa]fterward|desensitization)\b", "".join(gb.values()))
    assert starter == "empty" or "colour" in gb["pause-and-ground.md"]
    named = "American Society of Anesthesiologists"
    assert [name for name in us if named in us[name]] == [name for name in gb if named in gb[name]]


@pytest.mark.parametrize("starter", [one.id for one in starters().values() if not one.ketamine])
def test_a_starter_without_ketamine_does_not_name_it(starter):
    new("clinic", "--yes", "--starter", starter)
    texts = texts_of(Path("clinic")) | {
        "mkdocs.yml": Path("clinic", "mkdocs.yml").read_text("utf-8").partition("extra:")[0]
    }
    assert {name for name, text in texts.items() if ON_KETAMINE.search(text)} == set()


def test_every_text_that_a_starter_names_is_there():
    new("clinic", "--yes")
    root = Path("clinic")
    pages = {path.relative_to(root / "content").as_posix() for path in (root / "content").rglob("*.md")}
    pages |= {
        f"{folder}/{file.stem}.md" for folder in ("worksheets", "packets") for file in (root / folder).glob("*.yml")
    }
    for starter in starters().values():
        for pattern in (*starter.keeps, *starter.without):
            assert len(starter.leaves_out(pages)) < len(pages)
            assert [page for page in pages if not starter._replace(keeps=(pattern,), without=()).leaves_out([page])], (
                pattern
            )


def test_questions_are_asked_with_examples_and_answered():
    done = new("clinic", answers="Elm Tree\nGB\n\n\nparts\n")
    assert done.exit_code == 0, done.output
    assert "For example Elm Tree Practice [Your Clinic]" in done.output
    assert "letter or a4 [a4]" in done.output
    assert "en-AU [en-GB]" in done.output
    assert done.output.count("?") == 5
    settings = yaml.safe_load(Path("clinic/mkdocs.yml").read_text("utf-8"))
    assert settings["site_name"] == settings["extra"]["clinic"]["name"] == "Elm Tree"
    assert settings["theme"] == {"name": "psychoed", "language": "en-GB"}


def test_who_is_called_at_night_is_asked_where_sessions_are():
    done = new("clinic", answers="Elm Tree\nGB\n\n\nkat\nNobody of ours answers at night. Call 111.\n")
    assert done.exit_code == 0, done.output
    assert "after a session?" in done.output
    clinic = yaml.safe_load(Path("clinic/mkdocs.yml").read_text("utf-8"))["extra"]["clinic"]
    assert clinic["on_call"] == "Nobody of ours answers at night. Call 111."
    new("parts", "--yes", "--starter", "parts")
    assert "on_call" not in Path("parts/mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize(
    "name",
    ['Elm: "Tree" #1', "Praxis Grünwald", "O’Hara & Sons", "The 🌳 House", "No", "yes: no", "'Quoted'", "{{ x }}"],
)
def test_a_name_of_any_letters_is_written_as_it_is(name):
    done = new("clinic", "--yes", "--starter", "empty", "--name", name)
    assert done.exit_code == 0, done.output
    settings = yaml.safe_load(Path("clinic/mkdocs.yml").read_text("utf-8"))
    assert settings["site_name"] == settings["extra"]["clinic"]["name"] == name
    assert problems_in(Path("clinic")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("my clinic",), "write my-clinic;"),
        (("Praxis-Müller",), "write praxis-mueller;"),
        (("",), "write my-clinic;"),
        (("CON",), "Windows keeps for itself"),
        (("aux.txt",), "Windows keeps for itself"),
        ((".",), "there is a folder “.” already, and it is not empty"),
        (("full",), "there is a folder “full” already, and it is not empty"),
        (("full/file",), "is a file"),
        (("nowhere/clinic",), "there is no folder “nowhere” to make it in"),
        (("x", "--country", "Germany"), "write one of: US, CA, GB"),
        (("x", "--paper", "A5"), "write letter or a4"),
        (("x", "--language", "xx"), "write one of: en"),
        (("x", "--starter", "cbt"), "write one of: all, parts, kat, empty"),
        (("x", "--name", "- yes"), "without signs of Markdown"),
        (("x", "--on-call", "a" * 401), "cannot stand on a page"),
        (("x", "--name", " "), "cannot be the name of a clinic"),
        (("x", "--name", "a" * 81), "80 letters at most"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_kindly_and_nothing_is_made(arguments, said):
    Path("full").mkdir()
    Path("full/file").write_text("mine")
    done = new(*arguments, "--yes")
    assert done.exit_code == 1
    assert said in done.output
    assert [path.as_posix() for path in sorted(Path().rglob("*"))] == ["full", "full/file"]


@pytest.mark.parametrize(("typed", "country"), [("uk", "GB"), ("United Kingdom", "GB"), ("usa", "US")])
def test_a_country_is_known_by_other_names_too(typed, country):
    new("clinic", "--yes", "--starter", "empty", "--country", typed)
    assert yaml.safe_load(Path("clinic/mkdocs.yml").read_text("utf-8"))["extra"]["clinic"]["country"] == country


def test_an_empty_folder_and_a_path_will_do():
    Path("deep").mkdir()
    Path("deep/empty").mkdir()
    assert new("deep/empty", "--yes", "--starter", "empty").exit_code == 0
    assert Path("deep/empty/start.bat").read_bytes().count(b"\r\n") == Path("deep/empty/start.bat").read_bytes().count(
        b"\n"
    )
    assert Path("deep/empty/start.command").stat().st_mode & 0o111
    pinned = Path("deep/empty/requirements.txt").read_text("utf-8").split("\n")
    assert [line for line in pinned[1:] if line and "==" not in line] == []
    assert "\\" not in "".join(pinned)


def test_the_workflow_only_builds_and_publishes_and_trusts_no_tag():
    new("clinic", "--yes", "--starter", "empty")
    jobs = yaml.safe_load(Path("clinic/.github/workflows/publish.yml").read_text("utf-8"))["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    assert [step["run"] for step in steps if "run" in step] == [
        "pip install -r requirements.txt",
        "python -m psychoed build",
    ]
    used = [step["uses"] for step in steps if "uses" in step]
    assert len(used) == 4
    assert [one for one in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", one)] == []
