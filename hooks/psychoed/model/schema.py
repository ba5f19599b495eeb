"""The JSON Schema of a worksheet, from which editors take their hints: worksheets/schema.json is written from it."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from psychoed.model.belonging import LISTED_IN, ListedIds
from psychoed.model.worksheet import Worksheet


class Untitled(GenerateJsonSchema):
    """Fields are known by their key; a title made from it would say the same again."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema_text(listed: ListedIds) -> str:
    """Return the schema. `listed`: the ids that editors suggest, where a list of data/ says which there are."""
    schema = Worksheet.model_json_schema(by_alias=True, schema_generator=Untitled)
    for model in schema["$defs"].values():
        if kind := model.get("properties", {}).get("type"):
            kind["description"] = model["description"]
    schema = with_suggestions(schema, listed)
    return json.dumps({"$schema": Untitled.schema_dialect, **schema}, indent=2, ensure_ascii=False) + "\n"


def with_suggestions(schema: Any, listed: ListedIds) -> Any:
    """Return the schema with the ids of lists as examples: editors offer them, and refuse no other, since a list may
    have grown."""
    if isinstance(schema, list):
        return [with_suggestions(one, listed) for one in schema]
    if not isinstance(schema, dict):
        return schema
    name = schema.get(LISTED_IN)
    examples = {"examples": [*listed[name]]} if isinstance(name, str) and name in listed else {}
    return {key: with_suggestions(one, listed) for key, one in schema.items() if key != LISTED_IN} | examples
