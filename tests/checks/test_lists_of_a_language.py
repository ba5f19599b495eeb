"""Each list of data/en/ is read and used, and only on English: a word added there changes what a check says."""

import shutil
from pathlib import Path

import pytest
import yaml

from psychoed.checks.clinic import check_placeholders
from psychoed.checks.registry import check_library
from psychoed.library.load import OF_A_LANGUAGE, load_library
from psychoed.model.language import SentenceRules, ShortForms, SyllableRules, Vocabulary
from small_site import DATA, faults, small_site

FRONT = "title: A page\nsummary: Words.\nmain_message: One thing.\naudience: client\ngroup: parts\n"
SESSION = FRONT.replace("group: parts", "group: kat-before")
PHRASE = {
    "id": "new",
    "level": "advice",
    "scope": "kat",
    "pattern": "zorble",
    "say": "write “lamp”",
    "why": "Nobody says it",
    "first_use": True,
    "catches": ["A zorble."],
    "passes": ["A lamp."],
}
LONG = "zorble " * 20
EASY = "The zorb is on. " * 12
HARD = "The unavailabilities is on. " * 12
LEVEL = ["reading-limit"]


def said(root: Path, text: str, language: str = "en") -> list[str]:
    """The rules that a page breaks, and what is said of the clinic, with the page's text after its front matter."""
    page = root / "content" / "parts" / "a-page.md"
    page.write_text(text if text.startswith("---") else f"---\n{FRONT}---\n\n{text}\n", "utf-8")
    library, problems = load_library(root, root / "mkdocs.yml", language)
    assert faults(problems) == []
    found = check_library(library, root / "content", frozenset(range(0x3000)))
    found += check_placeholders(library)
    return [one.rule for one in found if one.path in ("mkdocs.yml", f"content/{page.relative_to(root / 'content')}")]


def change(root: Path, name: str, key: str, value: object) -> None:
    """Say a key of a list of English otherwise; add to it what is a list."""
    file = root / "data" / "en" / f"{name}.yml"
    written = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    if not key:
        written = [*written, value]
    elif isinstance(value, list):
        written[key] = [*written.get(key, []), *value]
    elif isinstance(value, dict):
        written[key] = {**written[key], **value}
    else:
        written[key] = value
    file.write_text(yaml.safe_dump(written, allow_unicode=True), "utf-8")


CHANGES = [
    ("words", "ketamine", ["zorble"], "A zorble.", [], ["safety-facts"]),
    ("words", "explains", ["zorble"], "A racemic zorble.", ["plain-define"], []),
    ("words", "placeholders", ["Harbor"], "Words.", [], ["placeholder"]),
    ("words", "short_forms", ["ZZB"], "A ZZB.", ["short-form"], []),
    ("short-forms", "credentials", ["ZZB"], "A ZZB.", ["short-form"], []),
    ("short-forms", "therapies", ["ZZB"], "A ZZB.", ["short-form"], []),
    ("short-forms", "conditions", ["ZZB"], "A ZZB.", ["short-form"], []),
    ("short-forms", "organizations", ["ZZB"], "A ZZB.", ["short-form"], []),
    ("short-forms", "everyday", ["ZZB"], "A ZZB.", ["short-form"], []),
    ("short-forms", "ours", ["ZZB"], "A ZZB.", ["short-form"], []),
    ("short-forms", "plain_words", ["zzb"], "A ZZB.", ["short-form"], ["all-caps"]),
    ("words", "empty_links", ["zorble"], "See [zorble](protectors.md).", [], ["link-says-nothing"]),
    ("words", "urging_links", ["zorble .*"], "See [zorble it](protectors.md).", [], ["link-says-nothing"]),
    ("words", "empty_pictures", ["zorble"], '<img src="../a.svg" alt="zorble">', [], ["alt-text"]),
    ("words", "in_brackets", ["zorble on"], "He said so [zorble on].", ["lone-brackets"], []),
    ("words", "calls", "zorble ", "Now zorble 50808.", [], ["typed-phone"]),
    ("words", "sent", "zorble $", "Now zorble GO to us.", ["all-caps"], []),
    ("words", "numbered", "zorble $", "Our zorble 1234567893.", ["typed-phone"], []),
    ("words", "counted", ["zorbles"], "You may call 808 zorbles.", ["typed-phone"], []),
    ("words", "hours", ["zorble"], f"---\n{SESSION}---\n\nDrink at zorble.\n", [], ["typed-hours"]),
    ("words", "clinic_rules", ["zorble"], f"---\n{SESSION}---\n\nNo zorble at noon.\n", [], ["typed-hours"]),
    ("sentences", "ends", ";", f"{LONG}; {LONG}.", ["sentence-length"], []),
    ("sentences", "initials", r"z\.$", f"{LONG}z. {LONG.capitalize()}.", [], ["sentence-length"]),
    ("sentences", "abbreviations", ["zb"], f"{LONG}zb. {LONG.capitalize()}.", [], ["sentence-length"]),
    ("syllables", "exceptions", {"zorb": "20"}, EASY, [], LEVEL),
    ("syllables", "vowels", "[a-z]", EASY, [], LEVEL),
    ("syllables", "more", ["[a-z]"], EASY, [], LEVEL),
    ("syllables", "formula", {"less": "-99"}, EASY, [], LEVEL),
    ("syllables", "fewer", ["[a-z]"], HARD, LEVEL, []),
    ("syllables", "not_counted", ["[a-z]+"], HARD, LEVEL, []),
    ("syllables", "possessive", "[a-z]{9}$", HARD, LEVEL, []),
    ("syllables", "plural", "abilities", HARD.replace("unavail", "eye"), LEVEL, []),
    ("wording", "", PHRASE, "KAT. A zorble.", [], ["new"]),
    ("claims", "selling", ["zorble"], "A zorble.", [], ["no-selling"]),
    ("care", "hard_topics", [{"name": "zorbles", "says": "zorble"}], "A zorble.", [], ["content-note"]),
]


