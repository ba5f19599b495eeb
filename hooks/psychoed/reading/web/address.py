"""What the form of an address tells by itself: mistyped, unsafe, or only good on the computer it was written on."""

import re
from difflib import get_close_matches
from functools import lru_cache
from html import unescape
from urllib.parse import unquote, urlsplit

from psychoed.reading.problem import Fault
from psychoed.reading.web.host import address_fault, host_fault, port_fault

SCHEMES = ("https", "mailto", "tel", "sms")
OFTEN = (*SCHEMES, "http")
UNSAFE = ("javascript", "data", "vbscript", "file", "blob", "filesystem", "view-source", "about")
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
NO_COLON = re.compile(r"([a-zA-Z]{2,8})[;,.]?//")
MAIL = re.compile(r"[^\s@,;:/()]+@[\w-]+(?:\.[\w-]+)+$")
NUMBER = re.compile(r"\+?[0-9][0-9().*#-]*$")
HOST = re.compile(r"https?://(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)")
DOMAIN = re.compile(
    r"(?:www\.[\w-]+\.|(?:[\w-]+\.)+(?:com|org|net|edu|gov|info|io|uk|ca|au|ie|nz|us)(?:[/?#:]|$))\S*", re.I
)
PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
INVISIBLE = re.compile("[\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]")
QUOTATION_MARKS = "\"'“”‘’«»"


@lru_cache(maxsize=4096)
def form_fault(typed: str) -> Fault | None:
    """Return what is wrong with an address, whatever it leads to."""
    address = squeezed(typed)
    if fault := empty_fault(address) or character_fault(typed, address):
        return fault
    return with_scheme(typed, address) if SCHEME.match(address) else without_scheme(typed, address)


def squeezed(typed: str) -> str:
    """Return the address as a browser reads it: entities resolved, line breaks and tabs gone."""
    return re.sub(r"[\x00-\x1f\x7f]+", "", unescape(typed)).strip()


def unreadable(typed: str) -> bool:
    """Return True if Python's own reader of addresses, which MkDocs asks, gives up on it."""
    try:
        urlsplit(unescape(typed))
    except ValueError:
        return True
    return False


def is_outside(typed: str) -> bool:
    """Return True if it names a scheme or a host, and so cannot be a page of this site by its path."""
    address = squeezed(typed)
    return bool(SCHEME.match(address)) or address.startswith("//")


def is_relative(typed: str) -> bool:
    """Return True if an address leads on from the page on which it stands, and not to a place on that page."""
    return not is_outside(typed) and not typed.startswith(("#", "/"))


def empty_fault(address: str) -> Fault | None:
    if not address:
        return address_fault("the link has no address", "write where it leads, or take it out")
    if address == "#":
        return address_fault("the link “#” leads nowhere", "write the page or the heading it is for")
    if address.endswith("#"):
        return address_fault(
            f"“{address}” names no place behind its #", "write the name of a heading, or take the # out"
        )
    return None


def character_fault(typed: str, address: str) -> Fault | None:
    """Return what is wrong where an address holds characters that no address has."""
    if found := PERCENT.search(address):
        return address_fault(
            f"“{address[found.start() :][:3]}” in “{typed}” stands for no character", "write %25 for the sign itself"
        )
    if found := INVISIBLE.search(address):
        return address_fault(f"an invisible character stands in “{typed}”", "copy the address again from your browser")
    return None


def with_scheme(typed: str, address: str) -> Fault | None:
    found = SCHEME.match(address)
    if not found:
        return None
    scheme, rest = found[1].lower(), address[found.end() :]
    if typed in ("o:p", "v:shape", "w:sdt"):
        return address_fault(f"“<{typed}>” is a mark that Word left here", "take it out")
    if len(scheme) == 1:
        return address_fault(f"“{typed}” is a place on one computer", "copy the file to content/ and link to it there")
    if scheme in UNSAFE:
        return address_fault(f"“{scheme}:” addresses are not allowed", "link to a page or a file", "unsafe-address")
    if scheme in ("http", "https"):
        return web_fault(typed, scheme, address, rest)
    if scheme in SCHEMES:
        return call_fault(typed, scheme, rest)
    close = get_close_matches(scheme, OFTEN, 1, 0.6)
    known = "https" if close == ["http"] else close[0] if close else ""
    instead = f"did you mean “{known}:”?" if known else "write https:, mailto:, tel: or sms:"
    if re.match(r"[\w.-]+:\d+(/|$)", address):
        instead = "write https:// before it"
    return address_fault(f"“{found[0]}” is not a kind of address a reader can open", instead)


def web_fault(typed: str, scheme: str, address: str, rest: str) -> Fault | None:
    host = HOST.match(address.replace("\\", "/"))
    if not rest.strip("/\\"):
        return address_fault(f"“{typed}” names no site", "write https:// and the name of the site")
    if not re.match(r"//[^/]", rest) or not host:
        return address_fault(f"“{typed}” is mistyped", f"write https://{rest.lstrip('/' + chr(92))}")
    if not host[1] or not re.search(r"\w", host[1]) or ".." in host[1]:
        return address_fault(f"“{typed}” names no site", "write https:// and the name of the site")
    if re.search(r"\s|\\", address):
        return address_fault(f"“{typed}” holds a space or a backslash", "copy the address again from your browser")
    if re.match(r"h?t{1,3}ps?$|https?$", host[1], re.I):
        return address_fault(f"“{typed}” names its scheme twice", "write https:// once")
    if "@" in address[: host.end()]:
        return address_fault(f"“{typed}” holds a name or a password", "take what stands before the @ out")
    if fault := host_fault(typed, host[1]) or port_fault(typed, address[host.end() :]):
        return fault
    if scheme == "http":
        secure = re.sub(r"^http:", "https:", typed, flags=re.I)
        return address_fault(f"“{typed}” can be read and changed on its way", f"write {secure}", "insecure-link")
    return None


def call_fault(typed: str, scheme: str, rest: str) -> Fault | None:
    if scheme == "mailto" and not MAIL.match(unquote(rest.partition("?")[0])):
        return address_fault(f"“{typed}” is not a mail address", "write it as mailto:name@clinic.example")
    number = unquote(rest).partition("?")[0].partition(";")[0]
    if scheme in ("tel", "sms") and not NUMBER.match(number):
        return address_fault(f"“{typed}” is not a number to dial", f"write digits and hyphens, as in {scheme}:555-0142")
    return None


def without_scheme(typed: str, address: str) -> Fault | None:
    if address.startswith("//"):
        return address_fault(f"“{typed}” lacks its scheme", f"write https:{address}")
    if found := NO_COLON.match(address):
        close = get_close_matches(found[1].lower(), ("http", "https"), 1, 0.6)
        if close:
            return address_fault(f"“{typed}” is mistyped", f"write https://{address[found.end() :]}")
    if address[0] in QUOTATION_MARKS or address[-1] in QUOTATION_MARKS:
        return address_fault(f"quotation marks stand in the address {typed}", f"write {address.strip(QUOTATION_MARKS)}")
    if MAIL.match(address):
        return address_fault(f"“{typed}” is a mail address", f"write mailto:{address}")
    if DOMAIN.match(address):
        return address_fault(f"“{typed}” is taken for a file of this site", f"write https://{address}")
    if "\\" in address:
        return address_fault(f"backslashes stand in “{typed}”", f"write {address.replace(chr(92), '/')}")
    if re.search(r"\s", address):
        return address_fault(f"a space stands in “{typed}”", "name the file with hyphens, and link to that")
    return None
