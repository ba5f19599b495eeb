"""A drawing that page and paper share: lines in millimetres, and the places in it where answers are written."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

WIDTH = 168.0
"""How wide a drawing may be, in mm: the text width of A4, which fits Letter too."""


class Rectangle(NamedTuple):
    """Where an answer or a few words stand in the drawing: the upper left corner and the size, in mm."""

    x: float
    y: float
    width: float
    height: float


class Drawing(NamedTuple):
    """Shapes without words: words and answers are laid over them on paper, and stand below them on a phone."""

    width: float
    """In mm, at most WIDTH."""
    height: float
    """In mm."""
    shapes: str
    """SVG elements. Their colours come from a class: ink, soft, grey, faint, pale, accent (lines); wash, ground, solid (fills)."""
    places: Mapping[str, Rectangle]
    """Where the answer of that key is written or, as `<key>=<value>`, where one of its values is ticked."""
    words: Mapping[str, Rectangle] = MappingProxyType({})
    """Where the words that the block gives (Drawn.names) are set, in reading order."""
    breaks: tuple[float, ...] = ()
    """How far down, in mm, the drawing may go on with on another page."""
