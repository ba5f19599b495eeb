"""What a reader sees of a Markdown text: all else is blank, so that every character keeps its place."""

import re
from functools import lru_cache

from psychoed.reading.markdown.html import ATTRIBUTE_LIST
from psychoed.reading.markdown.mask import LIST_MARK, blank, without_comments

UNSEEN = (
    re.compile(r"<!--"),  # of a comment that never ends
    re.compile(r"`[^`\n]*`"),
    re.compile(r"^[ \t>]*(?:!!![ \t]?[\w-]+[ \t]*(?=\"|$)|\[![\w-]+\][-+]?)", re.MULTILINE),  # boxes
    re.compile(r"\[\[?_?TOC_?\]\]?"),
    re.compile(r"\[\^[^\[\]]*\]"),  # footnotes
    re.compile(r"(?<=\])\((?:[^()\n]|\([^()\n]*\)){0,1000}\)"),  # addresses of links, and of images
    re.compile(r"(?<=\])\([^)\n]{0,1000}\)"),
    re.compile(r"^[ ]{0,3}\[[^\[\]\n]+\]:[ ]*<[^<>\n]*>", re.MULTILINE),
    re.compile(r"(?<=\])\[[^\[\]\n]*\]"),
    re.compile(r"</?[a-zA-Z][^<>]*>"),
    ATTRIBUTE_LIST,
    re.compile(r"\{\{[^{}\n]*\}\}"),  # settings
    re.compile(r"[*_\[\]]+|!(?=\[)"),
    re.compile(rf"^[ \t]*(?:(?:#{{1,6}}|>+)[ \t]|{LIST_MARK}|:[ ]{{1,3}}(?=\S))", re.MULTILINE),
    re.compile(r"~~|==|\^\^"),
    re.compile(r"\\$", re.MULTILINE),
    re.compile(r"^(?:=+|-+)[ ]*$", re.MULTILINE),  # lines under headings
    re.compile(r"&(?:nbsp|ensp|emsp|thinsp);"),
)
EMPTY = re.compile(r"(?:[\s*_`]|&nbsp;|<!--.*?-->)*", re.DOTALL)


@lru_cache(maxsize=8192)
def visible(text: str) -> str:
    """Return the text with everything blank that a reader does not see; line breaks stay."""
    text = without_comments(text)
    for pattern in UNSEEN:
        text = pattern.sub(lambda found: blank(found[0]), text)
    return text


def says_nothing(words: str) -> bool:
    """Return True if the words of a link are only white space and marks around it."""
    return EMPTY.fullmatch(words) is not None
