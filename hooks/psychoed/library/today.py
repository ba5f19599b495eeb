"""The day of the build: the one clock of this project.

A build looks at the day only to say what is overdue. The same bytes come again on any day where `extra.today` in the
settings, or SOURCE_DATE_EPOCH as reproducible-builds.org defines it, says which day the first build was made.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

import yaml
from pydantic import TypeAdapter, ValidationError

from psychoed.model.base import Day
from psychoed.model.validation.messages import quoted_value
from psychoed.reading.problem import Position, problem_at
from psychoed.reading.read import Notes, Read
from psychoed.reading.yaml.tree import Tree, place, plain_data, setting

Written = TypeAdapter[date](Day)
AHEAD = timedelta(days=1)
"""A day may begin earlier where the author lives than in UTC."""


def today(settings: Iterable[Tree], environment: Mapping[str, str]) -> Read[date]:
    """Return what the settings say, else SOURCE_DATE_EPOCH, else what the clock says, in UTC wherever the build runs."""
    notes = Notes()
    said = notes.value_of(day_of_settings(settings)) or notes.value_of(day_of_environment(environment))
    return notes.result(said or datetime.now(UTC).date())


def day_of_settings(settings: Iterable[Tree]) -> Read[date | None]:
    found = setting(settings, "extra", "today")
    if found is None:
        return Read(None)
    path, written = found
    try:
        return Read(Written.validate_python(written.value))
    except ValidationError:
        said = quoted_value(written.value if isinstance(written, yaml.ScalarNode) else plain_data(written))
        what = f"{said} under extra.today is not a day"
        at = place(written.start_mark)
        return Read(None, (problem_at(path, at, what, "write it as 2026-11-23, or take the line out"),))


def day_of_environment(environment: Mapping[str, str]) -> Read[date | None]:
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return Read(None)
    try:
        return Read(datetime.fromtimestamp(int(epoch), UTC).date())
    except (OverflowError, OSError, ValueError):
        what = f"SOURCE_DATE_EPOCH is “{epoch[:40]}”, which is no moment in seconds"
        instead = "set it to digits such as 1795392000, or unset it"
        return Read(None, (problem_at("mkdocs.yml", Position(), what, instead),))


def is_to_come(day: date, today: date) -> bool:
    """Return True if the day has not begun anywhere yet."""
    return day - today > AHEAD
