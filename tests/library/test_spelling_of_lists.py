"""What a British page quotes from the package's lists is spelled as it is there, and an American one as it was written."""

from pathlib import Path

import pytest

from psychoed.checks.linters.run import lint
from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.reading.cache import Cache
from small_site import small_site

OWN = "- id: lips\n  says: What ours asks.\n  items: [{says: gray lips}, {says: sleep apnea}]\n"


def in_language(root: Path, language: str) -> Library:
    return load_library(small_site(root), root / "mkdocs.yml", language)[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Sleep apnea", "trouble with anesthesia", "blue or gray", "as an anesthetic", "Cognitive behavioral")),
        (
            "en-US",
            ("Sleep apnea", "trouble with anesthesia", "blue or gray", "as an anesthetic", "Cognitive behavioral"),
        ),
        (
            "en-GB",
            ("Sleep apnoea", "trouble with anaesthesia", "blue or grey", "as an anaesthetic", "Cognitive behavioural"),
        ),
        (
            "en-AU",
            ("Sleep apnoea", "trouble with anaesthesia", "blue or grey", "as an anaesthetic", "Cognitive behavioural"),
        ),
    ],
)
def test_lists_of_care_facts_and_terms_are_spelled_as_the_country_does(tmp_path, language, words):
    said = printed(in_language(tmp_path, language))
    assert [word for word in words if word not in said] == []


def test_no_printed_word_of_the_lists_is_left_in_american_spelling(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "lists.md").write_text(printed(in_language(tmp_path / "site", "en-GB")), "utf-8")
    found = lint(tmp_path, Cache(tmp_path / ".cache"), "en-GB")
    assert [one.what for one in found if one.rule == "spelling-of-country"] == []


def test_ids_and_a_list_of_the_clinics_own_stay_as_they_are_written(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "care-lists.yml").write_text(OWN, "utf-8")
    library = in_language(tmp_path, "en-GB")
    assert library.care_lists["lips"].value.lines() == "gray lips\nsleep apnea"
    assert "anesthetic" in library.facts
    assert "anesthetic" in library.glossary


def printed(library: Library) -> str:
    """Return all that these lists say, as paragraphs of a page."""
    lists = [line for one in library.care_lists.values() for line in one.value.lines().split("\n")]
    facts = [line for one in library.facts.values() for line in (one.value.says, one.value.after or "")]
    terms = [line for one in library.glossary.values() for line in (*one.value.forms(), one.value.means)]
    return "\n\n".join(["# Lists", *filter(None, (*lists, *facts, *terms))]) + "\n"
