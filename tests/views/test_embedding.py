"""A page's HTML, moved one folder down for its framed view."""

import pytest

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
        ("<A HREF='b/' class=x>", "<A target=\"_blank\" HREF='../b/' class=x>"),
        ('<a title="a > b" href=b/>', '<a target="_blank" title="a > b" href=../b/>'),
        ('<a href="b/" target="_top">', '<a href="../b/" target="_top">'),
        ('<!-- <a href="b/"> -->', '<!-- <a href="b/"> -->'),
        ("<p title=\"src='b'\">", "<p title=\"src='b'\">"),
    ],
)
def test_addresses_still_lead_where_they_led(html, moved):
    assert one_folder_down(html) == moved


def test_a_framed_view_lies_below_its_page():
    assert embed_path("kat/before/index.html") == "kat/before/embed/index.html"
