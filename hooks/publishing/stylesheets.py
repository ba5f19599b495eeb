"""Addresses that a style sheet names."""

import re
from collections.abc import Iterator

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
NAMED = re.compile(
    r"url\(\s*(?:\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|([^\"'()\s]*))\s*\)"
    r"|@import\s+(?:\"([^\"\n]*)\"|'([^'\n]*)')",
    re.IGNORECASE,
)


def addresses_in_css(css: str) -> Iterator[str]:
    """All but those that hold their file themselves."""
    for found in NAMED.finditer(COMMENT.sub("", css)):
        address = next((group for group in found.groups() if group is not None), "")
        if not address.lower().startswith("data:"):
            yield address
