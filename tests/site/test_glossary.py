"""The glossary on the built site: its page, marked words, what is printed of them, and the ways that lead on."""

import pytest

from fixture import ARTICLES, SHEETS
from papers import squeezed, words_on_pages
from psychoed.views.glossary import MOST_MARKS
from psychoed.views.web.pages import SHEETS_SHOWN

WITH_TERMS = "two-voices"
MARKED = "kat/what-studies-found"


def test_its_page_lists_every_word_once_by_letters(public_site, library):
    page = public_site.page("glossary/")
    headings = [one.text_content() for one in page.xpath("//section/h3")]
    assert sorted(headings) == sorted(term.term for term in library.terms)
    letters = page.xpath("//nav[@class='letters']/a")
    assert [one.text for one in letters] == [one.text for one in page.xpath("//section[not(ancestor::dialog)]/h2")]
    assert [one.text for one in letters] == sorted((one.text for one in letters), key=lambda text: text.isdigit())
    assert headings[0].startswith("A")


def test_its_page_says_which_words_are_ideas_and_where_to_read_on(public_site, library):
    page = public_site.page("glossary/")
    for term in library.terms:
        said = page.xpath(f"//h3[@id='word-{term.id}']/following-sibling::p[1]")[0]
        assert bool(said.xpath("span[@class='idea']")) == term.model
    links = page.xpath("//h3[@id='word-protector']/following-sibling::p[2]/a/@href")
    assert links == ["../parts/sides-of-you/"]


def test_search_finds_a_word_in_the_glossary_and_no_meaning_in_an_article(public_site):
    index = public_site.index()
    means = next(word[2] for word in index["words"] if word[0] == "glossary/#word-protector")
    assert "keep pain away" in means
    article = next(page for page in index["pages"] if page[0] == f"{MARKED}/")
    assert "keep pain away" not in str(article)


@pytest.mark.parametrize("article", ARTICLES)
def test_a_marked_word_opens_the_meaning_that_stands_beside_it(public_site, library, article):
    page = public_site.page(f"{article}/")
    buttons = page.xpath("//article//button")
    meanings = {f"word-{term.id}": squeezed(term.means) for term in library.terms}
    assert len(buttons) <= MOST_MARKS
    for button in buttons:
        beside = button.getnext()
        assert beside.get("id") == button.get("popovertarget")
        assert meanings[beside.get("id")] in squeezed(beside.text_content())
    assert page.xpath("//article//*[self::h2 or self::h3 or self::a or self::blockquote]//button") == []


def test_words_are_marked_in_articles(public_site):
    counts = [len(public_site.page(f"{article}/").xpath("//article//button")) for article in ARTICLES]
    assert max(counts) > 2
    assert sum(counts) > 5


def test_a_page_does_not_mark_what_it_explains(public_site, library):
    for article in ARTICLES:
        marked = set(public_site.page(f"{article}/").xpath("//button/@popovertarget"))
        assert not marked & {f"word-{id_}" for id_ in library.pages[f"{article}.md"].page.explains}


def test_a_handout_lists_the_words_that_its_page_marks(public_site, library):
    words = "".join(words_on_pages(public_site.handout(MARKED, "letter")))
    titles = public_site.page(f"{MARKED}/").xpath("//strong[@class='meaning__term']/text()")
    at = words.index(squeezed(library.words["glossary"]["on_page"]))
    assert titles
    assert [title for title in titles if squeezed(title) + ":" not in words[at:]] == []


@pytest.mark.parametrize("paper", ["letter", "large-print"])
def test_a_sheet_prints_the_meaning_of_its_words(public_site, library, paper):
    terms = public_site.source(WITH_TERMS)["terms"]
    means = [squeezed(term.means) for term in library.terms if term.id in terms]
    on_page = squeezed(public_site.page(f"worksheets/{WITH_TERMS}/").xpath("//form[@id='sheet']")[0].text_content())
    first = words_on_pages(public_site.pdf(WITH_TERMS, paper))[0]
    assert len(means) == len(terms) > 0
    assert all(one in first and one in on_page for one in means)


def test_doors_to_staff_pages_are_in_the_staff_edition_only(public_site, staff_site):
    doors = "//ul[@class='doors']//a/@href"
    public = ["kat/getting-ready/", "kat/coming-home/", "parts/", "help/for-a-friend/"]
    assert public_site.page("").xpath(doors) == public
    assert staff_site.page("").xpath(doors) == [*public, "staff/"]


@pytest.mark.parametrize("article", [article for article in ARTICLES if article != "help/privacy"])
def test_an_article_names_a_sheet_to_try_and_a_page_to_read_next(public_site, library, article):
    page = library.pages[f"{article}.md"].page
    sheets = {f"worksheets/{sheet}.md" for sheet in SHEETS}
    listed = public_site.page(f"{article}/").xpath("//footer[@class='page-foot']/ul//a/@href")
    assert [path for path in page.related if path not in sheets]
    assert 0 < len([href for href in listed if "/worksheets/" in href]) <= SHEETS_SHOWN
