"""Elements of HTML with their places, as browsers part them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psychoed.reading.web.html import Edit, edited, elements_of

PIECES = st.sampled_from([
    "<p>", "</p>", "<table class='a'>", "</table>", "<br/>", "<svg><path/></svg>", "<!-- ", " -->", "<a href=b title='>'>", "</a >",
    "<![", "<?", "&amp;", "“words”", "\n", "<", ">", "'", '"', "=", "/", "<script>", "</script>", "<A\nHREF = 'c'>",
])  # fmt: skip


@given(st.lists(PIECES).map("".join))
def test_every_element_and_attribute_stands_where_it_says(html):
    for element in elements_of(html):
        assert html[element.at : element.inside].lower().startswith(f"<{element.name}")
        assert element.end is None or element.inside <= element.end <= len(html)
        for one in element.attributes:
            assert html[one.at : one.end].lower().startswith(one.name)
            assert html[one.to : one.until] == one.typed
    assert edited(html, []) == html


@pytest.mark.parametrize(
    ("html", "element", "whole"),
    [
        ("<p>a<b>c</b></p>d", "b", "<b>c</b>"),
        ("<p>a<b>c</p>d", "p", "<p>a<b>c</p>"),
        ("<p>a<br>c", "br", "<br>"),
        ("<svg><path/><g></g></svg>", "path", "<path/>"),
        ("<table/>a</table>", "table", "<table/>a</table>"),
        ("<P\n>a</P\n>", "p", "<P\n>a</P\n>"),
    ],
)
def test_an_element_ends_where_it_is_closed(html, element, whole):
    found = next(one for one in elements_of(html) if one.name == element)
    assert html[found.at : found.end] == whole


def test_values_are_told_as_browsers_read_them_and_as_they_are_typed():
    (link,) = elements_of("<a href='b?c=1&amp;d' hidden>")
    assert (link.get("href"), link.attribute("href").typed) == ("b?c=1&d", "b?c=1&amp;d")
    assert (link.get("hidden"), link.get("class")) == ("", None)


def test_edits_stand_in_the_order_of_their_places():
    assert edited("abc", [Edit(2, 3, "C"), Edit(0, 0, "<"), Edit(3, 3, ">")]) == "<abC>"
