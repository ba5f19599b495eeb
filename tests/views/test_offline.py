"""Links of a page that is opened as a file."""

import pytest

from psychoed.views.web.offline import sheets_in, with_links_to_files


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ('<a href="../">', '<a href="../index.html">'),
        ('<a class="x" href="b/#c">', '<a class="x" href="b/index.html#c">'),
        ("<a HREF='b/?q=1'>", "<a HREF='b/index.html?q=1'>"),
        ("<a href=. title='<a href=\"c/\">'>", "<a href=./index.html title='<a href=\"c/\">'>"),
        ('<a href="a-letter.pdf">', '<a href="a-letter.pdf">'),
        ('<a href="#help">', '<a href="#help">'),
        ('<a href="?q=1">', '<a href="?q=1">'),
        ('<a href="/b/">', '<a href="/b/">'),
        ('<a href="https://a.example/">', '<a href="https://a.example/">'),
        ("<script>x = \"<a href='b/'>\"</script>", "<script>x = \"<a href='b/'>\"</script>"),
        ('<link href="b/">&nbsp;<br />', '<link href="b/">&nbsp;<br />'),
    ],
)
def test_links_to_folders_name_the_page_in_them(typed, named):
    assert with_links_to_files(typed) == named


def test_the_form_of_a_sheet_is_found_by_its_class_wherever_that_stands():
    form = "<form id='a' class=\"sheet wide\"><p>One</p></form>"
    assert list(sheets_in(f'<form class="search"></form>{form}<p></p>')) == [form]
