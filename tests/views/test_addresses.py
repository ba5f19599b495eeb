"""Where links and codes on paper lead, from both editions."""

import pytest

from psychoed.views.paper.addresses import Addresses, one_site

BOTH = Addresses(
    "https://staff.clinic.example", "https://clinic.example/library", frozenset({"staff/welcome", "worksheets/pause"})
)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("parts/sides-of-you.md#managers", "https://clinic.example/library/parts/sides-of-you/#managers"),
        ("index.md", "https://clinic.example/library/"),
        ("staff/welcome.md", "https://staff.clinic.example/staff/welcome/"),
        ("staff/welcome/welcome-a4.pdf", "https://staff.clinic.example/staff/welcome/welcome-a4.pdf"),
        ("worksheets/pause.md", "https://staff.clinic.example/worksheets/pause/"),
        ("worksheets/pauses.md", "https://clinic.example/library/worksheets/pauses/"),
        ("https://example.org/a", "https://example.org/a"),
        ("tel:988", "tel:988"),
        ("#here", "#here"),
    ],
)
def test_what_both_editions_have_is_reached_by_everybody(typed: str, address: str):
    assert BOTH.link(typed) == address


def test_without_a_site_a_link_is_its_words_and_there_is_no_code():
    assert one_site("").link("parts/sides-of-you.md") == ""
    nothing = {"version": "a", "url": "", "address": "", "qr": ""}
    assert one_site("").addressed({"version": "a"}, "parts/sides-of-you/") == nothing


def test_a_code_leads_to_the_version_that_was_printed():
    shared, own = (
        BOTH.addressed({"version": "abc1234"}, page) for page in ("worksheets/a-side-of-me/", "worksheets/pause/")
    )
    assert shared["address"] == "clinic.example/library/worksheets/a-side-of-me"
    assert own["address"] == "staff.clinic.example/worksheets/pause"
    codes = {
        one_site(site).addressed({"version": version}, "worksheets/a-side-of-me/")["qr"]
        for site in BOTH[:2]
        for version in "ab"
    }
    assert len(codes) == 4
