"""One drawing for page and paper: a function a kind of drawn block, from the block to its lines and places."""

from collections.abc import Callable
from typing import Any

from psychoed.views.drawings.body import body
from psychoed.views.drawings.diagram import diagram
from psychoed.views.drawings.draw import draw
from psychoed.views.drawings.drawing import Drawing
from psychoed.views.drawings.ladder import ladder
from psychoed.views.drawings.map import map_
from psychoed.views.drawings.rings import rings
from psychoed.views.drawings.timeline import timeline
from psychoed.views.drawings.wheel import wheel

DRAWINGS: dict[str, Callable[..., Drawing]] = {
    "map": map_,
    "rings": rings,
    "wheel": wheel,
    "body": body,
    "diagram": diagram,
    "timeline": timeline,
    "ladder": ladder,
    "draw": draw,
}


def drawing_of(block: Any, *, large: bool) -> Drawing:
    """The drawing of a drawn block; that of large print has room for words of 18 pt."""
    return DRAWINGS[block.type](block, large=large)
