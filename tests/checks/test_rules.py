"""Every rule is shown by a wrong source with the exact message that it gives."""

import re
from pathlib import Path

from psychoed.checks.registry import ALL_RULES, CHECKS, OF_SOURCES, rules_of
from small_site import read, small_site

CASES = Path(__file__).parents[1] / "problems"

SHOWN_BY_TESTS = {"metadata": "leaks/test_added_files.py", "file-weight": "reading/test_opened_files.py"}
"""Rules on pictures and sound, which no golden case can hold as text."""


def test_every_rule_has_a_golden_case(tmp_path):
    library, _ = read(small_site(tmp_path))
    texts = [case.read_text("utf-8", "replace") for case in CASES.rglob("*.txt")]
    shown = {rule for text in texts for rule in re.findall(r"\[([a-z0-9-]+)\]$", text, re.MULTILINE)}
    assert {rule.id for rule in rules_of(library, OF_SOURCES)} - SHOWN_BY_TESTS.keys() <= shown


def test_what_no_golden_case_can_show_is_shown_by_a_test():
    for rule, test in SHOWN_BY_TESTS.items():
        text = (CASES.parent / test).read_text("utf-8")
        assert f"[{rule}]" in text or f'"{rule}"' in text, rule


def test_every_rule_is_registered_once():
    ids = [rule.id for rule in ALL_RULES]
    assert len(ids) == len(set(ids))
    assert {id_ for check in CHECKS for id_ in check.also} <= set(ids)


def test_a_check_looks_after_one_fixed_rule_at_most_and_names_it_first():
    for check in CHECKS:
        fixed = [rule.level == "fixed" for rule in check.rules]
        assert fixed == sorted(fixed, reverse=True), check.function
        assert sum(fixed) <= 1, check.function
