"""Small signs to mark a drawing with, each in a square of 8 mm: simple enough to copy with a pen."""

from psychoed.views.drawings.svg import Point, circle, line, path, polar

SIGN_CENTER: Point = (4, 4)
STROKE = 0.5


def sun() -> str:
    rays = "".join(
        line(polar(SIGN_CENTER, 2.6, n * 45), polar(SIGN_CENTER, 3.6, n * 45), "ink", STROKE) for n in range(8)
    )
    return circle(SIGN_CENTER, 1.7, "ink", STROKE) + rays


CLOUD = "M2.2 5.9C.7 5.9 .4 3.9 1.9 3.6C2 1.9 4.4 1.5 5 3C6.2 2.6 7 3.5 6.7 4.4C7.9 4.7 7.5 5.9 6.4 5.9Z"
SIGNS = {
    "sun": sun(),
    "cloud": path(CLOUD, "ink", STROKE),
    "wind": path("M.8 3.2H4.6C6.2 3.2 6.2 1.1 4.8 1.3", "ink", STROKE)
    + path("M.8 4.7H6.3C7.8 4.7 7.7 2.8 6.5 3", "ink", STROKE)
    + path("M1.8 6.2H4.6C5.8 6.2 5.8 7.6 4.7 7.4", "ink", STROKE),
    "storm": path("M4.8.6L2 4.5H4L3.2 7.4L6.2 3.4H4.2Z", "ink", STROKE),
    "fog": "".join(
        path(f"M{x} {y}H{x + 5.4}", "ink", STROKE) for x, y in ((0.8, 2), (1.8, 3.4), (0.8, 4.8), (1.8, 6.2))
    ),
    "ice": "".join(
        line(polar(SIGN_CENTER, 3.4, n * 60 + 30), polar(SIGN_CENTER, 3.4, n * 60 + 210), "ink", STROKE)
        for n in range(3)
    )
    + "".join(
        line(polar(SIGN_CENTER, 2.1, n * 60 + 30), polar(SIGN_CENTER, 3.3, n * 60 + 30 + side), "ink", STROKE)
        for n in range(6)
        for side in (-24, 24)
    ),
    "dot": circle(SIGN_CENTER, 1.5, "ink", 2.6),
    "cross": path("M1.8 1.8L6.2 6.2M6.2 1.8L1.8 6.2", "ink", STROKE),
    "wave": path("M.7 3.3C1.8 1.9 2.9 1.9 4 3.3S6.2 4.7 7.3 3.3", "ink", STROKE)
    + path("M.7 5.5C1.8 4.1 2.9 4.1 4 5.5S6.2 6.9 7.3 5.5", "ink", STROKE),
    "star": path(
        "M"
        + "L".join(
            "{:.2f} {:.2f}".format(*polar(SIGN_CENTER, 3.4 if n % 2 == 0 else 1.5, n * 36 - 90)) for n in range(10)
        )
        + "Z",
        "ink",
        STROKE,
    ),
    "square": path("M1.4 1.4H6.6V6.6H1.4Z", "ink", STROKE),
    "circle": circle(SIGN_CENTER, 2.8, "ink", STROKE),
    "diamond": path("M4 .8L7.2 4L4 7.2L.8 4Z", "ink", STROKE),
    "triangle": path("M4 1.2L7.2 6.8H.8Z", "ink", STROKE),
    "line": path("M.4 4H7.6", "ink", STROKE),
    "broken-line": path("M.4 4H1.9M3.2 4H4.7M6 4H7.6", "ink", STROKE),
    "double-line": path("M.4 3.1H7.6M.4 4.9H7.6", "ink", STROKE),
    "zigzag": path("M.4 5.2L1.6 2.8L2.8 5.2L4 2.8L5.2 5.2L6.4 2.8L7.6 5.2", "ink", STROKE),
    "cut-line": path("M.4 4H7.6M3 2.2L3.8 5.8M4.6 2.2L5.4 5.8", "ink", STROKE),
    "arrow": path("M.4 4H7.4M5.2 2.2L7.4 4L5.2 5.8", "ink", STROKE),
}
