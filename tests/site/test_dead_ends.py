"""No link of the project's own two editions leads nowhere."""

import pytest

from psychoed.build.edition import Project
from psychoed.build.judge_site import problems_of_site
from psychoed.library.load import load_library
from sites import Build


@pytest.mark.parametrize("name", ["public", "staff"])
def test_no_link_leads_nowhere(name: str, request: pytest.FixtureRequest):
    made: Build = request.getfixturevalue(f"{name}_site")
    settings = made.root / ("mkdocs.yml" if name == "public" else "mkdocs.staff.yml")
    address = "https://clinic.example/" if name == "public" else "https://staff.clinic.example/"
    library, problems = load_library(made.root, settings, "en")
    project = Project(made.root, settings, made.root / "content", address, "en", staff=name == "staff")
    assert not problems
    assert problems_of_site(made.site, project, library, []) == []
