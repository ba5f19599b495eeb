"""What the guide for authors shows must work, and must show every kind of block."""

import re
from pathlib import Path

import pytest
import yaml

from library.worksheet import KINDS, Worksheet

GUIDE = Path(__file__).parents[1] / "CONTRIBUTING.md"
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
FRAME = {"title": "A", "summary": "B", "phase": "self", "minutes": "1", "pages": "1"}


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_each_example_is_a_valid_worksheet(example: str):
    Worksheet.model_validate(FRAME | yaml.load(example, yaml.BaseLoader))


def test_the_guide_shows_every_kind_of_block():
    shown = {kind for example in EXAMPLES for kind in re.findall(r"type: ([a-z-]+)", example)}
    assert shown == set(KINDS)
