"""A page in a frame on the clinic's own website: as tall as it is, and silent about what is written in it."""

import pytest

from browsing import Watch, needs_browser, served, visit
from fixture import ARTICLES, FOR_STAFF, SHEETS
from framing import AROUND
from sites import parsed

pytestmark = [*needs_browser, pytest.mark.xdist_group("second clinic")]
MARKER = "marigoldword"
HEIGHT = "document.querySelector('iframe').getBoundingClientRect().height"
TALL = f"{HEIGHT} > 1000"


def test_the_frame_is_as_tall_as_the_sheet_and_stays_so(browser, framed):
    with visit(browser, framed.clinic, viewport={"width": 800, "height": 600}) as page:
        page.wait_for_function(TALL)
        sheet = page.frames[1]
        before = page.evaluate(HEIGHT)
        sheet.locator("textarea[name=does]").fill("line\n" * 60)
        page.wait_for_function(f"{HEIGHT} > {before + 200}")
        assert sheet.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")
        sheet.locator("textarea[name=does]").fill("")
        page.wait_for_function(f"{HEIGHT} <= {before + 1}")


def test_no_frame_takes_more_room_than_a_sheet_needs(browser, framed):
    with visit(browser, framed.clinic) as page:
        page.wait_for_function(TALL)
        before = page.evaluate(HEIGHT)
        page.frames[1].evaluate(
            "for (const height of [NaN, -5, '90', Infinity, [9]]) parent.postMessage({height}, '*')"
        )
        page.frames[1].evaluate("parent.postMessage({height: 1e9}, '*')")
        page.wait_for_function(f"{HEIGHT} > {before}")
        assert page.evaluate(HEIGHT) == 30_000


def test_the_website_hears_heights_and_nothing_that_is_typed(browser, framed):
    with browser.new_context() as context:
        page = context.new_page()
        watch = Watch(page)
        page.goto(framed.clinic)
        page.wait_for_function(TALL)
        for field in page.frames[1].locator("#sheet textarea[name], #sheet input[type=text][name]").all():
            field.fill(MARKER)
        heard = page.evaluate("heard")
        assert {key for one in heard for key in one} == {"height"}
        assert all(isinstance(one["height"], int) for one in heard)
        assert MARKER not in "".join([*watch.asked, page.url, page.frames[1].url, page.frames[1].title()])
        assert [
            said for said in watch.said if "autofocus" not in said
        ] == []  # a closed dialog's, which a frame may not


@pytest.mark.parametrize("way", ["press", "keyboard"])
def test_leaving_takes_the_whole_tab_away(browser, framed, way):
    with browser.new_context() as context:
        context.route("https://www.bbc.com/**", lambda route: route.fulfill(body="<title>Weather</title>Rain"))
        page = context.new_page()
        page.goto(framed.clinic)
        sheet = page.frames[1]
        sheet.locator("textarea[name=does]").click()
        if way == "press":
            sheet.get_by_role("link", name="Leave this page").click()
        else:
            for _ in range(3):
                page.keyboard.press("Shift")
        page.wait_for_url("https://www.bbc.com/weather")
        assert page.evaluate("history.length") == 2, "a blank tab, and the weather in the website's place"


def test_where_a_website_shuts_its_frame_in_the_frame_leaves(browser, framed):
    """`sandbox` without `allow-top-navigation`: the website's own choice, which no page in the frame can undo."""
    around = AROUND.replace("<iframe", '<iframe sandbox="allow-scripts allow-same-origin"')
    (framed.folder / "shut.html").write_text(
        around.format(library=framed.library, page="worksheets/a-side-of-me/embed/"), "utf-8"
    )
    with browser.new_context() as context:
        context.route("https://www.bbc.com/**", lambda route: route.fulfill(body="<title>Weather</title>Rain"))
        page = context.new_page()
        page.goto(f"{framed.clinic}shut.html")
        page.frames[1].get_by_role("link", name="Leave this page").click()
        page.frames[1].get_by_text("Rain").wait_for()
        assert not page.frames[1].get_by_role("heading", name="A side of me").is_visible()


def test_a_frame_whose_store_is_closed_says_so(browser, framed):
    with browser.new_context() as context:
        context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('closed'); }})")
        page = context.new_page()
        page.goto(framed.clinic)
        sheet = page.frame_locator("iframe")
        sheet.locator("[data-keep]").click()
        sheet.locator("[data-where]", has_text="does not let a page keep anything").wait_for()
        sheet.locator("[name=does]").fill("words")
        assert not sheet.locator("[data-keep]").is_checked()


def test_another_website_is_told_nothing(browser, framed):
    with served(framed.folder) as stranger, visit(browser, stranger) as page:
        page.frames[1].locator("h1").wait_for()
        page.wait_for_timeout(300)
        assert page.evaluate("heard") == []


def test_the_website_believes_no_height_of_a_stranger(browser, framed):
    with visit(browser, framed.clinic) as page:
        page.wait_for_function(TALL)
        before = page.evaluate(HEIGHT)
        page.evaluate("postMessage({height: 9}, '*')")
        page.wait_for_timeout(200)
        assert page.evaluate(HEIGHT) == before


def test_every_article_and_sheet_has_a_framed_view_that_points_back(framed):
    found = [page for page in framed.site.pages() if page.parent.name == "embed"]
    assert len(found) == len(ARTICLES) + len(SHEETS) - len(FOR_STAFF)
    for page in found:
        whole = parsed(page.parents[1] / "index.html")
        assert parsed(page).xpath("//link[@rel='canonical']/@href") == whole.xpath("//link[@rel='canonical']/@href")
        assert parsed(page).xpath("//meta[@name='robots']/@content") == ["noindex, nofollow"]
        assert (
            parsed(page).xpath("//header[contains(@class, 'bar')] | //dialog[@class='find'] | //style | //@style") == []
        )
        assert parsed(page).xpath("//main//h1/text()") == whole.xpath("//main//h1/text()")
        assert parsed(page).xpath("//section[@id='help']//a[starts-with(@href, 'tel:')]")


def test_framed_views_are_neither_listed_nor_found(framed):
    assert "embed/" not in (framed.site.site / "sitemap.xml").read_text("utf-8")
    assert "embed/" not in str(framed.site.index())


def test_headers_let_only_the_named_website_show_frames(framed):
    allowed = f"frame-ancestors {framed.clinic.rstrip('/')}"
    assert [
        name
        for name in ("_headers", ".htaccess", ".nginx.conf")
        if allowed not in (framed.site.site / name).read_text()
    ] == []


def test_without_a_website_in_the_settings_nothing_is_framed(public_site, staff_site):
    assert [*public_site.site.rglob("embed"), *staff_site.site.rglob("embed")] == []
