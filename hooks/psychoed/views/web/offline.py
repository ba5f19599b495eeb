"""The offline edition: what a web server would do for the site, done in its files, so that a folder can be opened."""

import json
import re
from pathlib import Path

SHEET = re.compile(r'<form class="sheet".*?</form>', re.DOTALL)
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


def sheets_script(site: Path) -> dict[str, str]:
    """The sheets as a script, for the packet that somebody puts together on the page of all worksheets."""
    pages = {page.parent.name: page.read_text("utf-8") for page in sorted((site / "worksheets").glob("*/index.html"))}
    forms = {name: form[0] for name, html in pages.items() if (form := SHEET.search(html))}
    return {"worksheets/sheets.js": f"window.librarySheets = {json.dumps(forms, ensure_ascii=False)};\n"}
