"""What the clinic is told about its own details."""

import pytest

from checks.clinic import advise_on_placeholders, contrast
from small_site import read, small_site


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#000000", 21), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


def advice(root, old: str, new: str) -> list[str]:
    settings = small_site(root) / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace(old, new), "utf-8")
    return [str(one) for one in advise_on_placeholders(read(root)[0])]


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
        "write your clinic's own before anybody reads the site"
    ]
