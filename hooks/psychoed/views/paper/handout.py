"""An article as paper draws it: the tree of its text, with the facts that stand around it on its page."""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from psychoed.library.library import Library
from psychoed.library.sources import PageSource
from psychoed.model.article import Article
from psychoed.reading.markdown.richtext import Element, Node, Nodes, elements, tree_of
from psychoed.views.article import article_markdown
from psychoed.views.data import AddressOf, Data, as_data, running_title
from psychoed.views.glossary import marked_uses, meanings
from psychoed.views.help import first_ways, stop_box
from psychoed.views.web.pages import about_article

ToHtml = Callable[[str], str]
"""Markdown to HTML, with the extensions of the site."""
PICTURE_ENDINGS = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico")


def handout_view(
    source: PageSource,
    library: Library,
    link: AddressOf,
    to_html: ToHtml,
    is_there: Callable[[str], bool],
    pictures: Mapping[str, str],
) -> Data:
    """Return everything that the paper shows of an article, its sources included. `is_there`: whether content/ has a
    file. `pictures`: where paper finds those of content/."""
    page = source.page
    assert isinstance(page, Article), "only articles are handed out"
    words, about = library.words["article"], about_article(source, page, library)
    nodes = for_paper(tree_of(to_html(article_markdown(source, source.body, library))))
    is_sources = (isinstance(node, Element) and node.name == "sources" for node in nodes)
    sources = next((at for at, found in enumerate(is_sources) if found), len(nodes))
    links = links_on_paper(source.path, {element.name for element in elements(nodes)}, link, is_there, pictures)
    return {
        "kind": "article",
        "id": source.id,
        "plain_title": about["title"],
        "running_title": running_title(about["title"]),
        "title": [about["title"]],
        "main_message": about["main_message"],
        "picture": picture_on_paper(about["picture"], pictures),
        "time": about["minutes"],
        "landscape": False,
        "content_note": about["content_note"],
        "help": stop_box(library) if about["help_first"] or about["lines_needed"] else [],
        "help_needed": first_ways(source, library),
        "text": as_data(nodes[:sources], links),
        "terms": meanings((use.term for use in marked_uses(source, library)), library),
        "sources": as_data(nodes[sources:], links),
        "sheets": [[sheet["title"], link(f"worksheets/{sheet['id']}.md")] for sheet in about["sheets"]],
        "version": source.version(library.quotes()),
        "review": about["review"],
        "review_short": library.words["review"]["short" if page.review.by else "short_none"],
        "notes": list(notes_at_foot(about, words)),
    }


def picture_on_paper(picture: Data, pictures: Mapping[str, str]) -> Data:
    """Return the drawing of the article's idea, where paper finds one."""
    return picture | {"file": pictures.get(picture["file"], "")} if "file" in picture else picture


def notes_at_foot(about: Data, words: Any) -> Iterator[str]:
    """Yield what every page says at its foot."""
    yield words["disclaimer"]
    if about["ketamine"]:
        yield words["ketamine"]
    if about["independence"]:
        yield words["independence"]


def links_on_paper(
    path: str, own: set[str], link: AddressOf, is_there: Callable[[str], bool], pictures: Mapping[str, str]
) -> AddressOf:
    """Return what makes the links of the article at `path` those of paper: to its own parts, to other pages, and out of
    the site. In HTML the path of a file begins at the page, which is a folder of the site, and in Markdown at its
    source."""
    page_folder = path.removesuffix(".md")

    def found(href: str) -> str:
        page, _, place = href.partition("#")
        if not page:
            return f"#{place}" if place and place in own else ""
        if ":" in page or page.startswith("/"):
            return link(href)
        named = [posixpath.normpath(posixpath.join(folder, page)) for folder in (posixpath.dirname(path), page_folder)]
        inside = next((one for one in named if is_there(one)), "")
        if page.lower().endswith(PICTURE_ENDINGS):
            return pictures.get(inside, "")
        return link((inside or named[0]) + (f"#{place}" if place else ""))

    return found


def for_paper(nodes: Nodes) -> Nodes:
    """Return the tree without the arrows that lead back from a source, and with a comma between two numbers of sources."""
    kept = [node for node in nodes if not (isinstance(node, Element) and node.href.startswith("#fnref"))]
    found: list[Node] = []
    for before, node in zip([None, *kept], kept, strict=False):
        if isinstance(node, Element):
            found += [Element("sup", (", ",))] if node.tag == "sup" and is_sup(before) else []
            node = node._replace(kids=for_paper(node.kids))
        found.append(node)
    return tuple(found)


def is_sup(node: Node | None) -> bool:
    return isinstance(node, Element) and node.tag == "sup"
