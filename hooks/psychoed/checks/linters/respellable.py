"""Which words of a text another country would spell otherwise: no names, no addresses, and nothing that stands for a word."""

import re

BEGINS_A_SENTENCE = re.compile(r"(?:^|[.!?:“|\"*>])[\s#>*|-]*$")
"""What stands before a word that has a capital for no other reason; in mid-sentence it is part of a name."""
BEFORE_NO_WORD = re.compile(
    r"\]\([^)\s]*$|[\w/]/[\w/-]*$|\{\{[^}]*$|\[\^[^\]]*$|^\s*(?:- )?(?:id|related|terms|sources|topics|explains):.*$"
)
"""What stands before a part of an address, of a quoted detail, or of the name of a source."""


def may_be_respelled(before: str, word: str) -> bool:
    """Return False for a word of a name or an address. `before`: what stands before it on its line."""
    named = word[:1].isupper() and not BEGINS_A_SENTENCE.search(before)
    return not named and not BEFORE_NO_WORD.search(before)
