"""The fonts of paper and page: where their files lie, which characters they hold, and the one for typed answers."""

from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont

PACKAGES = ("fontpkg_atkinson_hyperlegible", "fontpkg_source_serif_4", "manimgx_fonts")
"""The two faces, and Noto for characters that they lack."""
FALLBACKS = ("NotoSans[", "NotoSansSymbols[", "NotoEmoji[", "NotoSansHebrew[", "NotoSansArabic[")
"""As listed in overrides/print/look.typ."""


def folder_of(package: str) -> Path:
    spec = find_spec(package)
    assert spec and spec.origin, f"{package} is in requirements.txt"
    return Path(spec.origin).parent


def font_folders() -> list[Path]:
    return [folder_of(package) for package in PACKAGES]


def font_file(package: str, name: str) -> Path:
    return next(file for file in sorted(folder_of(package).rglob("*.ttf")) if file.name == name)


def text_font() -> Path:
    return font_file("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf")


DRAWN_SIGNS = frozenset(map(ord, "☐"))
"""What no font has and overrides/print/page.typ draws by itself."""


@lru_cache(maxsize=1)
def printable() -> frozenset[int]:
    """Return the code points that a PDF can show."""
    files = [text_font()] + [
        file for file in folder_of("manimgx_fonts").rglob("*.ttf") if file.name.startswith(FALLBACKS)
    ]
    return DRAWN_SIGNS.union(code for file in files for code in TTFont(file, lazy=True).getBestCmap())


class FormFont(NamedTuple):
    """The font in which answers are typed, cut down to the letters of European and Vietnamese names. Units: thousandths
    of its size."""

    data: bytes
    glyphs: tuple[tuple[int, int], ...]
    """Each code point with the number of its glyph."""
    widths: tuple[int, ...]
    """Advance of each glyph."""
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int


NAMES_OF_PEOPLE = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin
    *(0x192, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x218, 0x219, 0x21A, 0x21B, 0x1E9E, 0x2BC, 0x2C6, 0x2C7, *range(0x2D8, 0x2DE)),
    *range(0x1CD, 0x1DD),
    *(*range(0x300, 0x305), *range(0x306, 0x30D), 0x31B, 0x323),  # accents that are typed by themselves
    *range(0x1E80, 0x1E86),
    *range(0x1EA0, 0x1EFA),  # Vietnamese
    *range(0x384, 0x3CF),  # Greek
    *range(0x400, 0x460),  # Cyrillic
    *range(0x490, 0x500),
    *(*range(0x2010, 0x2016), *range(0x2018, 0x2027), 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122),
    *(*range(0x2190, 0x2194), 0x2212, 0x2260, 0x2264, 0x2265),
)
VARIES = ("fvar", "gvar", "avar", "HVAR", "MVAR", "STAT", "GDEF", "GPOS", "GSUB")
"""Tables of other weights and of joined letters: a field shows the regular weight, letter by letter."""


@lru_cache(maxsize=1)
def form_font() -> FormFont:
    font = TTFont(font_file("manimgx_fonts", "NotoSans[wght].ttf"), lazy=True)
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[1, 2, 6], notdef_outline=True)
    options.glyph_names = False
    options.drop_tables += VARIES
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=NAMES_OF_PEOPLE)
    cutter.subset(font)
    unit = 1000 / font["head"].unitsPerEm
    head, hhea, metrics = font["head"], font["hhea"], font["hmtx"]
    box = tuple(round(side * unit) for side in (head.xMin, head.yMin, head.xMax, head.yMax))
    head.modified = head.created  # the same bytes in every build
    font.recalcTimestamp = False
    out = BytesIO()
    font.save(out)
    return FormFont(
        data=out.getvalue(),
        glyphs=tuple(sorted((code, font.getGlyphID(name)) for code, name in font.getBestCmap().items())),
        widths=tuple(round(metrics[name][0] * unit) for name in font.getGlyphOrder()),
        box=(box[0], box[1], box[2], box[3]),
        ascent=round(hhea.ascent * unit),
        descent=round(hhea.descent * unit),
        cap_height=round(font["OS/2"].sCapHeight * unit),
    )
