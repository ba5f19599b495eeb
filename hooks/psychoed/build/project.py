"""The clinic's folder, and the edition of it that is made: what the settings say before anything is read."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from psychoed.reading.cache import Cache, kept_in

FOLDERS_READ = ("worksheets", "packets", "data")


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
    drafts: bool = False
    """Whether drafts are shown, and what is published on a later day."""
    strict: bool = False
    site_name: str = "site"
    """The folder in which the finished site is found."""
    theme: tuple[Path, ...] = ()
    """Where templates come from; the first folder that has one gives it."""
    to_html: Callable[[str], str] = str
    """Makes HTML of Markdown, with the extensions of the site's pages."""

    @property
    def edition(self) -> str:
        return "staff" if self.staff else "offline" if self.offline else "public"

    @property
    def path(self) -> str:
        """Return the path at which the site begins on its host, with no sign that ends a line of a server's settings."""
        folder = quote(unquote(urlsplit(self.site_url).path.strip("/")), safe="/")
        return f"/{folder}/" if folder else "/"

    @property
    def own_theme(self) -> Path | None:
        """Return the folder of the clinic's own templates and files of the theme, if it has one."""
        return next((folder for folder in self.theme if folder.is_relative_to(self.root)), None)

    @property
    def workshop(self) -> Path:
        """Return the folder of what is put together for this edition while it is built."""
        return self.root / ".cache" / ("staff" if self.staff else "public")

    def cache(self) -> Cache:
        return kept_in(self.root)

    def look_into_folders(self) -> None:
        """Raise PermissionError at a folder that may not be read: what lies in it would be missed in silence."""
        own = [self.content, *(self.root / name for name in FOLDERS_READ), *self.theme]
        for folder in own:
            for _ in os.walk(folder, onerror=give_up_where_closed):
                pass


def give_up_where_closed(error: OSError) -> None:
    if isinstance(error, PermissionError):
        raise error
