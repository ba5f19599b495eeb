"""The clinic's own details: `extra.clinic` in mkdocs.yml, quoted by pages and PDFs and never typed into them."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from psychoed.model.base import Line, Model, ProperName
from psychoed.model.file_addresses import PICTURE_PATH, file_address

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
ShortName = Annotated[ProperName, Field(max_length=80)]
Country = Annotated[str, StringConstraints(pattern=r"^\S.{0,39}$")]
"""A code of data/help-lines.yml, which alone says whether there is such a country."""
PicturePath = Annotated[str, StringConstraints(pattern=rf"^{PICTURE_PATH}$"), AfterValidator(file_address)]
"""A picture in content/, at the address at which it is published."""
ORIGIN = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?|http://(localhost|127\.0\.0\.1)(:\d+)?")
WEB_PAGE = re.compile(r"https://[^\s\"<>]+")


def as_origin(address: str) -> str:
    if not ORIGIN.fullmatch(address):
        what = f"“{address}” is not the name of a site"
        raise ValueError(
            f"{what}|write https:// and the name, and nothing after it, such as https://www.clinic.example"
        )
    return address


def as_web_page(address: str) -> str:
    if not WEB_PAGE.fullmatch(address):
        raise ValueError(f"“{address}” is not the address of a page|write it from https:// on")
    return address


Origin = Annotated[str, AfterValidator(as_origin)]
WebPage = Annotated[str, AfterValidator(as_web_page)]
MOST_MONTHS = 36
Months = Annotated[int, Field(ge=1, le=MOST_MONTHS)]


class ReviewMonths(Model):
    """How many months a clinician's review may hold, by kind of page."""

    safety: Months = 6
    """Whatever names ketamine or belongs to a session with it, and the pages of help."""
    evidence: Months = 12
    """Articles that say what research found."""
    other: Months = 36
    """All the rest."""


class Clinic(Model):
    """Who hands out these pages. Articles and worksheets quote a detail as {{ clinic.phone }}."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    name: ShortName
    """The clinic's name."""
    phone: ShortName
    """The number to call in opening hours."""
    hours: Line
    """When somebody answers, such as “weekdays, 9 to 5”."""
    after_hours: Line
    """What to do outside those hours."""
    address: ProperName | None = None
    """Where the clinic is."""
    country: Country
    """Chooses the help lines of data/help-lines.yml, by their code: US, CA, GB, IE, AU, NZ, INT, or one added there."""
    paper: Literal["letter", "a4"]
    """The paper of the large-print PDF, and the first offered."""
    logo: PicturePath | None = None
    """A picture in content/, as a path from there; a drawn door until there is one."""
    logo_in_the_dark: PicturePath | None = None
    """The same picture in light colors, for dark screens; `logo` on both where left out."""
    colour: Colour | None = None
    """The one accent, as #2f4a73; it must be dark enough to read on paper. The project's own blue where left out."""
    food_rule: Line | None = None
    """When to stop eating before a session, as a full sentence. From your prescriber."""
    drink_rule: Line | None = None
    """When to stop drinking before a session, as a full sentence. From your prescriber."""
    medicine_rule: Line | None = None
    """What to do about medicines before a session, as a full sentence. From your prescriber."""
    driving_rule: Line | None = None
    """When driving is allowed again, as a full sentence."""
    companion_rule: Line | None = None
    """How long another adult stays, as a full sentence."""
    decision_rule: Line | None = None
    """How long to put off big decisions, as a full sentence."""
    visit_rule: Line | None = None
    """When the first therapy visit after a session is, as a full sentence."""
    embed_on: Annotated[tuple[Origin, ...], Field(max_length=20)] = ()
    """Sites that may show pages and sheets in a frame, such as https://www.clinic.example. None, where left out."""
    leave_to: WebPage = "https://www.bbc.com/weather"
    """The page that “Leave this page” opens: one that nobody wonders at."""
    on_call: Line | None = None
    """Who answers at night after a session, as a full sentence; or that nobody does, and who is called instead."""
    require_review: bool = False
    """true: whatever no clinician has reviewed, or not in time, fails a strict build."""
    review_months: ReviewMonths = ReviewMonths()
    """How many months a review may hold."""


SESSION_RULES = (
    "food_rule", "drink_rule", "medicine_rule", "driving_rule", "companion_rule", "decision_rule", "visit_rule",
    "on_call",
)  # fmt: skip
"""Details that a clinic needs only where a page or sheet is about a ketamine session, or quotes them."""


def details(clinic: Clinic) -> dict[str, str]:
    """Return every detail that a text may quote, by its name after `clinic.`."""
    return {name: value for name, value in clinic if isinstance(value, str)}


def in_the_dark(colour: str) -> str:
    """Return the clinic's color on a dark ground: two parts of it to three of white, from #rrggbb."""
    return "#" + "".join(f"{round(int(colour[i : i + 2], 16) * 0.4 + 255 * 0.6):02x}" for i in (1, 3, 5))
