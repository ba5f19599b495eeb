"""What the guide for authors shows must work."""

import re
from pathlib import Path

import pytest
import yaml

from psychoed.model.worksheet import Worksheet

GUIDE = Path(__file__).parents[1] / "CONTRIBUTING.md"
EXAMPLES = re.findall(r"```yaml\n(title:.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_each_example_is_a_valid_worksheet(example: str):
    Worksheet.model_validate(yaml.load(example, yaml.BaseLoader))


def test_there_is_an_example_to_start_with():
    assert EXAMPLES
