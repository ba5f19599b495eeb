"""Patterns of words, as the lists of data/ hold them: regular expressions that do not mind capitals or line breaks."""

import re
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator


def as_pattern(pattern: Any) -> Any:
    """Return the compiled pattern, in which a space stands for any white space: words match across lines and where
    markup is blanked out."""
    if not isinstance(pattern, str):
        return pattern
    try:
        return re.compile(pattern.strip().replace(" ", r"\s+"), re.IGNORECASE)
    except re.error as error:
        raise ValueError(
            f"“{pattern}” is not a pattern ({error.msg})|write plain words, or mend the signs in it"
        ) from None


Pattern = Annotated[re.Pattern[str], BeforeValidator(as_pattern)]
Patterns = tuple[Pattern, ...]


def first_of(patterns: Iterable[re.Pattern[str]], text: str) -> re.Match[str] | None:
    """Return the earliest match of any of them."""
    found = [match for pattern in patterns if (match := pattern.search(text))]
    return min(found, key=lambda match: match.start(), default=None)


def without(patterns: Iterable[re.Pattern[str]], text: str) -> str:
    """Return the text with all their matches blank, and every other character in its place."""
    for pattern in patterns:
        text = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return text
