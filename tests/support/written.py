"""Pages and sheets from a few lines of text, for checks of words. What is not said has ordinary values."""

from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from yaml import MappingNode

from psychoed.library.belongings import read_belongings
from psychoed.library.library import Library
from psychoed.library.lists import Layers, read_data, read_list
from psychoed.library.pages import read_page
from psychoed.library.sources import PageSource, SheetSource
from psychoed.model.belonging import BELONGINGS
from psychoed.model.language import SentenceRules, ShortForms, SyllableRules, Vocabulary
from psychoed.model.validation.messages import validate
from psychoed.model.wording import WordingRule
from psychoed.model.worksheet import Worksheet
from psychoed.reading.file import File
from psychoed.reading.yaml.reader import read_yaml
from psychoed.reading.yaml.tree import Entry, Tree

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
FRONT = {"title": "A page", "summary": "What it says.", "main_message": "One thing.", "audience": "client"}
TOP = {"title": "A sheet", "summary": "What it is.", "phase": "parts", "minutes": "5", "pages": "1"}
BODY_LINE = 7
"""On which line of a page its Markdown begins: five keys stand above it, between two lines of dashes."""


def page(body: str, path: str = "parts/wrong.md", **front: str) -> PageSource:
    keys = {**FRONT, "group": "parts", **front}
    written = "\n".join(["---", *(f"{key}: {value}" for key, value in keys.items()), "---", body])
    found, problems, _ = read_page(File(f"content/{path}", written))
    assert found, problems
    return found


def sheet(blocks: str, **top: str) -> SheetSource:
    """`blocks`: YAML, of which the first line is line 7."""
    keys = {**TOP, **top}
    written = "\n".join([*(f"{key}: {value}" for key, value in keys.items()), "blocks:", blocks])
    tree, problems = read_yaml(File("worksheets/wrong.yml", written))
    assert tree, problems
    worksheet, problems = validate(Worksheet, tree)
    assert worksheet, problems
    return SheetSource("wrong", worksheet, tree)


def library(*written: PageSource | SheetSource, **more: object) -> Library:
    pages = {one.path: one for one in written if isinstance(one, PageSource)}
    sheets = {one.id: one for one in written if isinstance(one, SheetSource)}
    return Library(pages=pages, sheets=sheets, **{**belongings(), **english()._asdict(), **more})


def entry(value: T) -> Entry[T]:
    """A value of a list, as if nobody had written it anywhere."""
    return Entry(value, Tree("", MappingNode("", [])))


def list_of_english(name: str) -> Tree:
    path = f"data/en/{name}.yml"
    tree, problems = read_yaml(File(path, (ROOT / path).read_text("utf-8")))
    assert tree, problems
    return tree


class English(NamedTuple):
    """What the library holds of the project's lists for English, by the names of its fields."""

    sentence_rules: SentenceRules
    syllable_rules: SyllableRules
    vocabulary: Vocabulary
    short_forms: ShortForms


@cache
def english() -> English:
    return English(
        SentenceRules.model_validate(list_of_english("sentences").data()),
        SyllableRules.model_validate(list_of_english("syllables").data()),
        Vocabulary.model_validate(list_of_english("words").data()),
        ShortForms.model_validate(list_of_english("short-forms").data()),
    )


@cache
def belongings() -> dict[str, object]:
    """What the library holds of the project's phases and groups, by the names of its fields."""
    lists = {name: read_data(f"{name}.yml", ROOT).value for name in ("phases", "groups")}
    return {name: read_belongings(name, layers, BELONGINGS[name], {}).value for name, layers in lists.items()}


def wording() -> tuple[WordingRule, ...]:
    """The project's own list."""
    tree = list_of_english("wording")
    return tuple(entry.value for entry in read_list(Layers(tree), WordingRule).value.values())
