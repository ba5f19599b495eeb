"""Author's Markdown as a tree of nodes: emphasis, links and lists, which both page and paper can draw."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html.parser import HTMLParser
from typing import NamedTuple

from markdown import Markdown

DRAWN = {"p", "em", "strong", "a", "ul", "ol", "li", "br"}
NAMES = {
    "h1": "a heading", "h2": "a heading", "h3": "a heading", "h4": "a heading", "h5": "a heading", "h6": "a heading",
    "code": "code", "pre": "an indented block", "blockquote": "a quotation", "img": "an image", "hr": "a ruled line",
}  # fmt: skip
TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--")
QUOTE = re.compile(r"\{\{\s*([a-z]+)\.([a-z0-9_-]+)\s*\}\}")


class Element(NamedTuple):
    """A piece of text with a meaning, named as in HTML. `href` is set on links."""

    tag: str
    kids: "Nodes"
    href: str = ""


Node = str | Element
Nodes = tuple[Node, ...]


class TreeBuilder(HTMLParser):
    """Builds the tree from the HTML that Markdown writes, which is well formed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str, list[Node]]] = [("", "", [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append((tag, dict(attrs).get("href") or "", []))
        if tag in ("br", "img", "hr"):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        name, href, kids = self.open.pop()
        self.open[-1][2].append(Element(name, tuple(kids), href))

    def handle_data(self, data: str) -> None:
        text = re.sub(r"\s*\n\s*", " ", data)
        if text.strip() or (text and self.open[-1][0] not in ("", "ul", "ol")):
            self.open[-1][2].append(text)


def without_html() -> Markdown:
    """Markdown in which raw HTML is only text, and every word is shown."""
    markdown = Markdown(extensions=["sane_lists"], output_format="html")
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    markdown.parser.blockprocessors.deregister("reference")  # [word]: … would vanish
    return markdown


@lru_cache(maxsize=4096)
def parse(text: str) -> Nodes:
    """The paragraphs and lists of a text, whatever it holds."""
    builder = TreeBuilder()
    builder.feed(without_html().convert(text))
    builder.close()
    return tuple(builder.open[0][2])


def elements(nodes: Nodes) -> Iterator[Element]:
    """Every element, the outer before the inner."""
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from elements(node.kids)


def inline(text: str) -> Nodes:
    """The words of a line, without the paragraph around them."""
    nodes = parse(text)
    first = nodes[0] if nodes else ""
    return first.kids if len(nodes) == 1 and isinstance(first, Element) and first.tag == "p" else nodes


def flat(nodes: Nodes) -> str:
    """The words alone."""
    return "".join(node if isinstance(node, str) else flat(node.kids) for node in nodes)


def plain(text: str) -> str:
    """The words of a text without its Markdown, for names and labels."""
    return flat(inline(text)).strip()


def complaint(text: str, *, one_line: bool) -> str | None:
    """Why a text cannot be drawn, as `what|instead`; None where it can."""
    if found := TAG.search(text):
        return f"“{found[0]}” is HTML, which readers would see as typed|write plain words, **strong**, *emphasis* or [words](address)"
    for element in elements(parse(text)):
        if element.tag not in DRAWN:
            name = NAMES.get(element.tag, element.tag)
            return f"the text holds {name}, which cannot be drawn here|write plain words, **strong**, *emphasis*, links or a list"
        if element.tag == "a" and not flat(element.kids).strip():
            return "a link has no words|write [words](address)"
    if one_line and [node for node in parse(text) if not (isinstance(node, Element) and node.tag == "p")]:
        return "a list stands where one line is expected|put a backslash before the dash or star, or before the full stop behind the number"
    return None


def quoted(text: str, settings: Mapping[str, str]) -> str:
    """The text with each {{ clinic.phone }} and the like replaced; `settings` maps such names to words."""
    return QUOTE.sub(lambda found: escaped(settings.get(f"{found[1]}.{found[2]}", found[0])), text)


def escaped(words: str) -> str:
    """Words that Markdown will show as they are. Two signs take no backslash, but stand for themselves as entities."""
    marked = re.sub(r"([\\`*_{}\[\]()>#+!])", r"\\\1", words)
    return marked.replace("&", "&amp;").replace("|", "&#124;")
