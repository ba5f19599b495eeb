"""The settings of the two programs: the package's, with those of the clinic's file of the same name laid over them."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from psychoed.reading.problem import Position, Problem, problem_at
from psychoed.reading.shipped import shipped

UNQUOTED = re.compile(r"[A-Za-z0-9_-]+")
"""A key that needs no quotes."""
DIGITS = re.compile("[0-9]+")


def settings_file(name: str, root: Path) -> Path | None:
    """Return the file to name to the program. Where there are two, both are written into one in .cache/."""
    own, below = root / name, shipped(name)
    if not own.is_file():
        return below if below.is_file() else None
    if not below.is_file() or own.resolve() == below.resolve():
        return own
    try:
        text = toml_text(together(tomllib.loads(below.read_text("utf-8")), tomllib.loads(own.read_text("utf-8"))))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return own  # it has a Problem
    file = root / ".cache" / own.name
    if not file.is_file() or file.read_text("utf-8") != text:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    return file


def settings_fault(name: str, root: Path) -> Problem | None:
    """Return what is wrong with the clinic's file, since the programs do not say where they cannot read it."""
    try:
        tomllib.loads((root / name).read_text("utf-8"))
    except FileNotFoundError:
        return None
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).partition(" (at ")
        line, column = map(int, DIGITS.findall(where)) if where.startswith("line") else (1, 1)
        return problem_at(name, Position(line, column), f"this is no TOML: {what}", "write it as https://toml.io shows")
    except UnicodeDecodeError:
        return problem_at(name, Position(), "the file is not saved as UTF-8", "save it again with the encoding UTF-8")
    return None


def together(below: Any, own: Any) -> Any:
    """Return the clinic's value where it has one. Tables are joined key by key, and lists are added to."""
    if isinstance(below, dict) and isinstance(own, dict):
        return below | {key: together(below[key], value) if key in below else value for key, value in own.items()}
    if isinstance(below, list) and isinstance(own, list):
        return [*below, *(one for one in own if one not in below)]
    return own


def toml_text(settings: Mapping[str, Any], above: tuple[str, ...] = ()) -> str:
    """Return settings as TOML, whose single values are written as in JSON."""
    tables = {key: value for key, value in settings.items() if isinstance(value, dict)}
    lines = [f"{toml_key(key)} = {toml_value(value)}" for key, value in settings.items() if key not in tables]
    head = [f"[{'.'.join(map(toml_key, above))}]"] if above else []
    within = [toml_text(table, (*above, key)) for key, table in tables.items()]
    return "".join(f"{line}\n" for line in (*head, *lines)) + "".join(within)


def toml_key(key: str) -> str:
    return key if UNQUOTED.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def toml_value(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml_key(key)} = {toml_value(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False, default=str)
