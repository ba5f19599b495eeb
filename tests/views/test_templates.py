"""No template says a word by itself: every word that a reader sees stands in data/strings.<language>.yml."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
PAPER = sorted((ROOT / "overrides" / "print").glob("*.typ"))
WORDS = yaml.safe_load((ROOT / "data" / "strings.en.yml").read_text("utf-8"))
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
MARKUP = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]*>|[a-z-]+=\"[^\"]*\"|&[a-z]+;", re.DOTALL)


def test_no_page_template_holds_a_word_of_its_own():
    texts = {file.name: MARKUP.sub(" ", JINJA.sub("", file.read_text("utf-8"))) for file in TEMPLATES}
    found = {name: re.findall(r"[A-Za-z]{2,}", text) for name, text in texts.items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_no_page_template_labels_anything_in_its_own_words():
    label = re.compile(r'\b(?:aria-label|alt|title|placeholder)="([^"{\']*)')
    found = {file.name: [said for said in label.findall(file.read_text("utf-8")) if said.strip()] for file in TEMPLATES}
    assert {name: labels for name, labels in found.items() if labels} == {}


def test_every_word_that_a_template_asks_for_is_there():
    asked = re.compile(r"\bwords\.(?!at\()([a-z_]+(?:\.[a-z_]+)*)")
    for template in [*TEMPLATES, *PAPER]:
        for path in asked.findall(template.read_text("utf-8")):
            found = WORDS
            for key in path.removesuffix(".format").removesuffix(".replace").split("."):
                assert key in found, f"{template.name}: words.{path}"
                found = found[key]


def test_no_word_has_the_name_of_a_method_of_dictionaries():
    """Jinja would take `words.sheet.clear` for the method, and print nothing that a reader can use."""
    groups = [WORDS, *(group for group in WORDS.values() if isinstance(group, dict))]
    assert [key for group in groups for key in group if hasattr(dict, str(key))] == []
