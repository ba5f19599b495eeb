"""What a paste or one missing sign does to YAML, which often breaks further down, and for a reason that helps nobody."""

import re

from psychoed.reading.problem import Fault

ODD_SPACE = re.compile(
    r"^[ ]*(?:-[ ]*)?([\u00a0\u2000-\u200a\u202f\u3000])|^[^#\n\"']*:([\u00a0\u2000-\u200a\u202f\u3000])"
)
"""A space that only looks like one, where YAML wants one: at the start of a line, behind a dash or a colon."""
ODD_DASH = re.compile(r"^[ ]*([–—•▪◦●·*])[ ]+(?:[\w-]+:[ ]|\S)")
CLOSE_COLON = re.compile(r"^[ ]*(?:-[ ])?[A-Za-z_][\w-]*(:)(?=[^\s:/])|^[ ]*(?:-[ ])?[A-Za-z_][\w-]*[ ]?(：)")
KEY_FIRST = re.compile(r"^[ ]*(?:-[ ]+)?[A-Za-z_][\w-]*:(?:[ ]|$)")

SPACE = Fault(
    "a no-break space stands here, as web pages and Word have it, which is no space to YAML",
    "delete it, and type a space",
)
COLON = Fault("no space stands behind this colon", "write `key: text`, with one")


def likely_cause(text: str, broken: int) -> tuple[int, Fault] | None:
    """Return the offset and the fault of what likely broke a text at this line, or before it."""
    lines = last_lines(text, broken)
    for at, line in lines:
        if space := ODD_SPACE.match(line):
            return at + space.start(space.lastindex or 0), SPACE
    for at, line in lines:
        if dash := ODD_DASH.match(line):
            return at + dash.start(1), Fault(
                f"“{dash[1]}” begins no entry of a list", "write a hyphen and a space in its place"
            )
    if len(lines) > 1 and KEY_FIRST.match(lines[0][1]) and (colon := CLOSE_COLON.match(lines[1][1])):
        return lines[1][0] + colon.start(colon.lastindex or 0), COLON
    return None


def last_lines(text: str, line: int) -> list[tuple[int, str]]:
    """Return this line and the last one with words before it, each with its offset."""
    lines = text.split("\n")[: line + 1]
    written = [number for number, one in enumerate(lines) if one.strip(" ")][-2:]
    return [(sum(len(one) + 1 for one in lines[:number]), lines[number]) for number in reversed(written)]
