"""Whether texts of a newer version wait for a clinic to look at them: the preview shows them on a page of its own."""

from functools import lru_cache
from pathlib import Path

from psychoed import __version__
from psychoed.editing.beginning import texts_of_package
from psychoed.editing.differences import differences_page
from psychoed.editing.newer_texts import NOTED_TEXTS, newer_texts, origin_of


def newer_texts_page(root: Path) -> str:
    """Return the page; nothing where the folder was last looked at with this version, or has the newest texts."""
    origin = origin_of(root)
    if origin is None or origin.version == __version__:
        return ""
    found = list(newer_texts(root, origin, dict(package_texts(root, (root / NOTED_TEXTS).read_text("utf-8")))))
    return differences_page(found) if found else ""


@lru_cache(maxsize=1)
def package_texts(root: Path, note: str) -> tuple[tuple[str, str], ...]:
    """Return the package's texts for this folder: they stay the same while a preview runs. `note`: of which beginning."""
    origin = origin_of(root)
    return tuple(texts_of_package(origin).items()) if origin else ()
