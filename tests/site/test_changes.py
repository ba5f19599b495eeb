"""What changed since somebody signed or printed: on the page of each reading path, and where a print's QR code leads."""

from browsing import in_a_browser, served, visit
from psychoed.library.load import load_library

OLD, NEW, ON_SHEET = "The first thing.", "What we say on the phone is stricter now.", "A line on parking is new."


def library_of(build):
    return load_library(build.root, build.root / "mkdocs.staff.yml", "en")[0]


def test_a_path_lists_its_changes_the_newest_first(changed_site):
    assert changed_site.code == 0, changed_site.output
    listed = [
        " ".join(one.text_content().split())
        for one in changed_site.page("packets/new-at-the-desk/").find_class("packet__changes")[0]
    ]
    assert [line.rpartition(": ")[2] for line in listed] == [NEW, ON_SHEET, OLD]
    assert listed[0].startswith("November 22, 2026. At the desk")


def test_a_path_without_a_change_says_so(changed_site):
    page = changed_site.page("packets/for-therapists/")
    assert not page.find_class("packet__changes")


def test_paper_that_quotes_a_rule_is_old_when_the_rule_is_another(changed_site, staff_site):
    before, after = library_of(staff_site), library_of(changed_site)
    prints = [
        {path for path, page in library.pages.items() if "driving_rule" in page.body} for library in (before, after)
    ]
    assert prints[0] == prints[1] != set()
    for path in prints[0]:
        assert before.pages[path].version(before.quotes()) != after.pages[path].version(after.quotes())
    same = "parts/sides-of-you.md"
    assert before.pages[same].version(before.quotes()) == after.pages[same].version(after.quotes())


@in_a_browser
def test_the_code_on_an_older_print_leads_to_what_changed(browser, changed_site, staff_site):
    before, after = (library_of(one) for one in (staff_site, changed_site))
    old, new = (one.sheets["list-for-the-day"].worksheet.version(one.quotes()) for one in (before, after))
    with served(changed_site.site) as origin:
        with visit(browser, f"{origin}worksheets/list-for-the-day/#v-{old}") as page:
            said = page.locator(".current").inner_text()
            assert f"Your paper shows version {old}, which is an older one." in said
            assert f"November 21, 2026. {ON_SHEET}" in said
        with visit(browser, f"{origin}worksheets/list-for-the-day/#v-{new}") as page:
            assert page.locator(".current__same").is_visible()
