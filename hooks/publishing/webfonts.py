"""The fonts of the site, cut down to Latin letters and packed as WOFF2, so that no other origin is asked for them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from views.pdf.fonts import font_file

LATIN = [*range(0x20, 0x180), *range(0x2010, 0x2028), 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2212]
SERIF_AXES = {"opsz": 32, "wght": 430}
"""Between a text and a display size, a little heavier than regular: headings only."""


class WebFont(NamedTuple):
    """One file of assets/fonts/ and where it comes from."""

    name: str
    source: Path

    def make(self) -> bytes:
        font = TTFont(self.source, recalcTimestamp=False)
        options = subset.Options(
            flavor="woff2", hinting=False, layout_features=["kern", "liga", "tnum", "locl", "ccmp", "mark"]
        )
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=LATIN)
        cutter.subset(font)
        if "fvar" in font:  # after the subset, which leaves less to work out
            font = instancer.instantiateVariableFont(font, SERIF_AXES)
        font.flavor = "woff2"
        out = BytesIO()
        font.save(out)
        return out.getvalue()


def web_fonts() -> Iterator[WebFont]:
    atkinson = "fontpkg_atkinson_hyperlegible"
    for style in ("Regular", "Bold", "Italic"):
        yield WebFont(f"atkinson-{style.lower()}.woff2", font_file(atkinson, f"AtkinsonHyperlegible-{style}.ttf"))
    yield WebFont("source-serif.woff2", font_file("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf"))
