"""The pictures that a srcset offers, each with what says when to take it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from psychoed.reading.problem import Fault

ADDRESS = re.compile(r"[\s,]*(\S+)")
WHEN = re.compile(r"(?:[1-9]\d*w|\d+(?:\.\d+)?x)?")


class Offer(NamedTuple):
    """An address, and after it a width such as 640w or a density such as 2x."""

    address: str
    when: str
    at: int
    """Where in the set the address begins."""


def offers(srcset: str) -> Iterator[Offer]:
    """Yield the pictures as browsers part them: commas may stand inside an address, but not at its end."""
    at = 0
    while found := ADDRESS.match(srcset, at):
        at = found.end()
        if found[1].endswith(","):
            yield Offer(found[1].rstrip(","), "", found.start(1))
            continue
        end = srcset.find(",", at)
        end = len(srcset) if end < 0 else end
        yield Offer(found[1], srcset[at:end].strip(), found.start(1))
        at = end + 1


def srcset_fault(srcset: str) -> Fault | None:
    """Return what keeps browsers from choosing one of its pictures."""
    whens = [offer.when for offer in offers(srcset)]
    if not whens:
        return Fault("this set names no picture", "name one, or take it out")
    if wrong := next((when for when in whens if not WHEN.fullmatch(when)), None):
        return Fault(
            f"“{wrong}” says nothing about when to take a picture of this set", "write a width such as 640w, or 2x"
        )
    kinds = {(when or "1x")[-1] for when in whens}
    if len(kinds) > 1:
        return Fault(
            "this set of pictures mixes widths (640w) with densities (2x)", "use one of the two for all of them"
        )
    if len({when or "1x" for when in whens}) < len(whens):
        return Fault("two pictures of this set are for the same width or density", "give each its own")
    return None
