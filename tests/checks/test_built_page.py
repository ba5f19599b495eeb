"""A built page is seen as browsers read it, so that nothing runs that no check has seen."""

import pytest

from psychoed.checks.site.page import BuiltPage
from psychoed.reading.web.html import comment_end

RUN = {
    '<!--> <meta http-equiv="Refresh" content="0; url=//x.example"> -->': "<meta>",
    "<!---> <script>x()</script> -->": "<script>",
    "<!-- a --!> <iframe src=a></iframe> -->": "<iframe>",
    "<!-- a -- > <b>still a comment</b> --> <object data=a></object>": "<object>",
    "<svg/onload=x()>": "the attribute “onload”",
    "<svg><style><img src=a onerror=x()>": "the attribute “onerror”",
    "<textarea></textarea/x><b onclick=x()>": "the attribute “onclick”",
    "<title><p></title><base href=//x.example>": "<base>",
    '<a href="jav&#x09;ascript:x()">a</a>': "an address that runs (in “href”)",
    '<svg><a xlink:href="data:text/html,x"><text>a</text></a></svg>': "an address that runs (in “xlink:href”)",
}


@pytest.mark.parametrize("html", RUN)
def test_what_a_browser_would_run_is_seen(html):
    assert RUN[html] in [what for what, _ in BuiltPage(html).refused]


@pytest.mark.parametrize(
    "html",
    [
        "<!-- <script>x()</script> -->",
        '<script src="a.js"></script><script type="application/ld+json">{}</script>',
        '<meta http-equiv="Content-Security-Policy" content="default-src">',
        '<img src="data:image/png;base64,x"><a href="a.html">a</a>',
        "<textarea><b onclick=x()></textarea>",
    ],
)
def test_what_it_would_not_is_no_fault(html):
    found = [what for what, _ in BuiltPage(html).refused]
    assert found in ([], ["the attribute “onclick”"])  # Python's own reader looks into fields: more than a browser runs


@pytest.mark.parametrize(
    ("text", "end"),
    [("<!-->a", 5), ("<!--->a", 6), ("<!---->a", 7), ("<!-- a --!>b", 11), ("<!-- a", -1), ("<!-- a -- >", -1)],
)
def test_a_comment_ends_where_browsers_end_it(text, end):
    assert comment_end(text, 0) == end
