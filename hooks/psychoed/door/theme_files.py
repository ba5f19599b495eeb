"""The files of the theme that our templates use by themselves; their names change with its version."""

from collections.abc import Iterable
from fnmatch import fnmatch

USED = {
    "style": "assets/stylesheets/main.*.min.css",
    "worker": "assets/javascripts/workers/search.*.min.js",
}


def theme_files(paths: Iterable[str]) -> dict[str, str]:
    """Their paths in the site, by the names that templates use."""
    given = sorted(paths)
    return {name: next(path for path in given if fnmatch(path, pattern)) for name, pattern in USED.items()}
