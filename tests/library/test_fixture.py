"""The fixture library has what the other tests need of it: every kind of block, audience, group and phase."""

from typing import get_args

import pytest

from fixture import FIXTURE, SECOND_CLINIC, compose
from psychoed.checks.registry import check_library
from psychoed.library.library import Library
from psychoed.library.load import load_library
from psychoed.model.article import Article, Audience
from psychoed.model.guide import KindExample
from psychoed.model.kinds import KINDS
from psychoed.views.paper.fonts import printable


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    root = compose(tmp_path_factory.mktemp("fixture"))
    library, problems = load_library(root, root / "mkdocs.staff.yml", "en")
    assert [str(one) for one in [*problems, *check_library(library, root / "content", printable())]] == []
    return library


def test_blocks_of_every_family_and_every_drawn_kind_stand_on_a_sheet(library):
    """All other kinds stand in the guide for authors, which has them by themselves."""
    blocks = [block for sheet in library.sheets.values() for block in sheet.worksheet.blocks]
    families = {entry.value.family for name, entry in library.kinds.items() if name in {one.type for one in blocks}}
    assert families == set(get_args(KindExample.model_fields["family"].annotation))
    assert {kind.name for kind in KINDS.values() if kind.drawn} <= {block.type for block in blocks}


def test_there_are_articles_and_sheets_of_all_that_asks_for_care_and_of_every_audience(library):
    articles = [source.page for source in library.pages.values() if isinstance(source.page, Article)]
    assert {one.group for one in articles} >= {id_ for id_, one in library.groups.items() if one.value.asks_for}
    assert {one.audience for one in articles} == set(get_args(Audience))
    sheets = [sheet.worksheet for sheet in library.sheets.values()]
    assert {one.phase for one in sheets} >= {id_ for id_, one in library.phases.items() if one.value.asks_for} - {
        "thoughts"
    }
    assert {one.audience for one in sheets} == set(get_args(Audience))
    assert {one.use for one in sheets} == {"between-sessions", "in-session"}
    assert {one.landscape for one in sheets} == {True, False}


def test_the_settings_of_both_clinics_differ_in_nothing_but_the_clinic():
    """Else one of them would be forgotten when the settings change."""
    ours, theirs = ((folder / "mkdocs.yml").read_text("utf-8") for folder in (FIXTURE, SECOND_CLINIC))
    assert ours[ours.index("\n  # How hard") :] == theirs[theirs.index("\n  # How hard") :]
