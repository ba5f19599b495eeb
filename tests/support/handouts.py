"""An article on paper, and the page that it is a print of."""

from copy import deepcopy
from pathlib import Path

from lxml.html import HtmlElement

from papers import squeezed, words_on_pages
from psychoed.views.data import running_title

ONLY_ON_SCREEN = (
    ".//*[contains(@class, 'footnote-backref') or contains(@class, 'help-first')"
    " or @class='content-note' or @class='meaning']"
)
OWN_WORDS = "text() | *[not(self::ul or self::ol)]//text()"
PARTS = ".//p | .//h2 | .//h3 | .//li[not(p)] | .//td | .//th"


def text_on_paper(pdf: Path, title: str, clinic: str) -> str:
    """The words of all pages without what stands at the head and the foot of each."""
    found = ""
    for number, page in enumerate(words_on_pages(pdf)):
        found += page[: page.rindex(squeezed(clinic))].removeprefix(squeezed(running_title(title)) if number else "")
    return found


def parts_of_page(page: HtmlElement) -> list[str]:
    """The paragraphs, headings, list entries and cells that a reader of the page sees."""
    text = deepcopy(page.xpath("//article")[0])
    for part in text.xpath(ONLY_ON_SCREEN):
        part.drop_tree()
    return [squeezed("".join(part.xpath(OWN_WORDS))) for part in text.xpath(PARTS)]


def not_on_paper(page: HtmlElement, on_paper: str) -> list[str]:
    """Parts of the page that its paper lacks. Commas, which part the numbers of sources, are left out."""
    parts = [part.replace(",", "") for part in parts_of_page(page)]
    assert parts
    return [part for part in parts if part not in on_paper.replace(",", "")]
