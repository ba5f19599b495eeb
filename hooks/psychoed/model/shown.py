"""Which texts of a model readers see: known from the types of its fields, so that no list of keys can forget one."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from psychoed.model.base import Shown
from psychoed.model.validation.fields import models_in
from psychoed.reading.yaml.tree import Keys


class MarkedType(NamedTuple):
    """The type of a value, with what is written beside it in Annotated[…]."""

    annotation: Any
    marks: tuple[Any, ...] = ()


def shown_at(model: type[BaseModel], keys: Keys) -> Shown | None:
    """Return the mark of the text below these keys; None where it is an id, a path, a number or a choice."""
    return shown_below(model, tuple(key for key in keys if isinstance(key, str)))


@lru_cache(maxsize=4096)
def shown_below(model: type[BaseModel], keys: tuple[str, ...]) -> Shown | None:
    """Return the mark of what stands below these keys, whichever entry of a list, and whichever kind of block it is in."""
    types = [MarkedType(model)]
    for key in keys:
        types = [inner for one in types for inner in types_below(one, key)]
    return next((mark for one in types if (mark := mark_of(one))), None)


def types_below(one: MarkedType, key: str) -> Iterator[MarkedType]:
    """Return the types that a value below this key may have."""
    for model in models_in(one.annotation):
        for name, field in model.model_fields.items():
            if (field.alias or name) == key:
                yield MarkedType(field.annotation, tuple(field.metadata))
    if get_origin(one.annotation) is dict:
        yield MarkedType(get_args(one.annotation)[1])


def mark_of(one: MarkedType) -> Shown | None:
    """Return the mark of a text. One that stands in place of keys, as a step may, is the first of what they hold."""
    marks = [mark for mark in one.marks if isinstance(mark, Shown)]
    if marks or get_origin(one.annotation) is dict:
        return marks[0] if marks else None
    inner = [MarkedType(part, getattr(part, "__metadata__", ())) for part in get_args(one.annotation)]
    return first_mark(inner) or first_mark(first_field(model) for model in models_in(one.annotation))


def first_mark(types: Iterable[MarkedType]) -> Shown | None:
    return next((mark for one in types if (mark := mark_of(one))), None)


def first_field(model: type[BaseModel]) -> MarkedType:
    field = next(iter(model.model_fields.values()))
    return MarkedType(field.annotation, tuple(field.metadata))
