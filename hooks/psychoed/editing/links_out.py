"""What to change in a Markdown text so that it no longer leads to a page: words stay, and what only points there goes."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from psychoed.editing.pages import page_led_to
from psychoed.model.language import SentenceRules, Vocabulary
from psychoed.model.patterns import first_match
from psychoed.reading.markdown.blocks import ITEM, TextBlock
from psychoed.reading.markdown.document import Document, read_markdown
from psychoed.reading.markdown.links import label
from psychoed.reading.markdown.visible import visible
from psychoed.reading.problem import Position
from psychoed.reading.web.html import Edit
from psychoed.words.passages import Passage, sentences

IN_BRACKETS = re.compile(r"\s*\((?:[\w’']+ ){0,3}$")
"""What stands before a link that a sentence only names in brackets."""
LEADING = re.compile(r"(?:\*\*[^*\n]{1,60}\*\*\s*)?[\s*_]*")
"""What may stand before the link that a sentence begins with, such as “**Today:**”."""
CARRIES = re.compile(r"\{\{|\[\^|https?:")
"""Signs that a sentence says more than where to read on: a setting, a source, another site."""


class Language(NamedTuple):
    """What is known of the language of the texts: without it no sentence is taken out."""

    sentences: SentenceRules | None = None
    words: Vocabulary = Vocabulary()


class NamedLink(NamedTuple):
    """A link in a text: where it stands, and where its words do."""

    at: int
    end: int
    words_at: int
    words_end: int
    gone: bool

    def unlinked(self) -> tuple[Edit, Edit]:
        return Edit(self.at, self.words_at, ""), Edit(self.words_end, self.end, "")


class Unlinked(NamedTuple):
    """The edits of one text, and the offsets of sentences that speak of the page still."""

    edits: tuple[Edit, ...]
    read_again: tuple[int, ...] = ()


def without_links(text: str, folder: str, gone: Collection[str], language: Language) -> Unlinked:
    """Return what to change so that nothing in the text leads to these pages. `folder`: where the text lies."""
    document = read_markdown(text)
    links = list(links_of(document, folder, gone))
    if not any(link.gone for link in links):
        return Unlinked(())
    edits, again, dropped = list(definitions_out(document, folder, gone)), list[int](), set[int]()
    for number, block in enumerate(document.blocks):
        within = [link for link in links if block.at <= link.at < block.at + len(block.raw)]
        if not any(link.gone for link in within):
            continue
        found = edits_of_block(block, document.blocks[number + 1 :][:1], within, language)
        edits += found.edits
        again += found.read_again
        if found.edits == (whole_block_edit(block),):
            dropped.add(number)
    edits += bare_headings(document.blocks, dropped)
    return Unlinked(tuple(edits), tuple(again))


def links_of(document: Document, folder: str, gone: Collection[str]) -> Iterator[NamedLink]:
    """Yield the links and references of a text."""
    text = document.text
    for link in document.links:
        if link.how in ("link", "image"):
            words_at = link.at + 1 + (link.how == "image")
            end = text.find(")", link.to + len(link.target)) + 1
            leads = page_led_to(link.target, folder, gone) is not None
            yield NamedLink(link.at, end or len(text), words_at, words_at + len(link.words), leads)
    led = {label(one.words) for one in document.definitions if page_led_to(one.target, folder, gone)}
    for name in document.references:
        words = name.words or ""
        words_at = name.at + 1
        second = re.compile(r"\][ ]?\[[^\]]*\]|\]").match(text, words_at + len(words))
        yield NamedLink(
            name.at, second.end() if second else name.at, words_at, words_at + len(words), label(name.name) in led
        )


def definitions_out(document: Document, folder: str, gone: Collection[str]) -> Iterator[Edit]:
    for one in document.definitions:
        if page_led_to(one.target, folder, gone):
            end = document.text.find("\n", one.to)
            yield Edit(one.at, len(document.text) if end < 0 else end + 1, "")


def edits_of_block(
    block: TextBlock, below: tuple[TextBlock, ...], links: list[NamedLink], language: Language
) -> Unlinked:
    """Return the edits of a paragraph, an item or a heading."""
    text_at = block.at + (found.end() if block.kind == "item" and (found := ITEM.match(block.raw)) else 0)
    if block.kind == "item" and only_points(block.raw, block.at, text_at, links, language) and not holds(block, below):
        return Unlinked((whole_block_edit(block),))
    edits, again = list[Edit](), list[int]()
    spans = list(sentence_spans(block, language.sentences)) if block.kind in ("paragraph", "item") else []
    for begin, end in spans or [(block.at, block.at + len(block.raw))]:
        within = [link for link in links if begin <= link.at < end]
        raw = block.raw[begin - block.at : end - block.at]
        start = max(begin, text_at)
        if spans and any(link.gone for link in within) and only_points(raw, begin, start, within, language):
            edits.append(Edit(begin, end, ""))
            continue
        for link in within:
            if link.gone and not (brackets := in_brackets(block, link)):
                edits += link.unlinked()
                again.append(link.at)
            elif link.gone and brackets:
                edits.append(brackets)
    if edits and [(edit.at, edit.end) for edit in edits] == spans:
        return Unlinked((whole_block_edit(block),))
    return Unlinked(tuple(trimmed(edit, block) for edit in edits), tuple(again))


def trimmed(edit: Edit, block: TextBlock) -> Edit:
    """Return the edit of a sentence at the end of a paragraph with the space before it."""
    if edit.text or edit.end < block.at + len(block.raw.rstrip()):
        return edit
    before = block.raw[: edit.at - block.at]
    return edit._replace(at=block.at + len(before.rstrip()), end=block.at + len(block.raw.rstrip()))


def sentence_spans(block: TextBlock, rules: SentenceRules | None) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a block begins and ends, with its marks of Markdown."""
    if rules is None:
        return
    passage = Passage("", block.kind, visible(block.raw), read_markdown(block.raw), Position(), block=block)
    begins = [block.at + opened(block.raw, sentence.begin) for sentence in sentences(passage, rules)]
    yield from zip(begins, [*begins[1:], block.at + len(block.raw)], strict=True)


