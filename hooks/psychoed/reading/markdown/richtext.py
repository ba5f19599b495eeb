"""Author's Markdown as a tree of nodes: emphasis, links and lists, which both page and paper can draw."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from hashlib import sha256
from html.parser import HTMLParser
from typing import NamedTuple

from markdown import Extension, Markdown

from psychoed.reading.markdown.braces import braces_in
from psychoed.reading.markdown.dialect import Dialect
from psychoed.reading.markdown.layout import as_laid_out
from psychoed.reading.markdown.mask import ESCAPE
from psychoed.reading.web.html import VOID

DRAWN = {"p", "em", "strong", "a", "ul", "ol", "li", "br", "dl", "dt", "dd", "del", "ins", "mark", "sub", "sup"}
NAMES = {
    "h1": "a heading", "h2": "a heading", "h3": "a heading", "h4": "a heading", "h5": "a heading", "h6": "a heading",
    "code": "code", "pre": "an indented block", "blockquote": "a quotation", "img": "an image", "hr": "a ruled line",
    "table": "a table",
}  # fmt: skip
NO_BREAK_SPACE = "\u00a0"
NUMBER_OF_LIST = re.compile(r"[0-9]{1,9}")
NUMBER_BEGINS = re.compile(r"([0-9]{1,9})([.)])(?=\s)")
PLAIN_WORDS_INSTEAD = "write plain words, **strong**, *emphasis*, links or a list"
TAG_OR_COMMENT = re.compile(r"</?[a-zA-Z][^>]*>|<!--")


EXTENSIONS: tuple[str | Extension, ...] = (
    "sane_lists",
    "def_list",
    "tables",
    "pymdownx.tilde",
    "pymdownx.caret",
    "pymdownx.mark",
    Dialect(),
)
"""What texts of sheets may hold, of all that pages may."""


class Element(NamedTuple):
    """A piece of text with a meaning, named as in HTML."""

    tag: str
    kids: "Nodes"
    href: str = ""
    """Where a link leads, or where a picture is; the words of a picture are its text alternative."""
    name: str = ""
    """Its id, to which links of the same page lead."""
    number: int | None = None
    """With which a list begins, or that one of its entries has."""


Node = str | Element
Nodes = tuple[Node, ...]


BLOCKS = {"p", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "div",
          "blockquote", "hr", "pre", "aside", "section", "figure", "figcaption", "details", "summary", "dl", "dt", "dd"}  # fmt: skip
"""Between these, white space says nothing."""


class TreeBuilder(HTMLParser):
    """Builds the tree from the HTML that Markdown writes; raw HTML in it may be less well formed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None], list[Node]]] = [("", {}, [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append((tag, dict(attrs), []))
        if tag in VOID:
            self.close_one()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and tag in [name for name, _, _ in self.open]:
            while self.close_one() != tag:
                pass

    def handle_data(self, data: str) -> None:
        kids = self.open[-1][2]
        if any(tag == "pre" for tag, _, _ in self.open):
            kids += lines_of_code(data)
        else:
            words = re.sub(r"\s*\n\s*", " ", data)
            kids.append(words.lstrip(" ") if kids and isinstance(kids[-1], Element) and kids[-1].tag == "br" else words)

    def close_one(self) -> str:
        tag, attributes, kids = self.open.pop()
        classes = (attributes.get("class") or "").split()
        if tag == "p" and "admonition-title" in classes:
            kids = [Element("strong", without_space(kids))]
        words = (attributes.get("alt") or "",) if tag == "img" else without_space(kids)
        href = attributes.get("href") or attributes.get("src") or ""
        typed = attributes.get({"ol": "start", "li": "value"}.get(tag, "")) or ""
        number = int(typed) if NUMBER_OF_LIST.fullmatch(typed) else None
        drawn_as = "aside" if "admonition" in classes else tag
        self.open[-1][2].append(Element(drawn_as, words, href, attributes.get("id") or "", number))
        return tag

    def tree(self) -> Nodes:
        self.close()
        while len(self.open) > 1:
            self.close_one()
        return without_space(self.open[0][2])


def lines_of_code(data: str) -> Iterator[Node]:
    """Yield lines as they are broken and indented, as only <pre> keeps them."""
    for number, line in enumerate(data.strip("\n").expandtabs(4).split("\n")):
        if number:
            yield Element("br", ())
        words = line.lstrip(" ")
        yield NO_BREAK_SPACE * (len(line) - len(words)) + words.replace("  ", NO_BREAK_SPACE * 2)


def without_space(nodes: list[Node]) -> Nodes:
    """Return the nodes without the white space around blocks."""
    between = any(isinstance(node, Element) and node.tag in BLOCKS for node in nodes)
    return tuple(node for node in nodes if node and not (between and isinstance(node, str) and not node.strip()))


def tree_of(html: str) -> Nodes:
    """Return a piece of HTML as a tree."""
    builder = TreeBuilder()
    builder.feed(html)
    return builder.tree()


@cache
def without_html() -> Markdown:
    """Return a Markdown in which raw HTML is only text, and every word is shown."""
    markdown = Markdown(extensions=EXTENSIONS, output_format="html")
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    markdown.parser.blockprocessors.deregister("reference")  # [word]: … would vanish
    return markdown


@lru_cache(maxsize=4096)
def parse(text: str) -> Nodes:
    """Return the paragraphs and lists of a text, whatever it holds. One line of words is laid out by nobody."""
    return tree_of(without_html().reset().convert(as_laid_out(text) if "\n" in text else text))


def elements(nodes: Nodes) -> Iterator[Element]:
    """Yield every element, the outer before the inner."""
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from elements(node.kids)


def inline(text: str) -> Nodes:
    """Return the words of a line, without the paragraph around them."""
    nodes = parse(text)
    first = nodes[0] if nodes else ""
    return first.kids if len(nodes) == 1 and isinstance(first, Element) and first.tag == "p" else nodes


def flat_text(nodes: Nodes) -> str:
    """Return the words alone."""
    return "".join(node if isinstance(node, str) else flat_text(node.kids) for node in nodes)


def plain_text(text: str) -> str:
    """Return the words of a text without its Markdown, for names and labels."""
    return flat_text(inline(text)).strip()


def why_not_drawable(text: str, *, one_line: bool) -> str | None:
    """Return why a text cannot be drawn, as `what|instead`; None where it can."""
    if found := TAG_OR_COMMENT.search(ESCAPE.sub("  ", text)):
        return f"“{found[0]}” is HTML, which readers would see as typed|write plain words, **strong**, *emphasis* or [words](address)"
    for element in elements(parse(text)):
        if element.tag not in DRAWN:
            name = NAMES.get(element.tag, element.tag)
            instead = "make it a block of `type: table`" if element.tag == "table" else PLAIN_WORDS_INSTEAD
            return f"the text holds {name}, which cannot be drawn here|{instead}"
        if element.tag == "a" and not flat_text(element.kids).strip():
            return "a link has no words|write [words](address)"
    if one_line and [node for node in parse(text) if not (isinstance(node, Element) and node.tag == "p")]:
        if number := NUMBER_BEGINS.match(text):
            what = f"“{number[0]}” begins a list where one line is expected"
            return f"{what}|take it out, since questions are counted by themselves, or write {number[1]}\\{number[2]} to keep it"
        return "a list stands where one line is expected|put a backslash before the dash or star"
    return None


def where_not_drawable(text: str, *, one_line: bool) -> int:
    """Return where the first line begins with which the text cannot be drawn."""
    begins = [0, *(found.end() for found in re.finditer("\n", text))]
    ends = [*begins[1:], len(text)]
    return next(
        (begin for begin, end in zip(begins, ends, strict=True) if why_not_drawable(text[:end], one_line=one_line)), 0
    )


def quoted(text: str, settings: Mapping[str, str]) -> str:
    """Return the text with each {{ clinic.phone }} and the like replaced; `settings` maps such names to words."""
    pieces: list[str] = []
    begin = 0
    for found in braces_in(text):
        if found.whole and found.name in settings:
            pieces += [text[begin : found.at], as_markdown(found.name, settings[found.name])]
            begin = found.at + len(found.typed)
    return "".join([*pieces, text[begin:]])


def as_markdown(name: str, quote: str) -> str:
    """Return what a quote stands for: words, or a list, be it of one line."""
    if name.startswith("list.") or "\n" in quote:
        return "\n".join(f"- {escaped(line)}" for line in quote.split("\n"))
    return escaped(quote)


def fingerprint(text: str, settings: Mapping[str, str]) -> str:
    """Return seven letters that change when a word does, and when a setting that the text quotes does."""
    return sha256(quoted(text, settings).encode()).hexdigest()[:7]


def escaped(words: str) -> str:
    """Return words that Markdown will show as they are. Two characters take no backslash, and become entities."""
    marked = re.sub(r"([\\`*_{}\[\]()>#+!])", r"\\\1", words)
    return marked.replace("&", "&amp;").replace("|", "&#124;")
