"""What stands behind a page in a review packet: its claims beside their sources, and what it was let off."""

from pathlib import Path

from psychoed.checks.exceptions import allowances
from psychoed.library.load import load_library
from psychoed.views.paper.review import what_it_rests_on
from small_site import small_site

PAGE = """---
title: A page
summary: Words.
main_message: Words.
audience: client
group: parts
evidence: {It helps: early}
---

It was studied. It may help some people.[^S-SEEN2020] Others wait.

- He is an addict, they said.[^S-SEEN2020] <!-- lint-ok: stig-addict quoted, to be replaced -->
"""


def test_claims_stand_beside_their_sources_and_exceptions_beside_their_reasons(tmp_path: Path):
    small_site(tmp_path)
    (tmp_path / "content" / "parts" / "page.md").write_text(PAGE, "utf-8")
    library, _ = load_library(tmp_path, tmp_path / "mkdocs.yml", "en")
    found = what_it_rests_on(library.pages["parts/page.md"], library, list(allowances(library)))
    assert [claim["says"] for claim in found["claims"]] == ["It may help some people.", "He is an addict, they said."]
    assert all(claim["sources"][0]["says"] for claim in found["claims"])
    assert found["evidence"] == [["It helps", "early evidence"]]
    (excused,) = found["excused"]
    assert (excused["says"], excused["reason"]) == ("He is an addict, they said.", "quoted, to be replaced")
    assert excused["rule"].startswith("write “person with")


ASKED = """ask_reviewer:
  - asks: Is “some” right?
    at: It may help some people
  - asks: What is missing?
"""


def test_the_questions_of_the_writers_stand_with_the_line_that_they_are_about(tmp_path: Path):
    small_site(tmp_path)
    (tmp_path / "content" / "parts" / "page.md").write_text(
        PAGE.replace("group: parts\n", f"group: parts\n{ASKED}"), "utf-8"
    )
    library, _ = load_library(tmp_path, tmp_path / "mkdocs.yml", "en")
    found = what_it_rests_on(library.pages["parts/page.md"], library, [])["asked"]
    about = "About “It may help some people” (line 14 of the file)"
    assert found == [{"asks": "Is “some” right?", "at": about}, {"asks": "What is missing?", "at": ""}]
