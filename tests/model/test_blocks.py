"""Each kind of block: the names of its answers, and what a screen reader says at each."""

from pathlib import Path

import pytest
import yaml

from psychoed.model.validation.messages import validate
from psychoed.model.worksheet import Worksheet
from psychoed.reading.file import File
from psychoed.reading.yaml.reader import read_yaml

WORDS = yaml.safe_load((Path(__file__).parents[2] / "data" / "strings.en.yml").read_text("utf-8"))
HEAD = "title: A\nsummary: B\nphase: parts\nminutes: 5\npages: 1\nblocks:\n  - "


def worksheet_of(block: str) -> Worksheet:
    tree, problems = read_yaml(File("a.yml", HEAD + block.strip().replace("\n", "\n    ") + "\n"))
    assert problems == []
    worksheet, problems = validate(Worksheet, tree)
    assert [str(problem) for problem in problems] == []
    return worksheet


def answers_of(block: str):
    (read,) = worksheet_of(block).blocks
    return read.answers()


CASES = {
    "text": ("type: text\ntext: Words", {}),
    "steps": (
        "type: steps\nsteps: [Breathe, {text: Look, gate: Steady, blocks: [{type: lines, id: seen, text: What}]}]",
        {"seen": "Step 2, What"},
    ),
    "example": ("type: example\nfilled: [{prompt: What, answer: This}]", {}),
    "pause": ("type: pause", {}),
    "break": ("type: break\nhow: lines\nid: rest\ntext: Anything else", {"rest": "Anything else"}),
    "lines": ("type: lines\nid: notice\ntext: What do **you** notice?", {"notice": "What do you notice?"}),
    "fields": (
        "type: fields\nid: who\ntext: Who\nfields: [{label: 'Name:'}, {label: Sleep, kind: number, unit: hours}]",
        {"who-1": "Who, Name", "who-2": "Who, Sleep (hours)"},
    ),
    "stems": (
        "type: stems\nid: job\ntext: Its job\nstems: [It wants…, 'It fears:']",
        {"job-1": "Its job, It wants…", "job-2": "Its job, It fears"},
    ),
    "compare": (
        "type: compare\nid: both\ntext: Hear both\nsides: [One, Two]\nrows: [Says, Needs]",
        {
            "both-1-1": "Hear both, Says, One",
            "both-1-2": "Hear both, Says, Two",
            "both-2-1": "Hear both, Needs, One",
            "both-2-2": "Hear both, Needs, Two",
        },
    ),
    "quadrants": (
        "type: quadrants\nid: q\ntext: Both\ncolumns: [Good, Hard]\nrows: [Stay, Go]\nquestions: [One, Two, Three, Four]",
        {
            "q-1": "Both, Stay, Good, One",
            "q-2": "Both, Stay, Hard, Two",
            "q-3": "Both, Go, Good, Three",
            "q-4": "Both, Go, Hard, Four",
        },
    ),
    "sign": (
        "type: sign\nid: agreed\ntext: Agreed\npeople: [Client, Therapist]",
        {
            "agreed-1-1": "Agreed, Client, Signature",
            "agreed-1-2": "Agreed, Client, Date",
            "agreed-2-1": "Agreed, Therapist, Signature",
            "agreed-2-2": "Agreed, Therapist, Date",
        },
    ),
    "checklist": (
        "type: checklist\nid: ready\ntext: Before\noptions: [Rested, Fed]\nother: true",
        {"ready-1": "Before, Rested", "ready-2": "Before, Fed", "ready-other": "Before, Other"},
    ),
    "choice": (
        "type: choice\nid: near\ntext: How near\noptions: [Near, Far]\nother: true",
        {"near": "How near", "near-other": "How near, Other"},
    ),
    "scale": ("type: scale\nid: warm\ntext: How warm", {"warm": "How warm"}),
    "before-after": (
        "type: before-after\nid: calm\ntext: How calm\nto: 4",
        {"calm-before": "How calm, Before", "calm-after": "How calm, After", "calm-difference": "How calm, Difference"},
    ),
    "matrix": (
        "type: matrix\nid: often\ntext: How often\nscale: [Never, Always]\nrows: [At work, At home]",
        {"often-1": "How often, At work", "often-2": "How often, At home"},
    ),
    "result": (
        "type: result\nid: sum\ntext: Add them up\nof: [sum-0]\nunit: of 27",
        {"sum": "Add them up, of 27"},
    ),
    "table": (
        "type: table\nid: log\ntext: Log\ncolumns: [What, {text: Sleep, kind: number, unit: hours, total: sum}]\nrows: 2",
        {
            "log-1-1": "Log, What, 1",
            "log-1-2": "Log, Sleep (hours), 1",
            "log-2-1": "Log, What, 2",
            "log-2-2": "Log, Sleep (hours), 2",
            "log-total-2": "Log, Total, Sleep (hours)",
        },
    ),
    "week": (
        "type: week\nid: days\ntext: Week\ndays: [Day 1, Day 2]\nitems: [Mood, {text: Sleep, kind: tick}]",
        {
            "days-1-1": "Week, Mood, Day 1",
            "days-1-2": "Week, Mood, Day 2",
            "days-2-1": "Week, Sleep, Day 1",
            "days-2-2": "Week, Sleep, Day 2",
        },
    ),
    "words": (
        "type: words\nid: feel\ntext: Today\nwords: [calm, foggy]\nother: true",
        {"feel-1": "Today, calm", "feel-2": "Today, foggy", "feel-other": "Today, Other"},
    ),
    "letter": (
        "type: letter\nid: note\ntext: A letter\ngreeting: Dear part that\nstems: [I notice…, Thank you for…]\n"
        "close: With care,",
        {
            "note-to": "A letter, Dear part that",
            "note-1": "A letter, I notice…",
            "note-2": "A letter, Thank you for…",
            "note-from": "A letter, With care",
        },
    ),
    "dialogue": (
        "type: dialogue\nid: talk\ntext: A talk\nspeakers: [Me, The part]\nturns: 2\nstarts: [Hello, I am, And]",
        {
            "talk-1-1": "A talk, Me, 1, Hello",
            "talk-1-2": "A talk, The part, 1, I am",
            "talk-2-1": "A talk, Me, 2, And",
            "talk-2-2": "A talk, The part, 2",
        },
    ),
    "card": (
        "type: card\nid: anchor\ntext: My card\nrepeat: 2\n"
        "sides: [{heading: Now, fields: [Name]}, {text: Breathe, fields: [{label: Who, lines: 2}]}]",
        {
            "anchor-1-1": "My card, 1, Now, Name",
            "anchor-1-2": "My card, 1, Who",
            "anchor-2-1": "My card, 2, Now, Name",
            "anchor-2-2": "My card, 2, Who",
        },
    ),
    "map": (
        "type: map\nid: part\ntext: Names\nmiddle: Me\nparts: 2",
        {"part-1": "Names, Part 1", "part-2": "Names, Part 2"},
    ),
    "rings": (
        "type: rings\nid: share\ntext: Who knows\nrings: [Anyone, Only *me*]",
        {"share-1": "Who knows, Anyone", "share-2": "Who knows, Only me"},
    ),
    "wheel": (
        "type: wheel\nid: full\ntext: How full\nsectors: [Sleep, Food, Quiet]",
        {"full-1": "How full, Sleep", "full-2": "How full, Food", "full-3": "How full, Quiet"},
    ),
    "body": (
        "type: body\nid: notice\ntext: Where\nlegend: [Tight, {text: Warm, sign: sun}]",
        {"notice-1": "Where, Tight", "notice-2": "Where, Warm"},
    ),
    "diagram": (
        "type: diagram\nid: web\ntext: Who is near\nshape: web\nmiddle: Me\nboxes: [Work, Home]\narrows: [asks, gives]",
        {"web-middle": "Who is near, Me", "web-1": "Who is near, Work", "web-2": "Who is near, Home"},
    ),
    "timeline": (
        "type: timeline\nid: road\ntext: Then\nsigns: [Back then, Now]\nasks: [What it did, How well]",
        {
            "road-1-1": "Then, Back then, What it did",
            "road-1-2": "Then, Back then, How well",
            "road-2-1": "Then, Now, What it did",
            "road-2-2": "Then, Now, How well",
        },
    ),
    "ladder": (
        "type: ladder\nid: heat\ntext: My signs\nstyle: thermometer\nbands: [Too hot, 'Just right:']",
        {"heat-1": "My signs, Too hot", "heat-2": "My signs, Just right"},
    ),
    "draw": ("type: draw\nid: shape\ntext: A shape", {"shape": "A shape, In words"}),
    "group": (
        "type: group\nid: moment\nentry: Moment\nrepeat: 2\ndated: true\n"
        "blocks: [{type: lines, id: what, text: What}, {type: checklist, id: who, text: Who, options: [Me]}]",
        {
            "moment-1": "Moment 1, Date",
            "what-1": "Moment 1, What",
            "who-1-1": "Moment 1, Who, Me",
            "moment-2": "Moment 2, Date",
            "what-2": "Moment 2, What",
            "who-2-1": "Moment 2, Who, Me",
        },
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_answers_have_these_names_and_labels(kind):
    block, expected = CASES[kind]
    assert f"type: {kind}\n" in block + "\n"
    assert {answer.name: answer.label(WORDS) for answer in answers_of(block)} == expected
    assert [answer.name for answer in answers_of(block)] == list(expected)


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("type: group\nblocks: [{type: lines, id: what, text: What}]", ["what"]),
        ("type: compare\nid: both\ntext: B\nsides: [One, Two]", ["both-1", "both-2"]),
        ("type: diagram\nid: a\ntext: B\nshape: cycle\nboxes: [C, D]\narrows: [e, f]", ["a-1", "a-2"]),
        ("type: diagram\nid: a\ntext: B\nshape: flow\nboxes: [C, D]\narrows: [e]", ["a-1", "a-2"]),
        ("type: timeline\nid: a\ntext: B\nsigns: [C, D]", ["a-1", "a-2"]),
        ("type: table\nid: log\ntext: L\ncolumns: [Part, Job]\nrows: [First, Second]", ["log-1-2", "log-2-2"]),
        ("type: letter\nid: a\ntext: B\ngreeting: C\nclose: D", ["a-to", "a-text", "a-from"]),
        ("type: card\nid: a\ntext: B\nsides: [{text: C}]", []),
        ("type: quadrants\nid: a\ntext: B\nquestions: [C, D, E, F]", ["a-1", "a-2", "a-3", "a-4"]),
        ("type: week\nid: a\ntext: B\ndays: [C]\nhours: {from: 22, to: 1}", ["a-1-1", "a-2-1", "a-3-1", "a-4-1"]),
        ('type: table\nid: a\ntext: B\ncolumns: ["", C]\nrows: [D]', ["a-1-2"]),
        (
            "type: group\nid: a\nentry: D\nrepeat: 9\ncopies: 2\ndated: true\nblocks: [{type: lines, id: b, text: C}]",
            ["a-1", "b-1", "a-2", "b-2"],
        ),
        (
            "type: group\nentry: D\nrepeat: 2\nblocks: [{type: group, entry: E, repeat: 2, "
            "blocks: [{type: lines, id: b, text: C}]}]",
            ["b-1-1", "b-1-2", "b-2-1", "b-2-2"],
        ),
        ("type: table\nid: a\ntext: B\ncolumns: [C]\nrows: 1\nmore: 3", ["a-1-1"]),
        (
            "type: ladder\nid: a\ntext: B\nbands: 2\nnumber: Fear",
            ["a-1", "a-1-number", "a-2", "a-2-number"],
        ),
        ("type: break", []),
        ("type: break\nhow: keep", []),
        ("type: choice\nid: a\ntext: B\noptions: [C]", ["a"]),
    ],
)
def test_other_shapes_have_other_names(block, expected):
    assert [answer.name for answer in answers_of(block)] == expected


