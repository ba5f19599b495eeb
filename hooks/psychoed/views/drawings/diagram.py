"""A diagram as it is drawn: in its own shape where that fits, else down the page, which large print always takes."""

from collections.abc import Callable

from psychoed.model.blocks.diagram import Diagram
from psychoed.views.drawings.diagram_areas import areas
from psychoed.views.drawings.diagram_cycle import cycle
from psychoed.views.drawings.diagram_flow import flow
from psychoed.views.drawings.diagram_web import web
from psychoed.views.drawings.drawing import Drawing
from psychoed.views.drawings.measure import Type, type_of

HIGHEST_DIAGRAM = 196.0
"""In mm: what a page has room for, below a prompt."""
ROUND: dict[str, Callable[[Diagram, Type], Drawing | None]] = {"cycle": cycle, "web": web, "areas": areas}


def keeps_shape(block: Diagram) -> bool:
    """Return True if it is drawn in its own shape, except in large print."""
    return block.shape == "flow" or not diagram_drawing(block, large=False).breaks


def diagram_drawing(block: Diagram, *, large: bool) -> Drawing:
    type_ = type_of(large=large)
    if block.shape in ROUND and not large:
        drawn = ROUND[block.shape](block, type_)
        if drawn and drawn.height <= HIGHEST_DIAGRAM:
            return drawn
    return flow(block, type_, beside=not large)
