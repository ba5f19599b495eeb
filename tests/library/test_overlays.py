"""A clinic's lists lie over the package's, entry by entry, with the places of either; and what comes with the package
breaks nothing that a clinic has."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from psychoed.checks.linters.settings import settings_file
from psychoed.checks.registry import rules_of
from psychoed.checks.rules import by_level
from psychoed.checks.writing.translation import check_translation, check_unused_words
from psychoed.commands.main import main
from psychoed.library.changed_lists import changed_lists
from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.outside_links.find_links import external_links
from psychoed.reading.problem import Problem
from small_site import BASE, read


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A clinic that has no list of its own."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    shutil.rmtree(tmp_path / "data")
    for file in (tmp_path / "content" / "parts" / "protectors.md", tmp_path / "worksheets" / "valid.yml"):
        file.write_text(file.read_text("utf-8").replace("S-SEEN2020", "S-FDA2022"), "utf-8")
    (tmp_path / "data" / "en").mkdir(parents=True)
    return tmp_path


def with_list(root: Path, name: str, text: str) -> tuple[Library, list[str]]:
    (root / "data" / name).write_text(text, "utf-8")
    library, problems = read(root)
    return library, [str(problem) for problem in problems]


def test_all_lists_come_from_the_package(root):
    library, problems = read(root)
    assert [one for one in problems if one.path.startswith(("data/", "psychoed/"))] == []
    assert library.ready
    assert min(map(len, (library.glossary, library.citations, library.facts, library.kinds, library.wording))) > 10
    assert library.care
    assert library.claims


def test_an_entry_takes_the_place_of_the_one_of_its_id_and_others_are_added(root):
    library, problems = with_list(
        root,
        "glossary.yml",
        "- {id: part, term: Side, means: Our word for it.}\n- {id: lamp, term: Lamp, means: A light.}\n",
    )
    assert [one for one in problems if "glossary" in one] == []
    assert library.glossary["part"].value.term == "Side"
    assert library.glossary["lamp"].at.path == "data/glossary.yml"
    assert library.glossary["protector"].at.path == "psychoed/data/glossary.yml"


def test_an_entry_is_taken_out(root):
    library, problems = with_list(
        root, "en/wording.yml", "- {id: sui-commit, remove: true}\n- {id: no-such, remove: true}\n"
    )
    assert "sui-commit" not in {rule.id for rule in library.wording}
    assert [one for one in problems if "wording" in one] == []


def test_a_message_points_at_the_clinics_own_file(root):
    _, problems = with_list(root, "glossary.yml", "- id: lamp\n  term: Lamp\n  maens: A light.\n")
    assert "data/glossary.yml:3:3: “maens” is not a key here; did you mean “means”?" in problems


def test_words_of_templates_are_said_otherwise_key_by_key(root):
    library, problems = with_list(root, "strings.en.yml", "frame:\n  menu: All pages\n")
    assert library.words["frame"]["menu"] == "All pages"
    assert library.words["frame"]["search"] == "Search"
    assert [one for one in problems if "strings" in one] == []
    _, problems = with_list(root, "strings.en.yml", "frame:\n  menuu: All pages\n")
    assert "data/strings.en.yml:2:3: no template asks for “frame.menuu”; did you mean “menu”?" in problems


def test_words_of_an_older_version_are_told_and_stop_nothing(root):
    library, problems = with_list(root, "strings.en.yml", "frame:\n  menu: All pages\n  zyx: Old\nqqq: {a: b}\n")
    assert [one for one in problems if "strings" in one] == []
    (advice,) = check_unused_words(library)
    assert str(advice) == (
        "data/strings.en.yml:3:3: no template asks any more for 2 of these words, “frame.zyx” first; take them out"
    )


def test_a_phrase_is_announced_before_it_is_a_problem(root):
    entry = "- {{id: new-phrase, level: problem, problem_from: '{}', scope: all, pattern: 'parts', say: write it, "
    entry += "why: it is new, catches: [my parts], passes: [a page]}}\n"
    for version, levels in (("99.0.0", (0, 1)), ("0.1.0", (1, 0))):
        library, found = with_list(root, "en/wording.yml", entry.format(version))
        assert not [one for one in found if "wording.yml" in one]
        one = Problem("content/a.md", 1, 1, "“parts”: it is new", "write it", "new-phrase")
        problems, advice = by_level([one], rules_of(library), library)
        assert (len(problems), len(advice)) == levels
        assert all(
            str(said).endswith("write it; from version 99.0.0 on this is a Problem [new-phrase]") for said in advice
        )
    _, found = with_list(root, "en/wording.yml", entry.format("next"))
    assert "data/en/wording.yml:1:50: “next” is not a version; write it as 0.3.0, in quotes" in found


def test_words_that_a_language_lacks_are_said_in_english_and_told(root):
    (root / "data" / "strings.es.yml").write_text("frame:\n  menu: Menú\n", "utf-8")
    library, problems = load_library(root, root / "mkdocs.yml", "es")
    assert problems == []
    assert (library.words["frame"]["menu"], library.words["frame"]["search"]) == ("Menú", "Search")
    (advice,) = check_translation(library)
    assert str(advice).startswith("data/strings.es.yml:1:1: ")
    assert "of the words of templates are said in English, “direction” first; copy them from" in str(advice)


@pytest.mark.parametrize("name", ["en/care.yml", "care.yml"])
def test_a_key_of_care_or_claims_is_said_otherwise(root, name):
    """A clinic of one language may keep the lists of its language in data/ itself."""
    library, problems = with_list(root, name, "long_exercise: 30\n")
    assert library.care
    assert library.care.long_exercise == 30
    assert library.care.endings
    _, problems = with_list(root, name, "long_exercise: long\n")
    assert [one.split(": ")[0] for one in problems if "care.yml" in one] == [f"data/{name}:1:16"], problems


def test_a_country_is_the_clinics_own(root):
    line = "{name: Our line, ways: [{say: Call 1, href: 'tel:1'}], note: day and night, mark: seen, enabled: true}"
    library, _ = with_list(root, "help-lines.yml", f"US:\n  country: Here\n  emergency: '911'\n  lines: [{line}]\n")
    assert library.help
    assert [one.name for one in library.help.value.shown()] == ["Our line"]


def test_an_old_fact_of_the_package_matters_only_to_who_quotes_it(root):
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "  today: 2036-01-01\n", "utf-8")
    _, problems = read(root)
    assert [one for one in problems if one.rule in ("stale-fact", "ended-fact")] == []
    article = root / "content" / "parts" / "protectors.md"
    article.write_text(article.read_text("utf-8") + "\n{{ fact.schedule }}[^S-NDC]\n", "utf-8")
    (found,) = [one for one in read(root)[1] if one.rule == "stale-fact"]
    assert found.path == "psychoed/data/dated-facts.yml"
    assert found.instead.endswith("then copy the entry into data/dated-facts.yml with that day as as_of")


def test_a_word_of_the_clinics_own_is_not_one_of_the_package_as_well(root):
    """A later package may bring an entry for a word that a clinic has explained long ago, under another id."""
    library, problems = with_list(root, "glossary.yml", "- {id: my-guard, term: Protector, means: A guard.}\n")
    assert [one for one in problems if "already stands" in one] == []
    assert "protector" not in library.glossary


def test_settings_of_the_linters_are_joined(root):
    assert settings_file("data/spelling.toml", root).parts[-2:] == ("data", "spelling.toml")
    (root / "data" / "wording.yml").write_text("- {id: sui-commit, remove: true}\n")
    (root / "data" / "spelling.toml").write_text('[default.extend-words]\nteh = "teh"\n', "utf-8")
    text = settings_file("data/spelling.toml", root).read_text("utf-8")
    assert "[default.extend-words]\n" in text
    assert 'teh = "teh"\n' in text
    assert 'ect = "ect"\n' in text


def test_only_those_links_of_the_package_are_asked_that_pages_show(root):
    asked = {link.path for link in external_links(root).value if link.path.startswith("psychoed/")}
    assert asked == {"psychoed/data/sources.yml", "psychoed/data/help-lines.yml"}
    cited = [link for link in external_links(root).value if link.path == "psychoed/data/sources.yml"]
    assert len(cited) == 1


def test_what_is_changed_is_told(root, monkeypatch):
    monkeypatch.chdir(root)
    assert told("--changed") == ["The lists here change nothing."]
    (root / "data" / "glossary.yml").write_text(
        "- {id: part, term: Side, means: Our word.}\n- {id: lamp, term: Lamp, means: A light.}\n"
        "- {id: ifs, remove: true}\n- {id: gone, remove: true}\n"
    )
    (root / "data" / "strings.en.yml").write_text("frame:\n  menu: All pages\n")
    (root / "data" / "en" / "care.yml").write_text("long_exercise: 30\n")
    (root / "data" / "wording.yml").write_text("- {id: sui-commit, remove: true}\n")
    (root / "data" / "spelling.toml").write_text('[default.extend-words]\nteh = "teh"\n')
    said = told("--changed")
    assert "data/en/care.yml:1: long_exercise: 15 → 30" in said
    assert "data/wording.yml:1: sui-commit: taken out" in said
    assert "data/glossary.yml:1: part.term: Part → Side" in said
    assert "data/glossary.yml:1: part.model: true → left out" in said
    assert "data/glossary.yml:2: lamp: added" in said
    assert "data/glossary.yml:3: ifs: taken out" in said
    assert "data/glossary.yml:4: gone: not in the package, so that nothing is taken out" in said
    assert "data/strings.en.yml:2: frame.menu: Menu → All pages" in said
    assert "data/spelling.toml:1: default.extend-words.teh: added: teh" in said
    assert "data/kinds.yml: as it comes with the package" in told()


def told(*options: str) -> list[str]:
    return CliRunner().invoke(main, ["lists", *options]).output.rstrip("\n").split("\n")


def test_a_removal_says_true(root):
    _, problems = with_list(root, "glossary.yml", "- {id: ifs, remove: yes}\n- {id: part, remove: [true]}\n")
    assert [one for one in problems if "glossary" in one] == [
        "data/glossary.yml:1:21: “remove” holds “yes”; write `remove: true`, or take the entry out",
        "data/glossary.yml:2:22: “remove” holds no text; write `remove: true`, or take the entry out",
    ]


def test_what_adds_to_lists_of_linters_is_told_alone(root, monkeypatch):
    monkeypatch.chdir(root)
    (root / "data" / "markdown.toml").write_text('[global]\ndisable = ["MD013", "MD004"]\n')
    assert told("--changed") == ['data/markdown.toml:1: global.disable: added: ["MD004"]']


@pytest.mark.parametrize(
    ("name", "text"), [("spelling.toml", "[broken\n"), ("markdown.toml", "é"), ("sources.yml", "[broken\n")]
)
def test_a_list_that_cannot_be_read_is_told(root, monkeypatch, name, text):
    monkeypatch.chdir(root)
    (root / "data" / name).write_text(text, "latin-1")
    assert told("--changed") == [f"data/{name}:1: the file: cannot be read; a build says why"]


def test_an_entry_whose_id_is_a_list_is_told(root, monkeypatch):
    monkeypatch.chdir(root)
    (root / "data" / "sources.yml").write_text("- {id: [a], citation: One.}\n")
    assert told("--changed") == ["data/sources.yml:1: ['a']: added"]


def test_a_list_that_lies_in_two_places_is_named(root):
    (root / "data" / "en" / "care.yml").write_text("long_exercise: 20\n")
    library, problems = with_list(root, "care.yml", "long_exercise: 30\n")
    assert library.care
    assert library.care.long_exercise == 20
    assert "data/care.yml:1:1: data/en/care.yml is read in place of this file; keep one of the two" in problems


def test_an_entry_of_a_phase_changes_only_the_keys_that_it_writes_and_stands_where_it_says(root):
    own = "- {id: parts, title: Sides of you}\n- {id: tide, title: Tide, before: first-wave}\n- {id: self, remove: true}\n"
    library, problems = with_list(root, "phases.yml", f"{own}- {{id: first-wave, title: Wave, before: kat-day}}\n")
    assert [one for one in problems if "phases" in one] == []
    assert library.phases["parts"].value.title == "Sides of you"
    assert library.phases["parts"].value.asks_for == ("stop-rule", "way-out", "gate", "ordinary-end")
    assert [*library.phases][:4] == ["parts", "kat-preparation", "tide", "first-wave"]
    assert "self" not in library.phases
    assert changes(root, "phases.yml") == [
        "parts.title: added: Sides of you",
        "tide: added",
        "self: taken out",
        "first-wave: added",
    ]


def changes(root: Path, name: str) -> list[str]:
    return [f"{one.name}: {one.what}" for one in changed_lists(root) if one.path == f"data/{name}"]


def test_titles_of_the_clinics_own_are_said_in_each_language(root):
    (root / "data" / "strings.en.yml").write_text("phases: {tide: Tide}\npacket: {roles: {cook: Cooks}}\n", "utf-8")
    (root / "data" / "roles.yml").write_text("- id: cook\n", "utf-8")
    library, problems = with_list(root, "phases.yml", "- id: tide\n")
    assert [one for one in problems if "data/" in one] == []
    assert (library.title_of_phase("tide"), library.title_of_role("cook")) == ("Tide", "Cooks")
