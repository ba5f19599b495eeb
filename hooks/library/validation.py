"""From a tree to a model: what pydantic finds wrong, said as Problems in plain words at the author's line."""

from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from library.problem import Problem, problem_at, suggestion
from library.yamltree import Keys, Tree

M = TypeVar("M", bound=BaseModel)

PATTERNS = {
    "[^\\n]": ("the text has more than one line", "write it on one line, or in double quotes"),
    "^S-": ("“{input}” is not the id of a source", "write it as in data/sources.yml, such as S-FDA2023"),
    "\\.md": ("“{input}” is not the path of a page", "write it from content/, such as parts/protectors.md"),
    "#[0-9a-f": ("“{input}” is not a color", "write it as “#2f4a73”, in quotes"),
    "[a-z0-9]+": ("“{input}” is not an id", "use small letters, digits and single hyphens, such as my-answer"),
    "https": ("“{input}” is not an address a reader can use", "write https://…, tel:…, sms:… or mailto:…"),
}
# By pydantic's type of error: what is wrong, and what to write instead.
SAID = {
    "int_": ("“{input}” is not a whole number", "write a number such as 2"),
    "float_": ("“{input}” is not a number", "write a number such as 1.5"),
    "bool_": ("“{input}” is neither true nor false", "write true or false"),
    "greater_than_equal": ("{input} is too small", "write {ge} or more"),
    "less_than_equal": ("{input} is too large", "write {le} or less"),
    "string_too_short": ("“{key}” is empty", "write some words, or take the key out"),
    "string_too_long": ("“{key}” has {length} characters", "shorten it to {max_length} at most"),
    "too_short": ("“{key}” has {actual_length} entries", "write {min_length} or more"),
    "too_long": ("“{key}” has {actual_length} entries", "write {max_length} at most"),
    "tuple_type": ("“{key}” is not a list", "write each entry on a line of its own that begins with “- ”"),
    "date_": ("“{input}” is not a day", "write it as 2026-11-23"),
    "model_": ("“{input}” stands where keys are expected", "write `key: text` lines below it"),
    "dict_type": ("“{input}” stands where keys are expected", "write `key: text` lines below it"),
    "union_tag_not_found": ("this block has no `type`", "write type: and a kind of block, such as type: lines"),
}  # fmt: skip


def validate(model: type[M], tree: Tree) -> tuple[M | None, list[Problem]]:
    """The typed value of a tree, or every Problem that keeps it from being one."""
    try:
        return model.model_validate(tree.data()), []
    except ValidationError as error:
        found = [detail for detail in error.errors(include_url=False) if not is_echo(detail)]
        return None, [problem_of(detail, model, tree) for detail in found]


def is_echo(error: ErrorDetails) -> bool:
    """A list counts as too short once its entries are wrong, which is said at each of them."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def problem_of(error: ErrorDetails, model: type[BaseModel], tree: Tree) -> Problem:
    keys: Keys = error["loc"]
    at = tree.position(keys, of_key=error["type"] == "extra_forbidden" or error["input"] is None)
    return problem_at(tree.path, at, *words_of(error, model))


def words_of(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    key = next((str(step) for step in reversed(error["loc"]) if isinstance(step, str)), "the file")
    if kind == "extra_forbidden":
        return f"“{key}” is not a key here", suggestion(key, keys_at(model, error["loc"]))
    if kind == "missing":
        return f"“{key}” is missing", f"add `{key}: …`{help_for(model, error['loc'])}"
    if kind == "value_error":
        what, _, instead = str(context["error"]).partition("|")
        return what, instead or "change it"
    if value is None:
        return f"“{key}” is empty", "write its value after the colon, or take the line out"
    if kind in ("literal_error", "union_tag_invalid"):
        known = [
            word.strip(" '")
            for word in str(context.get("expected") or context["expected_tags"]).replace(" or ", ",").split(",")
        ]
        named = context.get("tag", value)
        return f"“{named}” is not a {'kind of block' if kind.startswith('union') else key}", suggestion(
            str(named), known
        )
    if kind == "string_pattern_mismatch":
        found = next((words for part, words in PATTERNS.items() if part in context["pattern"]), None)
    elif kind == "string_type":
        found = ("“{key}” holds a list or keys where a text is expected", "write one text after the colon")
    else:
        found = next((words for prefix, words in SAID.items() if kind.startswith(prefix)), None)
    what, instead = found or (f"“{key}”: {error['msg']}", "change it")
    shown = short(value)
    named_values = {"input": shown, "key": key, "length": len(value) if isinstance(value, str) else 0, **context}
    return what.format(**named_values), instead.format(**named_values)


def short(value: Any) -> str:
    text = str(value) if isinstance(value, (str, int, float)) else "this list" if isinstance(value, list) else "this"
    return text if len(text) <= 60 else text[:57] + "…"


def keys_at(model: type[BaseModel], keys: Keys) -> set[str]:
    """The keys allowed beside the last one."""
    return {field.alias or name for found in models_at(model, keys) for name, field in found.model_fields.items()}


def help_for(model: type[BaseModel], keys: Keys) -> str:
    """The docstring of the field, as a hint in brackets."""
    for found in models_at(model, keys):
        for name, field in found.model_fields.items():
            if keys[-1] in (name, field.alias) and field.description:
                return f" ({field.description.rstrip('.')})"
    return ""


def models_at(model: type[BaseModel], keys: Keys) -> list[type[BaseModel]]:
    """The models that the place named by all but the last key may hold."""
    found = [model]
    for step in keys[:-1]:
        if len(found) > 1 and any(has_type(one, step) for one in found):  # the tag of a union
            found = [one for one in found if has_type(one, step)]
        elif isinstance(step, str):
            fields = [field for one in found for name, field in one.model_fields.items() if step in (name, field.alias)]
            found = [inner for field in fields for inner in models_in(field.annotation)] or found
    return found


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def has_type(model: type[BaseModel], tag: str | int) -> bool:
    return "type" in model.model_fields and tag in get_args(model.model_fields["type"].annotation)
