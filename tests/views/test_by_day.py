"""Which tables are shown as one card a day: those whose columns are days, and no others."""

import pytest
import yaml

from fixture import PROJECT
from psychoed.views.web.by_day import is_by_day

WORDS = yaml.safe_load((PROJECT / "data" / "strings.en.yml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("columns", "by_day"),
    [
        (["Mon", "Tue", "Wed"], True),
        (["Monday", "Tuesday", "Wednesday", "Thursday"], True),
        (["Day 1", "Day 2", "Day 3"], True),
        (["Week 10", "Week 11", "Week 12"], True),
        (["Day 1", "Day 2"], False),
        (["Option 1", "Option 2", "Option 3"], False),
        (["Mon", "Tue", "Total"], False),
        (["1", "2", "3"], False),
    ],
)
def test_days_head_the_columns(columns, by_day):
    table = {"type": "table", "columns": [{"text": text} for text in ("What", *columns)]}
    assert is_by_day(table, WORDS) == by_day
