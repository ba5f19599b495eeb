"""The addresses of files beside pages: a photo is called as its camera, phone or owner calls it, and published under a name
that every server and system knows."""

import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from html import unescape
from typing import NamedTuple
from unicodedata import category, normalize
from urllib.parse import unquote

from psychoed.model.allowed_files import DOCUMENTS, HEARD, SHOWN, ending_of
from psychoed.reading.markdown.mask import unescaped
from psychoed.reading.web.address import is_outside

RENAMED = frozenset({*SHOWN, *HEARD, ".pdf", *(f".{kind}" for kind in DOCUMENTS)})
"""Endings of files that people name as they like; what is a part of the site's looks is named by its makers."""
NAME_IN_ADDRESS = re.compile(r"[a-z0-9]+(?:[-._][a-z0-9]+)*")
PICTURE_PATH = (
    r"[^\\/:\s.][^\\/:]*(/[^\\/:\s.][^\\/:]*)*\.([sS][vV][gG]|[pP][nN][gG]|[jJ][pP][eE]?[gG]|[wW][eE][bB][pP])"
)
"""What the path of a picture in content/ looks like, whatever it is called."""
OTHER_SIGNS, AT_AN_EDGE = re.compile(r"[^a-z0-9._]+|[._-]{2,}"), "-._"
BASE_LETTERS = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that are no other letter with a mark."""


class LinkedFile(NamedTuple):
    """What a link to a file leads to, and what stands behind that, such as #page=2."""

    path: str
    rest: str = ""


def file_address(path: str) -> str:
    """Return the path under which a file is published. Whether it is written in capitals or not, with parted accents
    (macOS) or whole ones, its address is the same."""
    if ending_of(path) not in RENAMED:
        return path
    return path if is_plain_path(path) else "/".join(map(plain_name, path.split("/")))


@lru_cache(maxsize=64)
def addresses_of(paths: frozenset[str]) -> Mapping[str, str]:
    """Return files by the address at which each is published; of two that would share one, the first has it."""
    return {file_address(path): path for path in sorted(paths, reverse=True)}


def is_plain_path(path: str) -> bool:
    return all(map(is_plain, path.split("/")))


def is_plain(name: str) -> bool:
    """Return True for a name that is an address as it is, for a way up, and for a hidden folder."""
    return NAME_IN_ADDRESS.fullmatch(name) is not None or name.startswith(".") or not name


def plain_name(name: str) -> str:
    """Return a name in small letters, digits and single signs. Where letters are lost, a number made of the whole name
    keeps two such names apart."""
    if is_plain(name):
        return name
    small = normalize("NFKD", name.casefold()).translate(BASE_LETTERS)
    letters = "".join(one for one in small if category(one) != "Mn")
    stem, dot, ending = letters.rpartition(".") if ending_of(name) else (letters, "", "")
    plain = OTHER_SIGNS.sub("-", stem).strip(AT_AN_EDGE)
    if not plain or any(one.isalnum() and not one.isascii() for one in letters):
        number = sha256(normalize("NFC", name.casefold()).encode()).hexdigest()[:8]
        plain = f"{plain or 'file'}-{number}"
    return re.sub(r"[-._]{2,}", "-", plain) + dot + ending


def linked_file(typed: str) -> LinkedFile | None:
    """Return the path of the file that a link names in whichever way, with the names under which it is published; None
    for a link to anything else."""
    said = unescape(unescaped(typed)).strip()
    if is_outside(said) or "\\" in said or "{{" in said:
        return None
    path, rest = said, ""
    for at in (found.start() for found in re.finditer("[#?]", said)):
        if ending_of(said[:at]) in RENAMED:
            path, rest = said[:at], said[at:]
            break
    return LinkedFile(file_address(unquote(path)), rest) if ending_of(path) in RENAMED else None


def address_in_site(typed: str) -> str:
    """Return an address as the site knows it, which is another one only for a link to a file."""
    found = linked_file(typed)
    return typed if found is None or found.path == typed else f"{found.path}{found.rest}"
