"""One word for a kind of block everywhere: YAML type, HTML macro, Typst function and schema."""

import json
import re
from pathlib import Path

import jinja2
import pytest

from psychoed.model.worksheet import KINDS, Worksheet

ROOT = Path(__file__).parents[2]
DRAWN_APART = {"group"}
"""A group draws other blocks, and so is drawn beside the function that chooses among them."""


def macros() -> dict[str, jinja2.nodes.Macro]:
    parsed = [
        jinja2.Environment().parse(file.read_text("utf-8")) for file in (ROOT / "overrides/blocks").glob("*.html")
    ]
    return {macro.name: macro for tree in parsed for macro in tree.find_all(jinja2.nodes.Macro)}


def typst_kinds() -> dict[str, str]:
    source = (ROOT / "overrides/print/kinds.typ").read_text("utf-8")
    body = re.search(r"#let kinds = \((.*?)\n?\)\n", source, re.DOTALL)[1]
    return dict(re.findall(r'"?([a-z-]+)"?: ([a-z-]+)', re.sub(r"//.*", "", body)))


@pytest.mark.parametrize("kind", KINDS)
def test_the_class_is_named_as_the_kind(kind):
    assert KINDS[kind].__name__.lower() == kind.replace("-", "")


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_has_a_macro_of_that_name(kind):
    assert kind.replace("-", "_") in macros()


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_draws_it(kind):
    sheet = (ROOT / "overrides/blocks/sheet.html").read_text("utf-8")
    drawn = dict(re.findall(r'"([a-z-]+)": [a-z]+\.([a-z_]+)', sheet))
    assert kind in DRAWN_APART or drawn[kind] == kind.replace("-", "_")


@pytest.mark.parametrize("kind", KINDS)
def test_the_paper_has_a_function_of_that_name(kind):
    source = "\n".join(file.read_text("utf-8") for file in (ROOT / "overrides/print").glob("*.typ"))
    function = kind if kind in DRAWN_APART else typst_kinds()[kind]
    assert function in (kind, f"{kind}-block")
    assert f"#let {function}(" in source


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_has_it(kind):
    schema = json.loads((ROOT / "worksheets/schema.json").read_text("utf-8"))
    kinds = {
        model["properties"]["type"].get("const") for model in schema["$defs"].values() if "type" in model["properties"]
    }
    assert kind in kinds


def test_no_view_draws_a_kind_that_does_not_exist():
    assert set(typst_kinds()) == set(KINDS) - DRAWN_APART


def test_every_kind_is_used_by_a_worksheet_of_the_library():
    used = set()
    for file in (ROOT / "worksheets").glob("*.yml"):
        used |= set(re.findall(r"type: ([a-z-]+)", file.read_text("utf-8")))
    assert set(KINDS) - used == set()


def test_the_walk_finds_kinds_inside_the_union_of_a_group():
    assert len(KINDS) >= 18
    assert all(issubclass(block, Worksheet.__mro__[1]) for block in KINDS.values())
