"""What data/<language>/search.yml and crisis-words.yml say: the words in which people ask for what the site has."""

from typing import Annotated

from pydantic import Field, StringConstraints

from psychoed.model.base import Day, Id, Model, Name, PagePath

SEARCH_INDEX = "search/index.js"
"""Its path in the site: a script, since a page that is opened from a folder may load nothing else."""
AskedFor = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60, pattern=r"^[^\n]+$")]
"""What somebody types into the search: a word, or a few."""


class EverydayWords(Model):
    """An entry of data/<language>/search.yml: words that people have for one thing. Whoever types some of them is shown
    the pages, and finds texts that hold others of them."""

    id: Id
    """Its name in this list."""
    words: Annotated[tuple[AskedFor, ...], Field(min_length=1, max_length=60)]
    """What people type, in any form of the word: a search knows plurals, endings and most typing mistakes."""
    pages: Annotated[tuple[PagePath, ...], Field(max_length=12)] = ()
    """What answers them, the best first: paths from content/, or worksheets/<id>.md and packets/<id>.md."""


class CrisisWords(Model):
    """An entry of data/<language>/crisis-words.yml: words on which the search shows help lines above everything."""

    id: Id
    """Its name in this list."""
    words: Annotated[tuple[AskedFor, ...], Field(min_length=1, max_length=200)]
    """What somebody in danger, or near it, types."""
    about: Annotated[tuple[Id, ...], Field(max_length=4)] = ()
    """Which further help lines it needs, by ids of `needs` in care.yml, such as home."""
    checked_by: Name | None = None
    """Which clinician has read the entry for this clinic."""
    checked_on: Day | None = None
    """The day they did."""
