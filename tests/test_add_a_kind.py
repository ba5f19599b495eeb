"""What CONTRIBUTING says of adding a kind of block is all that there is to do: its code, put in a copy, works everywhere."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent, indent

import pytest
from pypdf import PdfReader

from sites import STAFF, Build, built
from small_project import small_project

HERE = Path(__file__).parent
SECTION = re.search(
    r"### Add a kind of block\n(.*?)\n### ", (HERE.parent / "CONTRIBUTING.md").read_text("utf-8"), re.S
)[1]
STEPS = re.findall(r"`([^`]+)`:\n\n```\w+\n(.*?)```", SECTION, re.S)
NAMES = ["what-helps-1", "what-helps-2", "what-helps-3"]
"""Of the answers that the example takes."""
PAGE = "---\ntemplate: kinds.html\ntitle: Kinds of block\nsummary: Each with an example.\n---\n"
STAFF_SETTINGS = """INHERIT: mkdocs.yml
site_dir: site-staff
exclude_docs: ""
not_in_nav: /staff/
extra: {edition: staff}
"""
"""The guide is for those who write: it stands in the edition for staff."""
SHEET = """title: In order
summary: What helps you most.
phase: self
minutes: 2
pages: 1
related: [parts/protectors.md]
blocks:
  - type: pause
  - type: group
    blocks:
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    root = small_project(tmp_path_factory.mktemp("kind") / "clinic")
    for path, code in STEPS:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(f"\n\n{code}")
    example = indent(dedent(STEPS[3][1].partition("example: |\n")[2]), " " * 6)
    (root / "worksheets" / "in-order.yml").write_text(SHEET + example, "utf-8")
    (root / "content" / "staff").mkdir()
    (root / "content" / "staff" / "kinds-of-block.md").write_text(PAGE, "utf-8")
    (root / "mkdocs.staff.yml").write_text(STAFF_SETTINGS, "utf-8")
    return root


@pytest.fixture(scope="module")
def site(project) -> Build:
    done = built(project, *STAFF)
    assert done.code == 0, done.output
    return done


def test_it_touches_a_model_a_macro_a_function_and_an_example():
    assert [Path(path).parts[:3] for path, _ in STEPS] == [
        ("hooks", "psychoed", "model"),
        ("overrides", "blocks", "choosing.html"),
        ("overrides", "print", "choosing.typ"),
        ("data", "kinds.yml"),
    ]


def test_the_tests_that_walk_the_kinds_know_it(project):
    """They ask for the class, the macro, the function, the guide and the schema."""
    tests = project / "tests" / "model"
    tests.mkdir(parents=True)
    (tests / "test_kinds.py").write_bytes((HERE / "model" / "test_kinds.py").read_bytes())
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-o", "pythonpath=hooks", "--rootdir=."]
    done = subprocess.run(
        [*command, "-rA", "tests/model/test_kinds.py"], cwd=project, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout
    passed = re.findall(r"PASSED \S+::(\w+)\[rank\]", done.stdout)
    assert {"test_the_guide_shows_it", "test_the_schema_has_it"} < set(passed)


def test_editors_know_it(project):
    command = [sys.executable, "-c", "from psychoed.commands.main import main; main()", "schema", "--to", "-"]
    environment = os.environ | {"PYTHONPATH": str(project / "hooks"), "PYTHONUTF8": "1"}
    told = subprocess.run(command, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=True)
    models = json.loads(told.stdout)["$defs"]
    assert models["Rank"]["description"] == "Things to put in order, with a number before each."
    assert "#/$defs/Rank" in json.dumps(models["Group"])


def test_the_guide_draws_it(site):
    (heading,) = site.page("staff/kinds-of-block/").xpath("//h3[@id='kind-rank']")
    pair = next(part for part in heading.itersiblings() if part.get("class") == "guide__pair")
    assert pair.xpath(".//*[@name]/@name") == NAMES


def test_a_sheet_has_its_answers_under_the_same_names_on_page_and_paper(site):
    assert site.page("worksheets/in-order/").xpath("//fieldset[@class='block rank-block']//*[@name]/@name") == NAMES
    for paper in ("letter", "a4", "large-print"):
        fields = PdfReader(site.pdf("in-order", paper)).get_fields()
        assert [name for name in fields if name in NAMES] == NAMES
