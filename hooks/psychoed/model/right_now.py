"""What data/<language>/right-now.yml says: the choices with which the home page begins, each with a page and a sheet."""

from typing import Annotated, Self

from pydantic import AfterValidator, model_validator

from psychoed.model.base import Id, Line, Model, Name, PagePath
from psychoed.model.belonging import PictureFile, Tint, drawn_as

CHOICE_PICTURES = ("sunrise", "moon", "cloud", "bubble", "waves", "house", "door", "clipboard")
"""Drawings of the theme for choices: partials/icon-<name>.html."""
ChoicePicture = Annotated[PictureFile, AfterValidator(drawn_as(CHOICE_PICTURES))]


class RightNow(Model):
    """An answer to “What do you need right now?”. It is shown where its page or its sheet is in the edition."""

    id: Id
    """Its name in this list."""
    says: Name
    """What somebody may say, such as “My session is tomorrow”."""
    text: Line
    """A sentence that is of use at once."""
    page: PagePath | None = None
    """What to read: its path from content/."""
    sheet: PagePath | None = None
    """What to fill in, or to give: worksheets/<id>.md, packets/<id>.md, or another page."""
    picture: ChoicePicture = "door"
    """Its drawing: a name of the theme's, or the path of the clinic's own picture from content/."""
    tint: Tint = "plain"
    """The color of its ground."""

    @model_validator(mode="after")
    def leads_somewhere(self) -> Self:
        if self.page is None and self.sheet is None:
            raise ValueError("this choice leads nowhere|add `page:`, `sheet:` or both")
        return self
