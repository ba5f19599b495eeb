"""Patterns of words, as the lists of data/ hold them: regular expressions, most of which mind no capitals or line breaks."""

import re
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema


def as_pattern(pattern: Any) -> Any:
    """Return the compiled pattern, in which a space stands for any white space: words match across lines and where
    markup is blanked out."""
    if not isinstance(pattern, str):
        return pattern
    return regular(pattern.strip().replace(" ", r"\s+"), pattern, re.IGNORECASE)


def exact(pattern: Any) -> Any:
    """Return the compiled pattern, in which capitals count and a space is a space."""
    return regular(pattern, pattern) if isinstance(pattern, str) else pattern


def alternatives(patterns: Any) -> Any:
    """Return one pattern of several. At a place it finds what the first that fits there finds."""
    if not isinstance(patterns, list) or not all(isinstance(pattern, str) for pattern in patterns):
        raise ValueError("this is not a list of patterns|write each pattern on a line of its own that begins with “- ”")
    return regular("|".join(patterns), "|".join(patterns))


def regular(expression: str, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return the regular expression, or say of the pattern why it is none."""
    try:
        return re.compile(expression, flags)
    except re.error as error:
        raise ValueError(
            f"“{pattern}” is not a pattern ({error.msg})|write plain words, or mend the signs in it"
        ) from None


Pattern = Annotated[re.Pattern[str], BeforeValidator(as_pattern)]
Patterns = tuple[Pattern, ...]
Exact = Annotated[re.Pattern[str], BeforeValidator(exact)]
"""A pattern in which capitals count and a space is a space."""
LIST_OF_PATTERNS = {"type": "array", "items": {"type": "string", "format": "regex"}}
OneOf = Annotated[re.Pattern[str], BeforeValidator(alternatives), WithJsonSchema(LIST_OF_PATTERNS)]
"""Several such patterns, compiled as one."""


def first_match(patterns: Iterable[re.Pattern[str]], text: str) -> re.Match[str] | None:
    """Return the earliest match of any of them."""
    found = [match for pattern in patterns if (match := pattern.search(text))]
    return min(found, key=lambda match: match.start(), default=None)


def without_matches(patterns: Iterable[re.Pattern[str]], text: str) -> str:
    """Return the text with all their matches blank, and every other character in its place."""
    for pattern in patterns:
        text = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return text
