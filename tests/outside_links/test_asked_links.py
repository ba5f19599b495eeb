"""Whatever page of another site a built page leads to, the command asks for it, wherever its link is written."""

from collections.abc import Iterator
from pathlib import Path

import lxml.html

from psychoed.outside_links.find_links import external_links
from sites import STAFF, built
from small_project import small_project

OWN = ("https://harbor.example/",)
PACKET = """title: A start
summary: Two things, as [told](https://packet.test/summary).
for: People who [begin](https://packet.test/for).
when: This [week](https://packet.test/when).
items:
  - note: |
      Read [slowly](https://packet.test/note).

      - A list has [one](https://packet.test/list) too.
  - article: parts/protectors.md
    why: It is [short](https://packet.test/why).
    when: On a [quiet](https://packet.test/item-when) day.
  - worksheet: valid
"""
FOR_STAFF = """INHERIT: mkdocs.yml
site_dir: site-staff
extra:
  edition: staff
  more_nav:
    - Colleagues: https://settings.test/more-nav
"""


def everywhere(root: Path) -> Path:
    """A small project with links in all that a clinic writes."""
    small_project(root)
    write(root, "packets/start.yml", PACKET)
    write(root, "mkdocs.staff.yml", FOR_STAFF)
    change(root, "content/parts/protectors.md", "A protector means well.[", "It [means](https://page.test/text) well.[")
    change(root, "worksheets/valid.yml", "What do you notice?", "What do you [notice](https://sheet.test/text)?")
    change(root, "mkdocs.yml", "  - Packets:", "  - Weather: https://settings.test/nav\n  - Packets:")
    change(root, "mkdocs.yml", "    country: US", "    leave_to: https://settings.test/leave\n    country: US")
    change(root, "overrides/partials/leave.html", "<a ", '<a href="https://template.test/leave">x</a><a ')
    return root


def write(root: Path, path: str, text: str) -> None:
    (root / path).write_text(text, "utf-8")


def change(root: Path, path: str, text: str, by: str) -> None:
    before = (root / path).read_text("utf-8")
    assert text in before
    write(root, path, before.replace(text, by, 1))


def led_to(site: Path) -> Iterator[str]:
    """Every address of another site that a reader of the site can follow."""
    for file in site.rglob("*.html"):
        for link in lxml.html.parse(file).xpath("//a[starts-with(@href, 'http')]"):
            if not link.get("href").startswith(OWN):
                yield link.get("href")


def asked(root: Path) -> set[str]:
    links = external_links(root)
    assert [str(problem) for problem in links.problems] == []
    return {link.address for link in links.value}


def test_the_command_asks_for_all_that_pages_lead_to(tmp_path):
    root = everywhere(tmp_path)
    done = built(root, *STAFF)
    assert done.code == 0, done.output
    found = set(led_to(done.site))
    assert found - asked(root) == set()
    assert found >= {
        "https://packet.test/note",
        "https://packet.test/why",
        "https://sheet.test/text",
        "https://page.test/text",
        "https://settings.test/nav",
        "https://settings.test/more-nav",
        "https://settings.test/leave",
        "https://template.test/leave",
    }


def test_what_no_setting_says_is_asked_as_it_is_built(tmp_path):
    assert "https://www.bbc.com/weather" in asked(small_project(tmp_path))


def test_a_site_that_shows_our_pages_is_not_one_that_they_lead_to(tmp_path):
    root = small_project(tmp_path)
    change(root, "mkdocs.yml", "    country: US", "    embed_on: [https://frame.test]\n    country: US")
    assert "https://frame.test" not in asked(root)
