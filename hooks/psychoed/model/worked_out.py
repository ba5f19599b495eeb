"""Which answers a worked-out one is made of, where its sheet has them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from psychoed.model.blocks.base import Answer, Worked
from psychoed.model.worksheet import Worksheet


class AnswersOfSheet(NamedTuple):
    """The answers of a sheet as a result may name them."""

    by_id: Mapping[str, tuple[Answer, ...]]
    by_name: Mapping[str, Answer]

    @classmethod
    def read(cls, worksheet: Worksheet) -> "AnswersOfSheet":
        return cls(worksheet.answers_by_id(), {answer.name: answer for _, answer in worksheet.named_answers()})

    def meant(self, name: str) -> tuple[Answer, ...]:
        """Return the answers that an id, a name, or a name with stars stands for; none where there are none."""
        if name in self.by_name:
            return (self.by_name[name],)
        if name in self.by_id:
            answers = self.by_id[name]
            return tuple(answer for answer in answers if not answer.worked) or answers
        pattern = re.compile(re.escape(name).replace(r"\*", r"\d+"))
        return tuple(answer for known, answer in self.by_name.items() if pattern.fullmatch(known))

    def parts(self, worked: Worked) -> tuple[tuple[str, float], ...]:
        """Return the names of the answers it is made of, each with what it is multiplied by."""
        return tuple(pair for name, times in worked.of for pair in self.named(name, times, worked))

    def named(self, name: str, times: float, worked: Worked) -> list[tuple[str, float]]:
        if "*" in name and name not in self.by_id:
            return [(name, times)]  # rows and entries that are added on screen have such names, too
        return [(one.name, times) for one in self.meant(name) if one.numbers is not None or worked.how == "count"]
