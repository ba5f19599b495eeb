"""Ten leaflets as a clinic writes them, and a site for staff on the same subjects: nothing is said of them."""

import shutil
from pathlib import Path

import markdown
import pytest

from planted import leaks
from psychoed.checks.registry import check_library
from psychoed.library.load import load_library
from psychoed.views.paper.fonts import printable
from small_site import small_site

LEAFLETS = Path(__file__).parent / "leaflets"
NAMES = sorted(file.stem for file in LEAFLETS.glob("*.md"))
FOR_STAFF = """---
title: The front desk
summary: What we say and do at the front desk.
audience: staff
group: staff
main_message: People at the door come first.
---

## Suicide risk

Somebody who speaks of suicide does not wait. Ask the therapist on duty to come, and stay.

## Fees and missed visits

A first visit costs $180, a later one $150. Who calls at least 24 hours before pays nothing. Do not ask why.

## Document

Each month, read the forms from the letter box. A form that was sent by e-mail is printed, and the mail deleted.

## When to ask for help

You do not need to prepare anything. If you are not sure, call the clinic at {{ clinic.phone }}.

[Finding us on the map](https://maps.example/the-front-desk/suicide-risk/)
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = small_site(tmp_path_factory.mktemp("clinic"))
    shutil.copytree(LEAFLETS, root / "content" / "leaflets")
    (root / "content" / "staff").mkdir()
    (root / "content" / "staff" / "front-desk.md").write_text(FOR_STAFF, "utf-8")
    return root


def test_nothing_is_said_of_ten_leaflets(root):
    library, problems = load_library(root, root / "mkdocs.yml", "en")
    found = [*problems, *check_library(library, root / "content", printable())]
    assert len(NAMES) == 10
    assert [str(one) for one in found if "leaflets/" in one.path] == []


@pytest.mark.parametrize("made", [True, False], ids=["made", "added"])
def test_no_leaflet_is_taken_for_a_text_for_staff(root, tmp_path, made):
    """As a page of the site, with links to other sites, and as a file that somebody put there."""
    site = tmp_path / "site"
    site.mkdir()
    link = "<p><a href='https://other.example/suicide-risk/the-front-desk/'>Elsewhere</a></p>"
    for file in (root / "content" / "leaflets").glob("*.md"):
        text = file.read_text("utf-8").split("---\n", 2)[2]
        (site / f"{file.stem}.html").write_text(markdown.markdown(text, extensions=["tables"]) + link, "utf-8")
    library, _ = load_library(root, root / "mkdocs.yml", "en")
    assert [str(one) for one in leaks(site, library, root, authored=not made)] == []
