"""Pictures of what sheets look like on paper: the upper part of each first page, for the library."""

from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from psychoed.library.library import Library
from psychoed.reading.cache import Cache, made_by
from psychoed.views.papers import paper_shown, picture_of_paper

PICTURE_WIDTH, PICTURE_HEIGHT = 240, 288
"""In dots: twice what a card shows, for dense screens."""
GRAYS = 6
"""Print is ink on paper: this many grays show it, and pack best."""
DRAWN_BY = ("pypdfium2", "pillow")


def sheet_pictures(library: Library, pdfs: Mapping[str, bytes], cache: Cache) -> Iterator[tuple[str, bytes]]:
    """Yield the path in the site of each sheet's picture, and its bytes. `pdfs`: by their path there."""
    made, paper = made_by(Path(__file__), packages=DRAWN_BY), paper_shown(library)
    for sheet in library.sheets.values():
        pdf = pdfs.get(f"{sheet.url}{sheet.id}-{paper}.pdf")
        if pdf is not None:
            key = sha256(made.encode() + pdf).hexdigest()
            yield picture_of_paper(sheet.url, sheet.id), cache.remember(f"{key}-picture", partial(first_page, pdf))


def first_page(pdf: bytes) -> bytes:
    """Return the upper part of a PDF's first page as WebP."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        width, height = page.get_size()
        scale = max(PICTURE_WIDTH / width, PICTURE_HEIGHT / height)
        beside, below = max(0, width - PICTURE_WIDTH / scale), max(0, height - PICTURE_HEIGHT / scale)
        drawn = page.render(scale=scale, grayscale=True, crop=(0, below, beside, 0)).to_pil().convert("L")
        with BytesIO() as into:
            in_few_grays(drawn).crop((0, 0, PICTURE_WIDTH, PICTURE_HEIGHT)).save(into, "WEBP", lossless=True, method=6)
            return into.getvalue()
    finally:
        document.close()


def in_few_grays(picture: Image.Image) -> Image.Image:
    return picture.point([round(gray / 255 * (GRAYS - 1)) * 255 // (GRAYS - 1) for gray in range(256)])
