"""Every article as a PDF: tagged, with all its words and its sources, on the three papers."""

import pytest

from accessible import complaints
from fixture import ARTICLES
from handouts import not_on_paper, parts_of_page, text_on_paper
from papers import opened, small_print
from sites import PAPERS

CHECKED = [(article, paper) for article in ARTICLES for paper in ("letter", "large-print")]
"""A4 is drawn by the same template as Letter, and checked on every worksheet."""
LONG = 60  # letters: shorter paragraphs may well be said twice
every_article = pytest.mark.parametrize("article", ARTICLES)
every_handout = pytest.mark.parametrize(("article", "paper"), CHECKED)


@pytest.fixture
def pdf(public_site, article, paper):
    return public_site.handout(article, paper)


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
    assert not_on_paper(public_site.page(f"{article}/"), on_paper) == []


@every_article
def test_no_paragraph_is_printed_twice(public_site, library, article):
    """An article without sources once had its whole text again in their place."""
    title = library.pages[f"{article}.md"].page.title
    on_paper = text_on_paper(public_site.handout(article, "letter"), title, library.clinic.value.name)
    long = [part for part in parts_of_page(public_site.page(f"{article}/")) if len(part) > LONG]
    assert [part for part in long if on_paper.count(part) > long.count(part)] == []


@every_article
def test_every_source_that_it_cites_is_a_link_to_its_entry(public_site, article):
    cited = public_site.page(f"{article}/").xpath("//sup[starts-with(@id, 'fnref')]")
    reader = opened(public_site.handout(article, "letter"))
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
    assert small_print(public_site.handout(article, "large-print")) == []


@pytest.mark.parametrize("paper", PAPERS)
def test_it_has_no_fields_to_fill_in(public_site, paper):
    assert not opened(public_site.handout(ARTICLES[0], paper)).get_fields()
