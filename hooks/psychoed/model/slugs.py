"""The nearest name that can be an id or an address, whatever people call a thing: it is proposed alike everywhere."""

import re
from unicodedata import combining, normalize

SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
    | {"ı": "i", "’": "", "'": ""}
)  # fmt: skip
"""Letters that are more than a plain one with a mark, in the whole form that NFC gives."""


def slug(name: str) -> str:
    """Return the nearest name that can be an address, or nothing."""
    plain = normalize("NFC", name).lower().translate(SPELLED_OUT)
    parts = [re.sub(r"[^a-z0-9]+", "-", without_accents(part)).strip("-") for part in plain.split("/")]
    return "/".join(part for part in parts if part)


def without_accents(text: str) -> str:
    return "".join(sign for sign in normalize("NFKD", text) if not combining(sign))


def file_name_for(typed: str, ending: str) -> str:
    """Return what to call a file, as a message says it: by what is left of its name, where something is."""
    rule = "with small letters, digits and single hyphens"
    name = slug(typed)
    whole = name.count("/") == typed.count("/")
    return f"name it {rule}, such as {name}{ending}" if name and whole else f"name it {rule}"
