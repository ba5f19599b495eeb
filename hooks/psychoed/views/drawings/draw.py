"""An empty frame to draw in, or something to begin with: a circle, a bucket, an iceberg, a line through a life."""

from math import sin

from psychoed.model.blocks.drawing_lists import Draw
from psychoed.reading.markdown.richtext import plain_text
from psychoed.views.drawings.boxes_and_arrows import box, head
from psychoed.views.drawings.drawing import WIDTH, Drawing, Rectangle
from psychoed.views.drawings.measure import height_of, type_of
from psychoed.views.drawings.svg import Point, circle, line, number_text, pair, path, polar

CORNER = 7.0
HIGHEST_LARGE = 140
"""In large print the words around the frame need more of the page."""
LOW = 0.6
FIRM = 0.5
WATER = 0.32
"""How far down the iceberg its water lies, as a share of its height."""
ICEBERG: tuple[Point, ...] = (
    (0.30, 0.32), (0.36, 0.2), (0.43, 0.17), (0.5, 0.02), (0.58, 0.12), (0.63, 0.22), (0.7, 0.32), (0.84, 0.44),
    (0.8, 0.62), (0.7, 0.74), (0.6, 0.92), (0.5, 0.98), (0.36, 0.88), (0.28, 0.68), (0.16, 0.52), (0.2, 0.4),
)  # fmt: skip
"""Its outline, across and down, as shares of the width and the height."""


def draw_drawing(block: Draw, *, large: bool) -> Drawing:
    height = float(min(block.height, HIGHEST_LARGE) if large else block.height)
    if block.frame != "box":
        return Drawing(WIDTH, height, BEGINNINGS[block.frame](height), {})
    type_ = type_of(large=large)
    tops = [height * n / len(block.rows) for n in range(len(block.rows))]
    words = {
        str(n): Rectangle(3, top + 1.5, WIDTH / 2, height_of(plain_text(row), WIDTH / 2, type_))
        for n, (row, top) in enumerate(zip(block.rows, tops, strict=True), 1)
    }
    rows = "".join(line((LOW + 2, top), (WIDTH - LOW - 2, top), "soft", 0.3, BROKEN) for top in tops[1:])
    return Drawing(WIDTH, height, empty_box(height) + rows, {}, words)


BROKEN = ' stroke-dasharray="2 2"'


def empty_box(height: float) -> str:
    right, foot = WIDTH - LOW, height - LOW
    frame = box(Rectangle(LOW, LOW, right - LOW, foot - LOW), "soft ground", 0.3, 1)
    corners = "".join(
        f"M{number_text(x + across)} {number_text(y)}H{number_text(x)}V{number_text(y + down)}"
        for x, across in ((LOW, CORNER), (right, -CORNER))
        for y, down in ((LOW, CORNER), (foot, -CORNER))
    )
    return frame + path(corners, "soft", FIRM)


def empty_circle(height: float) -> str:
    """Draw a circle with a mark at each twentieth, to part it into slices."""
    center, radius = (WIDTH / 2, height / 2), min(height, WIDTH) / 2 - LOW
    marks = "".join(
        line(polar(center, radius - (4 if n % 2 == 0 else 2.5), n * 18), polar(center, radius, n * 18), "soft", 0.3)
        for n in range(20)
    )
    return circle(center, radius, "ink ground", FIRM) + marks + circle(center, 0.8, "solid")


def bucket(height: float) -> str:
    """Draw a bucket that widens upward, with three arrows into it and a tap near its foot."""
    top, foot, middle = 18.0, height - LOW, WIDTH / 2
    wide, narrow = 50.0, 38.0
    sides = f"M{pair((middle - wide, top))}L{pair((middle - narrow, foot))}H{number_text(middle + narrow)}L{pair((middle + wide, top))}Z"
    drops = "".join(
        f"M{pair((x, 2))}V{number_text(top - 4)}{head((x, top - 4), (x, 2))}"
        for x in (middle - 28, middle, middle + 28)
    )
    side = middle + narrow + 2.0
    tap = f"M{pair((side, foot - 12))}H{number_text(side + 14)}V{number_text(foot - 4)}M{pair((side, foot - 7))}H{number_text(side + 9)}V{number_text(foot - 4)}M{pair((side + 7, foot - 12))}V{number_text(foot - 16)}M{pair((side + 3, foot - 16))}H{number_text(side + 11)}"
    return path(sides, "ink ground", FIRM) + path(drops, "accent", FIRM) + path(tap, "ink", FIRM)


def iceberg(height: float) -> str:
    """Draw an iceberg with its smaller part above the water."""
    outline = "L".join(pair((x * WIDTH, y * height)) for x, y in ICEBERG)
    waves = "L".join(pair((x, WATER * height + sin(x / 3) * 0.8)) for x in range(0, int(WIDTH) + 1))
    return path(f"M{outline}Z", "ink ground", FIRM) + path(f"M{waves}", "accent", FIRM)


def life_line(height: float) -> str:
    """Draw a line from the left to the right, with its middle height and room above and below."""
    middle, end = height / 2, WIDTH - LOW
    axis = f"M{pair((4, middle))}H{number_text(end)}{head((end, middle), (4, middle))}"
    marks = line((4, middle - 3), (4, middle + 3), "ink", FIRM) + circle((4, middle), 0.9, "solid")
    return empty_box(height) + path(axis, "ink", FIRM) + marks


BEGINNINGS = {"circle": empty_circle, "bucket": bucket, "iceberg": iceberg, "line": life_line}
