"""The clinic's folder, and the edition of it that is made: what the settings say before anything is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from psychoed.reading.cache import Cache


@dataclass(frozen=True)
class Project:
    """Where the clinic's folder is, and which edition of it is made."""

    root: Path
    settings: Path
    """mkdocs.yml, or a file that inherits it."""
    content: Path
    site_url: str
    language: str
    staff: bool
    offline: bool = False
    """For a folder that is opened without a server."""
    strict: bool = False
    markdown: tuple[str, ...] = ()
    """The extensions of Markdown, and below their settings, as MkDocs uses them."""
    markdown_settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Where on its host the site begins."""
        folder = urlsplit(self.site_url).path.strip("/")
        return f"/{folder}/" if folder else "/"

    @property
    def overrides(self) -> Path:
        return self.root / "overrides"

    def cache(self) -> Cache:
        return Cache(self.root / ".cache" / ("staff" if self.staff else "public"))
