"""A diagram as it is drawn: round where it fits, else down the page, which large print always takes."""

from psychoed.model.blocks.drawing_lists import Diagram
from psychoed.views.drawings.diagram_cycle import cycle
from psychoed.views.drawings.diagram_flow import flow
from psychoed.views.drawings.diagram_web import web
from psychoed.views.drawings.drawing import Drawing
from psychoed.views.drawings.measure import type_of

HIGHEST_DIAGRAM = 196.0
"""In mm: what a page has room for, below a prompt."""


def diagram_drawing(block: Diagram, *, large: bool) -> Drawing:
    type_ = type_of(large=large)
    if block.shape != "flow" and not large:
        drawn = (web if block.shape == "web" else cycle)(block, type_)
        if drawn.height <= HIGHEST_DIAGRAM:
            return drawn
    return flow(block, type_, beside=not large)
