"""Addresses that a style sheet names, as browsers read them."""

import pytest

from psychoed.reading.web.css import addresses_in_css


@pytest.mark.parametrize(
    ("css", "addresses"),
    [
        ('a { background: url( "a b.png" ) }', ["a b.png"]),
        ("a { background: url('a.png'), url(b.png) }", ["a.png", "b.png"]),
        ('@import "x.css"; @IMPORT url(y.css) print;', ["x.css", "y.css"]),
        ('a { background: image-set("c.png" 1x, url(d.png) 2x) }', ["c.png", "d.png"]),
        ("a { background: -webkit-image-set('c.png' 1x) }", ["c.png"]),
        ("a { background: url(i\\(j.png) }", ["i(j.png"]),
        ("@media print { a { background: url(a.png) } }", ["a.png"]),
        ("a { background: url(a.png", ["a.png"]),
        ('/* url(a.png) */ a { content: "url(b.png)" }', []),
        ("a { background: url(data:image/png;base64,AAAA) }", []),
        ("a { background: url() }", [""]),
    ],
)
def test_addresses_are_those_that_a_browser_asks_for(css, addresses):
    assert list(addresses_in_css(css)) == addresses
