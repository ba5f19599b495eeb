"""Which pages the navigation leaves out: a build says it at its end, and who looks before one asks here."""

from collections.abc import Iterable
from pathlib import Path
from posixpath import normpath

import yaml
from mkdocs.config.defaults import MkDocsConfig

from psychoed.checks.links.navigation import navigation_entries, unlisted
from psychoed.door.defaults import default_settings
from psychoed.model.file_addresses import address_in_site
from psychoed.reading.problem import Problem
from psychoed.reading.yaml.settings import read_settings
from psychoed.reading.yaml.tree import setting


def unlisted_pages(settings: Path, pages: Iterable[str]) -> list[Problem]:
    """Return a Problem for each of these pages that neither `nav` nor `not_in_nav` names. Without `nav` all are listed."""
    said = read_settings(settings, settings.parent).value
    nav, written = setting(said, "nav"), setting(said, "not_in_nav")
    if nav is None:
        return []
    listed = {normpath(address_in_site(node.value)) for node in navigation_entries(nav[1])}
    own = written[1].value if written and isinstance(written[1], yaml.ScalarNode) else ""
    meant = dict(MkDocsConfig._schema)["not_in_nav"].validate(f"{default_settings()['not_in_nav']}{own}")
    return [*unlisted(f"content/{page}" for page in pages if page not in listed and not meant.match_file(page))]
