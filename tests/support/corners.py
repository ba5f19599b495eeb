"""Blocks at the corners of what their kinds allow: from the example of a kind, each key as far as its schema lets it go."""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

import yaml
from pydantic import ValidationError

from nights import some_by_day
from psychoed.model.kinds import KINDS
from psychoed.model.worksheet import Worksheet
from small_site import the_library

LONG_WORDS = ("Engagement/Detachment", "(Hypothetical)?/Know?", "Rechtsschutzversicherung", "sometimes")
FURTHER = "and what a part of me would rather have said about it before anybody asked, if there had been time"
UNVARIED = {"type", "id", "alt", "required", "blocks", "heading", "sign"}
"""Keys that move nothing on paper, or hold other blocks."""
DEEPEST = 1
"""How many lists deep all ends are tried; further in only the most."""
Schema = dict[str, Any]
HEAD = {"title": "A sheet", "summary": "A sheet.", "phase": "clinic", "minutes": "1", "pages": "12"}


class Maker:
    """Makes the least and the most that a schema allows. Each text is another: some must not be written twice."""

    def __init__(self, schema: Schema) -> None:
        self.schema, self.made, self.depth = schema, 0, 0

    def named(self, schema: Schema) -> Schema:
        """Return what a schema refers to."""
        return self.schema["$defs"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema

    def values(self, schema: Schema) -> Iterator[Any]:
        """Yield what stands at the ends of what this schema allows, the most first."""
        schema = self.named(schema)
        if "const" in schema or "enum" in schema:
            yield from reversed(schema.get("enum", [schema.get("const")]))
        for way in schema.get("anyOf", schema.get("oneOf", ())):
            yield from self.values(way)
        yield from getattr(self, f"each_{schema.get('type', 'null')}")(schema)

    def each_null(self, schema: Schema) -> Iterator[Any]:
        yield from ()

    def each_integer(self, schema: Schema) -> Iterator[Any]:
        yield from dict.fromkeys((schema.get("maximum", 10), schema.get("minimum", 0)))

    each_number = each_integer

    def each_boolean(self, schema: Schema) -> Iterator[Any]:
        yield from (True, False)

    def each_string(self, schema: Schema) -> Iterator[Any]:
        if "enum" not in schema and "const" not in schema:
            self.made += 1
            said = f"{LONG_WORDS[self.made % len(LONG_WORDS)]} {self.made} {FURTHER}"
            yield said[: min(schema.get("maxLength", 200), 120)].rsplit(" ", 1)[0]
            yield f"A{self.made}"

    def each_array(self, schema: Schema) -> Iterator[Any]:
        if "items" in schema:
            self.depth += 1
            ends = len(list(islice(self.values(schema["items"]), 1 if self.depth > DEEPEST else None)))
            for count in dict.fromkeys((schema.get("maxItems", 3), schema.get("minItems", 0))):
                for end in range(ends):
                    yield [next(islice(self.values(schema["items"]), end, None)) for _ in range(count)]
            self.depth -= 1

    def each_object(self, schema: Schema) -> Iterator[Any]:
        varied = [key for key in schema["properties"] if key not in UNVARIED]
        needed = [*schema.get("required", ())]
        yield self.with_most(schema, varied)
        yield from (self.with_most(schema, [*needed, key]) for key in varied)
        if "options" in varied:
            yield self.with_most(schema, [*needed, "options"]) | {"kind": "choice"}

    def with_most(self, schema: Schema, keys: Iterable[str]) -> dict[str, Any]:
        return {key: next(self.values(schema["properties"][key])) for key in keys}


def is_allowed(block: dict[str, Any]) -> bool:
    """Return True if a sheet may hold the block."""
    try:
        Worksheet.model_validate(HEAD | {"blocks": [block]})
    except ValidationError:
        return False
    return True


@cache
def example_of(kind: str) -> dict[str, Any]:
    blocks = yaml.safe_load(the_library().kinds[kind].value.example)
    (found,) = [block for block in blocks if block["type"] == kind][:1]
    return found


def climbed(kind: str, keys: Iterable[str], nth: int) -> dict[str, Any]:
    """Return the example with each of these keys, one after the other, at the nth of its ends that is allowed there."""
    maker = Maker(properties_of(kind))
    block = example_of(kind)
    for key in keys:
        found = [value for value in maker.values(maker.schema["properties"][key]) if is_allowed(block | {key: value})]
        if found:
            block = block | {key: found[min(nth, len(found) - 1)]}
    return block


@cache
def properties_of(kind: str) -> Schema:
    schema = KINDS[kind].model.model_json_schema(by_alias=True)
    return schema | Maker(schema).named(schema)


def corners(kind: str) -> Iterator[dict[str, Any]]:
    """Yield blocks of this kind with all keys at their ends, then with one after the other."""
    keys = [key for key in properties_of(kind)["properties"] if key not in UNVARIED]
    yield climbed(kind, keys, 0)
    yield climbed(kind, reversed(keys), 0)
    yield climbed(kind, keys, 99)
    yield from some_by_day([block for block in one_key_changed(kind, keys) if is_allowed(block)], 2)


def one_key_changed(kind: str, keys: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield the example with each of these keys at each of its ends."""
    maker = Maker(properties_of(kind))
    for key in keys:
        for value in maker.values(maker.schema["properties"][key]):
            yield example_of(kind) | {key: value}


def fields_in(block: dict[str, Any]) -> int:
    """Return how many boxes and points a block has on paper."""
    read = Worksheet.model_validate(HEAD | {"blocks": [block]})
    return sum(len(answer.values) or 1 for answer in read.answers())


def sheet_with(blocks: Iterable[dict[str, Any]], landscape: bool) -> str:
    """Return a worksheet of these blocks, each with an id of its own."""
    named = [block | {"id": f"v{n}"} if "id" in block else block for n, block in enumerate(blocks)]
    return json.dumps(
        HEAD | {"landscape": landscape, "blocks": named}, ensure_ascii=False, indent=1
    )  # which is YAML, too
