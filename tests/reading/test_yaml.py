"""A tree of YAML keeps every scalar as text, and knows where each stands in the author's file."""

import pytest

from psychoed.reading.file import File
from psychoed.reading.yaml.messages import PLAIN_WORDS
from psychoed.reading.yaml.reader import DEEPEST, read_yaml

TEXT = """\
title: A sheet
blocks:
  - type: lines
    text: >-
      Two
      lines
  - {type: scale, low: "no"}
"""


def tree_of(text: str, first_line: int = 1):
    tree, problems = read_yaml(File("a.yml", text), first_line)
    assert problems == []
    return tree


@pytest.mark.parametrize(
    ("keys", "place", "key_place"),
    [
        ((), (1, 1), (1, 1)),
        (("title",), (1, 8), (1, 1)),
        (("blocks",), (3, 3), (2, 1)),
        (("blocks", 0), (3, 5), (3, 5)),
        (("blocks", 0, "text"), (4, 11), (4, 5)),
        (("blocks", 1, "low"), (7, 24), (7, 19)),
        (("blocks", 1, "scale", "low"), (7, 24), (7, 19)),
        (("blocks", 9, "low"), (3, 3), (2, 1)),
        (("nothing",), (1, 1), (1, 1)),
    ],
)
def test_a_value_and_its_key_are_found(keys, place, key_place):
    assert tree_of(TEXT).position(keys) == place
    assert tree_of(TEXT).position(keys, of_key=True) == key_place


def test_front_matter_counts_from_the_top_of_the_file():
    assert tree_of(TEXT, first_line=2).position(("blocks", 0, "text")) == (5, 11)


def test_steps_that_are_not_there_are_passed_over():
    assert tree_of(TEXT).keys_found(("blocks", 1, "scale", "low", "x")) == ("blocks", 1, "low")


@pytest.mark.parametrize(
    "word", ["no", "Yes", "on", "22:30", "2026-13-40", "010", "1e3", "0x1F", "1_000", ".5", "=", "'~'", '""', "NULL"]
)
def test_every_scalar_stays_text(word):
    assert tree_of(f"a: {word}").data() == {"a": word.strip("'\"")}


@pytest.mark.parametrize("word", ["", "~", "null"])
def test_nothing_is_nothing(word):
    assert tree_of(f"a: {word}").data() == {"a": None}


def test_all_texts_with_their_keys():
    assert list(tree_of(TEXT).texts()) == [
        (("title",), "A sheet"),
        (("blocks", 0, "type"), "lines"),
        (("blocks", 0, "text"), "Two lines"),
        (("blocks", 1, "type"), "scale"),
        (("blocks", 1, "low"), "no"),
    ]


def problems_of(text: str):
    return read_yaml(File("a.yml", text))[1]


def test_the_deepest_that_is_read():
    assert problems_of("[" * DEEPEST + "a" + "]" * DEEPEST) == []
    assert len(problems_of("[" * (DEEPEST + 1) + "a" + "]" * (DEEPEST + 1))) == 1


@pytest.mark.parametrize(
    "text", ["[" * 5000, "{a: " * 5000, "- " * 5000, "? " * 5000, "a: " * 500, "!" * 5000, "&a " * 500]
)
def test_no_document_breaks_the_reader(text):
    assert problems_of(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a:\n\tb: c", "a tab"),
        ("a: b: c", "a colon and a space"),
        ("a: 'b", "a quotation mark is not closed"),
        ("a: 'b\n---\n", "a quotation mark is not closed"),
        (r'a: "\s"', "a backslash"),
        (r'a: "\users"', "a backslash"),
        ("a: | b", "words stand behind | or >"),
        ("a: - b", "a dash begins a text"),
        ('a: "b" c', "words stand behind a closing quotation mark"),
        ("a: “b: c”", "curly quotation marks"),
        ('a: "b\nc: d\ne: "f" g', "the quotation mark that opens here is not closed"),
        ("a: b\n- c", "this list entry is indented otherwise"),
        ("a:\n  - b\n - c", "this list entry is indented otherwise"),
        ("a:\n  b: c\n d: e", "this line does not line up"),
        ("a: b\nc\nd: e", "this line has no colon"),
        ("a:\n  -b: c\n  - d: e", "no space stands behind this dash"),
        ("a:\n  - b: c\n  d\n  - e: f", "this line stands below an entry"),
        ("a: @b", "a text begins with @"),
        ("a: `b`", "a text begins with a backtick"),
        ("a: %b", "a text begins with %"),
        ("%b", "a line begins with %"),
        ("a: *", "a text begins with * or &"),
        ("a: & b", "a text begins with * or &"),
        ("a: [b", "a list in square brackets"),
        ("a: {b", "braces"),
        ("a: !b!c d", "a text begins with an exclamation mark"),
        ("a: !<b", "a text begins with an exclamation mark"),
        ("a: ]", "a sign that YAML keeps for itself"),
        ("a: b\n...\nc: d", "words stand behind the end"),
    ],
)
def test_a_broken_document_is_explained(text, what):
    (problem,) = problems_of(text)
    assert problem.what.startswith(what)


def test_every_explanation_is_tried_above():
    """Each line of PLAIN_WORDS is the words of one of the cases; a new line needs a new case."""
    cases = test_a_broken_document_is_explained.pytestmark[0].args[1]
    said = {problem.what for text, _ in cases for problem in problems_of(text)}
    assert {what for _, what, _ in PLAIN_WORDS} - said == set()
