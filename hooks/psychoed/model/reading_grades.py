"""How hard a text may be to read: `extra.reading` in mkdocs.yml, as school grades."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from psychoed.model.base import Model

Grade = Annotated[float, Field(ge=1, le=20)]


class Grades(Model):
    """For one kind of text."""

    target: Grade
    """The grade to aim for."""
    limit: Grade
    """The grade that it must not pass."""

    @model_validator(mode="after")
    def in_order(self) -> Self:
        if self.target > self.limit:
            raise ValueError("the target is higher than the limit|write the lower grade under `target`")
        return self


class ReadingGrades(Model):
    """A grade is that of Flesch and Kincaid: 6 is read with ease by most people of twelve."""

    article: Grades = Grades(target=7, limit=8)
    """Articles for clients."""
    worksheet: Grades = Grades(target=5, limit=7)
    """Worksheets for clients."""
    staff: Grades = Grades(target=10, limit=10)
    """Pages and sheets for staff."""
    clinician: Grades = Grades(target=13, limit=13)
    """Pages, sheets and notes for clinicians."""
