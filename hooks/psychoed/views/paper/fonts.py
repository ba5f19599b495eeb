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
WIN_ANSI = "".join(bytes([code]).decode("cp1252", "ignore") for code in range(32, 256))


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
    """The font in which answers are typed, cut down to Western European letters. Units: thousandths of its size."""

    data: bytes
    widths: tuple[int, ...]
    """Advance of each of the codes 32 to 255 of WinAnsi."""
    box: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int


@lru_cache(maxsize=1)
def form_font() -> FormFont:
    font = TTFont(text_font())
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[1, 2, 6], notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(text=WIN_ANSI)
    cutter.subset(font)
    unit = 1000 / font["head"].unitsPerEm
    cmap, metrics = font.getBestCmap(), font["hmtx"]

    def advance(code: int) -> int:
        letter = bytes([code]).decode("cp1252", "ignore")
        glyph = cmap.get(ord(letter), ".notdef") if letter else ".notdef"
        width: float = metrics[glyph][0] * unit
        return round(width)

    head, hhea = font["head"], font["hhea"]
    box = tuple(round(side * unit) for side in (head.xMin, head.yMin, head.xMax, head.yMax))
    font["head"].modified = font["head"].created  # the same bytes in every build
    font.recalcTimestamp = False
    out = BytesIO()
    font.save(out)
    return FormFont(
        data=out.getvalue(),
        widths=tuple(advance(code) for code in range(32, 256)),
        box=(box[0], box[1], box[2], box[3]),
        ascent=round(hhea.ascent * unit),
        descent=round(hhea.descent * unit),
        cap_height=round(font["OS/2"].sCapHeight * unit),
    )
