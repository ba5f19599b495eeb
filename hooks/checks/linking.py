"""Links, pictures, references, raw HTML and names of files: what could lead nowhere, or where it should not."""

from collections.abc import Iterator
from pathlib import Path

from checks import filenames, html_form, linkmarks, links, pictures, safe_html
from checks.html_links import check_html_links
from checks.listed_links import check_listed_links
from checks.navigation import check_navigation, check_site_address
from checks.rules import Rule
from library.library import Library
from library.problem import Problem

RULES: tuple[Rule, ...] = (
    *links.RULES,
    *linkmarks.RULES,
    *pictures.RULES,
    *safe_html.RULES,
    *html_form.RULES,
    *filenames.RULES,
)


def check_linking(library: Library, content: Path) -> Iterator[Problem]:
    library = library.with_headless()
    yield from links.check_links(library, content)
    yield from check_navigation(library, content)
    yield from check_site_address(library)
    yield from check_listed_links(library)
    yield from linkmarks.check_link_marks(library)
    yield from check_html_links(library)
    yield from pictures.check_pictures(library)
    yield from safe_html.check_safe_html(library)
    yield from html_form.check_html_form(library)
    yield from filenames.check_file_names(content)
