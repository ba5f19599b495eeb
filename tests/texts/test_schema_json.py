"""worksheets/schema.json lies beside the sheets, for editors, as it is made from the models."""

from pathlib import Path

import pytest

from psychoed.library.belongings import ids_listed
from psychoed.model.schema import schema_text
from psychoed.model.schemas import schemas

SCHEMA = Path(__file__).parents[2] / "worksheets" / "schema.json"


def test_schema_json_is_current(update: bool):
    text = schema_text(ids_listed(SCHEMA.parents[1]))
    if update:
        SCHEMA.write_text(text, "utf-8")
    assert SCHEMA.read_text("utf-8") == text, "run pytest --update"


@pytest.mark.parametrize(("path", "text"), schemas().items())
def test_the_other_schemas_are_current(path: str, text: str, update: bool):
    if update:
        (SCHEMA.parents[1] / path).write_text(text, "utf-8")
    assert (SCHEMA.parents[1] / path).read_text("utf-8") == text, "run pytest --update"
