"""Every navigation that an author may write is drawn, or has a Problem with its place; none ends a build by itself.

The messages are shown by tests/problems/settings/more-nav*.txt.
"""

import shutil
from pathlib import Path

import pytest

from sites import Build, built
from small_project import small_project

NAV = """nav:
  - Home: index.md
  - Parts work:
      - Weather: https://www.bbc.com/weather
      - A part:
          - parts/protectors.md
          - Harbor: https://www.harbor.example/
      - parts/index.md
      - A sheet: worksheets/valid.md
      - Nothing: []
  - Deep:
      - Deeper:
          - Tides: https://tides.example/
          - Deepest:
              - packets/index.md
  - Elsewhere:
      - Around:
          - Tide tables: https://www.tides.example/
  - Nowhere: []
  - Worksheets: worksheets/index.md

"""
WRONG = "[3, true, 2026-01-02, '', [index.md], {A: 3}, {A: }, {A: index.md, B: index.md}, {A: {B: [3], C: 4}}]"


def project(to: Path, begin: str, end: str, by: str) -> Path:
    """The small project, where this piece of the settings stands for another."""
    root = small_project(to)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    before, after = settings.partition(begin)[0], settings.partition(end)[2]
    (root / "mkdocs.yml").write_text(f"{before}{by}{end}{after}", "utf-8")
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Build:
    """The project with links and sections in its sections."""
    root = project(tmp_path_factory.mktemp("navigation") / "project", "nav:\n", "extra:\n", NAV)
    return built(root, "--strict")


def test_it_builds_strictly(site):
    assert site.code == 0, site.output


def test_a_topic_lists_links_and_sections_beside_pages(site):
    entries = site.page("parts/").xpath("//ol[@class='reading']/li/*[self::h3 or self::h4]")
    assert [(entry.tag, entry.text_content(), "".join(entry.xpath("a/@href"))) for entry in entries] == [
        ("h3", "Weather", "https://www.bbc.com/weather"),
        ("h3", "A part", ""),
        ("h4", "Protectors", "protectors/"),
        ("h4", "Harbor", "https://www.harbor.example/"),
        ("h3", "A valid sheet", "../worksheets/valid/"),
    ]


@pytest.mark.parametrize("menu", ["//nav[@id='menu']//a[not(@data-open-search)]", "//nav[@class='bar__nav']/a"])
def test_a_section_opens_with_its_first_page_and_else_with_a_link(site, menu):
    found = {str(entry.text_content()): str(entry.get("href")) for entry in site.page("").xpath(menu)}
    assert {name: found.get(name) for name in ("Parts work", "Deep", "Elsewhere", "Nowhere")} == {
        "Parts work": "parts/",
        "Deep": "packets/",
        "Elsewhere": "https://www.tides.example/",
        "Nowhere": None,
    }


@pytest.mark.parametrize("said", ["3", WRONG])
def test_a_wrong_more_nav_ends_no_build(site, tmp_path, said):
    root = project(tmp_path, "extra:\n", "  clinic:\n", f"extra:\n  more_nav: {said}\n")
    shutil.copytree(site.root / ".cache", root / ".cache", symlinks=True)
    done = built(root, "--strict", "--quiet")
    assert done.code == 1
    assert "Traceback" not in done.output
    assert "mkdocs.yml:15:13: " in done.output or "mkdocs.yml:15:14: " in done.output


def test_a_topic_without_others_in_its_part_has_no_heading_for_them(tmp_path):
    alone = "nav:\n  - parts/index.md\n  - parts/protectors.md\n  - index.md\n  - packets/index.md\n  - worksheets/index.md\n"
    done = built(project(tmp_path, "nav:\n", "extra:\n", f"{alone}\n"), "--strict")
    assert done.code == 0, done.output
    page = done.page("parts/")
    assert page.xpath("//ol[@class='reading']") == []
    assert [page.get_element_by_id(str(name)).tag for name in page.xpath("//section/@aria-labelledby")]
