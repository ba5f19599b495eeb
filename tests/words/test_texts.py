"""What counts as words that somebody reads: known from the models, so that a new key cannot be forgotten."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel, PlainSerializer

from psychoed.model.article import PAGE_KINDS, Article
from psychoed.model.base import Drawn
from psychoed.model.validation.fields import models_in
from psychoed.model.worksheet import Review, Worksheet
from psychoed.reading.file import File
from psychoed.reading.yaml.reader import read_yaml
from psychoed.words.texts import UNSAID, texts
from written import library, page, sheet


def is_drawn(annotation: Any, metadata: list[Any]) -> bool:
    """Whether the author's words in it are drawn as text."""
    drawn = any(isinstance(one, PlainSerializer) and isinstance(one.func, Drawn) for one in metadata)
    inner = [is_drawn(one, list(getattr(one, "__metadata__", ()))) for one in get_args(annotation)]
    return drawn or any(inner)


def keys_of(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[tuple[str, bool, Any]]:
    """Each key of a model and of those in it, with whether it holds words."""
    if model in seen or model is Review:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        inner = list(models_in(field.annotation))
        if not inner:
            yield field.alias or name, is_drawn(field.annotation, field.metadata), field.annotation
        for one in inner:
            yield from keys_of(one, seen)


@pytest.mark.parametrize("model", [Worksheet, Article, *PAGE_KINDS.values()], ids=lambda model: model.__name__)
def test_every_key_with_words_is_read_and_no_other(model):
    for key, drawn, annotation in keys_of(model, set()):
        if drawn:
            assert key not in UNSAID or key == "evidence", key
        elif "str" in str(annotation) or "Literal" in str(annotation):
            assert key in UNSAID, key


def test_each_text_knows_its_reader():
    note = sheet("  - type: text\n    text: Words.", clinician_note="A note.", audience="staff")
    pages = [page("Words."), page("Words.", "staff/a.md", audience="staff")]
    assert [(text.place, text.audience) for text in texts(library(*pages, note))] == [
        ("page", "client"),
        ("page", "staff"),
        ("sheet", "staff"),
        ("note", "clinician"),
    ]


def test_a_list_of_data_is_read_entry_by_entry():
    tree, _ = read_yaml(
        File("data/glossary.yml", "- id: a\n  term: A\n  means: Of ketamine.\n- id: b\n  means: Of b.\n")
    )
    whole = library(lists={"glossary": (tree,)})
    found = [(text.passages[0].text, text.passages[0].start.line, text.about_ketamine) for text in texts(whole)]
    assert found == [("Of ketamine.", 3, True), ("Of b.", 5, False)]
