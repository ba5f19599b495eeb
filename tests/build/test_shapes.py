"""A diagram that has no room for its shape says so, also in a group, and one that has room does not."""

import pytest

from psychoed.build.shapes import shapes_without_room
from written import library, sheet

EIGHT = "[One, Two, Three, Four, Five, Six, Seven, Eight]"


@pytest.mark.parametrize(
    ("diagram", "line"),
    [
        (f"{{type: diagram, id: a, text: B, shape: cycle, lines: 6, boxes: {EIGHT}}}", 7),
        (f"{{type: group, blocks: [{{type: text, text: C}}, {{type: diagram, id: a, text: B, shape: cycle, lines: 6, boxes: {EIGHT}}}]}}", 7),
        ("{type: diagram, id: a, text: B, shape: web, middle: M, boxes: [C, D, E, F], further-arrows: [{from: 1, to: 4}]}", 7),
    ],
    ids=["high", "in a group", "arrow through a box"],
)  # fmt: skip
def test_one_without_room_is_named_at_its_shape(diagram, line):
    (found,) = shapes_without_room(library(sheet(f"  - {diagram}")))
    assert found.rule == "diagram-shape"
    assert found.line == line
    assert "“a” has no room on a page, and is drawn as a list of boxes" in found.what


@pytest.mark.parametrize("shape", ["cycle", "flow"])
def test_one_with_room_is_not(shape):
    block = f"  - {{type: diagram, id: a, text: B, shape: {shape}, boxes: [One, Two, Three]}}"
    assert list(shapes_without_room(library(sheet(block)))) == []
