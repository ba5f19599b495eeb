"""Attributes of HTML and SVG that hold addresses, and elements that fetch what theirs name."""

from typing import NamedTuple

from psychoed.reading.web.srcset import offers

ONE_ADDRESS = (
    "href", "src", "poster", "data", "action", "formaction", "xlink:href", "background", "cite", "longdesc", "manifest"
)  # fmt: skip
SEVERAL = ("srcset", "imagesrcset")
LOADING = frozenset({
    "audio", "embed", "iframe", "image", "img", "input", "object", "picture", "script", "source", "style", "track", "use",
    "video",
})  # fmt: skip
"""Elements that fetch what they name as soon as the page is opened."""
FETCHED = ("data", "href", "poster", "src", "srcset", "xlink:href")


class Address(NamedTuple):
    """`at`: where in the value of its attribute it begins."""

    typed: str
    at: int


def addresses_in(attribute: str, value: str) -> list[Address]:
    if attribute in SEVERAL:
        return [Address(offer.address, offer.at) for offer in offers(value)]
    return [Address(value, 0)] if attribute in ONE_ADDRESS else []
