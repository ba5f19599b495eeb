"""Every rule is shown by a wrong source with the exact message that it gives."""

import re
from pathlib import Path

from psychoed.checks.registry import all_rules
from small_site import read, small_site

CASES = Path(__file__).parents[1] / "problems"
ONCE_A_BUILD = {"untried-help-lines", "review-waiting"}
"""One line of Advice for the whole library: tests/checks/test_freshness.py and test_review.py."""


def test_every_rule_has_a_golden_case(tmp_path):
    library, _ = read(small_site(tmp_path))
    texts = [case.read_text("utf-8", "replace") for case in CASES.rglob("*.txt")]
    shown = {rule for text in texts for rule in re.findall(r"\[([a-z0-9-]+)\]$", text, re.MULTILINE)}
    assert {rule.id for rule in all_rules(library)} - shown == ONCE_A_BUILD
