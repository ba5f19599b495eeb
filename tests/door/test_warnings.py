"""What the site generator says of pages is read whole."""

import logging

from psychoed.door.warnings import pages_left_out


def test_all_pages_that_the_navigation_leaves_out_are_named():
    said = (
        "The following pages exist in the docs directory, but are not included in the "
        '"nav" configuration:\n  - a.md\n  - parts/b.md\n  - c.md'
    )
    record = logging.LogRecord("mkdocs", logging.WARNING, "", 0, said, None, None)
    assert pages_left_out(record) == ["a.md", "parts/b.md", "c.md"]
