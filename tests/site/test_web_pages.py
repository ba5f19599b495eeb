"""The built pages without a browser: they list each other, every address leads somewhere, and nothing is fetched
from elsewhere."""

import re
from collections import Counter
from fractions import Fraction
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from PIL import Image

from fixture import SHEETS
from papers import paragraphs, squeezed
from sites import PAPERS, parsed

OUTSIDE = ("https:", "http:", "mailto:", "tel:", "sms:", "data:")
FETCHED = "//*/@src | //*/@srcset | //*/@poster | //object/@data | //use/@href | //link[@rel!='canonical']/@href"
FETCHED_BY_STYLE = re.compile(r"url\(\s*[\"']?(?!data:|#)([^\"')]+)|@import\s+[\"']([^\"']+)")


@pytest.fixture(params=["public_site", "staff_site", "odd_site", "odd_staff_site"])
def site(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def shelves(library):
    """Ids of the public sheets by phase, as the library says."""
    sheets = sorted(library.edition(staff=False).sheets.values(), key=lambda sheet: sheet.worksheet.title)
    by_phase = {phase: [sheet.id for sheet in sheets if sheet.worksheet.phase == phase] for phase in library.phases}
    return {phase: ids for phase, ids in by_phase.items() if ids}


def address_of(page: Path, site: Path) -> str:
    path = page.relative_to(site).as_posix()
    return f"/{path.removesuffix('index.html')}"


def file_at(address: str, site: Path) -> Path:
    path = unquote(urlsplit(address).path).lstrip("/")
    return site / path / "index.html" if path.endswith("/") or not path or (site / path).is_dir() else site / path


@cache
def places_in(file: Path) -> frozenset[str]:
    return frozenset(parsed(file).xpath("//@id")) | {""} if file.suffix == ".html" else frozenset({""})


def leads_nowhere(address: str, site: Path) -> bool:
    file = file_at(address, site)
    return not file.is_file() or unquote(urlsplit(address).fragment) not in places_in(file)


def test_every_address_in_every_page_leads_somewhere(site):
    dead = [
        (address_of(page, site.site), href)
        for page in site.pages()
        for href in parsed(page).xpath("//@href | //@src")
        if not href.startswith(OUTSIDE) and leads_nowhere(urljoin(address_of(page, site.site), href), site.site)
    ]
    assert dead == []


def test_labels_and_descriptions_name_what_is_on_their_page(site):
    names = "//label/@for | //@aria-labelledby | //@aria-describedby | //@aria-controls"
    dead = [
        (page.name, name)
        for page in site.pages()
        for name in " ".join(parsed(page).xpath(names)).split()
        if name not in places_in(page)
    ]
    assert dead == []


def test_no_id_stands_twice_in_a_page(site):
    counts = {page: Counter(parsed(page).xpath("//@id")) for page in site.pages()}
    assert {
        page.parent.name: ids for page, found in counts.items() if (ids := [i for i, n in found.items() if n > 1])
    } == {}


def test_no_page_fetches_anything_from_another_origin(site):
    fetched = {(page.parent.name, href) for page in site.pages() for href in parsed(page).xpath(FETCHED)}
    assert [found for found in fetched if found[1].startswith(("http:", "https:", "//"))] == []
    assert len(fetched) > 10


def test_no_style_fetches_anything_from_another_origin(site):
    inline = "".join("".join(parsed(page).xpath("//style/text() | //@style")) for page in site.pages())
    sheets = {file: file.read_text("utf-8") for file in site.site.rglob("*.css")} | {site.site / "inline.css": inline}
    found = [(file, one or other) for file, css in sheets.items() for one, other in FETCHED_BY_STYLE.findall(css)]
    assert [address for file, address in found if not (file.parent / address).is_file()] == []
    assert found


def test_no_style_sheet_holds_what_its_author_notes(site):
    noted = [file.name for file in site.site.glob("assets/css/*.css") if "/*" in file.read_text("utf-8")]
    assert noted == []


def test_library_page_lists_every_sheet_once_by_phase(public_site, shelves):
    page = public_site.page("worksheets/")
    sections = page.xpath("//section[starts-with(@aria-labelledby, 'phase-')]")
    found = {
        section.get("aria-labelledby").removeprefix("phase-"): section.xpath(
            ".//li//a[not(contains(@href, '.pdf'))]/@href"
        )
        for section in sections
    }
    assert found == {phase: [f"{id_}/" for id_ in ids] for phase, ids in shelves.items()}
    assert list(found) == list(shelves)


@pytest.mark.parametrize("sheet", SHEETS)
def test_library_page_and_sheet_offer_the_three_pdfs(sheet_site, sheet):
    papers = [f"{sheet}-{paper}.pdf" for paper in PAPERS]
    assert sheet_site.page(f"worksheets/{sheet}/").xpath("//a[contains(@href, '.pdf')]/@href") == papers
    listed = sheet_site.page("worksheets/").xpath(f"//a[starts-with(@href, '{sheet}/')]/@href")
    assert listed == [f"{sheet}/", *(f"{sheet}/{paper}" for paper in papers)]


def test_library_page_shows_the_first_page_of_each_sheet(public_site):
    pictures = public_site.page("worksheets/").xpath("//img[@class='sheets__picture']")
    assert [one.get("src") for one in pictures] == [
        f"{id_}/{id_}.webp" for id_ in (one.getparent().xpath(".//input[@data-add]/@value")[0] for one in pictures)
    ]
    assert {(one.get("loading"), one.get("alt")) for one in pictures} == {("lazy", "")}
    for one in pictures:
        with Image.open(public_site.site / "worksheets" / one.get("src")) as picture:
            shape = Fraction(int(one.get("width")), int(one.get("height")))
            assert Fraction(*picture.size) == shape
            assert picture.convert("L").getextrema()[0] < 100, "there is ink on it"
    assert len(pictures) > 5


def test_sheets_of_a_phase_follow_each_other(public_site, shelves):
    for ids in shelves.values():
        around = zip([None, *ids], ids, [*ids[1:], None], strict=False)
        for before, sheet, after in around:
            found = public_site.page(f"worksheets/{sheet}/").xpath("//nav[contains(@class, 'neighbours')]//a/@href")
            assert found == [f"../{id_}/" for id_ in (before, after) if id_]


@pytest.mark.parametrize("sheet", SHEETS)
def test_sheet_and_its_articles_name_each_other(sheet_site, sheet):
    footer = sheet_site.page(f"worksheets/{sheet}/").xpath("//footer[contains(@class, 'page-foot')]//a/@href")
    for path in sheet_site.source(sheet)["related"]:
        article = path.removesuffix(".md").removesuffix("index") + "/"
        assert f"../../{article}" in footer
        links = sheet_site.page(article).xpath("//main//a/@href")
        assert f"../../worksheets/{sheet}/" in links


@pytest.mark.parametrize("sheet", SHEETS)
def test_search_knows_the_sheet_and_its_headings(sheet_site, library, sheet):
    source, address = sheet_site.source(sheet), f"worksheets/{sheet}/"
    page = next(page for page in sheet_site.index()["pages"] if page[0] == address)
    assert page[1:3] == ["sheet", source["title"]]
    assert squeezed(page[3]) == "".join(paragraphs(source["summary"], library.quotes()))
    headings = [block["heading"] for block in source["blocks"] if "heading" in block]
    expected = [words for heading in headings for words in paragraphs(heading, library.quotes())]
    assert set(expected) <= {squeezed(heading) for heading in page[4]}


def test_search_knows_every_page_but_home_and_leads_only_to_places_that_exist(site):
    index = site.index()
    found = [one[0] for one in [*index["pages"], *index["words"]]]
    assert [place for place in found if leads_nowhere(f"/{place}", site.site)] == []
    pages = {address_of(page, site.site)[1:] for page in site.pages()} - {"404.html", ""}
    assert {place for place in found if "#" not in place} == pages
    assert all(max(pages, default=0) < len(index["pages"]) for _, pages in index["everyday"])


def test_sitemap_lists_every_page_but_the_missing_one(site):
    listed = re.findall(r"<loc>https?://[^/]+/(.*?)</loc>", (site.site / "sitemap.xml").read_text("utf-8"))
    pages = {address_of(page, site.site)[1:] for page in site.pages()} - {"404.html"}
    assert set(listed) == pages
    assert len(listed) == len(pages)


def test_every_page_has_one_title_one_main_heading_and_its_language(site):
    wrong = [
        page.parent.name
        for page in site.pages()
        if len(parsed(page).xpath("//h1")) != 1
        or not parsed(page).xpath("string(//title)").strip()
        or parsed(page).xpath("string(/html/@lang)") != "en"
        or parsed(page).xpath("count(//main)") != 1
    ]
    assert wrong == []
