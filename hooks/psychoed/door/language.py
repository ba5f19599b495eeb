"""The language of the site: as the settings name it, and as the theme that ours extends knows it."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from psychoed.door.defaults import written_settings

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def site_language(config: MkDocsConfig) -> str:
    """Return the language of the pages, such as en-GB."""
    theme = written_settings(config).get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    return str(language or "en")


def settle_language(config: MkDocsConfig) -> None:
    """Name the nearest language to the theme below ours that it has words for, since it ends without them.

    None of its words is shown: those of our pages are in data/strings.<language>.yml.
    """
    language = site_language(config)
    nearest = (language, language.partition("-")[0], "en")
    config.theme["language"] = next(one for one in nearest if one == "en" or is_known(one, config))


def is_known(language: str, config: MkDocsConfig) -> bool:
    """Return True if the theme has words of this language."""
    name = f"partials/languages/{language}.html"
    return bool(LANGUAGE_TAG.fullmatch(language)) and any(Path(folder, name).is_file() for folder in config.theme.dirs)
