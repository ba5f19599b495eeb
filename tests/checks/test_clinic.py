"""What the clinic is told about its own details."""

from pathlib import Path

import pytest

from psychoed.checks.clinic import GROUNDS, LEAST_CONTRAST, check_placeholders, contrast
from psychoed.model.clinic import in_the_dark
from small_site import read, small_site


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#000000", 21), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


def test_every_color_that_is_dark_enough_for_paper_can_be_read_in_the_dark():
    assert contrast(in_the_dark("#000000"), GROUNDS[1][1]) >= LEAST_CONTRAST  # the darkest of them


def test_the_grounds_are_those_of_the_site():
    tokens = (Path(__file__).parents[2] / "overrides" / "assets" / "css" / "tokens.css").read_text("utf-8")
    assert f"--hollow: light-dark({GROUNDS[0][1]}, {GROUNDS[1][1]});" in tokens


def advice(root, old: str, new: str) -> list[str]:
    settings = small_site(root) / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace(old, new), "utf-8")
    return [str(one) for one in check_placeholders(read(root)[0])]


def test_a_clinic_with_its_own_details_gets_no_advice(tmp_path):
    assert advice(tmp_path, "", "") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("name: Harbor Clinic", "name: Your Clinic", 6, "name"),
        ("020 7946 0123", "555-0142", 7, "phone"),
        ("Stop eating", "(ask your clinic) Stop eating", 12, "food_rule"),
    ],
)
def test_words_of_the_sample_are_named(tmp_path, old, new, line, key):
    assert advice(tmp_path, old, new) == [
        f"mkdocs.yml:{line}:5: extra.clinic.{key} still holds the sample's words; "
        "write your clinic's own before anybody reads the site [placeholder]"
    ]


@pytest.mark.parametrize(
    ("site", "rules"),
    [
        ("https://harbor.test/", ["[placeholder]"]),
        ("https://library.harbor.example.org/", ["[placeholder]"]),
        ("http://localhost:8000/", ["[placeholder]"]),
        ("https://harbor-clinic.org/", ["[published-placeholder]"] * 2),
    ],
)
def test_a_site_with_an_address_of_its_own_may_hold_no_words_of_the_sample(tmp_path, site, rules):
    settings = small_site(tmp_path) / "mkdocs.yml"
    settings.write_text(f"site_url: {site}\n{settings.read_text('utf-8')}", "utf-8")
    page = tmp_path / "content" / "parts" / "protectors.md"
    page.write_text(page.read_text("utf-8") + "\nCall [placeholder] first.\n", "utf-8")
    found = [str(one) for one in check_placeholders(read(tmp_path)[0])]
    assert [one.rpartition(" ")[2] for one in found] == rules
    assert "“[placeholder]” is a placeholder" in found[0]
    assert all("nobody has dialed any of the help lines" in one for one in found[1:])
