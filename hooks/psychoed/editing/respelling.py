"""Spells the texts that a new folder begins with as its country does; the package has them in American English."""

from pathlib import Path

from psychoed.checks.linters.respellable import may_be_respelled
from psychoed.checks.linters.run import spelled_by_country

AMERICAN = ("en", "en-us")


def respell(root: Path, language: str) -> None:
    """Write each word of the folder's texts as this language's country does."""
    if language.lower() in AMERICAN:
        return
    for path, words in spelled_by_country(root, language).items():
        lines = (root / path).read_bytes().split(b"\n")
        for number, at, typed, right in sorted(words, reverse=True):
            before, word = lines[number][:at], typed.encode()
            if lines[number][at : at + len(word)] == word and may_be_respelled(before.decode(), typed):
                lines[number] = before + right.encode() + lines[number][at + len(word) :]
        (root / path).write_bytes(b"\n".join(lines))
