"""Which pages and sheets for clients are in no packet."""

import shutil
from pathlib import Path

from psychoed.checks.links.packets import advise_on_packets
from small_site import read, small_site

PACKET = """title: A packet
summary: What is in it.
for: Whoever begins.
when: At the beginning.
items: [{article: parts/protectors.md}]
"""


def said(root: Path) -> list[str]:
    return [str(one) for one in advise_on_packets(read(root)[0])]


def test_what_is_in_no_packet_is_named_once_or_says_why_not(tmp_path):
    small_site(tmp_path)
    assert said(tmp_path) == []  # a clinic that hands out no packets is told nothing
    (tmp_path / "packets").mkdir()
    (tmp_path / "packets" / "one.yml").write_text(PACKET, "utf-8")
    assert said(tmp_path) == [
        "worksheets/valid.yml:1:8: 1 pages and sheets for clients are in no packet: worksheets/valid.yml; put each into a "
        "packet, or say why not in a line `no_packet: …` [in-no-packet]"
    ]
    for name in ("two", "three"):
        shutil.copy(tmp_path / "worksheets" / "valid.yml", tmp_path / "worksheets" / f"{name}.yml")
    assert said(tmp_path) == []  # nor one that has just begun with packets
    for name in ("two", "three"):
        (tmp_path / "worksheets" / f"{name}.yml").unlink()
    sheet = tmp_path / "worksheets" / "valid.yml"
    before = read(tmp_path)[0].sheets["valid"].version({})
    sheet.write_text(f"no_packet: Only the staff hand it out.\n{sheet.read_text('utf-8')}", "utf-8")
    assert said(tmp_path) == []
    assert read(tmp_path)[0].sheets["valid"].version({}) == before
