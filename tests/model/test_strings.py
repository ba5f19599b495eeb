"""hooks/psychoed/model/strings.json says which words templates ask for, and with which gaps."""

from pathlib import Path

from psychoed.model import strings
from psychoed.model.strings import shape_text, string_faults, unused_words
from psychoed.reading.file import File
from psychoed.reading.yaml.reader import read_yaml

ENGLISH = Path(__file__).parents[2] / "data" / "strings.en.yml"


def faults(text: str) -> list[str]:
    tree, _ = read_yaml(File("data/strings.es.yml", text))
    assert tree
    return [f"{problem.line}: {problem.what}; {problem.instead}" for problem in string_faults(tree)]


def test_it_is_written_from_the_english_words(update):
    tree, _ = read_yaml(File("data/strings.en.yml", ENGLISH.read_text("utf-8")))
    assert tree
    text, file = shape_text(tree.data()), Path(strings.__file__).with_name("strings.json")
    if update:
        file.write_text(text, "utf-8")
    assert file.read_text("utf-8") == text


def test_the_english_words_are_whole():
    assert faults(ENGLISH.read_text("utf-8")) == []


def test_each_fault_of_a_translation_is_named():
    text = ENGLISH.read_text("utf-8")
    for old, new, said in (
        ("page_of: Page {page} of {pages}", "page_of: Hoja {hoja}", "nothing fills {hoja} in “page_of”; write {page}, {pages}"),
        ("call: Call {number}", "call: Llame {number", "a brace stands alone in “call”; write the gaps as {number}"),
        ("direction: ltr", "direction: left", "“direction” cannot be “left”; write ltr, or rtl for a language written from right to left"),
        ("months: [January, ", "months: [", "“months” is not a list of 12 texts; write 12 of them"),
        ("person: Name or initials\n", "persona: Nombre\n", "“person” is missing; copy it from data/strings.en.yml"),
        ("- {name: Eyes., ", "- {nombre: Ojos., ", "“pause.steps.0.name” is missing; copy it from data/strings.en.yml"),
        ("  steps:\n    - {name: Eyes.", "  steps:\n    - x\n    - {name: Eyes.", "“pause.steps” is not a list of 6 groups; write 6 of them"),
        ("date: Date\n", "date: []\n", "“date” holds no text; write its words"),
    ):  # fmt: skip
        assert any(fault.endswith(said) for fault in faults(text.replace(old, new, 1))), said


def test_a_word_of_an_earlier_version_is_no_mistake():
    """However near it is to one of today: a folder goes on building after an upgrade."""
    text = ENGLISH.read_text("utf-8").replace("\nsheet:\n", "\nsheet:\n  kept_here: Kept on this device.\n", 1)
    tree, _ = read_yaml(File("data/strings.es.yml", text))
    assert tree
    assert faults(text) == []
    assert list(unused_words(tree)) == [("sheet", "kept_here")]
