"""A diagram as it is drawn: round where it fits, else down the page, which large print always takes."""

from library.blocks.diagram import Diagram
from views.drawing import Drawing
from views.drawings.down import down
from views.drawings.ring import ring
from views.drawings.web import web
from views.drawings.words import type_of

HIGHEST = 196.0
"""In mm: what a page has room for, below a prompt."""


def diagram(block: Diagram, *, large: bool) -> Drawing:
    type_ = type_of(large=large)
    if block.shape != "flow" and not large:
        drawn = (web if block.shape == "web" else ring)(block, type_)
        if drawn.height <= HIGHEST:
            return drawn
    return down(block, type_, beside=not large)
