"""Which keys a model allows at a place, for messages that suggest one."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from psychoed.reading.yaml.tree import Keys


def fields_at(model: type[BaseModel], keys: Keys) -> dict[str, list[FieldInfo]]:
    """Return the keys allowed beside the last one."""
    found: dict[str, list[FieldInfo]] = {}
    for one in models_at(model, keys):
        for name, field in one.model_fields.items():
            found.setdefault(field.alias or name, []).append(field)
    return found


def help_for(model: type[BaseModel], keys: Keys) -> str:
    """Return the docstring of the field, as a hint in brackets."""
    fields = fields_at(model, keys).get(str(keys[-1]), ()) if keys else ()
    return next((f" ({field.description.rstrip('.')})" for field in fields if field.description), "")


def models_at(model: type[BaseModel], keys: Keys) -> list[type[BaseModel]]:
    """Return the models that the place named by all but the last key may hold."""
    found = [model]
    for step in keys[:-1]:
        if len(found) > 1 and any(has_type(one, step) for one in found):  # the tag of a union
            found = [one for one in found if has_type(one, step)]
        elif isinstance(step, str):
            fields = [field for one in found for field in fields_at(one, (step,)).get(step, ())]
            found = [inner for field in fields for inner in models_in(field.annotation)] or found
    return found


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def has_type(model: type[BaseModel], tag: str | int) -> bool:
    return "type" in model.model_fields and tag in get_args(model.model_fields["type"].annotation)
