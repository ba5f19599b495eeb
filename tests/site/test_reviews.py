"""What built pages and papers say about their review, and what they say wherever ketamine is named."""

import re

import pytest
import yaml

from papers import squeezed, words_on_pages
from sites import PAPERS, built, copied, parsed

REVIEW = "review: {by: Dr. Lee, on: 2026-05-01, due: 2026-11-01}\n"
NAMES_IT = re.compile(r"\b(?:es)?ketamine\b|\bKAT\b|\bspravato\b", re.IGNORECASE)


@pytest.fixture
def approval(public_site) -> str:
    words = yaml.safe_load((public_site.root / "data" / "strings.en.yml").read_text("utf-8"))
    return squeezed(words["article"]["ketamine"])


def test_every_page_that_names_ketamine_says_what_it_is_approved_for(public_site, approval):
    named, silent = 0, []
    for file in public_site.pages():
        page = parsed(file)
        texts = [text for text in page.xpath("//article//text() | //header//text()") if NAMES_IT.search(text)]
        named += bool(texts)
        if texts and approval not in squeezed(page.text_content()):
            silent.append(file.relative_to(public_site.site).as_posix())
    assert named >= 8
    assert silent == []


def test_pages_on_parts_alone_do_not(public_site, approval):
    assert approval not in squeezed(public_site.page("parts/protectors").text_content())


@pytest.fixture
def reviewed(public_site, tmp_path):
    """The public edition with an article and a sheet whose review is overdue, built on a day that the settings say."""
    root = copied(tmp_path / "project", cache_of=public_site)
    article, sheet, settings = (
        root / "content" / "parts" / "protectors.md",
        root / "worksheets" / "self-check.yml",
        root / "mkdocs.yml",
    )
    article.write_text(article.read_text("utf-8").replace("group: parts\n", f"group: parts\n{REVIEW}", 1), "utf-8")
    sheet.write_text(sheet.read_text("utf-8").replace("blocks:\n", f"{REVIEW}blocks:\n", 1), "utf-8")
    settings.write_text(settings.read_text("utf-8").replace("extra:\n", "extra:\n  today: 2026-11-23\n", 1), "utf-8")
    return root


def test_an_overdue_review_is_said_on_the_page_and_on_paper(reviewed):
    build = built(reviewed, "--strict")
    assert build.code == 0, build.output
    said = "Reviewed by Dr. Lee on May 1, 2026, review overdue since November 1, 2026"
    for page in ("parts/protectors", "worksheets/self-check"):
        assert squeezed(said) in squeezed(build.page(page).text_content())
    for paper in PAPERS:
        assert squeezed(said) in words_on_pages(build.pdf("self-check", paper))[0]
    assert "Not yet reviewed by a clinician" in build.page("worksheets/three-threads").text_content()


def test_a_clinic_may_insist_on_reviews(reviewed):
    settings = reviewed / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("require_review: false", "require_review: true", 1), "utf-8"
    )
    build = built(reviewed, "--strict")
    assert build.code != 0
    assert re.search(
        r"content/parts/protectors\.md:\d+:\d+: the review has been overdue since 2026-11-01", build.output
    )
    assert "worksheets/three-threads.yml:1:1: no clinician has reviewed this yet" in build.output
