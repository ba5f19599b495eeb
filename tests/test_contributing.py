"""What the guide for authors shows must work."""

import re
from pathlib import Path

import pytest
import yaml

from psychoed.model.worksheet import Worksheet

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "CONTRIBUTING.md"
EXAMPLES = re.findall(r"```yaml\n(title:.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_each_example_is_a_valid_worksheet(example: str):
    Worksheet.model_validate(yaml.load(example, yaml.BaseLoader))


def test_there_is_an_example_to_start_with():
    assert EXAMPLES


def test_every_path_that_is_named_is_there():
    """But for lists of a language that somebody may add, such as those of `data/es/`."""
    said = GUIDE.read_text("utf-8") + (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"`((?:hooks|overrides|data|tests|\.github|\.ci)/[\w./-]*)`", said))
    assert len(named) > 30
    assert {path for path in named if not (ROOT / path).exists()} <= {"data/es/"}


def test_the_map_shows_each_room_once():
    rows = re.findall(r"^\| `(\w+)/` \|", GUIDE.read_text("utf-8"), re.MULTILINE)
    rooms = [folder.name for folder in (ROOT / "hooks/psychoed").iterdir() if (folder / "__init__.py").is_file()]
    assert sorted(rows) == sorted(rooms)
