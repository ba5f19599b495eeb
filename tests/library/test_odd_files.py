"""Files of data/ that are no list yet, and words that lost a gap: one message each, and never a traceback."""

from pathlib import Path

from psychoed.library.load import load_library
from small_site import read, small_site

STRINGS = "data/strings.en.yml"


def said(root: Path) -> list[str]:
    return [str(problem) for problem in read(root)[1]]


def test_a_folder_is_no_list(tmp_path):
    small_site(tmp_path, with_lists=True)
    file = tmp_path / "data" / "en" / "wording.yml"
    file.unlink()
    file.mkdir()
    assert said(tmp_path) == [
        "data/en/wording.yml:1:1: this is a folder; a file of this name is read; rename the folder, or take it away"
    ]


def test_a_list_of_comments_says_nothing_yet(tmp_path):
    small_site(tmp_path)
    (tmp_path / "data" / "glossary.yml").write_text("# Our own words go here.\n\n  # - id: …\n", "utf-8")
    assert said(tmp_path) == []


def test_a_gap_that_is_lost_is_named(tmp_path):
    small_site(tmp_path, with_lists=True)
    file = tmp_path / STRINGS
    text = file.read_text("utf-8")
    file.write_text(text.replace('many: "{n} minutes to read"', 'many: "Minutes to read"'), "utf-8")
    line = text[: text.index('many: "{n} minutes to read"')].count("\n") + 1
    (problem,) = said(tmp_path)
    assert problem.startswith(f"{STRINGS}:{line}:")
    assert problem.endswith("{n} is missing in “article.reading.many”; write it where the build is to fill it in: {n}")


def test_a_language_without_words_is_named_where_the_settings_name_it(tmp_path):
    small_site(tmp_path)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("theme:\n  language: xx\n" + settings.read_text("utf-8"), "utf-8")
    _, problems = load_library(tmp_path, settings, "xx")
    assert str(problems[0]) == (
        "mkdocs.yml:2:13: there are no words for the language “xx”; write them as data/strings.xx.yml"
    )
