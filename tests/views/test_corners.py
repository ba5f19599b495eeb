"""Every kind of block at the corners of what it allows: on no paper does a word or a field leave the page, meet the
footer or stand over its neighbor."""

import pymupdf
import pytest
from markdown import markdown

from corners import corners, fields_in, sheet_with
from nights import AT_NIGHT
from printed import FOOT, documents, sheet_of, the_printer
from psychoed.model.kinds import KINDS
from psychoed.views.papers import variants
from small_site import the_library
from type_area import misplaced

PAPERS = [("letter", False), ("large-print", True)]
"""By day the two that differ most; each with whether it lies on its side."""
MORE_PAPERS = [("letter", True), ("large-print", False), ("a4", False), ("a4", True)]
MOST_FIELDS = 1500 if AT_NIGHT else 200
"""A grid of more boxes and points to choose costs more than it tells."""


@pytest.mark.parametrize(("paper", "landscape"), PAPERS + (MORE_PAPERS if AT_NIGHT else []))
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_leaves_the_page_or_stands_over_its_neighbor(kind, paper, landscape):
    (variant,) = [one for one in variants(the_library()) if one.name == paper]
    blocks = [block for block in corners(kind) if fields_in(block) < MOST_FIELDS]
    document = documents(markdown).sheet(sheet_of(sheet_with(blocks, landscape)))
    printed = the_printer().print(the_printer().inputs(document, the_library(), variant))
    assert printed.outside == ()
    assert list(misplaced(pymupdf.open(stream=printed.pdf), FOOT[paper])) == []
