"""From a tree to a model: what pydantic finds wrong, said as Problems in plain words at the author's line."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from psychoed.model.base import NotDrawable
from psychoed.model.slugs import slug
from psychoed.model.validation.fields import fields_at, help_for, models_at
from psychoed.reading.problem import Fault, Position, Problem, nearest, suggestion
from psychoed.reading.yaml.tree import Keys, Tree, steps

AnyModel = TypeVar("AnyModel", bound=BaseModel)

FILE_OF_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.ya?ml")
ID_PATTERN, LONGEST_ID = "^[a-z0-9]+(-", 60
MOST_FAULTS = 200
"""Faults of one file that are said at one time."""

PATTERNS = {
    "[^\\n]": ("the text has more than one line", "write it on one line"),
    "^S-": ("{input} is not the id of a source", "write it as in data/sources.yml, such as S-FDA2023"),
    "\\.md": ("{input} is not the path of a page", "write it from content/, such as parts/protectors.md"),
    "[sS][vV]": ("{input} is not the path of a picture", "write it from content/, such as assets/logo.svg"),
    "#[0-9a-f": ("{input} is not a color", 'write it as "#2f4a73", in quotes'),
    "{2,4}": ("{input} is not a number to dial", 'write its digits in quotes, such as "911"'),
    "[a-z0-9*]+": (
        "{input} is not the name of an answer",
        "write an `id` such as my-answer, or with stars as in log-*-2",
    ),
    "[a-z0-9]+": ("{input} is not an id", "use small letters, digits and single hyphens, such as my-answer"),
    "https": ("{input} is not an address a reader can use", "write https://…, tel:…, sms:… or mailto:…"),
}
# By pydantic's type of error: what is wrong, and what to write instead.
SAID = {
    "int_": ("{input} is not a whole number", "write a number such as 2"),
    "float_": ("{input} is not a number", "write a number such as 1.5"),
    "bool_": ("{input} is neither true nor false", "write true or false"),
    "greater_than_equal": ("{input} is too small", "write {ge} or more"),
    "less_than_equal": ("{input} is too large", "write {le} or less"),
    "string_type": ("“{key}” holds {input} where a text is expected", "write one text after the colon"),
    "string_too_short": ("“{key}” is empty", "write some words"),
    "string_too_long": ("“{key}” has {length} characters", "shorten it to {max_length} at most"),
    "too_short": ("“{key}” has too few entries ({actual_length})", "write {min_length} or more"),
    "too_long": ("“{key}” has too many entries ({actual_length})", "write {max_length} at most"),
    "tuple_type": ("“{key}” is not a list", "write each entry on a line of its own that begins with “- ”"),
    "date_": ("{input} is not a day", "write it as 2026-11-23"),
    "union_tag_not_found": ("this block has no `type`", "write type: and a kind of block, such as type: lines"),
}  # fmt: skip


def validate(
    model: type[AnyModel], tree: Tree, context: Mapping[str, Any] | None = None
) -> tuple[AnyModel | None, list[Problem]]:
    """Return the typed value of a tree, or every Problem that keeps it from being one. `context`: what the values of
    some fields depend on."""
    try:
        return model.model_validate(tree.data(), context=context), []
    except ValidationError as error:
        found = error.errors(include_url=False)
        return None, problems_of(found, model, tree)


def problems_of(found: list[ErrorDetails], model: type[BaseModel], tree: Tree) -> list[Problem]:
    """Return the first Problems: nobody reads hundreds, and whoever has mended these sees the others."""
    first = [
        problem_of(error, model, tree)
        for error in found[:MOST_FAULTS]
        if not is_echo(error, found[:MOST_FAULTS], model)
    ]
    if len(found) <= MOST_FAULTS:
        return first
    what, last = f"there are {len(found) - MOST_FAULTS:,} more faults in this file", max(first)
    return [*first, Problem(tree.path, last.line, last.column, what, "mend those above first")]


def is_echo(error: ErrorDetails, errors: list[ErrorDetails], model: type[BaseModel]) -> bool:
    """Return True if another error says the same: a list counts as too short once its entries are wrong, and a key as
    missing once it is misspelled."""
    if error["type"] == "too_short":
        return bool(len(error["input"]) >= error["ctx"]["min_length"])
    return error["type"] == "missing" and any(
        other["type"] == "extra_forbidden"
        and other["loc"][:-1] == error["loc"][:-1]
        and nearest(str(other["loc"][-1]), fields_at(model, other["loc"])) == error["loc"][-1]
        for other in errors
    )


def problem_of(error: ErrorDetails, model: type[BaseModel], tree: Tree) -> Problem:
    kind, value = error["type"], error["input"]
    nested = isinstance(value, (dict, list)) and kind.endswith("_type")
    of_key = kind == "extra_forbidden" or value is None or nested
    keys = tree.keys_found(without_kinds(error["loc"]))
    fault = fault_of_error(error, model, keys)
    if value is None and kind != "missing" and is_cut(tree, keys):
        fault = Fault(
            f"“{keys[-1]}” is empty: YAML takes what follows # for a comment", "put the text in double quotes"
        )
    return fault.problem(tree.path, line_of_fault(error, tree, keys) or tree.position(keys, of_key=of_key))


def line_of_fault(error: ErrorDetails, tree: Tree, keys: Keys) -> Position | None:
    """Return where in a text of several lines one cannot be drawn."""
    said, text = error.get("ctx", {}).get("error"), error["input"]
    found = tree.placed_text(keys) if isinstance(said, NotDrawable) else None
    if not isinstance(said, NotDrawable) or not found or not found.is_block:
        return None
    return found.at(said.at + len(text) - len(text.lstrip()))


def is_cut(tree: Tree, keys: Keys) -> bool:
    """Return True if a # begins the text of this key, and was not meant to begin a comment: no space follows it."""
    *_, (_, key, _) = [(None, None, tree.root), *steps(tree.root, keys)]
    mark = key.end_mark if key else None
    return bool(mark and mark.buffer and re.match(r":[ \t]+#[^\s#]", mark.buffer[mark.pointer :]))


