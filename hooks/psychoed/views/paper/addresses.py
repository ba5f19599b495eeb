"""Where the pages of the site are, for paper: full addresses, and codes to scan that lead there."""

from typing import NamedTuple

import segno

from psychoed.views.data import Data


class Addresses(NamedTuple):
    """The addresses of one edition. What the staff edition shares with the public one leads there, since a client who is
    handed a print of either can open nothing behind a login."""

    edition: str
    """Where this edition is, empty where the settings name no site yet."""
    public: str
    """Where the public one is."""
    staff_only: frozenset[str] = frozenset()
    """Pages that only the staff edition has, such as staff/welcome."""
    waiting: frozenset[str] = frozenset()
    """Pages that are not published yet, as paths from content/."""

    def site_of(self, page: str) -> str:
        """Return the site that this page of the sources, or of the site, is on."""
        name = page.removesuffix(".md").rstrip("/")
        site = (
            self.edition if any(name == one or name.startswith(f"{one}/") for one in self.staff_only) else self.public
        )
        return site.rstrip("/") + "/" if site else ""

    def link(self, href: str) -> str:
        """Return a link as it is on paper: a full address, and only words where the site has none yet."""
        page, _, place = href.partition("#")
        if ":" in page or not page or page.startswith("/"):
            return href
        site = self.site_of(page)
        if not site or page in self.waiting:
            return ""
        if not page.endswith(".md"):
            return site + href
        folder = page.removesuffix(".md").removesuffix("index").rstrip("/")
        return site + (folder + "/" if folder else "") + (f"#{place}" if place else "")

    def addressed(self, document: Data, address: str) -> Data:
        """Return the document with the address of its page, which `address` names from the top of the site, and a QR
        code that leads to its version there."""
        site = self.site_of(address)
        full = site + address if site else ""
        code = segno.make(f"{full}#v-{document['version']}", error="m").svg_inline(border=0) if full else ""
        return document | {
            "url": full,
            "address": full.removeprefix("https://").removeprefix("http://").rstrip("/"),
            "qr": code,
        }


def one_site(url: str) -> Addresses:
    """Return the addresses where every page is on the same site."""
    return Addresses(url, url)
