"""Where sheets, articles and packets belong: phases, groups, topics and roles, as data/ lists them, a clinic's own among them."""

from collections.abc import Callable, Collection, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationInfo

from psychoed.model.base import Id, Model, Name, PagePath
from psychoed.model.clinic import MOST_MONTHS, Colour, ReviewMonths
from psychoed.model.file_addresses import PICTURE_PATH, file_address
from psychoed.model.reading_grades import Grades
from psychoed.reading.problem import nearest

CareRule = Literal["stop-rule", "way-out", "gate", "ordinary-end", "rights", "ketamine"]
SHELF_PICTURES = (
    "parts", "self", "kat-preparation", "kat-day", "kat-after", "integration", "clinic", "general", "thoughts", "sleep",
    "safety",
)  # fmt: skip
"""Drawings of the theme for shelves of worksheets: partials/sign-<name>.html."""
DOORS = ("before", "after", "parts", "support", "staff", "thoughts", "sleep", "safety")
"""Drawings of the theme for ways in: partials/door-<name>.html."""
IDEAS = (
    "a-friend", "calm-inside", "evening", "guard", "lantern", "lighter-load", "list-and-bag", "on-the-ground", "own-drawer",
    "page-and-pen", "road", "round-table", "scales", "session-room", "step-back", "two-chairs", "two-sides", "wave",
)  # fmt: skip
"""Drawings of the theme for ideas of articles, on page and paper alike: print/ideas/<name>.html."""


ListedIds = Mapping[str, Collection[str]]
"""The ids of each list in data/ of where things belong, by its name; what is not listed here may be any id."""
LISTED_IN = "listedIn"
"""Marks in a schema that what may be written here is listed in data/."""
CALLED = {"phases": "phase", "groups": "group", "topics": "topic", "roles": "role"}


def listed_in(name: str) -> Callable[[str, ValidationInfo], str]:
    """Return a validator of ids of the list of this name, where the context says which there are."""

    def check(id_: str, info: ValidationInfo) -> str:
        known = (info.context or {}).get(name)
        if known is not None and id_ not in known:
            raise ValueError(f"“{id_}” is not a {CALLED[name]}|{known_or_new(id_, known, name)}")
        return id_

    return check


def known_or_new(id_: str, known: Collection[str], name: str) -> str:
    """Return what to write instead of an id that is not listed: the nearest that is, or an entry for it."""
    close, file = nearest(id_, known), f"data/{name}.yml"
    if close:
        return f"did you mean “{close}”? If not, add it to {file}"
    return f"write one of these: {', '.join(known)}; or add it to {file}" if known else f"add it to {file}"


PhaseId = Annotated[Id, AfterValidator(listed_in("phases")), Field(json_schema_extra={LISTED_IN: "phases"})]
GroupId = Annotated[Id, AfterValidator(listed_in("groups")), Field(json_schema_extra={LISTED_IN: "groups"})]
TopicId = Annotated[Id, AfterValidator(listed_in("topics")), Field(json_schema_extra={LISTED_IN: "topics"})]
RoleId = Annotated[Id, AfterValidator(listed_in("roles")), Field(json_schema_extra={LISTED_IN: "roles"})]


def drawn_as(names: tuple[str, ...]) -> Callable[[str], str]:
    """Return a validator of pictures: the name of a drawing of the theme, or the path of the clinic's own."""

    def check(name: str) -> str:
        if name in names or is_own_picture(name):
            return name
        close = nearest(name, names)
        known = f"did you mean “{close}”? Or" if close else f"write one of these: {', '.join(names)}; or"
        raise ValueError(
            f"there is no picture “{name}”|{known} the path of yours from content/, such as assets/moon.svg"
        )

    return check


def is_own_picture(name: str) -> bool:
    """Return True if it is the path of a file in content/, and no drawing of the theme."""
    return "." in name


PictureFile = Annotated[str, StringConstraints(pattern=rf"^([a-z0-9-]+|{PICTURE_PATH})$"), AfterValidator(file_address)]
ShelfPicture = Annotated[PictureFile, AfterValidator(drawn_as(SHELF_PICTURES))]
DoorPicture = Annotated[PictureFile, AfterValidator(drawn_as(DOORS))]
IdeaPicture = Annotated[PictureFile, AfterValidator(drawn_as(IDEAS))]


def as_interval(value: Any) -> Any:
    kinds = [*ReviewMonths.model_fields]
    if isinstance(value, str) and value not in kinds and not (value.isdigit() and 1 <= int(value) <= MOST_MONTHS):
        what = f"“{value}” says nothing of when a review is due again"
        raise ValueError(f"{what}|write months, such as 6, or a key of review_months: {', '.join(kinds)}")
    return value


Interval = Annotated[str, BeforeValidator(as_interval)]
"""Months, or which of the clinic's review_months counts."""


Tint = Literal["dawn", "noon", "dusk", "leaf", "glow", "clay", "plain"]
"""A ground of the theme's: overrides/assets/css/drawn.css."""


class Belonging(Model):
    """An entry of data/phases.yml, groups.yml, topics.yml or roles.yml. What a clinic's own entry does not say of one
    of the package stays as it was."""

    id: Id
    """The word that sheets, articles or packets write."""
    title: Name = ""
    """What readers see. May be left out where data/strings.<language>.yml says it, in each language of the site."""
    before: Id | None = None
    """The entry before which it stands in lists; the last one, where it is left out."""


class CaringBelonging(Belonging):
    """One that may ask for more care than others."""

    asks_for: Annotated[tuple[CareRule, ...], Field(max_length=6)] = ()
    """What all that belongs here owes its reader: stop-rule, way-out, gate, ordinary-end, rights, ketamine."""
    reading: Grades | None = None
    """How hard its texts may be to read; that of extra.reading where left out."""
    review: Interval | None = None
    """How long a review holds: months, or safety, evidence or other of review_months. The shortest counts."""

    def months(self, allowed: ReviewMonths) -> int | None:
        """Return how many months a review may hold here, where this entry says so."""
        if self.review is None:
            return None
        return int(self.review) if self.review.isdigit() else int(getattr(allowed, self.review))


class Phase(CaringBelonging):
    """An entry of data/phases.yml: a part of therapy to which worksheets belong, and their shelf in the library."""

    picture: ShelfPicture = "general"
    """The drawing of its shelf: a name of the theme's, or the path of the clinic's own picture from content/."""
    colour: Colour | None = None
    """The color of the light in that drawing, as "#2f4a73"."""
    printed: bool = True
    """Whether the head of its sheets says its title on paper."""
    tint: Tint = "plain"
    """The color of the ground under its shelf."""
    start_with: PagePath | None = None
    """The sheet to start with on its shelf, as worksheets/<id>.md; the first one, where that is not on the site."""


class ArticleGroup(CaringBelonging):
    """An entry of data/groups.yml: what articles are about."""


class SheetTopic(CaringBelonging):
    """An entry of data/topics.yml: what worksheets are about, to choose by in the library."""


class Role(Belonging):
    """An entry of data/roles.yml: whose a reading path of the team is."""


BELONGINGS: Mapping[str, type[Belonging]] = {
    "phases": Phase,
    "groups": ArticleGroup,
    "topics": SheetTopic,
    "roles": Role,
}
"""By the name of the list in data/."""
