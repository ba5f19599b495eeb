"""The JSON Schema of a worksheet, from which editors take their hints: worksheets/schema.json is written from it."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from psychoed.model.worksheet import Worksheet


class Untitled(GenerateJsonSchema):
    """Fields are known by their key; a title made from it would say the same again."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema_text() -> str:
    schema = Worksheet.model_json_schema(by_alias=True, schema_generator=Untitled)
    for model in schema["$defs"].values():
        if kind := model.get("properties", {}).get("type"):
            kind["description"] = model["description"]
    return json.dumps({"$schema": Untitled.schema_dialect, **schema}, indent=2, ensure_ascii=False) + "\n"
