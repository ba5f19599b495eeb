"""Lists that several texts must say alike: filled in where they are quoted, and marked where they are house rules."""

from pathlib import Path

from psychoed.reading.markdown.richtext import quoted
from small_site import read, small_site

OWN = """- id: prescriber
  says: What ours asks.
  items:
    - {says: "Gout", under: body, sources: [S-SEEN2020]}
    - says: Left-handed & proud
"""
SHEET = """title: A sheet
summary: What it is for.
phase: clinic
minutes: 5
pages: 1
blocks:
  - type: checklist
    id: tell
    text: What I tell
    options: ["{{ list.prescriber }}", Something else]
"""


def with_own_list(root: Path) -> Path:
    small_site(root)
    (root / "data" / "care-lists.yml").write_text(OWN, "utf-8")
    (root / "worksheets" / "tell.yml").write_text(SHEET, "utf-8")
    return root


def test_a_sheet_has_the_items_of_a_list_as_options_of_its_own(tmp_path):
    library, problems = read(with_own_list(tmp_path))
    assert [str(one) for one in problems if one.path == "worksheets/tell.yml"] == []
    block = library.sheets["tell"].worksheet.blocks[0]
    assert [answer.name for answer in block.answers()] == ["tell-1", "tell-2", "tell-3"]
    assert block.options == ("Gout", "Left-handed & proud", "Something else")


def test_a_page_has_the_items_as_a_list_and_knows_the_house_rules(tmp_path):
    quotes = read(with_own_list(tmp_path))[0].quotes()
    assert quoted("{{ list.prescriber }}", quotes) == "- Gout\n- Left-handed &amp; proud"
    assert quoted("{{ list.prescriber.marked }}", quotes) == "- Gout\n- Left-handed &amp; proud \\(house rule\\)"


def test_a_part_of_a_list_is_quoted_by_itself(tmp_path):
    root = with_own_list(tmp_path)
    sheet = SHEET.replace("list.prescriber }}", "list.prescriber.body }}")
    (root / "worksheets" / "tell.yml").write_text(sheet, "utf-8")
    library, problems = read(root)
    assert [str(one) for one in problems if one.path == "worksheets/tell.yml"] == []
    assert library.sheets["tell"].worksheet.blocks[0].options == ("Gout", "Something else")
    assert quoted("{{ list.prescriber.body }}", library.quotes()) == "- Gout"


def test_what_is_said_of_a_sheet_changes_with_the_list(tmp_path):
    first = read(with_own_list(tmp_path))[0].sheets["tell"].version({})
    (tmp_path / "data" / "care-lists.yml").write_text(OWN.replace("Gout", "Asthma"), "utf-8")
    assert read(tmp_path)[0].sheets["tell"].version({}) != first
