"""Letters that a text writes in another way: as entities, escapes of scripts and styles, percent signs, or base64."""

import html
import quopri
import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from urllib.parse import unquote_to_bytes

from psychoed.reading.media.words import DEEPEST_PACKED, words_in_file

ANY_TAG = re.compile(r"<[^<>]*>")
IN_SCRIPTS = re.compile(r"\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|[nrtbfv])")
IN_STYLES = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\r\n\f]?|\r?\n)")
IN_MAILS = re.compile(r"(?:=[0-9A-F]{2}|=\r?\n)")
PERCENT_SIGNS = re.compile(r"(?:%[0-9a-fA-F]{2})+")
BASE64 = re.compile(r"[A-Za-z0-9+/_-]{40,}={0,2}")
BASE64_IN_LINES = re.compile(r"(?:^[ \t]*[A-Za-z0-9+/]{20,76}[ \t]*\r?\n)+[ \t]*[A-Za-z0-9+/]+={0,2}", re.MULTILINE)
BYTES_IN_HEX = re.compile(r"(?:[0-9a-fA-F]{2}[\s:]?){30,}")
NUMBERS_OF_LETTERS = re.compile(
    r"(?:(?:0[xX][0-9a-fA-F]{2}|[1-9][0-9]{1,2})\s*[,;]\s*){20,}(?:0[xX][0-9a-fA-F]{2}|[1-9][0-9]{1,2})"
)
IN_OLD_SCRIPTS = re.compile(r"\\([01][0-7]{2})")
SET_BACKWARDS = re.compile(r"[\u202d\u202e]|<bdo\b|bidi-override|\.reverse\(", re.IGNORECASE)
NEARBY = 600
"""Letters on each side of one that is written in another way: more than the words that are enough in a row."""
MOST_TIMES = 3
"""How often letters are looked for that were written in another way more than once."""
OF_ADDRESSES = str.maketrans("-_", "+/")
LAST_LETTER = 0x10FFFF


def letter(code: int) -> str:
    return chr(code) if 0 < code <= LAST_LETTER and not 0xD800 <= code < 0xE000 else " "


def of_script(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    return letter(int(code, 16)) if code else " "


def of_style(found: re.Match[str]) -> str:
    return letter(int(found[1], 16)) if found[1] else ""


def of_percent(found: re.Match[str]) -> str:
    return unquote_to_bytes(found[0]).decode("utf-8", "replace")


def of_address(text: str) -> str:
    """Return a text without percent signs that write letters, and that may write percent signs again."""
    for _ in range(MOST_TIMES):
        text = PERCENT_SIGNS.sub(of_percent, text)
    return text


def of_numbers(found: re.Match[str]) -> str:
    return "".join(letter(int(one, 0)) for one in re.split(r"\s*[,;]\s*", found[0]))


def of_mail(text: str) -> str:
    return quopri.decodestring(text.encode()).decode("utf-8", "replace")


def of_html(text: str) -> str:
    """Return what stands between the tags, then what stands in them. Lines stay lines."""
    seen = ANY_TAG.sub(lambda found: "\n" * found[0].count("\n") or " ", text)
    return without_entities(seen) + "\n\n" + without_entities(" ".join(ANY_TAG.findall(text)))


def without_entities(text: str) -> str:
    """Return a text with the signs that its entities name, and that may be entities again."""
    for _ in range(MOST_TIMES):
        text = html.unescape(text) if "&" in text else text
    return text


WAYS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile(r"\\[ux][0-9a-fA-F{]"), lambda text: IN_SCRIPTS.sub(of_script, text)),
    (re.compile(r"\\(?:[0-9a-fA-F]{1,6}|\r?\n)"), lambda text: IN_STYLES.sub(of_style, text)),
    (IN_MAILS, of_mail),
    (PERCENT_SIGNS, of_address),
    (
        re.compile(r"(?:\\[01][0-7]{2}){6}"),
        lambda text: IN_OLD_SCRIPTS.sub(lambda found: letter(int(found[1], 8)), text),
    ),
    (NUMBERS_OF_LETTERS, lambda text: NUMBERS_OF_LETTERS.sub(of_numbers, text)),
)
"""What shows that a text is written so, and how it is read."""


def readings(text: str) -> Iterator[str]:
    """Yield a text as it is read with its tags and entities, then as each other way to write letters says it, then what
    it holds as base64."""
    plain = of_html(text) if "<" in text or "&" in text else text
    if "\\" in plain:  # JSON writes line breaks so, between words
        plain = IN_SCRIPTS.sub(of_script, plain)
        plain = of_html(plain) if "<" in plain or "&" in plain else plain
    yield plain
    for sign, way in WAYS:
        if (written := parts_around(sign, text)) and (other := way(written)) != written:
            yield of_html(other)
    if SET_BACKWARDS.search(text):
        yield of_html(text)[::-1]
    yield from (of_html(words_in_file("", data, DEEPEST_PACKED - 1)) for data in packed_as_letters(plain))


def parts_around(sign: re.Pattern[str], text: str) -> str:
    """Return those parts of a text in which the sign stands, with what is before and behind it."""
    parts: list[list[int]] = []
    for found in sign.finditer(text):
        if parts and found.start() - NEARBY <= parts[-1][1]:
            parts[-1][1] = found.end() + NEARBY
        else:
            parts.append([max(0, found.start() - NEARBY), found.end() + NEARBY])
    return "\n\n".join(text[begin:end] for begin, end in parts)


def packed_as_letters(text: str) -> Iterator[bytes]:
    """Yield the bytes that a text holds as base64, in addresses and parts of mails, or as numbers of two digits."""
    for found in BYTES_IN_HEX.finditer(text):
        yield bytes.fromhex("".join(re.findall("[0-9a-fA-F]{2}", found[0])))
    for pattern in (BASE64, BASE64_IN_LINES):
        for found in pattern.finditer(text):
            letters = re.sub(r"[\s=]", "", found[0]).translate(OF_ADDRESSES)
            yield b64decode(
                letters[: len(letters) // 4 * 4] if len(letters) % 4 == 1 else letters + "=" * (-len(letters) % 4)
            )
