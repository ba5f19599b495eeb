"""An empty frame to draw in."""

from psychoed.model.blocks.drawing_lists import Draw
from psychoed.views.drawings.boxes_and_arrows import box
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.svg import number_text, path

CORNER = 7.0
HIGHEST_LARGE = 140
"""In large print the words around the frame need more of the page."""


def draw_drawing(block: Draw, *, large: bool) -> Drawing:
    height = min(block.height, HIGHEST_LARGE) if large else block.height
    low, right, foot = 0.6, WIDTH - 0.6, height - 0.6
    frame = box(Rectangle(low, low, right - low, foot - low), "faint ground", 0.25, 1)
    corners = "".join(
        f"M{number_text(x + across)} {number_text(y)}H{number_text(x)}V{number_text(y + down)}"
        for x, across in ((low, CORNER), (right, -CORNER))
        for y, down in ((low, CORNER), (foot, -CORNER))
    )
    return Drawing(WIDTH, height, frame + path(corners, "soft", 0.5), {})
