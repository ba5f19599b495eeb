"""Every article as a PDF: tagged, with all its words and its sources, on the three papers."""

from copy import deepcopy
from pathlib import Path

import pytest
from pypdf import PdfReader

from accessible import complaints
from papers import pages, squeezed, words_on_pages
from psychoed.views.data import running
from sites import ARTICLES, PAPERS

CHECKED = [(article, paper) for article in ARTICLES for paper in ("letter", "large-print")]
"""A4 is drawn by the same template as Letter, and checked on every worksheet."""
LEAST_LARGE = 18  # points
LONG = 60  # letters: shorter paragraphs may well be said twice
ONLY_ON_SCREEN = (
    ".//*[contains(@class, 'footnote-backref') or contains(@class, 'help-first')"
    " or @class='content-note' or @class='meaning']"
)
PARTS = ".//p | .//h2 | .//h3 | .//li[not(p)] | .//td | .//th"

every_article = pytest.mark.parametrize("article", ARTICLES)
every_handout = pytest.mark.parametrize(("article", "paper"), CHECKED)


@pytest.fixture
def pdf(public_site, article, paper):
    return public_site.handout(article, paper)


def text_on_paper(pdf: Path, title: str, clinic: str) -> str:
    """The words of all pages without what stands at the head and the foot of each."""
    found = ""
    for number, page in enumerate(words_on_pages(pdf)):
        found += page[: page.rindex(squeezed(clinic))].removeprefix(squeezed(running(title)) if number else "")
    return found


def parts_of_page(public_site, article: str) -> list[str]:
    """The paragraphs, headings, list entries and cells that a reader of the page sees."""
    text = deepcopy(public_site.page(f"{article}/").xpath("//article")[0])
    for part in text.xpath(ONLY_ON_SCREEN):
        part.drop_tree()
    return [squeezed(part.text_content()) for part in text.xpath(PARTS)]


@every_article
def test_its_page_offers_the_three_papers(public_site, article):
    offered = public_site.page(f"{article}/").xpath("//p[@class='handout']/a/@href")
    assert offered == [public_site.handout(article, paper).name for paper in PAPERS]


@every_handout
def test_checker_for_screen_readers_finds_no_fault(pdf):
    assert complaints(pdf) == []


@every_article
def test_it_holds_every_word_of_its_page(public_site, library, article):
    title = library.pages[f"{article}.md"].page.title
    on_paper = text_on_paper(public_site.handout(article, "letter"), title, library.clinic.value.name)
    parts = [part.replace(",", "") for part in parts_of_page(public_site, article)]  # commas part numbers of sources
    assert parts
    assert [part for part in parts if part not in on_paper.replace(",", "")] == []


@every_article
def test_no_paragraph_is_printed_twice(public_site, library, article):
    """An article without sources once had its whole text again in their place."""
    title = library.pages[f"{article}.md"].page.title
    on_paper = text_on_paper(public_site.handout(article, "letter"), title, library.clinic.value.name)
    long = [part for part in parts_of_page(public_site, article) if len(part) > LONG]
    assert [part for part in long if on_paper.count(part) > long.count(part)] == []


@every_article
def test_every_source_that_it_cites_is_a_link_to_its_entry(public_site, article):
    cited = public_site.page(f"{article}/").xpath("//sup[starts-with(@id, 'fnref')]")
    reader = PdfReader(public_site.handout(article, "letter"))
    inside = [
        link.get_object()
        for page in reader.pages
        for link in page.get("/Annots", [])
        if "/URI" not in link.get_object().get("/A", {})
    ]
    assert len(inside) >= len(cited)
    assert all("/Dest" in link or "/D" in link["/A"] for link in inside)


@every_article
def test_nothing_in_large_print_is_small(public_site, article):
    sizes = {run.size for page in pages(public_site.handout(article, "large-print")) for run in page}
    assert min(sizes) >= LEAST_LARGE


@pytest.mark.parametrize("paper", PAPERS)
def test_it_has_no_fields_to_fill_in(public_site, paper):
    assert not PdfReader(public_site.handout(ARTICLES[0], paper)).get_fields()
