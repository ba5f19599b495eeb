"""The JSON Schemas of what a clinic writes beside worksheets: settings, packets, front matter and the lists of data/."""

import json
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter

from psychoed.model.article import Article, Lists
from psychoed.model.base import Day, Model
from psychoed.model.belonging import ArticleGroup, Phase, Role, SheetTopic
from psychoed.model.care import Care
from psychoed.model.claims import Claims
from psychoed.model.clinic import Clinic
from psychoed.model.guide import KindExample
from psychoed.model.language import SentenceRules, ShortForms, SyllableRules, Vocabulary
from psychoed.model.lists import CareList, Citation, CountryHelp, DatedFact, Term
from psychoed.model.packet import Packet
from psychoed.model.reading_grades import ReadingGrades
from psychoed.model.right_now import RightNow
from psychoed.model.schema import Untitled, with_suggestions
from psychoed.model.search_words import CrisisWords, EverydayWords
from psychoed.model.wording import WordingRule


class OpenModel(Model):
    """Other keys are those of the site generator."""

    model_config = ConfigDict(extra="allow")


class Extra(OpenModel):
    """What psychoed reads of the settings."""

    clinic: Clinic
    """The clinic's own details, quoted by pages and sheets."""
    checks: dict[str, Literal["problem", "advice", "off"]] = Field(default_factory=dict)
    """By the name of a rule how strict it is: problem, advice or off."""
    reading: ReadingGrades = ReadingGrades()
    """How hard texts may be to read, as school grades."""
    edition: Literal["public", "staff", "offline"] = "public"
    """Which edition these settings make."""
    more_nav: Annotated[tuple[Any, ...], Field(max_length=100)] = ()
    """What stands behind the navigation of the settings that these inherit."""
    today: Day | None = None
    """Builds as on this day, such as 2026-11-23."""
    html: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Raw HTML that pages may hold beside the ordinary kinds: by element its attributes."""


class SettingsFile(OpenModel):
    """mkdocs.yml: the site generator's own keys, and those of psychoed below `extra`."""

    site_name: str
    """The name of the site."""
    site_url: str | None = None
    """Where it will be, such as https://www.clinic.example/"""
    extra: Extra
    """What psychoed reads."""


SCHEMAS: dict[str, tuple[Any, str]] = {
    "settings": (SettingsFile, "mkdocs.yml"),
    "packet": (Packet, "packets/**/*.yml"),
    "front-matter": (Article | Lists, ""),
    "glossary": (tuple[Term, ...], "data/glossary.yml"),
    "sources": (tuple[Citation, ...], "data/sources.yml"),
    "care-lists": (tuple[CareList, ...], "data/care-lists.yml"),
    "dated-facts": (tuple[DatedFact, ...], "data/dated-facts.yml"),
    "phases": (tuple[Phase, ...], "data/phases.yml"),
    "groups": (tuple[ArticleGroup, ...], "data/groups.yml"),
    "topics": (tuple[SheetTopic, ...], "data/topics.yml"),
    "roles": (tuple[Role, ...], "data/roles.yml"),
    "help-lines": (dict[str, CountryHelp], "data/help-lines.yml"),
    "kinds": (tuple[KindExample, ...], "data/kinds.yml"),
    "wording": (tuple[WordingRule, ...], "data/*/wording.yml"),
    "claims": (Claims, "data/*/claims.yml"),
    "care": (Care, "data/*/care.yml"),
    "words": (Vocabulary, "data/*/words.yml"),
    "short-forms": (ShortForms, "data/*/short-forms.yml"),
    "sentences": (SentenceRules, "data/*/sentences.yml"),
    "search": (tuple[EverydayWords, ...], "data/*/search.yml"),
    "crisis-words": (tuple[CrisisWords, ...], "data/*/crisis-words.yml"),
    "right-now": (tuple[RightNow, ...], "data/*/right-now.yml"),
    "syllables": (SyllableRules, "data/*/syllables.yml"),
}
"""By name what a file holds, and which files: an editor is told so. Front matter stands in Markdown, where only some
editors look for YAML."""
REMOVAL = {
    "type": "object",
    "description": "Takes an entry of the package out.",
    "properties": {
        "id": {"type": "string", "description": "Which one."},
        "remove": {"const": True, "description": "true"},
    },
    "required": ["id", "remove"],
    "additionalProperties": False,
}
SCHEMA_FOLDER = ".vscode/schemas"
WORKSHEETS = {"worksheets/schema.json": "worksheets/**/*.yml"}


def schemas() -> dict[str, str]:
    """Return each schema by its path."""
    return {
        f"{SCHEMA_FOLDER}/{name}.json": schema_file(overlay(schema_of(model), files))
        for name, (model, files) in SCHEMAS.items()
    }


def wired() -> dict[str, str]:
    """Return, for an editor, which files each schema is for."""
    return WORKSHEETS | {f"{SCHEMA_FOLDER}/{name}.json": files for name, (_, files) in SCHEMAS.items() if files}


def schema_of(model: Any) -> dict[str, Any]:
    schema: dict[str, Any] = with_suggestions(
        TypeAdapter(model).json_schema(by_alias=True, schema_generator=Untitled), {}
    )
    return schema


def overlay(schema: dict[str, Any], files: str) -> dict[str, Any]:
    """Return the schema of a list as a clinic writes it: it may leave out what the package says, or take it out."""
    if not files.startswith("data/"):
        return schema
    if schema.get("type") == "array":
        return schema | {"items": {"anyOf": [schema["items"], REMOVAL]}}
    return {key: said for key, said in schema.items() if key != "required"}


def schema_file(schema: dict[str, Any]) -> str:
    return json.dumps({"$schema": Untitled.schema_dialect, **schema}, indent=2, ensure_ascii=False) + "\n"
