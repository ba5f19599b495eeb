"""Settings that would end the build before it begins are named with their place, all at once, in plain words."""

import pytest

from psychoed.door.settings_file import faults_of_settings

NAME = "site_name: Elm Tree\n"
WRONG = {
    "site_nam: Elm Tree\n": ["1:1: “site_nam” is not a setting; did you mean “site_name”?"],
    "docs_dir: content\n": ["1:1: “site_name” is missing; add a line such as site_name: Elm Tree Practice"],
    f"{NAME}clinic:\n  name: Elm Tree\n": [
        "2:1: “clinic” is not a setting; indent it, with what belongs to it, below `extra:`"
    ],
    f"{NAME}site_url: www.elm.example\nnavv: []\n": [
        "2:11: “www.elm.example” is not the address of a site; write it whole, such as https://www.clinic.example/",
        "3:1: “navv” is not a setting; did you mean “nav”?",
    ],
    f"{NAME}site_url: https://[elm\n": [
        "2:11: “https://[elm” is not the address of a site; write it whole, such as https://www.clinic.example/"
    ],
    f"{NAME}INHERIT: [a.yml]\n": [
        "2:10: “INHERIT” names no file; write the path of one file, such as INHERIT: mkdocs.yml"
    ],
    f"{NAME}INHERIT: gone.yml\n": [
        "2:10: there is no file gone.yml to inherit; write the path of one file, such as INHERIT: mkdocs.yml"
    ],
    f"{NAME}INHERIT: mkdocs.yml\n": ["2:10: this file inherits itself; name another one, or take the line out"],
    f"{NAME}extra:\n  clinic:\n\tname: Elm\n": ["4:1: a tab stands here; write spaces in its place"],
    f"{NAME}site_description: For you: pages\n": [
        "2:26: a colon and a space stand inside a text; put the whole text in double quotes, or line this key up with those above"
    ],
    f'{NAME}extra:\n  clinic:\n    hours: "weekdays, 9 to 5\n    after_hours: Call.\n    colour: "#2f4a73"\n': [
        "4:12: the quotation mark that opens here is not closed on its line; add the closing one"
    ],
    f"{NAME}nav:\n  - Home: index.md\n  Sheets: a.md\n": [
        "4:3: this line does not line up with the lines above; indent it like its neighbors"
    ],
}


@pytest.mark.parametrize("settings", WRONG, ids=range(len(WRONG)))
def test_it_is_said_where_it_stands(settings, tmp_path):
    for folder in ("docs", "content"):
        (tmp_path / folder).mkdir()
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    assert [str(one) for one in faults_of_settings(tmp_path / "mkdocs.yml")] == [
        f"mkdocs.yml:{said}" for said in WRONG[settings]
    ]


def test_right_settings_have_no_fault(tmp_path):
    (tmp_path / "content").mkdir()
    right = (
        f"{NAME}site_url: https://elm.example/\ndocs_dir: content\ntheme: {{name: material}}\nextra: {{clinic: {{}}}}\n"
    )
    (tmp_path / "mkdocs.yml").write_text(right, "utf-8")
    (tmp_path / "staff.yml").write_text("INHERIT: mkdocs.yml\nsite_dir: b\n", "utf-8")
    assert [*faults_of_settings(tmp_path / "mkdocs.yml"), *faults_of_settings(tmp_path / "staff.yml")] == []


def test_settings_that_were_taken_away_are_missed(tmp_path):
    assert [str(one) for one in faults_of_settings(tmp_path / "mkdocs.yml")] == [
        "mkdocs.yml:1:1: the file is missing; put it back"
    ]
