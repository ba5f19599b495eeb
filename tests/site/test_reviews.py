"""What built pages and papers say about their review, and what they say wherever ketamine is named."""

import re

import pytest
import yaml

from papers import squeezed, words_on_pages
from sites import PAPERS, parsed

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
    assert approval not in squeezed(public_site.page("parts/a-word-for-it").text_content())


def test_an_overdue_review_is_said_on_the_page_and_on_paper(changed_site):
    """That a clinic may insist on reviews is shown in tests/checks/test_review.py."""
    assert changed_site.code == 0, changed_site.output
    said = "Reviewed by Dr. Lee on May 1, 2026, review overdue since November 1, 2026"
    for page in ("self/steady-enough", "worksheets/what-is-here"):
        assert squeezed(said) in squeezed(changed_site.page(page).text_content())
    for paper in PAPERS:
        assert squeezed(said) in words_on_pages(changed_site.pdf("what-is-here", paper))[0]
    assert "Not yet reviewed by a clinician" in changed_site.page("worksheets/two-voices").text_content()
