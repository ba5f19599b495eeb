"""Another clinic, in another country, on other paper: its details alone are in every page and PDF, from extra.clinic."""

import re
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from psychoed.checks.site.leaks import published_text
from psychoed.reading.cache import Cache
from sites import STAFF, Build, built, copied

CLINIC = """  clinic:
    name: Harbor Practice
    phone: 020 7946 0018
    hours: Monday to Thursday, 8 to 4
    after_hours: Leave a message and we call back on the next working day.
    country: GB
    paper: a4
    colour: "#6b2f2f"
    logo: assets/harbor.svg
    food_rule: Our team tells you when to stop eating.
    drink_rule: Our team tells you when to stop drinking.
    medicine_rule: Our prescriber tells you which medicines to take. Do not change one on your own.
    driving_rule: Do not drive until two nights after a session.
    companion_rule: Another adult takes you home and stays for the evening.
    decision_rule: Put off big decisions until our next talk.
    visit_rule: We book your next visit before you leave.
"""
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="60" height="20" fill="#6b2f2f"/></svg>'
)
NOT_THEIRS = re.compile(
    r"Your Clinic|555-0142|5550142|741741|ask your clinic\b|(?<!staff\.)clinic\.example"
    r"|(?:Call|Text|Emergency|tel:|sms:) ?(?:911|988)\b"
)
"""Of the sample clinic and its country. Where the staff edition lies is said in mkdocs.staff.yml, by each clinic."""


def another_clinic(to: Path) -> Path:
    root = copied(to)
    settings = (root / "mkdocs.yml").read_text("utf-8")
    settings, count = re.subn(r"  clinic:\n(?:    .*\n|\n)*?(?=\n  #|  [a-z])", CLINIC, settings, count=1)
    assert count == 1
    for theirs, ours in (
        ("Your Clinic", "Harbor Practice"),
        ("from your clinic", "from us"),
        ("//clinic.", "//harbor."),
    ):
        assert theirs in settings
        settings = settings.replace(theirs, ours)
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    (root / "content" / "assets").mkdir(exist_ok=True)
    (root / "content" / "assets" / "harbor.svg").write_text(LOGO)
    return root


@pytest.fixture(scope="module", params=["public", "staff"])
def site(shared, request) -> Build:
    options = STAFF if request.param == "staff" else ()
    return shared.once(f"harbor-{request.param}", lambda root: built(another_clinic(root), "--strict", *options))


def test_it_builds_strictly(site):
    assert site.code == 0, site.output


def test_no_word_of_the_sample_clinic_is_left(site, tmp_path):
    cache = Cache(tmp_path)
    files = [file for file in site.site.rglob("*") if file.suffix in (".html", ".pdf", ".json", ".xml", ".css")]
    texts = {file.relative_to(site.site).as_posix(): published_text(file, cache) for file in files}
    assert {path: found for path, text in texts.items() if (found := NOT_THEIRS.findall(text))} == {}


def test_its_name_and_numbers_are_in_every_page_and_pdf(site, tmp_path):
    cache = Cache(tmp_path)
    for file in [*site.site.rglob("*/index.html"), *site.site.rglob("*.pdf")]:
        text = published_text(file, cache)
        assert all(word in text for word in ("Harbor Practice", "020 7946 0018", "999")), file


def test_its_color_and_logo_are_on_screen_and_paper(site):
    pages = [file.read_text("utf-8") for file in site.site.rglob("*/index.html")]
    assert all("#6b2f2f" in page or "clinic.css" in page for page in pages)
    pdf = site.site / "worksheets" / "self-check" / "self-check-a4.pdf"
    with pikepdf.open(pdf) as document:
        said = [str(one.Alt) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert "Harbor Practice" in said


def test_a_packet_of_ones_own_begins_with_its_paper(site):
    assert site.page("worksheets/").xpath("//input[@name='packet-paper'][@checked]/@value") == ["a4"]


def test_large_print_is_on_its_paper(site):
    page = PdfReader(site.site / "worksheets" / "self-check" / "self-check-large-print.pdf").pages[0]
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
