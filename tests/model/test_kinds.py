"""One word for a kind of block everywhere: YAML type, class, macro, Typst function, drawing, guide and schema."""

import json
import re
from importlib import import_module
from pathlib import Path

import jinja2
import pytest
import yaml

from psychoed.model.blocks.base import Block
from psychoed.model.kinds import KINDS
from psychoed.model.schema import schema_text
from psychoed.views.drawings import DRAWINGS

ROOT = Path(__file__).parents[2]
GUIDE = {entry["id"]: entry for entry in yaml.safe_load((ROOT / "data/kinds.yml").read_text("utf-8"))}

SCHEMA = json.loads(schema_text({}))["$defs"]


def files(folder: str) -> dict[str, str]:
    return {file.stem: file.read_text("utf-8") for file in (ROOT / "overrides" / folder).iterdir() if file.is_file()}


MACROS = {
    macro.name: file
    for file, text in files("blocks").items()
    for macro in jinja2.Environment().parse(text).find_all(jinja2.nodes.Macro)
}
FUNCTIONS = {
    name: file for file, text in files("print").items() for name in re.findall(r"^#let ([a-z-]+)\(b\b", text, re.M)
}


@pytest.fixture(params=KINDS)
def kind(request):
    return KINDS[request.param]


def file_of(kind) -> str:
    return kind.model.__module__.rpartition(".")[2].replace("_", "-")


def test_the_class_is_named_as_the_kind(kind):
    assert kind.model.__name__ == "".join(word.capitalize() for word in kind.name.split("-"))
    assert issubclass(kind.model, Block)


def test_the_page_has_a_macro_of_that_name_in_the_file_of_that_name(kind):
    assert MACROS[kind.macro] == file_of(kind)


def test_the_paper_has_a_function_of_that_name_in_the_file_of_that_name(kind):
    assert FUNCTIONS[kind.function] == file_of(kind)


def test_a_drawn_kind_has_a_drawing_of_that_name_in_a_file_of_that_name(kind):
    assert kind.drawn == (kind.name in DRAWINGS)
    if kind.drawn:
        module = import_module(f"psychoed.views.drawings.{kind.name}")
        assert DRAWINGS[kind.name] is getattr(module, f"{kind.name}_drawing")


def test_the_guide_shows_it(kind):
    assert kind.name in GUIDE


def test_the_schema_has_it(kind):
    assert SCHEMA[kind.model.__name__]["properties"]["type"]["const"] == kind.name


def test_no_view_draws_a_kind_that_does_not_exist():
    assert {name for name in MACROS if name.endswith("_block")} == {kind.macro for kind in KINDS.values()}
    assert {name for name in FUNCTIONS if name.endswith("-block")} == {kind.function for kind in KINDS.values()}
    assert set(GUIDE) == set(KINDS)


def test_a_group_holds_every_kind_but_those_that_shape_the_page():
    assert {name for name, kind in KINDS.items() if not kind.model.may_be_grouped} == {"break", "pause"}


def test_the_walk_finds_kinds_in_every_file():
    assert len(KINDS) >= 30
    assert len({kind.model.__module__ for kind in KINDS.values()}) >= 9
