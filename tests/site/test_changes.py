"""What changed since somebody signed or printed: on the page of each reading path, and where a print's QR code leads."""

import pytest

from browsing import needs_browser, served, visit
from psychoed.library.load import load_library
from sites import STAFF, built, copied

ARTICLE, SHEET = "content/staff/phone-and-front-desk.md", "worksheets/practical-plan.yml"
OLD, NEW = "The first thing.", "What we say on the phone is stricter now."
ON_SHEET = "A line on parking is new."


@pytest.fixture(scope="module")
def changed(shared, staff_site):
    """The staff edition after somebody changed an article, a sheet, and a rule of the clinic."""

    def build(root):
        copied(root, cache_of=staff_site)
        edit(
            root / ARTICLE,
            "audience:",
            f"changes:\n  - {{on: 2026-11-20, what: {OLD}}}\n  - {{on: 2026-11-22, what: {NEW}}}\naudience:",
        )
        edit(root / SHEET, "minutes:", f"changes:\n  - {{on: 2026-11-21, what: {ON_SHEET}}}\nminutes:")
        edit(root / SHEET, "title: ", "title: New ")
        edit(root / "mkdocs.yml", "Do not drive until the next day", "Do not drive until the second day")
        return built(root, "--strict", *STAFF)

    return shared.once("changed", build)


def edit(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def library_of(build):
    return load_library(build.root, build.root / "mkdocs.staff.yml", "en")[0]


def test_a_path_lists_its_changes_the_newest_first(changed):
    assert changed.code == 0, changed.output
    listed = [
        " ".join(one.text_content().split())
        for one in changed.page("packets/front-desk/").find_class("packet__changes")[0]
    ]
    assert [line.rpartition(": ")[2] for line in listed] == [NEW, ON_SHEET, OLD]
    assert listed[0].startswith("November 22, 2026. Phone, front desk and hard calls")


def test_a_path_without_a_change_says_so(changed):
    page = changed.page("packets/therapists/")
    assert not page.find_class("packet__changes")


def test_paper_that_quotes_a_rule_is_old_when_the_rule_is_another(changed, staff_site):
    before, after = library_of(staff_site), library_of(changed)
    prints = [
        {path for path, page in library.pages.items() if "driving_rule" in page.body} for library in (before, after)
    ]
    assert prints[0] == prints[1] != set()
    for path in prints[0]:
        assert before.pages[path].version(before.quotes()) != after.pages[path].version(after.quotes())
    same = "parts/protectors.md"
    assert before.pages[same].version(before.quotes()) == after.pages[same].version(after.quotes())


@pytest.mark.browser
@needs_browser[1]
def test_the_code_on_an_older_print_leads_to_what_changed(browser, changed, staff_site):
    before, after = (library_of(one) for one in (staff_site, changed))
    old, new = (one.sheets["practical-plan"].worksheet.version(one.quotes()) for one in (before, after))
    with served(changed.site) as origin:
        with visit(browser, f"{origin}worksheets/practical-plan/#v-{old}") as page:
            said = page.locator(".current").inner_text()
            assert f"Your paper shows version {old}, which is an older one." in said
            assert f"November 21, 2026. {ON_SHEET}" in said
        with visit(browser, f"{origin}worksheets/practical-plan/#v-{new}") as page:
            assert page.locator(".current__same").is_visible()
