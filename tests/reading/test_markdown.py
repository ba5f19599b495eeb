"""The reader of Markdown agrees with Python-Markdown, which draws the pages, and knows where everything stands."""

import markdown
import pytest
from lxml import html

from fixture import FIXTURE
from psychoed.reading.markdown.document import read_markdown
from psychoed.reading.markdown.richtext import plain_text
from psychoed.reading.markdown.visible import says_nothing, visible
from psychoed.words.passages import passages

EXTENSIONS = ["attr_list", "footnotes", "sane_lists", "tables"]
PAGES = sorted((FIXTURE / "content").rglob("*.md"))


def drawn(text: str) -> html.HtmlElement:
    return html.fromstring(f"<main>{markdown.markdown(text, extensions=EXTENSIONS)}</main>")


def links_drawn(text: str) -> list[str]:
    """Addresses on the page, less those that footnotes make."""
    found = drawn(text).xpath("//a[not(starts-with(@href, '#fn'))]/@href | //img/@src")
    return [str(address) for address in found]


def links_read(text: str) -> list[str]:
    document = read_markdown(text)
    leads = {one.words.lower(): one.target for one in document.definitions}
    found = [(link.at, link.target) for link in document.links]
    found += [(use.at, leads[use.name.lower()]) for use in document.references if use.name.lower() in leads]
    found += [(raw.at, raw.element.get("href") or "") for raw in document.html_links]
    return [address for _, address in sorted(found)]


@pytest.mark.parametrize(
    "text",
    [
        "[a](b.md)",
        "[a](b.md 'title') and [c]( d.md )",
        "[a](<b c.md>)",
        "[a](b_(c).md)",
        "![a](b.png)",
        "<https://a.example/>",
        "[a][b]\n\n[b]: c.md",
        "[a][]\n\n[a]: <c.md>",
        "[a]\n\n[a]: c.md",
        "<A HREF='b.md'>c</A>",
        "`[a](b.md)` and ``[`c`](d.md)``",
        "\\[a](b.md)",
        "```\n[a](b.md)\n```",
        "- a\n\n    [b](c.md)",
        "One.\n\n    [b](c.md)",
        "<!-- [a](b.md) -->",
        "| a | b |\n|---|---|\n| [c](d.md) | `[e](f.md)` |",
        "> [a](b.md)",
        "## [a](b.md) {#c}",
        "Words[^S-A1].\n\n[^S-A1]: See [a](b.md).",
        "[a\n\nb](c.md)",
    ],
)
def test_links_are_those_that_the_page_has(text):
    assert links_read(text) == links_drawn(text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(FIXTURE).as_posix())
def test_links_and_headings_of_whole_pages_are_those_that_are_drawn(page):
    body = page.read_text("utf-8").split("---\n", 2)[2]
    assert links_read(body) == links_drawn(body)
    titles = [" ".join(one.text_content().split()) for one in drawn(body).xpath("//h1 | //h2 | //h3 | //h4")]
    assert [plain_text(heading.title) for heading in read_markdown(body).headings] == titles


def test_each_thing_knows_its_place():
    text = "# A\n\n[b](c.md) <i id=x>d</i> {{ clinic.phone }}[^S-E1]\n\n<!-- f -->\n\n- g {.h}\n"
    document = read_markdown(text)
    places = [
        (document.links, "[b]"),
        (document.elements, "<i id=x>"),
        (document.braces, "{{ clinic.phone }}"),
        (document.notes, "[^S-E1]"),
        (document.comments, "<!-- f -->"),
        (document.headings, "# A"),
    ]
    for found, typed in places:
        assert text.startswith(typed, found[0].at), typed
    assert [(block.kind, text[block.at]) for block in document.blocks] == [
        ("heading", "#"),
        ("paragraph", "["),
        ("item", "-"),
    ]
    assert [(element.name, element.at) for element in document.elements][-1] == ("", text.index("{.h}"))


def test_what_no_reader_sees_is_blank_and_nothing_moves():
    text = "**Bold** [words](a.md)[^S-A1] `code` {{ clinic.phone }} <b>x</b> ![alt](b.png){.c}"
    assert visible(text).split() == ["Bold", "words", "x", "alt"]
    assert visible(text).index("words") == text.index("words")
    assert len(visible(text)) == len(text)


@pytest.mark.parametrize(("words", "nothing"), [("", True), (" ** &nbsp;", True), ("<!-- a -->", True), ("`a`", False)])
def test_a_link_says_something_or_nothing(words, nothing):
    assert says_nothing(words) is nothing


def test_a_paragraph_that_begins_with_a_footnote_is_read():
    """It was taken for the footnote itself, which is not the author's text."""
    found = passages("[^S-A1] says so.\n\n[^S-A1]: Not this.", "content/a.md", 1)
    assert [passage.text.strip() for passage in found] == ["says so."]


def test_a_source_right_behind_another_is_marked_and_one_behind_words_is_not():
    text = "One.[^a][^b] Then words.[^a]\n\n[^a]: A\n[^b]: B\n"
    shown = markdown.markdown(text, extensions=["footnotes", "psychoed.reading.markdown.dialect"])
    assert shown.count('<sup class="further" id="fnref:b">') == shown.count('class="further"') == 1
