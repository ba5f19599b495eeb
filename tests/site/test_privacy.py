"""Every page in a real browser under its security policy: nothing leaves, nothing is kept, nothing is refused."""

import re

import pytest

from barriers import mains
from browsing import Watch, needs_browser, served, visit
from sites import parsed

pytestmark = needs_browser
POLICY = "//meta[@http-equiv='Content-Security-Policy']"
MARKER = "marigoldword"
KEPT = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href, document.title])"


@pytest.mark.parametrize("edition", ["public_site", "staff_site"])
def test_no_page_asks_another_origin_sets_a_cookie_or_is_refused_anything(browser, request, edition):
    """A page of the staff edition that says the same as the public one is looked at there."""
    site = request.getfixturevalue(edition)
    assert site.code == 0, site.output
    said = mains(request.getfixturevalue("public_site")) if edition == "staff_site" else {}
    pages = [address.removesuffix("index.html") for address, text in mains(site).items() if said.get(address) != text]
    with served(site.site) as origin, browser.new_context() as context:
        page = context.new_page()
        watch = Watch(page)
        for address in pages:
            page.goto(origin + address, wait_until="load")
        assert len(watch.asked) > len(pages) > 5
        assert watch.elsewhere(origin) == []
        assert watch.said == []
        assert context.cookies() == []


def test_every_page_states_the_policy_before_anything_that_it_governs(public_site, staff_site):
    for page in [*public_site.pages(), *staff_site.pages()]:
        head = parsed(page).xpath("/html/head/*")
        assert [one.get("charset") or one.get("http-equiv") for one in head[:2]] == ["utf-8", "Content-Security-Policy"]
        assert not re.search(r"unsafe|https?:|\*", head[1].get("content"))
        assert parsed(page).xpath("//script[not(@src)] | //style | //@style") == []


def test_the_policy_refuses_what_a_page_must_not_do(browser, origin):
    with visit(browser, origin) as page:
        watch = Watch(page)
        page.evaluate("""() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
            document.body.insertAdjacentHTML("beforeend", "<img src='//127.0.0.2/x.png'><p style='color: red'>");
        }""")
        assert page.evaluate("fetch('http://127.0.0.2/').then(() => 'sent', () => 'refused')") == "refused"
        assert page.evaluate("window.ran") is None
        assert len(watch.said) >= 4


def test_search_loads_when_it_is_opened_and_keeps_its_words_in_the_page(browser, origin):
    with visit(browser, origin) as page:
        watch = Watch(page)
        page.locator("[data-open-search]:visible").first.click()
        page.locator(".find input").press_sequentially(MARKER)
        page.get_by_text("No page found").wait_for()
        page.locator(".find input").fill("seven-ev")
        page.locator(".find a[href$='worksheets/seven-evenings/']").first.wait_for()
        assert page.locator(".find mark").count()
        page.locator(".find input").fill(MARKER)
        page.locator(".find input").press("Enter")
        page.get_by_text("No page found").wait_for()
        assert MARKER not in page.evaluate(KEPT)
        assert {url.rpartition("/")[2].split(".")[0] for url in watch.asked} >= {"search", "minisearch", "index"}
        assert MARKER not in "".join(watch.asked)
        assert watch.said == []
        page.locator("[data-close-search]").click()
        assert page.evaluate("document.activeElement.matches('[data-open-search]')")


WAYS_OUT = {
    "by a press": lambda page: page.get_by_role("link", name="Leave this page").click(),
    "by keyboard": lambda page: [page.keyboard.press("Shift") for _ in range(3)],
}


@pytest.fixture
def elsewhere(browser, origin):
    """A worksheet, reached from the home page, in a browser for which the page to leave to is a local one."""
    with visit(browser, origin) as page:
        page.context.route("https://www.bbc.com/**", lambda route: route.fulfill(body="<title>Weather</title>Rain"))
        page.goto(origin + "worksheets/a-side-of-me/")
        yield page


def test_leaving_wipes_what_was_written_in_the_tab_also_on_pages_that_back_shows_again(elsewhere, origin):
    elsewhere.locator("[name=does]").fill(MARKER)
    elsewhere.goto(origin + "worksheets/two-voices/")
    elsewhere.locator("textarea").first.fill(MARKER)
    elsewhere.goto(origin + "worksheets/")
    elsewhere.locator("[data-add]").first.check()
    WAYS_OUT["by a press"](elsewhere)
    elsewhere.wait_for_url("https://www.bbc.com/weather")
    elsewhere.goto(origin)
    assert elsewhere.evaluate("sessionStorage.length") == 0
    elsewhere.go_back()
    for field in ("textarea", "[name=does]"):
        elsewhere.go_back()
        assert elsewhere.locator(field).first.input_value() == ""
    assert MARKER not in elsewhere.evaluate(KEPT)


@pytest.mark.parametrize("way", WAYS_OUT.values(), ids=WAYS_OUT)
def test_leaving_takes_the_page_out_of_the_tabs_history(elsewhere, origin, way):
    way(elsewhere)
    elsewhere.wait_for_url("https://www.bbc.com/weather")
    assert elsewhere.evaluate("history.length") == 3, "a blank tab, the home page, and the weather in the sheet's place"
    assert elsewhere.evaluate("document.referrer") == ""
    elsewhere.go_back()
    assert elsewhere.url == origin


def test_leaving_works_where_another_script_did_not_come(elsewhere, origin):
    elsewhere.context.route("**/tab.js", lambda route: route.abort())
    elsewhere.reload()
    elsewhere.evaluate("sessionStorage.setItem('tab.sheet.a-side-of-me', '{}')")
    WAYS_OUT["by a press"](elsewhere)
    elsewhere.wait_for_url("https://www.bbc.com/weather")
    elsewhere.goto(origin)
    assert elsewhere.evaluate("sessionStorage.length") == 0


def test_nobody_leaves_by_typing_capitals(elsewhere, origin):
    field = elsewhere.locator("[name=does]")
    field.focus()
    for key in "ABC":
        elsewhere.keyboard.press(f"Shift+{key}")
    assert field.input_value() == "ABC"
    assert elsewhere.url.startswith(origin)


def test_leaving_needs_no_script(browser, origin):
    with visit(browser, origin + "worksheets/a-side-of-me/", java_script_enabled=False) as page:
        link = page.locator("[data-leave]:visible")
        assert [link.get_attribute(name) for name in ("href", "rel")] == ["https://www.bbc.com/weather", "noreferrer"]


def test_every_page_can_be_left(public_site, staff_site):
    pages = [*public_site.pages(), *staff_site.pages()]
    assert [page for page in pages if len(parsed(page).xpath("//a[@data-leave]")) != 1] == []