def test_named_rows_are_said_with_their_column():
    block = "type: table\nid: log\ntext: L\ncolumns: [Part, Job]\nrows: [First]"
    assert [answer.label(WORDS) for answer in answers_of(block)] == ["L, Job, First"]


def test_a_week_without_days_has_those_of_the_language():
    labels = [answer.label(WORDS) for answer in answers_of("type: week\nid: a\ntext: W\nitems: [Mood]")]
    assert labels == [f"W, Mood, {day}" for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")]


@pytest.mark.parametrize(
    ("block", "kinds"),
    [
        ("type: lines\nid: a\ntext: B", ["lines"]),
        ("type: checklist\nid: a\ntext: B\noptions: [C]\nother: true", ["tick", "text"]),
        ("type: scale\nid: a\ntext: B", ["one"]),
        ("type: sign\nid: a\ntext: B\npeople: [C]", ["signature", "text"]),
        ("type: words\nid: a\ntext: B\nwords: [c, d]\nother: true", ["tick", "tick", "text"]),
        ("type: letter\nid: a\ntext: B\ngreeting: C\nclose: D", ["text", "lines", "text"]),
        ("type: card\nid: a\ntext: B\nsides: [{fields: [C, {label: D, lines: 2}]}]", ["text", "lines"]),
        (
            "type: table\nid: a\ntext: B\nrows: 1\n"
            "columns: [C, {text: D, kind: tick}, {text: E, kind: choice, options: [x, y]}, {text: F, kind: time}]",
            ["lines", "tick", "one", "text"],
        ),
    ],
)
def test_answers_are_of_these_kinds(block, kinds):
    assert [answer.kind for answer in answers_of(block)] == kinds


@pytest.mark.parametrize(
    ("block", "values"),
    [
        ("type: scale\nid: a\ntext: B", [str(n) for n in range(11)]),
        ("type: scale\nid: a\ntext: B\nfrom: 0\nto: 100\nstep: 25", ["0", "25", "50", "75", "100"]),
        ("type: scale\nid: a\ntext: B\nfrom: -2\nto: 2", ["-2", "-1", "0", "1", "2"]),
        ("type: choice\nid: a\ntext: B\noptions: ['no', 'yes']", ["1", "2"]),
        ("type: matrix\nid: a\ntext: B\nscale: [x, y, z]\nrows: [R]", ["1", "2", "3"]),
        ("type: wheel\nid: a\ntext: B\nsectors: [x, y, z]\nfrom: 1\nto: 3", ["1", "2", "3"]),
    ],
)
def test_one_of_these_values_is_chosen(block, values):
    assert list(answers_of(block)[0].values) == values


@pytest.mark.parametrize("word", ["no", "yes", "on", "22:30", "007", "1.0", "2026-11-23"])
def test_what_yaml_would_take_for_something_else_stays_a_text(word):
    (block,) = worksheet_of(f"type: choice\nid: a\ntext: {word}\noptions: [{word}]").blocks
    assert (block.text, block.options) == (word, (word,))
