"""One drawing for page and paper: a function a kind of drawn block, from the block to its lines and places."""

from collections.abc import Callable
from typing import Any

from views.drawing import Drawing
from views.drawings.diagram import diagram
from views.drawings.draw import draw
from views.drawings.ladder import ladder
from views.drawings.rings import rings
from views.drawings.timeline import timeline

DRAWINGS: dict[str, Callable[..., Drawing]] = {
    "rings": rings,
    "diagram": diagram,
    "timeline": timeline,
    "ladder": ladder,
    "draw": draw,
}


def drawing_of(block: Any, *, large: bool) -> Drawing:
    """The drawing of a drawn block; that of large print has room for words of 18 pt."""
    return DRAWINGS[block.type](block, large=large)
