"""What a browser may do on a page of the site: one policy for all pages, which base.html and the header files hold.

It names no hash and no `unsafe-…`: no page has an inline script, style or handler.
"""

from collections.abc import Iterable

OWN_FILES = ("script-src", "style-src", "font-src", "connect-src", "media-src", "worker-src")
FORBIDDEN = ("object-src", "base-uri", "form-action")


def page_policy() -> str:
    """Return the Content-Security-Policy as a page itself can state it."""
    rules = ["default-src 'none'", *(f"{name} 'self'" for name in OWN_FILES)]
    rules.append("img-src 'self' data:")  # the theme's style sheet draws its small signs so
    return "; ".join([*rules, *(f"{name} 'none'" for name in FORBIDDEN)])


def framing(allowed: Iterable[str]) -> str:
    """Return the rule on who may show the site in a frame, which only a header can state."""
    return "frame-ancestors " + (" ".join(allowed) or "'none'")
