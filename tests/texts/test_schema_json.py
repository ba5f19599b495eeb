"""worksheets/schema.json lies beside the sheets, for editors, as it is made from the models."""

from pathlib import Path

from psychoed.model.schema import schema_text

SCHEMA = Path(__file__).parents[2] / "worksheets" / "schema.json"


def test_schema_json_is_current(update: bool):
    if update:
        SCHEMA.write_text(schema_text(), "utf-8")
    assert SCHEMA.read_text("utf-8") == schema_text(), "run pytest --update"
