"""Which texts of a model readers see is known from the types of its fields."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from psychoed.model.article import PAGE_KINDS, Article
from psychoed.model.clinic import Clinic
from psychoed.model.guide import KindExample
from psychoed.model.lists import DatedFact, Term
from psychoed.model.packet import Packet
from psychoed.model.shown import MarkedType, mark_of, shown_at, types_below
from psychoed.model.validation.fields import models_in
from psychoed.model.worksheet import Worksheet

MODELS = [Worksheet, Article, Packet, Clinic, KindExample, DatedFact, Term, *PAGE_KINDS.values()]


@pytest.mark.parametrize(
    ("model", "keys"),
    [
        (Worksheet, ("title",)),
        (Worksheet, ("clinician_note",)),
        (Worksheet, ("changes", 0, "what")),
        (Worksheet, ("blocks", 0, "text")),
        (Worksheet, ("blocks", 0, "options", 2)),
        (Worksheet, ("blocks", 0, "blocks", 1, "hint")),
        (Worksheet, ("blocks", 0, "columns", 1, "options", 0)),
        (Worksheet, ("blocks", 0, "rows", 1)),
        (Worksheet, ("blocks", 0, "steps", 0)),
        (Worksheet, ("blocks", 0, "sides", 0, "fields", 0)),
        (Packet, ("for",)),
        (Packet, ("items", 0, "note")),
        (Article, ("content_note",)),
        (Clinic, ("hours",)),
        (KindExample, (3, "use")),
        (DatedFact, (0, "says")),
        (Term, (0, "means")),
    ],
)
def test_words_are_read_and_judged(model, keys):
    assert shown_at(model, keys).judged


@pytest.mark.parametrize(
    ("model", "keys"),
    [
        (Worksheet, ("review", "by")),
        (Packet, ("review", "by")),
        (Clinic, ("name",)),
        (Clinic, ("phone",)),
        (Term, (0, "term")),
        (Term, (0, "also", 0)),
    ],
)
def test_what_somebody_or_something_is_called_is_read_and_not_judged(model, keys):
    assert not shown_at(model, keys).judged


@pytest.mark.parametrize(
    ("model", "keys"),
    [
        (Worksheet, ("phase",)),
        (Worksheet, ("topics", 0)),
        (Worksheet, ("related", 0)),
        (Worksheet, ("changes", 0, "on")),
        (Worksheet, ("blocks", 0, "id")),
        (Worksheet, ("blocks", 0, "type")),
        (Worksheet, ("blocks", 0, "legend", 0, "sign")),
        (Packet, ("items", 0, "by")),
        (Packet, ("questions", 0, "right")),
        (Article, ("evidence", "Sleep gets better")),
        (PAGE_KINDS["home.html"], ("doors", 0, "to")),
        (Clinic, ("logo",)),
        (KindExample, (0, "example")),
        (Worksheet, ("no-such-key",)),
    ],
)
def test_ids_paths_numbers_and_choices_are_not_read(model, keys):
    assert shown_at(model, keys) is None


def paths(model: type[BaseModel], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every way of keys through a model, each model once on it."""
    for name, field in model.model_fields.items():
        yield (*above, field.alias or name)
        for inner in models_in(field.annotation):
            if len(above) < 4:
                yield from paths(inner, (*above, field.alias or name))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_key_of_several_kinds_is_words_in_all_or_a_number_or_switch(model):
    """A text is told by its key alone, whichever kind of block it is in."""
    for keys in set(paths(model)):
        types = [MarkedType(model)]
        for key in keys:
            types = [inner for one in types for inner in types_below(one, key)]
        unmarked = [str(one.annotation) for one in types if not mark_of(one)]
        assert len(unmarked) in (0, len(types)) or not [one for one in unmarked if "str" in one or "Literal" in one], (
            keys
        )
