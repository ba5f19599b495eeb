"""The library page with all of the project's own sheets: short on a phone, and light with its pictures in view."""

from barriers import weight
from browsing import needs_browser, visit

pytestmark = needs_browser
PHONE = {"width": 360, "height": 740}
MOST_SCREENS = 6
HEAVIEST = 150_000  # bytes


def test_library_takes_six_screens_of_a_phone(browser, origin):
    """Help lines and the foot, which every page has, come below."""
    with visit(browser, origin + "worksheets/", viewport=PHONE) as page:
        assert page.locator("main").bounding_box()["height"] <= MOST_SCREENS * PHONE["height"]
        assert page.locator(".sheets__start:visible").count() >= 5


def test_library_loads_in_150_kilobytes_with_the_pictures_in_view(browser, origin, public_texts):
    assert weight(browser, origin, "worksheets/", public_texts) <= HEAVIEST
