"""Remembers which links were good and on which day they were asked, so that good ones are seldom asked again."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from psychoed.model.base import Day, Model
from psychoed.outside_links.answers import FINE, SiteAnswer


class Good(Model):
    """A link that led to its page."""

    checked: Day
    """The day it was asked."""
    moved_to: str = ""
    """The new address, where the page has moved for good."""

    def answer(self) -> SiteAnswer:
        return SiteAnswer("moved", "has moved for good", self.moved_to) if self.moved_to else FINE


Memory = dict[str, Good]
MEMORY_FILE = TypeAdapter(Memory)


def recalled(file: Path, today: date, max_age_days: int) -> Memory:
    """Return what is still fresh. A file that is missing or cannot be read is as good as an empty one."""
    try:
        memory = MEMORY_FILE.validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return {}
    return {page: good for page, good in memory.items() if 0 <= (today - good.checked).days < max_age_days}


def with_answers(memory: Memory, answers: Mapping[str, SiteAnswer], today: date) -> Memory:
    good = {page: answer for page, answer in answers.items() if answer.verdict in ("fine", "moved")}
    return memory | {page: Good(checked=today, moved_to=answer.moved_to) for page, answer in good.items()}


def save(memory: Memory, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.{os.getpid()}.part")
    unfinished.write_bytes(MEMORY_FILE.dump_json(dict(sorted(memory.items())), indent=1) + b"\n")
    unfinished.replace(file)  # whole or not at all, also when it is stopped here
