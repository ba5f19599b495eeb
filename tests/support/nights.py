"""What the tests look at only at night: more of a kind of which the run for each change has seen some."""

import os
from collections.abc import Sequence
from typing import TypeVar

Looked = TypeVar("Looked")
AT_NIGHT = os.environ.get("HYPOTHESIS_PROFILE", "usual") != "usual"


def some_by_day(all_of_them: Sequence[Looked], each: int) -> Sequence[Looked]:
    """Return the first of each few, and at night all."""
    return all_of_them if AT_NIGHT else all_of_them[::each]
