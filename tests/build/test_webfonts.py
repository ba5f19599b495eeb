"""The web fonts are copies of parts of others' fonts, as their licences allow it."""

from io import BytesIO

from fontTools.ttLib import TTFont

from psychoed.build.webfonts import font_licences, web_fonts


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
