"""Addresses that a style sheet names."""

import re
from collections.abc import Iterator

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
NAMED = re.compile(
    r"url\(\s*(?:\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|([^\"'()\s]*))\s*\)"
    r"|@import\s+(?:\"([^\"\n]*)\"|'([^'\n]*)')",
    re.IGNORECASE,
)


IMAGE_SET = re.compile(r"image-set\(((?:[^()]|\([^()]*\))*)\)", re.IGNORECASE)
TEXT = re.compile(r"(?:^|,)\s*(?:\"([^\"\n]*)\"|'([^'\n]*)')")


def addresses_in_css(css: str) -> Iterator[str]:
    """All but those that hold their file themselves."""
    bare = COMMENT.sub("", css)
    sets = (text for found in IMAGE_SET.finditer(bare) for text in TEXT.finditer(found[1]))
    for found in (*NAMED.finditer(bare), *sets):
        address = next((group for group in found.groups() if group is not None), "")
        if not address.lower().startswith("data:"):
            yield address
