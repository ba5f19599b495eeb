"""The offline edition: what a web server would do for the site, done in its files, so that a folder can be opened."""

import re
from pathlib import Path

LINK = re.compile(r'(<a [^>]*?\bhref=")(?!#|/|[a-z][a-z0-9+.-]*:)([^"#?]*)')


def naming_files(html: str) -> str:
    """Links to folders, which a server would answer with the page in them, name that page."""
    return LINK.sub(lambda found: found[1] + named(found[2]), html)


def named(address: str) -> str:
    last = address.rpartition("/")[2]
    return address if last.strip(".") else f"{address.rstrip('/')}/index.html"


def search_script(site: Path) -> dict[str, str]:
    """The index of the search as a script: a page that is opened as a file may load nothing else."""
    index = site / "search" / "search_index.json"
    text = f"window.searchIndex = {index.read_text('utf-8')};\n"
    return {index.with_suffix(".js").relative_to(site).as_posix(): text}
