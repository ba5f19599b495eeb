"""The site below another site, and opened from a folder without a server."""

from browsing import Watch, needs_browser, served, visit
from sites import parsed

pytestmark = needs_browser
ADDRESSES = ["", "parts/sides-of-you/", "worksheets/", "worksheets/a-side-of-me/"]

LOADED_FONTS = """document.fonts.ready.then(fonts =>
    [...fonts].filter(font => font.status === "loaded").map(font => font.family.replaceAll('"', "")))"""


def finds_a_sheet(page) -> None:
    page.locator("[data-open-search]:visible").first.click()
    page.locator(".find input").fill("seven-ev")
    page.locator(".find a[href*='worksheets/seven-evenings/']").first.click()
    page.locator("#sheet h1").wait_for()


def test_the_site_works_below_another_site(browser, public_site):
    with served(public_site.root) as origin, browser.new_context() as context:
        page = context.new_page()
        watch = Watch(page)
        for address in ADDRESSES:
            page.goto(f"{origin}site/{address}")
        finds_a_sheet(page)
        assert watch.elsewhere(f"{origin}site/") == []
        assert watch.said == []


def test_the_offline_edition_opens_from_a_folder(browser, offline_site):
    with browser.new_context() as context:
        page = context.new_page()
        watch = Watch(page)
        for address in ADDRESSES:
            page.goto((offline_site.site / address / "index.html").as_uri())
            assert "Atkinson Hyperlegible" in page.evaluate(LOADED_FONTS)
        finds_a_sheet(page)
        assert page.url.endswith("/worksheets/seven-evenings/index.html")
        page.goto((offline_site.site / "worksheets/index.html").as_uri())
        page.get_by_label("10 minutes or less").check(force=True)
        page.locator(".sheets > li:visible").first.get_by_role("link").first.click()
        page.go_back()
        assert page.get_by_label("10 minutes or less").is_checked()
        assert watch.elsewhere(offline_site.site.as_uri()) == []
        assert watch.said == []


def test_a_reader_gets_from_page_to_page_of_the_folder(browser, offline_site):
    with visit(browser, (offline_site.site / "index.html").as_uri()) as page:
        page.locator(".doors a").first.click()
        page.locator(".bar__name").click()
        assert page.url == (offline_site.site / "index.html").as_uri()


def test_every_link_of_the_offline_edition_names_a_file(offline_site):
    assert offline_site.code == 0, offline_site.output
    links = [
        (page, href.partition("#")[0])
        for page in offline_site.pages()
        if page.name != "404.html"
        for href in parsed(page).xpath("//a/@href")
        if ":" not in href and not href.startswith("#")
    ]
    assert len(links) > 200
    assert [(page, href) for page, href in links if not (page.parent / href).is_file()] == []


def test_the_offline_edition_has_no_header_files(offline_site):
    assert not (offline_site.site / ".htaccess").exists()