def opened(raw: str, begin: int) -> int:
    """Return where a sentence begins with the marks before its first word, such as the bracket of a link."""
    while begin and raw[begin - 1] in '[*_!“"(':
        begin -= 1
    return begin


def only_points(raw: str, at: int, text_at: int, links: list[NamedLink], language: Language) -> bool:
    """Return True if a sentence says nothing but where to read on, and all that it leads to is gone."""
    if not links or not all(link.gone for link in links) or CARRIES.search(raw):
        return False
    lead = LEADING.match(raw, text_at - at)
    first = at + (lead.end() if lead else 0)
    return first == links[0].at or first_match(language.words.points, raw[first - at :]) is not None


def in_brackets(block: TextBlock, link: NamedLink) -> Edit | None:
    """Return what takes out “(see [words](page))” with its brackets."""
    before = IN_BRACKETS.search(block.raw[: link.at - block.at])
    closes = block.raw[link.end - block.at :][:1] == ")"
    return Edit(block.at + before.start(), link.end + 1, "") if before and closes else None


def holds(block: TextBlock, below: tuple[TextBlock, ...]) -> bool:
    """Return True if the block after an item stands inside it."""
    return any(len(one.raw) - len(one.raw.lstrip(" ")) > len(block.raw) - len(block.raw.lstrip(" ")) for one in below)


def whole_block_edit(block: TextBlock) -> Edit:
    return Edit(block.at, block.at + len(block.raw) + 1, "")


def bare_headings(blocks: tuple[TextBlock, ...], dropped: set[int]) -> Iterator[Edit]:
    """Yield what takes out the headings below which nothing is left."""
    for number, block in enumerate(blocks):
        if block.kind != "heading":
            continue
        below = list(section_of(blocks, number))
        if below and all(one in dropped or blocks[one].kind == "heading" for one in below) and dropped & set(below):
            yield whole_block_edit(block)


def section_of(blocks: tuple[TextBlock, ...], heading: int) -> Iterator[int]:
    for number in range(heading + 1, len(blocks)):
        if blocks[number].kind == "heading" and blocks[number].level <= blocks[heading].level:
            return
        yield number
