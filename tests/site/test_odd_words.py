"""Unusual words: characters beyond plain letters reach page and paper, and what looks like HTML stays words."""

import pytest

from papers import opened, squeezed, words_on_pages
from sites import PAPERS, files_of

SIGNS = "→ ≥ − ½ Ł é ñ “ ” 🌱"
PLACES = ("Signs", "In a summary", "Heading", "Words", "Prompt", "Hint", "Ticks", "Option", "Log", "Column", "Row")


def test_odd_sources_build_strictly_in_both_editions(odd_site, odd_staff_site):
    assert odd_site.code == 0, odd_site.output
    assert odd_staff_site.code == 0, odd_staff_site.output


@pytest.mark.parametrize("place", PLACES)
def test_signs_reach_the_page(odd_staff_site, place):
    form = odd_staff_site.page("worksheets/signs/").get_element_by_id("sheet")
    assert f"{place} {SIGNS}" in form.text_content()


@pytest.mark.parametrize("paper", PAPERS)
def test_signs_reach_the_paper(odd_staff_site, paper):
    said = "".join(words_on_pages(odd_staff_site.pdf("signs", paper)))
    assert [place for place in PLACES if squeezed(f"{place} {SIGNS}") not in said] == []


def test_signs_reach_the_names_of_fields(odd_staff_site):
    fields = opened(odd_staff_site.pdf("signs", "letter")).get_fields()
    assert fields["open"]["/TU"] == f"Prompt {SIGNS}"
    assert fields["ticks-1"]["/TU"] == f"Ticks {SIGNS}, Option {SIGNS}"


def test_words_that_look_like_html_stay_words_on_every_page(odd_staff_site):
    pages = [odd_staff_site.page(path.relative_to(odd_staff_site.site).as_posix()) for path in odd_staff_site.pages()]
    assert [element for page in pages for element in page.xpath("//*[@onerror] | //img[@src='x']")] == []


@pytest.mark.parametrize("letter", "AM")
def test_words_that_look_like_html_are_shown_in_an_article(odd_staff_site, letter):
    assert f"{letter} <img src=x" in odd_staff_site.page("parts/sides-of-you/").text_content()


def test_words_that_look_like_html_are_shown_in_a_list_of_articles(odd_staff_site):
    assert "K <img src=x" in odd_staff_site.page("parts/").text_content()


@pytest.mark.parametrize("letter", "BCDEFGHIJ")
def test_words_that_look_like_html_are_shown_in_a_worksheet(odd_staff_site, letter):
    assert f"{letter} <img src=x" in odd_staff_site.page("worksheets/odd-title/").text_content()


def test_no_other_file_of_the_site_holds_words_as_html(odd_staff_site):
    texts = {name: data for name, data in files_of(odd_staff_site.site).items() if name.endswith((".xml", ".json"))}
    assert texts
    raw = [name for name, data in texts.items() if b"<img src=x" in data]
    assert raw == []
