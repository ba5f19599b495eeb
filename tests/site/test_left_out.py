"""A source with a Problem never reaches the site, the others do, and a strict build fails."""

import pytest

from sites import built, copied, edit, files_of, traces

SHEETS = {
    "too-much": (
        "worksheets/too-much.yml:9:5: on letter paper the sheet needs 2 pages and plans 1: "
        "“overflowing” no longer fits; shorten what stands before it, or write pages: 2"
    ),
    "hanzi": "worksheets/hanzi.yml:9:20: the fonts of the PDFs have no “漢” (cjk unified ideograph-6f22)",
    "misspelt": "worksheets/misspelt.yml:1:1: “titel” is not a key here; did you mean “title”?",
    "dead-end": "worksheets/dead-end.yml:6:11: there is no page “parts/nowhere.md”",
}
ARTICLES = {
    "no-title": "content/parts/no-title.md:2:1: “title” is missing",
    "unknown-source": "content/parts/unknown-source.md:9:7: there is no source “S-NOBODY” in data/sources.yml",
    "script-title": "content/parts/script-title.md:2:8: “<script>” is HTML",
}


def test_strict_build_fails_and_names_the_problems_also_when_it_is_quiet(public_site, tmp_path):
    """That it leaves the site as it was is shown in test_interrupted.py."""
    root = copied(tmp_path / "project", cache_of=public_site, adding="broken")
    edit(root / "content" / "index.md", "## Sheets\n", "## Sheets\n\n[A page that is not here](nowhere-else.md)\n")
    done = built(root, "--strict", "--quiet")
    assert done.code != 0
    messages = [*SHEETS.values(), *ARTICLES.values(), "nowhere-else.md"]
    assert [message for message in messages if message not in done.output] == []


@pytest.mark.parametrize("message", [*SHEETS.values(), *ARTICLES.values()])
def test_every_problem_is_named_in_one_build(broken_site, message):
    assert message in broken_site.output


def test_build_that_is_not_strict_publishes_the_rest(broken_site, public_site):
    assert broken_site.code == 0, broken_site.output
    assert "Traceback" not in broken_site.output
    assert files_of(public_site.site).keys() <= files_of(broken_site.site).keys()


@pytest.mark.parametrize("sheet", SHEETS)
def test_sheet_with_a_problem_is_nowhere_on_the_site(broken_site, sheet):
    assert traces(broken_site, sheet) == []


@pytest.mark.parametrize("article", ARTICLES)
def test_article_with_a_problem_is_nowhere_on_the_site(broken_site, article):
    assert traces(broken_site, article) == []
