"""Another clinic, in another country, on other paper: its details alone are in every page and PDF, from extra.clinic."""

import re

import pikepdf
import pytest

from papers import opened
from psychoed.checks.site.leaks import published_text
from psychoed.reading.cache import Cache
from sites import Build

pytestmark = pytest.mark.xdist_group("second clinic")
NOT_THEIRS = re.compile(
    r"Your Clinic|555-0142|5550142|741741|ask your clinic\b|clinic\.example"
    r"|(?:Call|Text|Emergency|tel:|sms:) ?(?:911|988)\b"
)
"""Of the sample clinic and its country."""


@pytest.fixture
def site(framed) -> Build:
    return framed.site


def test_it_builds_strictly(site):
    assert site.code == 0, site.output


def test_no_word_of_the_sample_clinic_is_left(site, tmp_path):
    cache = Cache(tmp_path)
    files = [file for file in site.site.rglob("*") if file.suffix in (".html", ".pdf", ".json", ".xml", ".css")]
    texts = {file.relative_to(site.site).as_posix(): published_text(file, cache, made=True) for file in files}
    assert {path: found for path, text in texts.items() if (found := NOT_THEIRS.findall(text))} == {}


def inner_pages(site):
    """Every page but the home page and the one for what is missing."""
    return [page for page in site.pages() if page.parent != site.site]


def test_its_name_and_numbers_are_in_every_page_and_pdf(site, tmp_path):
    cache = Cache(tmp_path)
    for file in [*inner_pages(site), *site.site.rglob("*.pdf")]:
        text = published_text(file, cache, made=True)
        assert all(word in text for word in ("Elm Tree Practice", "020 7946 0018", "999")), file


def test_its_color_and_logo_are_on_screen_and_paper(site):
    pages = [file.read_text("utf-8") for file in inner_pages(site)]
    assert all("#6b2f2f" in page or "clinic.css" in page for page in pages)
    with pikepdf.open(site.pdf("what-is-here", "a4")) as document:
        said = [str(one.Alt) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert "Elm Tree Practice" in said


def test_a_packet_of_ones_own_begins_with_its_paper(site):
    assert site.page("worksheets/").xpath("//input[@name='packet-paper'][@checked]/@value") == ["a4"]


def test_large_print_is_on_its_paper(site):
    page = opened(site.pdf("what-is-here", "large-print")).pages[0]
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
