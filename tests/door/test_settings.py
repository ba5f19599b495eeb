"""What a clinic's settings need not say, what they may say otherwise, and the language that they name."""

import logging
import re
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from fixture import PROJECT
from psychoed.door.defaults import complete
from psychoed.door.plugin import Psychoed
from sites import Build, built
from small_site import small_site

LIBRARY_PAGE = "---\ntemplate: library.html\ntitle: Worksheets\nsummary: All of them.\n---\n"
THEME = f"theme: {{name: material, custom_dir: {PROJECT.as_posix()}/overrides, language: LANGUAGE}}\n"
HOOK = f"hooks: [{PROJECT.as_posix()}/hooks/events.py]\n"


def site_in(root: Path, language: str = "en", more: str = "") -> Path:
    """A small site that builds, drawn by the project's own theme and hook."""
    settings = small_site(root) / "mkdocs.yml"
    written = settings.read_text("utf-8")
    settings.write_text(written + THEME.replace("LANGUAGE", language) + HOOK + more, "utf-8")
    (root / "content" / "worksheets").mkdir()
    (root / "content" / "worksheets" / "index.md").write_text(LIBRARY_PAGE, "utf-8")
    return root


def completed(root: Path, more: str = "", **options):
    config = load_config(str(site_in(root, more=more) / "mkdocs.yml"), **options)
    complete(config)
    return config


def problems_of(build: Build) -> list[str]:
    return re.findall(r"^ERROR +-  (.+)$", build.output, re.MULTILINE)


@pytest.mark.parametrize("language", ["en-GB"])
def test_a_region_of_a_language_has_the_words_of_the_language(tmp_path, language):
    build = built(site_in(tmp_path, language), "--strict")
    assert build.code == 0, build.output
    assert build.page("").get("lang") == language
    assert build.page("404.html").get("lang") == language


@pytest.mark.parametrize(
    ("name", "said"), [("404.html", "<p> Not here.</p>"), ("sitemap.xml", "<p><!-- unseen --> Not here.</p>")]
)
def test_a_page_that_stands_for_missing_ones_has_no_comment(name, said):
    drawn = Psychoed().on_post_template("<p><!-- unseen --> Not here.</p>", template_name=name, config=MkDocsConfig())
    assert drawn == said


@pytest.mark.parametrize("language", ["xx-YY", "../en"])
def test_a_language_without_words_is_named(tmp_path, language):
    build = built(site_in(tmp_path, language), "--strict")
    assert "Traceback" not in build.output
    said = f"there are no words for the language “{language}”; write them as data/strings.{language}.yml"
    first = problems_of(build)[0]
    assert first.startswith("mkdocs.yml:20:"), "where it is written"
    assert first.endswith(f": {said}")
    assert build.code == 1


def test_an_error_before_the_settings_are_read_is_told_as_it_is(tmp_path):
    (hook := tmp_path / "early.py").write_text("def on_config(config):\n    raise ValueError('of another hook')\n")
    root = site_in(tmp_path / "site")
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("hooks: [", f"hooks: [{hook.as_posix()}, "), "utf-8")
    build = built(root, "--strict")
    assert "ValueError: of another hook" in build.output
    assert "NameError" not in build.output
    assert Psychoed().on_build_error(error=ValueError()) is None


def test_settings_that_say_nothing_are_complete(tmp_path):
    config = completed(tmp_path)
    assert config.theme["font"] is False
    assert "footnotes" in config.markdown_extensions
    assert config.mdx_configs["toc"] == {"toc_depth": "2-2", "marker": ""}
    assert config.extra_css[0] == "assets/css/tokens.css"
    assert config.exclude_docs.match_file("staff/desk.md")
    assert config.not_in_nav.match_file("glossary.md")
    assert config.validation.links.anchors == logging.WARNING
    assert str(tmp_path / "worksheets") in config.watch


def test_what_the_settings_say_wins(tmp_path):
    config = completed(
        tmp_path,
        "markdown_extensions: [abbr, {toc: {toc_depth: 3}}]\n"
        "extra_css: [mine.css, assets/css/frame.css]\n"
        "exclude_docs: drafts/\n"
        "validation: {anchors: info, nav: {omitted_files: ignore}}\n",
    )
    assert config.mdx_configs["toc"] == {"toc_depth": 3, "marker": ""}
    assert config.markdown_extensions[-2:] == ["abbr", "psychoed.reading.markdown.dialect"]
    assert config.extra_css[-1] == "mine.css"
    assert config.extra_css.count("assets/css/frame.css") == 1
    assert config.exclude_docs.match_file("drafts/one.md")
    assert config.exclude_docs.match_file("staff/desk.md"), "the public edition never has the pages of the team"
    assert config.validation.links.anchors == logging.INFO
    assert config.validation.nav.omitted_files == logging.DEBUG
    assert config.validation.nav.not_found == logging.WARNING


def test_the_staff_edition_has_the_pages_of_the_team(tmp_path):
    (tmp_path / "staff.yml").write_text("INHERIT: mkdocs.yml\nextra: {edition: staff}\n", "utf-8")
    site_in(tmp_path)
    config = load_config(str(tmp_path / "staff.yml"))
    complete(config)
    assert not config.exclude_docs.match_file("staff/desk.md")


def test_a_message_names_the_folder_of_its_edition(tmp_path):
    root = site_in(tmp_path)
    (root / "content" / "worksheets" / "index.md").unlink()  # to which the pages of sheets lead
    (root / "mkdocs.staff.yml").write_text("INHERIT: mkdocs.yml\nsite_dir: site-staff\nextra: {edition: staff}\n")
    problems = problems_of(built(root, "-f", "mkdocs.staff.yml"))
    assert any(one.startswith("site-staff/worksheets/valid/index.html:") for one in problems), problems
