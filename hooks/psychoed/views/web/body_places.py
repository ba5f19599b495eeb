"""The places of a drawn body that a page knows by name: a mark is put there by a press, or by its name in the answer."""

from collections.abc import Iterator

from psychoed.library.library import TemplateWords
from psychoed.views.data import Data
from psychoed.views.drawings.body import TALL
from psychoed.views.drawings.drawing import WIDTH
from psychoed.views.drawings.svg import Point

IN_THE_MIDDLE: dict[str, dict[str, Point]] = {
    "front": {"forehead": (0, 3.4), "jaw": (0, 10.4), "throat": (0, 15.6), "chest": (0, 23.5), "stomach": (0, 33.5),
              "belly": (0, 43.5)},
    "back": {"back_of_head": (0, 5), "neck": (0, 14.6), "upper_back": (0, 24), "middle_back": (0, 34), "lower_back": (0, 44)},
}  # fmt: skip
"""In hundredths of the height: across from the middle, and down from the crown."""
ON_BOTH_SIDES: dict[str, dict[str, Point]] = {
    "front": {"shoulder": (10.2, 21), "arm": (14.6, 35), "hand": (20, 53.5), "hip": (6, 51), "thigh": (5.8, 63), "knee": (5.4, 74),
              "foot": (5.6, 97)},
    "back": {"shoulder_blade": (6, 26), "elbow": (14.8, 35), "seat": (4.8, 54.5), "calf": (5.4, 81), "heel": (5, 97)},
}  # fmt: skip
"""The same on both sides: as far from the middle on the left as on the right."""


def body_places(block: Data, words: TemplateWords) -> list[Data]:
    """Return each place of the views that are drawn: its name, and where its middle is in the drawing."""
    named = words["body_places"]
    across = (0.5,) if len(block["views"]) == 1 else (0.27, 0.73)
    return [
        {
            "name": named[name],
            "x": round(WIDTH * part + x * (TALL - 1) / 100, 1),
            "y": round(0.5 + y * (TALL - 1) / 100, 1),
        }
        for view, part in zip(block["views"], across, strict=True)
        for name, (x, y) in places_of(view)
    ]


def places_of(view: str) -> Iterator[tuple[str, Point]]:
    """Yield the places of a view. Somebody who faces the reader has the left hand at the reader's right."""
    yield from IN_THE_MIDDLE[view].items()
    left = 1 if view == "front" else -1
    for name, (x, y) in ON_BOTH_SIDES[view].items():
        yield f"left_{name}", (left * x, y)
        yield f"right_{name}", (-left * x, y)
