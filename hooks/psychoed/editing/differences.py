"""A page that shows texts as a clinic has them beside the newer ones of the package."""

from collections.abc import Iterator
from difflib import HtmlDiff
from html import escape
from pathlib import Path

from psychoed.editing.newer_texts import NewerText

DIFFERENCES = ".psychoed/newer-texts.html"
"""Where a command writes the page. No site holds it."""


def write_differences(root: Path, texts: list[NewerText]) -> Path:
    file = root / DIFFERENCES
    file.parent.mkdir(exist_ok=True)
    file.write_text(differences_page(texts), "utf-8")
    return file


def differences_page(texts: list[NewerText]) -> str:
    """Return a page that needs no other file: it is opened from the folder, or from the preview."""
    frame = Path(__file__).with_suffix(".html").read_text("utf-8")
    return frame.replace("<!-- texts -->", "".join(texts_side_by_side(texts)))


def texts_side_by_side(texts: list[NewerText]) -> Iterator[str]:
    table = HtmlDiff()
    for one in texts:
        safety = "".join(f'<p class="safety">Corrects, for safety: {escape(said)}</p>' for said in one.corrects)
        before, after = one.before.splitlines(), one.after.splitlines()
        sides = table.make_table(before, after, "In your folder", "In the package", context=True, numlines=2)
        sides = sides.replace("&nbsp;", " ").replace(' nowrap="nowrap"', "")  # lines break between words
        yield f'<section><h2>{escape(one.path)}</h2>{safety}<div class="sides" tabindex="0">{sides}</div></section>\n'
    if not texts:
        yield "<p>Your folder has the newest texts.</p>"
