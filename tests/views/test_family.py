"""A family drawing: its lines lie apart, and say who belongs to whom where they are not drawn."""

import re
from itertools import pairwise

import pytest

from psychoed.model.blocks.family import Family
from psychoed.views.drawings.family import family_drawing

AROUND = [{"parents": ["2"], "children": ["4"]}, {"parents": ["1", "3"], "children": ["5"]}]
TWICE = [{"parents": ["1", "2"], "children": ["4"]}, {"parents": ["2", "3"], "children": ["5"], "parted": True}]


def family(households: list[dict[str, object]]) -> Family:
    return Family.model_validate(
        {
            "type": "family",
            "id": "us",
            "text": "Us",
            "generations": [["A", "B", "C"], ["D", "E"]],
            "households": households,
        }
    )


def upright(shapes: str) -> list[float]:
    """Where lines go down, from left to right."""
    return sorted({float(x) for x in re.findall(r"M([\d.]+) [\d.]+V", shapes)})


@pytest.mark.parametrize("households", [AROUND, TWICE])
def test_no_line_runs_along_another(households):
    drawn = family_drawing(family(households), large=False)
    at = upright("".join(re.findall(r'<path class="ink" [^>]*>', drawn.shapes)))
    assert len(at) >= 5
    assert [b - a for a, b in pairwise(at) if b - a < 3] == []


def test_people_and_their_answers_have_room_and_stand_apart():
    drawn = family_drawing(family(TWICE), large=False)
    assert set(drawn.places) == {f"{n}{end}" for n in range(1, 6) for end in ("", "-years")}
    assert min(place.width for place in drawn.places.values()) > 15
    assert drawn.places["1"].y == drawn.places["3"].y < drawn.places["4"].y


def test_large_print_says_what_it_does_not_draw():
    said = {name: word for name, word in family(TWICE).names().items() if name.startswith("hint-")}
    assert {name: (str(word), word.more) for name, word in said.items()} == {
        "hint-1": ("partner_of", {"parents": "", "partner": "B"}),
        "hint-2": ("partner_of", {"parents": "", "partner": "A + C"}),
        "hint-3": ("partner_of", {"parents": "", "partner": "B"}),
        "hint-4": ("child_of", {"parents": "A + B", "partner": ""}),
        "hint-5": ("child_of", {"parents": "B + C", "partner": ""}),
    }
    drawn = family_drawing(family(TWICE), large=True)
    assert said.keys() <= drawn.words.keys()
    assert len(drawn.breaks) == 4
