"""The schema of worksheets tells editors what the models allow, and each field in words."""

import json
import re
from pathlib import Path
from typing import ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator

from psychoed.model.schema import schema_text
from psychoed.model.schemas import schemas, wired

ROOT = Path(__file__).parents[2]
SHEETS = sorted((ROOT / "tests" / "fixture" / "worksheets").glob("*.yml"))
SCHEMA = json.loads(schema_text({}))


class Editor(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: `Yes` and 22:30 are texts."""

    yaml_implicit_resolvers: ClassVar = {}


for kind, pattern, first in [
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"true|false", list("tf")),
    ("int", r"[-+]?\d+", list("-+0123456789")),
    ("float", r"[-+]?\d+\.\d+", list("-+0123456789")),
]:
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^(?:{pattern})$"), first)


def errors(data: object) -> list[str]:
    return [error.json_path for error in Draft202012Validator(SCHEMA).iter_errors(data)]


def test_it_is_a_schema_of_the_draft_it_names():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: file.stem)
def test_every_worksheet_fits_as_an_editor_reads_it(file):
    assert errors(yaml.load(file.read_text("utf-8"), Loader=Editor)) == []


def models():
    return {"Worksheet": SCHEMA, **SCHEMA["$defs"]}


@pytest.mark.parametrize("name", sorted(models()))
def test_every_model_and_field_is_described(name):
    model = models()[name]
    bare = [key for key, field in model["properties"].items() if not field.get("description")]
    assert model["description"]
    assert bare == []


def sheet(**changes):
    block = {"type": "table", "id": "log", "text": "A log", "columns": ["What"], "rows": 3}
    whole = {"title": "A", "summary": "B", "phase": "parts", "minutes": 5, "pages": 1}
    return whole | {"blocks": [block | changes]}


@pytest.mark.parametrize("key", ["from_", "row_lines", "colums"])
def test_a_key_is_known_by_the_name_that_authors_write(key):
    assert errors(sheet()) == []
    assert errors(sheet(**{"row-lines": 2})) == []
    assert errors(sheet(columns=[{"text": "Mood", "kind": "number", "from": 0, "to": 10}])) == []
    assert errors(sheet(**{key: 2})) == ["$.blocks[0]"]


def test_the_editor_takes_the_schema_for_worksheets():
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == wired()
    assert all((ROOT / path).is_file() for path in wired())


WRITTEN = [(path, file) for path, pattern in wired().items() for file in sorted(ROOT.glob(pattern))]


@pytest.mark.parametrize(("path", "file"), WRITTEN, ids=[file.name for _, file in WRITTEN])
def test_every_file_fits_its_schema_as_an_editor_reads_it(path, file):
    schema = json.loads((ROOT / path).read_text("utf-8"))
    said = yaml.load(file.read_text("utf-8"), Loader=Editor)
    assert [error.json_path for error in Draft202012Validator(schema).iter_errors(said)] == []


@pytest.mark.parametrize("path", schemas())
def test_every_key_of_the_other_schemas_is_described(path):
    schema = json.loads(schemas()[path])
    Draft202012Validator.check_schema(schema)
    models = [schema, *schema.get("$defs", {}).values()]
    bare = [key for one in models for key, field in one.get("properties", {}).items() if not field.get("description")]
    assert bare == []
