"""The navigation as the settings write it, and what has to leave it before the site generator reads it."""

from collections.abc import Collection
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from psychoed.model.file_addresses import address_in_site


def add_more_nav(config: MkDocsConfig) -> None:
    """Add extra.more_nav after the navigation of the settings that these inherit."""
    more = config.extra.get("more_nav")
    config.nav = [*(config.nav or []), *(more if isinstance(more, list) else [])] or None  # else it has a Problem


def leave_out(unread: frozenset[str], files: Files, config: MkDocsConfig, *, preview: bool) -> None:
    """Keep a page with a Problem off the site, and out of the navigation, which would complain of it again."""
    for path in unread:
        if file := files.get_file_from_path(path):
            files.remove(file)
        if preview:  # the author's browser finds the Problem where the page was
            files.append(File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV))
    config.nav = navigation_without(config.nav, unread)


def navigation_without(nav: Any, paths: Collection[str]) -> Any:
    """Return the navigation without these pages, without sections that only held them, and without what is no entry at
    all, which would end the build."""
    if isinstance(nav, list):
        return [kept for item in nav if (kept := entry_without(item, paths)) not in (None, {}, [])]
    if isinstance(nav, dict):
        return {
            title: kept
            for title, item in nav.items()
            if (kept := navigation_without(item, paths)) not in (None, {}, [])
        }
    return nav if isinstance(nav, str) and nav not in paths else None


def entry_without(item: Any, paths: Collection[str]) -> Any:
    """Return an entry without these pages, or None where nothing is left of it."""
    is_entry = isinstance(item, str) or (isinstance(item, dict) and len(item) == 1)
    return navigation_without(item, paths) if is_entry else None


def navigation_in_site(nav: Any) -> Any:
    """Return the navigation with the names under which files beside pages are published."""
    if isinstance(nav, list):
        return [navigation_in_site(item) for item in nav]
    if isinstance(nav, dict):
        return {title: navigation_in_site(item) for title, item in nav.items()}
    return address_in_site(nav) if isinstance(nav, str) else nav


def opening(item: Any) -> Any:
    """Return what an entry opens: of a section its first page, else one further below, else its first link."""
    children = item.children or []
    pages = [child for child in children if child.is_page]
    below = pages or [opening(child) for child in children]
    return next((one for one in below if one.is_page), below[0] if below else item)
