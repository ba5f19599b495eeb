"""Places of a worksheet's page that links can name: each its own, however often a heading stands there."""

import lxml.html

from printed import OVERRIDES, sheet_of
from psychoed.model.guide import SHEET_HEAD
from psychoed.views.web.html import blocks_html, environment
from small_site import the_library

BLOCKS = """- {type: text, heading: Notes, text: A}
- {type: text, heading: Notes, text: A}
- {type: text, heading: Notes 1, text: A}
- type: group
  heading: Notes
  entry: Moment
  repeat: 2
  blocks:
    - {type: lines, id: a, heading: Notes, text: What}
- {type: text, heading: Notes 1, text: A}
- {type: text, heading: "“!”", text: A}
"""


def test_headings_that_say_the_same_are_places_of_their_own():
    html = blocks_html(
        sheet_of(f"{SHEET_HEAD}{BLOCKS}"), the_library(), environment([OVERRIDES]), lambda href: href, staff=False
    )
    ids = lxml.html.fromstring(html).xpath("//@id")
    assert len(ids) == len(set(ids))
    assert ids[:2] == ["at-notes", "at-notes_1"]
    assert len([one for one in ids if one.startswith("at-notes")]) == 9
