"""A page's HTML, moved one folder down for its framed view."""

import markdown
import pytest

from psychoed.views.article import without_styles
from psychoed.views.web.framed import embed_path, one_folder_down


@pytest.mark.parametrize(
    ("html", "moved"),
    [
        ('<img src="a.svg">', '<img src="../a.svg">'),
        ('<img srcset="a.png 1x, b.png 2x">', '<img srcset="../a.png 1x, ../b.png 2x">'),
        ('<a class="x" href="../b/#c">', '<a target="_blank" class="x" href="../../b/#c">'),
        ('<a href="https://a.example/">', '<a target="_blank" href="https://a.example/">'),
        ('<a href="#help">', '<a href="#help">'),
        ('<a href="tel:988">', '<a href="tel:988">'),
        ('<a href="sms:988">', '<a href="sms:988">'),
        ('<link rel="icon" href="/a.svg">', '<link rel="icon" href="/a.svg">'),
    ],
)
def test_addresses_still_lead_where_they_led(html, moved):
    assert one_folder_down(html) == moved


def test_a_framed_view_lies_below_its_page():
    assert embed_path("kat/before/index.html") == "kat/before/embed/index.html"


def test_columns_are_aligned_without_a_style_in_the_page():
    html = markdown.markdown("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |", extensions=["tables"])
    assert "style" in html
    assert "style" not in without_styles(html)
    assert without_styles(html).count('class="align-right"') == 2
