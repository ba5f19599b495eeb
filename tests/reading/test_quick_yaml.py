"""The parser in C gives the tree that the one in Python gives, place by place, of whatever people write."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from fixture import PROJECT
from psychoed.reading.file import File
from psychoed.reading.yaml import quick
from psychoed.reading.yaml.reader import read_once

SLIPS = [*" \t\n:#-[]{}\"'&*!|>%@`,?é\u2028\x85ａ\U0001f600", "\r\n", "- ", "  ", "\ufeff"]
WRITTEN = sorted(
    file for folder in ("tests/fixture/worksheets", "tests/sheets") for file in (PROJECT / folder).rglob("*.yml")
)


def nodes(node: yaml.Node) -> Iterator[tuple[Any, ...]]:
    marks = ((one.name, one.line, one.column, len(one.buffer), one.pointer) for one in (node.start_mark, node.end_mark))
    if isinstance(node, yaml.ScalarNode):
        yield node.value, node.style, *marks
        return
    yield type(node), node.flow_style, *marks
    for one in node.value:
        for part in one if isinstance(one, tuple) else (one,):
            yield from nodes(part)


def read(text: str, monkeypatch: pytest.MonkeyPatch, *, in_c: bool) -> tuple[list[Any], list[str]]:
    monkeypatch.setattr(quick, "HAS_PARSER", in_c)
    tree, problems = read_once.__wrapped__(File("a.yml", text), 1)
    return list(nodes(tree.root)) if tree else [], [str(problem) for problem in problems]


def test_both_parsers_read_the_same_whatever_slips_in(monkeypatch):
    chosen = random.Random(7)
    short = [text for file in WRITTEN if 0 < len(text := file.read_text("utf-8")) < 2000]
    texts = short[::6]
    for _ in range(150):
        text = chosen.choice(short)
        at, gone = chosen.randrange(len(text)), chosen.choice((0, 0, 1, 3))
        texts.append(text[:at] + chosen.choice(SLIPS) + text[at + gone :])
    read_well = 0
    for text in texts:
        found = read(text, monkeypatch, in_c=True)
        assert found == read(text, monkeypatch, in_c=False)
        read_well += bool(found[0])
    assert read_well > 50