@pytest.mark.parametrize(("name", "key", "value", "text", "before", "after"), CHANGES)
def test_what_a_list_says_changes_what_a_check_says(name, key, value, text, before, after, tmp_path):
    small_site(tmp_path, with_lists=True)
    first = said(tmp_path, text)
    change(tmp_path, name, key, value)
    second = said(tmp_path, text)
    assert [rule for rule in dict.fromkeys([*first, *second]) if first.count(rule) != second.count(rule)] == [
        *before,
        *after,
    ]
    assert set(before) <= set(first)
    assert set(after) <= set(second)


def test_every_key_is_tried():
    tried = {(name, key) for name, key, *_ in CHANGES}
    models = {"sentences": SentenceRules, "syllables": SyllableRules, "words": Vocabulary, "short-forms": ShortForms}
    keys = {(name, key) for name, model in models.items() for key in model.model_fields}
    elsewhere = {
        ("sentences", "quotations"),
        ("words", "points"),
        ("words", "stop_words"),
    }  # tests/words/test_terms.py, where pages are removed, and where words are searched for
    for_readers = {"search", "crisis-words", "right-now"}  # tests/site/test_search.py and test_ways_in.py
    assert keys - tried == elsewhere
    assert {name for name, _ in tried} | for_readers == set(OF_A_LANGUAGE)
    assert {file.stem for file in (DATA / "en").iterdir()} == set(OF_A_LANGUAGE)


ENGLISH = f"""---
{SESSION}---

Ketamine is a cure, and the best clinic for it. A study shows that it works. He committed suicide. Drink at noon.

Click [here](protectors.md) or SHOUT, as Dr. Jones does. Now call 50808. {LONG}; {LONG}. {HARD}
"""


def test_no_english_is_looked_for_in_another_language(tmp_path):
    small_site(tmp_path, with_lists=True)
    assert set(said(tmp_path, ENGLISH)) >= {
        "all-caps", "claim-source", "content-note", "link-says-nothing", "no-selling", "reading-limit", "safety-facts",
        "sentence-length", "sui-commit", "typed-hours", "typed-phone",
    }  # fmt: skip
    shutil.copy(DATA / "strings.en.yml", tmp_path / "data" / "strings.es.yml")
    assert said(tmp_path, ENGLISH, "es") == []


def test_a_language_has_as_many_lists_as_somebody_has_written(tmp_path):
    small_site(tmp_path, with_lists=True)
    shutil.copy(DATA / "strings.en.yml", tmp_path / "data" / "strings.es.yml")
    (tmp_path / "data" / "es").mkdir()
    (tmp_path / "data" / "es" / "words.yml").write_text("empty_links: [aquí]\n", "utf-8")
    assert said(tmp_path, f"{ENGLISH} Lea [aquí](protectors.md).", "es") == ["link-says-nothing"]
    assert said(tmp_path, f"{ENGLISH} Lea [aquí](protectors.md).", "es-MX") == ["link-says-nothing"]


def test_british_pages_have_the_lists_of_english(tmp_path):
    small_site(tmp_path, with_lists=True)
    assert sorted(said(tmp_path, ENGLISH, "en-GB")) == sorted(said(tmp_path, ENGLISH))
