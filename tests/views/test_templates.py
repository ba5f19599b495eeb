"""No template says a word by itself: every word that a reader sees stands in data/strings.<language>.yml."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
PAPER = sorted((ROOT / "overrides" / "print").glob("*.typ"))
WORDS = yaml.safe_load((ROOT / "data" / "strings.en.yml").read_text("utf-8"))
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
MARKUP = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]*>|[a-z-]+=\"[^\"]*\"|&[a-z]+;", re.DOTALL)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_a_page_template_holds_no_word_of_its_own(template: Path):
    said = MARKUP.sub(" ", JINJA.sub("", template.read_text("utf-8")))
    assert re.findall(r"[A-Za-z]{2,}", said) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_a_page_template_labels_nothing_in_its_own_words(template: Path):
    labels = re.findall(r'\b(?:aria-label|alt|title|placeholder)="([^"{\']*)', template.read_text("utf-8"))
    assert [label for label in labels if label.strip()] == []


@pytest.mark.parametrize("template", [*TEMPLATES, *PAPER], ids=lambda file: file.name)
def test_every_word_that_a_template_asks_for_is_there(template: Path):
    for path in re.findall(r"\bwords\.(?!at\()([a-z_]+(?:\.[a-z_]+)*)", template.read_text("utf-8")):
        found = WORDS
        for key in path.removesuffix(".format").removesuffix(".replace").split("."):
            assert key in found, f"words.{path}"
            found = found[key]


def test_no_word_has_the_name_of_a_method_of_dictionaries():
    """Jinja would take `words.sheet.clear` for the method, and print nothing that a reader can use."""
    groups = [WORDS, *(group for group in WORDS.values() if isinstance(group, dict))]
    assert [key for group in groups for key in group if hasattr(dict, str(key))] == []
