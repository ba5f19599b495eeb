"""Tables of a page: aligned by class, and each in one frame that the keyboard can scroll."""

import markdown
import pytest
from lxml import html

from psychoed.views.web.tables import tables_ready

FRAME = '<div class="table-scroll" role="group" aria-label="Table" tabindex="0">'


def ready(text: str) -> str:
    return tables_ready(text, "Table")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<table><tr></tr></table>", f'{FRAME}<table class="plain"><tr></tr></table></div>'),
        ('<table class="wide"></table>', f'{FRAME}<table class="wide"></table></div>'),
        ('<TABLE id="a"></TABLE >', f'{FRAME}<TABLE class="plain" id="a"></TABLE ></div>'),
        (
            "<table><td><table></table></td></table><table></table>",
            f'{FRAME}<table class="plain"><td><table class="plain"></table></td></table></div>'
            f'{FRAME}<table class="plain"></table></div>',
        ),
        ("<p>a</table>", "<p>a</table>"),
        ("<!-- <table></table> -->", "<!-- <table></table> -->"),
        ('<p title="<table>">a &amp; b&nbsp;<br /></p>', '<p title="<table>">a &amp; b&nbsp;<br /></p>'),
    ],
)
def test_each_table_stands_in_one_frame_and_all_else_is_as_it_was(typed, shown):
    assert ready(typed) == shown


@pytest.mark.parametrize("table", ["<table>", '<table class="wide">'])
def test_raw_tables_leave_the_rest_of_the_page_where_it_was(table):
    body = markdown.markdown(f"One.\n\n{table}<tr><td>Two</td></tr></table>\n\nThree.")
    tree = html.fromstring(f"<main>{ready(body)}</main>")
    assert [child.tag for child in tree] == ["p", "div", "p"]


def test_columns_are_aligned_without_a_style_in_the_page():
    aligned = markdown.markdown("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |", extensions=["tables"])
    assert "style" in aligned
    assert "style" not in ready(aligned)
    assert ready(aligned).count('<td class="align-right">') == 1
    assert ready(aligned).count('<th class="align-right">') == 1


def test_a_cell_keeps_its_own_class():
    typed = '<td style="text-align: right;" class="sum">1</td>'
    assert html.fromstring(ready(typed)).attrib == {"class": "align-right sum"}
