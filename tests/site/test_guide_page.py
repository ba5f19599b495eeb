"""The author's guide: in the staff edition each kind of block is drawn beside the text to copy; the public one has none."""

import pytest
import yaml

from fixture import PROJECT
from sites import traces

KINDS = yaml.safe_load((PROJECT / "data" / "kinds.yml").read_text("utf-8"))
ADDRESS = "staff/kinds-of-block/"


def test_public_edition_has_no_trace_of_it(public_site):
    assert traces(public_site, "kinds-of-block") == []


def test_page_of_all_worksheets_leads_to_it(staff_site):
    assert f"../{ADDRESS}" in staff_site.page("worksheets/").xpath("//main//a/@href")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind["id"])
def test_kind_is_drawn_beside_its_text(staff_site, kind):
    page = staff_site.page(ADDRESS)
    (heading,) = page.xpath(f"//h3[@id='kind-{kind['id']}']")
    pair = next(part for part in heading.itersiblings() if part.get("class") == "guide__pair")
    drawn, code = pair.xpath("./div")[0], pair.xpath("./pre/code")[0]
    assert code.text_content() == kind["example"]
    assert drawn.text_content().split()


def test_contents_lead_to_every_kind(staff_site):
    links = staff_site.page(ADDRESS).xpath("//nav[@class='guide__contents']//a/@href")
    assert sorted(links) == sorted(f"#kind-{kind['id']}" for kind in KINDS)
