"""Files in which web hosts find the site's headers: what a page cannot say of itself, and once more its policy."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote, unquote

from psychoed.build.policy import framing, page_policy
from psychoed.model.clinic import in_the_dark

SAME_EVERYWHERE = {
    "Strict-Transport-Security": "max-age=31536000",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
END_OF_VALUE = re.compile(r"[^\x20-\x7e]|[\"\\$]")
"""What ends a value, begins a name or cannot be in a header, in the files of one host or another."""
ENDS_IN_NGINX = re.compile(r"[\x00-\x20\"\\$;{}]")
FRESH, FONTS, NOT_STORED = "no-cache", "public, max-age=2592000", "no-store"
"""Pages are asked for anew each time, so that no help line is out of date; fonts stay for a month."""


class Hosted(NamedTuple):
    """What the header files depend on."""

    embed_on: Sequence[str]
    """Sites that may show pages in a frame."""
    staff: bool
    path: str = "/"
    """Where on its host the site begins."""

    @property
    def headers(self) -> Mapping[str, str]:
        """Return the headers of every answer, with no sign that would end a value in one of the files."""
        policy = f"{page_policy()}; {framing(self.embed_on)}"
        found = {"Content-Security-Policy": END_OF_VALUE.sub(lambda sign: quote(sign[0]), policy), **SAME_EVERYWHERE}
        return found | {"X-Robots-Tag": "noindex, nofollow"} if self.staff else found


def header_files(site: Hosted) -> dict[str, str]:
    """Return the header files by their name in the site's folder."""
    return {"_headers": for_netlify(site), ".htaccess": for_apache(site), ".nginx.conf": for_nginx(site)}


def for_netlify(site: Hosted) -> str:
    """Write the headers for Netlify and Cloudflare Pages, which ask for pages anew unless they are told otherwise."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in site.headers.items())]
    lines += [f"  Cache-Control: {NOT_STORED}"] if site.staff else ["/assets/fonts/*", f"  Cache-Control: {FONTS}"]
    return "\n".join(lines) + "\n"


def for_apache(site: Hosted) -> str:
    headers = {**site.headers, "Cache-Control": NOT_STORED if site.staff else FRESH}
    values = {name: value.replace("%", "%%") for name, value in headers.items()}  # one alone stands for something else
    listed = "\n".join(f'  Header always set {name} "{value}"' for name, value in values.items())
    fonts = f"""
  <FilesMatch "\\.woff2$">
    Header always set Cache-Control "{FONTS}"
  </FilesMatch>"""
    return f"""# For Apache. The headers need its module mod_headers.
Options -Indexes
DirectoryIndex index.html
ErrorDocument 404 {site.path}404.html
<FilesMatch "^(_headers|\\.htaccess|\\.nginx\\.conf|\\.edition)$">
  Require all denied
</FilesMatch>
<IfModule mod_headers.c>
{listed}{"" if site.staff else fonts}
</IfModule>
"""


def for_nginx(site: Hosted) -> str:
    """Write the headers for nginx. `expires` keeps the headers of the server in force, which `add_header` in a location
    would drop; it says nothing of a page that is missing, which therefore has all of them once more."""
    headers = {**site.headers, "Cache-Control": NOT_STORED} if site.staff else site.headers
    letters = unquote(site.path)  # nginx compares places as letters, and not as percent signs
    missing_page = f'"{site.path if ENDS_IN_NGINX.search(letters) else letters}404.html"'
    listed = "\n".join(f'add_header {name} "{value}" always;' for name, value in headers.items())
    missing = f"location = {missing_page} {{\nexpires off;\n{listed}\nadd_header Cache-Control {FRESH} always;\n}}\n"
    cache = "" if site.staff else f"expires -1;\nlocation ~ \\.woff2$ {{ expires 30d; }}\n{missing}"
    return f"""# For nginx. In the server block of the site: include /where/the/site/is/.nginx.conf;
charset utf-8;
error_page 404 {missing_page};
location ~ /(_headers|\\.(?!well-known)) {{ return 404; }}
{listed}
{cache}"""


def shelf_css(colours: Mapping[str, str]) -> str:
    """Return the colors of the lights in the drawings of shelves: each mixed with the ground, so that its lines stay
    seen."""
    light = "color-mix(in srgb, light-dark({0}, {1}) 45%, var(--sheet))"
    shelves = ((id_, light.format(colour, in_the_dark(colour))) for id_, colour in colours.items())
    return "".join(f'[data-shelf="{id_}"] {{ --lamp: {shown}; }}\n' for id_, shown in shelves)


def accent_css(colour: str) -> str:
    """Return the color of the pen of the site: the clinic's on light paper, and a lighter one in the dark."""
    return f":root {{ --pen: light-dark({colour}, {in_the_dark(colour)}); }}\n"
