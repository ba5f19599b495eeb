"""Whatever happens to a worksheet in an editor, reading it never crashes and every Problem can be found and mended."""

import random
from pathlib import Path

import pytest

from small_site import read, small_site

SHEETS = sorted((Path(__file__).parents[2] / "worksheets").glob("*.yml"))
SIGNS = "\t\"'`:-#{}[]*&!%@|>?,~\\ \n\u00a0é🙂"


def without_a_line(lines: list[str], chance: random.Random) -> str:
    del lines[chance.randrange(len(lines))]
    return "".join(lines)


def with_a_line_twice(lines: list[str], chance: random.Random) -> str:
    at = chance.randrange(len(lines))
    return "".join([*lines[:at], lines[at], *lines[at:]])


def with_two_lines_swapped(lines: list[str], chance: random.Random) -> str:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def with_a_line_indented(lines: list[str], chance: random.Random) -> str:
    at = chance.randrange(len(lines))
    lines[at] = " " * chance.randrange(1, 5) + lines[at] if chance.random() < 0.5 else lines[at].lstrip()
    return "".join(lines)


def with_characters_swapped(lines: list[str], chance: random.Random) -> str:
    text = list("".join(lines))
    at = chance.randrange(len(text) - 1)
    text[at], text[at + 1] = text[at + 1], text[at]
    return "".join(text)


def with_a_sign_typed(lines: list[str], chance: random.Random) -> str:
    text = "".join(lines)
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(SIGNS) + text[at + chance.randrange(2) :]


def cut_off(lines: list[str], chance: random.Random) -> str:
    text = "".join(lines)
    return text[: chance.randrange(len(text))]


ACCIDENTS = [
    without_a_line,
    with_a_line_twice,
    with_two_lines_swapped,
    with_a_line_indented,
    with_characters_swapped,
    with_a_sign_typed,
    cut_off,
]


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: file.stem)
@pytest.mark.parametrize("accident", ACCIDENTS, ids=lambda accident: accident.__name__)
def test_no_accident_breaks_the_reader(file, accident, tmp_path):
    root = small_site(tmp_path)
    chance = random.Random(f"{file.stem} {accident.__name__}")
    original = file.read_text("utf-8")
    for number in range(3):
        text = accident(original.splitlines(keepends=True), chance)
        (root / "worksheets" / f"case-{number}.yml").write_text(text, "utf-8")
    library, problems = read(root)
    assert "valid" in library.sheets
    for problem in problems:
        lines = (root / problem.path).read_text("utf-8").count("\n") + 1
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert "; " in str(problem)
        assert "this is not YAML" not in problem.what
