"""Spells the texts that a new folder begins with as its country does; the package has them in American English."""

import re
from pathlib import Path

from psychoed.checks.linters.run import spelled_by_country

AMERICAN = ("en", "en-us")
BEGINS_A_SENTENCE = re.compile(rb"(?:^|[.!?:\xe2\x80\x9c|\"*>])[\s#>*|-]*$")
"""What stands before a word that has a capital for no other reason; in mid-sentence it is part of a name."""
BEFORE_NO_WORD = re.compile(
    rb"\]\([^)\s]*$|[\w/]/[\w/-]*$|\{\{[^}]*$|\[\^[^\]]*$|^\s*(?:- )?(?:id|related|terms|sources|topics|explains):.*$"
)
"""What stands before a part of an address, of a quoted detail, or of the name of a source."""


def respell(root: Path, language: str) -> None:
    """Write each word of the folder's texts as this language's country does."""
    if language.lower() in AMERICAN:
        return
    for path, words in spelled_by_country(root, language).items():
        lines = (root / path).read_bytes().split(b"\n")
        for number, at, typed, right in sorted(words, reverse=True):
            before, word = lines[number][:at], typed.encode()
            if lines[number][at : at + len(word)] == word and may_be_respelled(before, typed):
                lines[number] = before + right.encode() + lines[number][at + len(word) :]
        (root / path).write_bytes(b"\n".join(lines))


def may_be_respelled(before: bytes, word: str) -> bool:
    """Return False for a word of a name or an address. `before`: what stands before it on its line."""
    named = word[0].isupper() and not BEGINS_A_SENTENCE.search(before)
    return not named and not BEFORE_NO_WORD.search(before)
