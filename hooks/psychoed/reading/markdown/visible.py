"""What a reader sees of a Markdown text: all else is blank, so that every character keeps its place."""

import re
from functools import lru_cache

from psychoed.reading.markdown.mask import blank, without_comments

UNSEEN = (
    re.compile(r"<!--"),  # of a comment that never ends
    re.compile(r"`[^`\n]*`"),
    re.compile(r"\[\^[^\[\]]*\]"),  # footnotes
    re.compile(r"(?<=\])\([^)\n]{0,1000}\)"),  # addresses of links, and of images
    re.compile(r"(?<=\])\[[^\[\]\n]*\]"),
    re.compile(r"</?[a-zA-Z][^<>]*>"),
    re.compile(r"\{:?\s*[.#][^{}\n]*\}"),  # attributes
    re.compile(r"\{\{[^{}\n]*\}\}"),  # settings
    re.compile(r"[*_\[\]]+|!(?=\[)"),
    re.compile(r"^[ \t]*(?:#{1,6}|>+|[-*+]|\d+[.)])[ \t]", re.MULTILINE),
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
