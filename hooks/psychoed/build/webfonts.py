"""The fonts of the site, cut down to Latin letters and packed as WOFF2, so that no other origin is asked for them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from psychoed.reading.cache import made_by
from psychoed.views.paper.fonts import folder_of, font_file

PUNCTUATION = (*range(0x2010, 0x2028), 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2212)
ASCII = range(0x20, 0x7F)
LATIN_SIGNS = (0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAD, 0xAE, 0xB0, 0xB1, 0xB7, 0xBB, 0xBD, 0xD7, 0xF7)
"""Those of Latin-1 that stand in English texts too: no-break space, £ § © « ® ° ± · » ½ × ÷."""
LETTERS = {
    "": (*ASCII, *LATIN_SIGNS, *PUNCTUATION),
    "-more": tuple(one for one in range(0xA1, 0x180) if one not in LATIN_SIGNS),
}
"""By the ending of a file's name. The second file is for letters such as é, ł and ő: browsers load it where one is shown
(`unicode-range` in type.css says the same)."""
SERIF_AXES = {"opsz": 32, "wght": 430}
"""Between a text and a display size, a little heavier than regular: headings only."""
FEATURES = ("kern", "liga", "tnum", "locl")
"""Neither `ccmp` nor `mark`, which set marks that stand alone: none is among the letters."""

RESERVED, OWN_NAME = "Source", "Reading"
"""A part of Source Serif may not bear the name that its makers reserve."""
NAME_RECORDS = (1, 3, 4, 6, 16, 18, 21, 25)
"""Where a font holds what it is called, and not who made it or how it may be used."""


class WebFont(NamedTuple):
    """One file of assets/fonts/ and where it comes from."""

    name: str
    source: Path
    letters: tuple[int, ...]

    @property
    def key(self) -> str:
        """Return the name under which it is kept, which changes when a tool or what it is made of does."""
        return f"{made_by(Path(__file__), self.source, packages=('fonttools',))[:32]}-{self.name}"

    def make(self) -> bytes:
        font = TTFont(self.source, recalcTimestamp=False)
        options = subset.Options(flavor="woff2", hinting=False, layout_features=list(FEATURES))
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=self.letters)
        cutter.subset(font)
        if "fvar" in font:  # after the subset, which leaves less to work out
            font = instancer.instantiateVariableFont(font, SERIF_AXES)
        for name in font["name"].names:
            if name.nameID in NAME_RECORDS:
                name.string = name.toUnicode().replace(RESERVED, OWN_NAME)
        font.flavor = "woff2"
        out = BytesIO()
        font.save(out)
        return out.getvalue()


def web_fonts() -> Iterator[WebFont]:
    atkinson = "fontpkg_atkinson_hyperlegible"
    faces = {
        f"atkinson-{style.lower()}": font_file(atkinson, f"AtkinsonHyperlegible-{style}.ttf")
        for style in ("Regular", "Bold", "Italic")
    }
    faces["source-serif"] = font_file("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf")
    for name, source in faces.items():
        for ending, letters in LETTERS.items():
            yield WebFont(f"{name}{ending}.woff2", source, letters)


def font_licences() -> dict[str, str]:
    """Return the licences of the faces, which ask to go along with every copy: their text by its path in the site."""
    faces = {"atkinson": "fontpkg_atkinson_hyperlegible", "source-serif": "fontpkg_source_serif_4"}
    return {
        f"assets/fonts/{face}-license.txt": (folder_of(package) / "LICENSE").read_text("utf-8")
        for face, package in faces.items()
    }