def without_kinds(loc: Keys) -> Keys:
    """Return pydantic's steps without the kinds of blocks: `rings` and `words` are also keys in their blocks."""
    return tuple(
        step
        for n, step in enumerate(loc)
        if not (n > 1 and loc[n - 2] == "blocks" and isinstance(loc[n - 1], int) and isinstance(step, str))
    )


def fault_of_error(error: ErrorDetails, model: type[BaseModel], keys: Keys) -> Fault:
    """Say an error in plain words. `keys` are the steps to it that stand in the document; pydantic's have tags of
    unions between them."""
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    key = next((str(step) for step in reversed(keys) if isinstance(step, str)), "the file")
    if kind == "extra_forbidden":
        return Fault(f"“{key}” is not a key here", suggestion(key, fields_at(model, error["loc"])))
    if kind == "missing":
        missing = error["loc"][-1]
        return Fault(f"“{missing}” is missing", f"add `{missing}: …`{help_for(model, error['loc'])}")
    if kind == "value_error":
        what, _, instead = str(context["error"]).partition("|")
        return Fault(what, instead or "change it")
    if value is None or context.get("tag") == "None":
        return empty_value(error, model, keys)
    if kind in ("literal_error", "union_tag_invalid"):
        return unknown_choice(error, keys)
    if kind.startswith(("model_", "dict_")):
        return Fault(
            f"{quoted_value(value)} stands where keys are expected", f"write {first_key(error, model)} below it"
        )
    name = "string_too_long" if kind == "too_long" and isinstance(value, str) else kind
    if kind == "string_pattern_mismatch" and isinstance(value, str) and FILE_OF_ID.fullmatch(value):
        return Fault(f"{quoted_value(value)} is the name of a file", f"write its id: {value.rpartition('.')[0]}")
    if kind == "string_pattern_mismatch" and context["pattern"].startswith(ID_PATTERN) and (id_ := as_id(value)):
        return Fault(
            f"{quoted_value(value)} is not an id, which has small letters, digits and single hyphens",
            f"write it as {id_}",
        )
    table = PATTERNS if kind == "string_pattern_mismatch" else SAID
    wanted = context["pattern"] if table is PATTERNS else name
    what, instead = next(
        (words for part, words in table.items() if (part in wanted if table is PATTERNS else wanted.startswith(part))),
        (f"“{key}”: {error['msg']}".replace("{", "(").replace("}", ")"), "change it"),
    )
    named_values = {
        "input": quoted_value(value),
        "key": key,
        "length": len(value) if isinstance(value, str) else 0,
        **context,
    }
    return Fault(what.format(**named_values), instead.format(**named_values))


def as_id(text: str) -> str:
    """Return the id that was likely meant, without capitals, spaces, accents and folders; empty where nothing is left."""
    return slug(text.rpartition("/")[2]) if len(text) <= LONGEST_ID else ""


def quoted_value(value: Any) -> str:
    """Return what an author wrote, for a message."""
    if not isinstance(value, (str, int, float)):
        return "a list" if isinstance(value, list) else "a set of keys"
    text = str(value)
    return f"“{text if len(text) <= 60 else text[:57] + '…'}”"


def empty_value(error: ErrorDetails, model: type[BaseModel], keys: Keys) -> Fault:
    if error["type"].startswith("union_tag"):
        return Fault("`type` is empty", "write a kind of block, such as type: lines")
    if keys and isinstance(keys[-1], int):
        return Fault("nothing stands behind this dash", "write the entry there, or take the dash out")
    key = keys[-1] if keys else "the file"
    optional = keys and any(not field.is_required() for field in fields_at(model, error["loc"]).get(str(key), ()))
    instead = f"write {'its value' if keys else '`key: text` lines'}"
    more = " after the colon, or take the line out" if optional else help_for(model, error["loc"])
    return Fault(f"“{key}” is empty", instead + more)


def unknown_choice(error: ErrorDetails, keys: Keys) -> Fault:
    """Say that a word is none of those a key may have."""
    context = error["ctx"]
    listed = str(context.get("expected") or context["expected_tags"]).replace(" or ", ",")
    known = [word.strip(" '") for word in listed.split(",")]
    if error["type"] == "union_tag_invalid":
        return Fault(f"“{context['tag']}” is not a kind of block here", suggestion(context["tag"], known))
    key = next((step for step in reversed(keys) if isinstance(step, str)), "")
    holds = "hold" if isinstance(keys[-1], int) else "be"
    return Fault(f"“{key}” cannot {holds} {quoted_value(error['input'])}", suggestion(str(error["input"]), known))


def first_key(error: ErrorDetails, model: type[BaseModel]) -> str:
    """Return the key to begin with, where a text stands instead of keys."""
    if error["type"].startswith("dict_"):
        return "`key: text` lines"
    found = models_at(model, (*error["loc"], ""))
    names = {field.alias or name: field for name, field in found[0].model_fields.items()}
    required = [name for name, field in names.items() if field.is_required()]
    first = "type" if len(found) > 1 else [*required, *names][0]
    return f"keys such as `{first}: …`"
