"""What all models share: closed, frozen, and with the docstring under a field as its help text."""

from collections.abc import Callable
from datetime import date
from re import fullmatch
from typing import Annotated, Any, NamedTuple

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    SerializationInfo,
    StringConstraints,
)

from psychoed.reading.markdown.richtext import where_not_drawable, why_not_drawable


class Model(BaseModel):
    """Unknown keys are refused, and nothing changes after it is read."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        allow_inf_nan=False,
        use_attribute_docstrings=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )


class NotDrawable(ValueError):
    """Says why a text cannot be drawn."""

    def __init__(self, said: str, at: int) -> None:
        super().__init__(said)
        self.at = at
        """From which of its characters on."""


def drawable(one_line: bool) -> Callable[[str], str]:
    """Return a validator that refuses Markdown which no view can draw."""

    def check(text: str) -> str:
        if found := why_not_drawable(text, one_line=one_line):
            raise NotDrawable(found, where_not_drawable(text, one_line=one_line))
        return text

    return check


class Shown(NamedTuple):
    """Marks the type of a text that readers see. An id, a path or a choice has no such mark."""

    judged: bool = True
    """Whether the rules of writing hold for it; not for what somebody or something is called."""
    one_line: bool = True


class DrawnText(NamedTuple):
    """Serialises author's words as the `draw` of the context makes of them; without a context they stay text."""

    one_line: bool

    def __call__(self, text: str, info: SerializationInfo) -> Any:
        return info.context["draw"](text, one_line=self.one_line) if info.context else text


def as_written(value: Any) -> Any:
    """Refuse digits, which pydantic would take for seconds since 1970, and hours."""
    if isinstance(value, str) and not fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError(f"“{value}” is not a day|write it as 2026-11-23")
    return value


def with_text(value: Any) -> Any:
    """Return what is written as its words alone with these as its `text`."""
    return {"text": value} if isinstance(value, str) else value


def with_label(value: Any) -> Any:
    """Return what is written as its words alone with these as its `label`."""
    return {"label": value} if isinstance(value, str) else value


def whole_where_whole(number: float) -> float:
    """Return 3 for 3.0, so that it is shown as it was written."""
    return int(number) if number == int(number) else number


Day = Annotated[date, BeforeValidator(as_written)]


class Published(Model):
    """What has a page of its own. Until it is published only the preview shows it."""

    draft: bool = False
    """true: only the preview shows it, and what is wrong with it fails no build."""
    publish_on: Day | None = None
    """The day from which it is published, as 2026-11-23: the first build on that day or later shows it."""

    def waits(self, today: date) -> bool:
        """Return True if it is not to be published today."""
        return self.draft or (self.publish_on is not None and self.publish_on > today)


NOT_SAID = frozenset({"review", "changes", "moved_from", "draft", "publish_on", "no_packet", "covers", "ask_reviewer"})
"""Keys that say nothing to a reader, so that its version stays the same."""
Number = Annotated[float, AfterValidator(whole_where_whole)]
# Author's words. A line is one paragraph, since it names a field; prose may have several, and lists. A
# proper name is what somebody or something is called.
OneLine = StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n]+$")
Drawable = AfterValidator(drawable(one_line=True))
Line = Annotated[str, OneLine, Field(max_length=400), Drawable, PlainSerializer(DrawnText(True)), Shown()]
Name = Annotated[str, OneLine, Field(max_length=80), Drawable, PlainSerializer(DrawnText(True)), Shown()]
ProperName = Annotated[
    str, OneLine, Field(max_length=400), Drawable, PlainSerializer(DrawnText(True)), Shown(judged=False)
]
Remark = Annotated[str, OneLine, Field(max_length=200)]
"""A line for those who edit a file. Readers do not see it."""
CareListName = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)?$")]
"""The id of a list of data/care-lists.yml, or of a part of one, such as prescriber.body."""
# A line that may be empty, as over the names of rows.
Heading = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^[^\n]*$"),
    Field(max_length=400),
    Drawable,
    PlainSerializer(DrawnText(True)),
    Shown(),
]
Paragraphs = StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)
Prose = Annotated[
    str, Paragraphs, AfterValidator(drawable(one_line=False)), PlainSerializer(DrawnText(False)), Shown(one_line=False)
]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
SourceId = Annotated[str, StringConstraints(pattern=r"^S-[A-Z0-9]+$")]
PagePath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md$")]
EarlierNames = Annotated[tuple[PagePath, ...], Field(max_length=20)]
"""Pages that another one has taken the place of, as paths from content/; a worksheet’s is worksheets/<id>.md."""
