"""The web fonts are copies of parts of others' fonts, as their licences allow it."""

import re
from io import BytesIO

from fontTools.ttLib import TTFont

from fixture import PROJECT
from psychoed.build.webfonts import font_licences, web_fonts

FACE = re.compile(r"fonts/([a-z-]+\.woff2)[^}]*unicode-range: ([^;]*);")


def letters_in(ranges: str) -> set[int]:
    """Return the letters of a `unicode-range`."""
    ends = [one.strip().removeprefix("U+").split("-") for one in ranges.split(",")]
    return {letter for end in ends for letter in range(int(end[0], 16), int(end[-1], 16) + 1)}


def test_the_style_sheet_asks_for_each_file_only_where_it_has_the_letters():
    css = (PROJECT / "overrides" / "assets" / "css" / "type.css").read_text("utf-8")
    said = {name: letters_in(ranges) for name, ranges in FACE.findall(css)}
    assert said == {font.name: set(font.letters) for font in web_fonts()}


def test_a_part_of_a_font_does_not_bear_a_reserved_name():
    serif = next(font for font in web_fonts() if font.name == "source-serif-more.woff2")
    names = TTFont(BytesIO(serif.make()))["name"]
    called = [names.getDebugName(number) or "" for number in (1, 3, 4, 6)]
    assert [name for name in called if "Source" in name] == []
    assert "Reserved Font Name" in names.getDebugName(0)


def test_their_licences_go_along():
    licences = font_licences()
    assert sorted(licences) == ["assets/fonts/atkinson-license.txt", "assets/fonts/source-serif-license.txt"]
    assert all("SIL Open Font License" in text for text in licences.values())
